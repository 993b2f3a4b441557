import { ct, film, session } from './plan.ts';
import type { SubjectPlan } from './plan.ts';

/** Everything else that chest films are taken for, and everything that can be wrong with a dataset. */
export const OTHER_SUBJECTS: readonly SubjectPlan[] = [
  {
    id: 'S03114',
    sex: 'F',
    age: 38,
    sessions: [
      session(
        'E05911',
        20200316,
        [film('PA', 'ge'), film('lateral', 'ge')],
        ['projections', 'mediastinumNormal', 'noInfiltrates', 'freeAngles', 'bonesNormal'],
      ),
      session('E05987', 20200424, [film('PA', 'fuji'), film('lateral', 'fuji')], ['normalFilm']),
    ],
    tests: [
      ['16.03.2020', 'PCR', 'NEGATIVO'],
      ['24.04.2020', 'IGG', 'NEGATIVO'],
      ['25.04.2020', 'PCR', 'POSITIVO'],
    ],
  },
  {
    id: 'S03221',
    sex: 'F',
    age: 82,
    sessions: [
      session(
        'E06388',
        20200320,
        [film('PA', 'ge', { format: 'dcm' }), film('lateral', 'ge', { format: 'dcm' })],
        ['cardiomegaly', 'pacemaker', 'aorticElongation', 'atheromatosis', 'bluntLeft'],
      ),
      session(
        'E06421',
        20200329,
        [film('PA', 'ge', { masked: true })],
        ['cardiomegaly', 'pacemaker', 'effusionLeft', 'aorticElongation', 'heartFailure'],
      ),
      session(
        'E06490',
        20200408,
        [film('AP', 'fuji')],
        ['pacemaker', 'cardiomegaly', 'effusionLeft', 'unchanged'],
      ),
    ],
    tests: [
      ['20.03.2020', 'PCR', 'NEGATIVO'],
      ['30.03.2020', 'PCR', 'POSITIVO'],
    ],
  },
  {
    id: 'S03275',
    sex: 'F',
    age: 59,
    sessions: [
      session(
        'E06511',
        20200311,
        [film('PA', 'agfaCr'), film('lateral', 'agfaCr', { named: 'none' })],
        ['sternotomy', 'valve', 'granuloma', 'laminarLeft', 'heartNormal'],
      ),
      session('E06570', 20200417, [film('PA', 'agfaCr')], ['sternotomy', 'valve', 'granuloma', 'unchanged']),
    ],
    tests: [
      ['16.04.2020', 'PCR', 'POSITIVO'],
      ['17.04.2020', 'IGM', 'NEGATIVO'],
    ],
  },
  {
    id: 'S03302',
    sex: 'M',
    age: 77,
    sessions: [
      session(
        'E06604',
        20200305,
        [film('PA', 'agfaPlain'), film('lateral', 'agfaPlain')],
        ['hiatalHernia', 'scoliosis', 'reticularChronic', 'fibrosis'],
      ),
      session(
        'E06633',
        20200413,
        [film('PA', 'agfaPlain'), film('lateral', 'agfaPlain')],
        ['hiatalHernia', 'scoliosis', 'interstitialBasal', 'advised'],
      ),
    ],
    tests: [['12.04.2020', 'PCR', 'POSITIVO']],
  },
  {
    id: 'S03420',
    sex: 'F',
    age: 66,
    sessions: [
      session(
        'E07101',
        20200227,
        [film('PA', 'philips'), film('lateral', 'philips')],
        ['reservoir', 'mass', 'nodule', 'apicalCaps'],
      ),
      session('E07133', 20200310, [ct('sagittal', 60)], ['ctTechnique', 'mass', 'nodule', 'noNodes']),
      session(
        'E07160',
        20200407,
        [film('PA', 'philips', { masked: true })],
        ['reservoir', 'mass', 'nodule', 'unchanged'],
      ),
    ],
    tests: [['06.04.2020', 'PCR', 'POSITIVO']],
  },
  {
    id: 'S03467',
    sex: 'M',
    age: 49,
    sessions: [
      session(
        'E07204',
        20200317,
        [film('PA', 'ge', { acq: 1 }), film('lateral', 'ge', { acq: 2, named: 'pa', sidecar: 'shared' })],
        ['minorFissure', 'bronchovascular', 'freeAngles'],
      ),
      session(
        'E07231',
        20200403,
        [film('PA', 'philips', { sidecar: 'missing' })],
        ['bronchovascular', 'noInfiltrates'],
      ),
    ],
    tests: [
      ['17.03.2020', 'PCR', 'POSITIVO'],
      ['18.03.2020', 'ACT', 'INDETERMINADO'],
    ],
  },
  {
    id: 'S03503',
    sex: 'F',
    age: 73,
    sessions: [
      session(
        'E07277',
        20200322,
        [film('PA', 'ge', { sidecar: 'invalid' }), film('lateral', 'ge', { defect: 'empty' })],
        ['rightDome', 'laminarBoth', 'degenerative'],
      ),
      session('E07301', 20200419, [film('PA', 'agfaCr')], ['rightDome', 'noEffusion'], 'truncated'),
    ],
    tests: [['21.03.2020', 'PCR', 'POSITIVO']],
  },
  {
    id: 'S03548',
    sex: 'M',
    age: 62,
    sessions: [
      session(
        'E07340',
        20200326,
        [film('PA', 'philips', { pixel: 0.19 })],
        ['densityRightUpper', 'heartNormal', 'advised'],
      ),
      session(
        'E07372',
        20200405,
        [film('PA', 'philips'), film('PA', 'philips', { defect: 'screenshot' })],
        ['noInfiltrates', 'heartNormal', 'better'],
        'duplicate label',
      ),
    ],
    tests: [
      ['26.03.2020', 'PCR', 'POSITIVO'],
      ['05.04.2020', 'IGA', 'NEGATIVO'],
    ],
  },
  {
    id: 'S03633',
    sex: 'M',
    age: 80,
    sessions: [
      session(
        'E07544',
        20200229,
        [film('PA', 'ge'), film('lateral', 'ge')],
        ['hyperinflation', 'copd', 'apicalCaps', 'plaques'],
      ),
      session(
        'E07589',
        20200323,
        [ct('localizer', 2), ct('axial', 60)],
        ['ctTechnique', 'hyperinflation', 'ctGlass', 'noNodes', 'covid'],
      ),
      session(
        'E07612',
        20200425,
        [film('PA', 'ge'), film('lateral', 'ge')],
        ['hyperinflation', 'copd', 'unchanged'],
      ),
    ],
    tests: [
      ['22.03.2020', 'PCR', 'POSITIVO'],
      ['25.04.2020', 'IGG', 'POSITIVO'],
    ],
  },
  {
    id: 'S03671',
    sex: 'F',
    age: 52,
    sessions: [
      session('E07650', 20200401, [film('PA', 'fuji')], ['mediastinumNormal', 'noInfiltrates'], 'none'),
      session('E07688', 20200415, [], ['glassLeft', 'covid']),
      session(
        'E07702',
        20200430,
        [film('PA', 'fuji'), film('lateral', 'fuji')],
        ['hilaNormal', 'noInfiltrates', 'freeAngles'],
      ),
    ],
    tests: [
      ['01.04.2020', 'PCR', 'POSITIVO'],
      ['30.04.2020', 'PCR', 'NEGATIVO'],
    ],
  },
  {
    id: 'S03708',
    sex: 'M',
    age: 34,
    sessions: [
      session('E07733', 20200314, [film('PA', 'gmm')], ['projections']),
      session('E07770', 20200403, [film('PA', 'gmm')], ['normalFilm', 'freeAngles'], 'empty label'),
      session('E07791', 0, [film('PA', 'gmm')], [], 'empty'),
    ],
    tests: [['13.03.2020', 'ACT', 'POSITIVO']],
  },
  {
    id: 'S03755',
    sex: 'F',
    age: 88,
    sessions: [
      session(
        'E07830',
        20200308,
        [film('AP', 'fuji')],
        ['portable', 'cardiomegaly', 'redistribution', 'kerley', 'effusionBoth', 'heartFailure'],
      ),
      session(
        'E07844',
        20200312,
        [film('AP', 'fuji')],
        ['cardiomegaly', 'redistribution', 'effusionBoth', 'unchanged'],
      ),
      session('E07901', 20200411, [], ['cardiomegaly', 'aorticElongation'], 'truncated'),
    ],
    tests: [
      ['08.03.2020', 'PCR', 'NEGATIVO'],
      ['10.04.2020', 'PCR', 'POSITIVO'],
    ],
  },
  {
    id: 'S03846',
    sex: 'F',
    age: 41,
    sessions: [
      session(
        'E08301',
        20200327,
        [film('PA', 'carestream'), film('lateral', 'carestream')],
        ['mediastinumNormal', 'negated', 'freeAngles'],
      ),
    ],
    tests: [['27.03.2020', 'PCR', 'POSITIVO']],
  },
  {
    id: 'S03889',
    sex: 'M',
    age: 69,
    sessions: [
      session(
        'E08377',
        20200302,
        [film('PA', 'agfaLut'), film('lateral', 'agfaLut')],
        ['goiter', 'atheromatosis', 'callus', 'degenerative'],
      ),
      session(
        'E08402',
        20200409,
        [film('PA', 'agfaLut'), film('lateral', 'agfaLut')],
        ['goiter', 'callus', 'glassLeft', 'covid'],
      ),
    ],
    tests: [['08.04.2020', 'PCR', 'POSITIVO']],
  },
  {
    id: 'S03931',
    sex: 'F',
    age: 63,
    sessions: [
      session(
        'E08511',
        20200304,
        [film('PA', 'carestream'), film('lateral', 'carestream')],
        ['mastectomy', 'apicalCaps', 'noInfiltrates'],
      ),
      session(
        'E08577',
        20200331,
        [film('PA', 'carestream'), film('lateral', 'carestream')],
        ['mastectomy', 'aorticElongationElseNormal', 'glassRightPeripheral', 'covid'],
      ),
    ],
    tests: [
      ['31.03.2020', 'PCR', 'POSITIVO'],
      ['20.04.2020', 'IGM', 'POSITIVO'],
    ],
  },
  {
    id: 'S04105',
    sex: 'F',
    age: 57,
    sessions: [
      session(
        'E09330',
        20200321,
        [film('PA', 'ge')],
        ['laminarBoth', 'bluntLeft', 'hypoexpansion', 'cardiomegaly', 'hilarEnlargement'],
      ),
      session('E09361', 20200325, [film('PA', 'ge'), film('lateral', 'ge')], ['unchanged']),
      session('E09402', 20200402, [film('PA', 'ge'), film('lateral', 'ge')], ['unchanged', 'retrocardiac']),
    ],
    tests: [
      ['21.03.2020', 'PCR', 'POSITIVO'],
      ['02.04.2020', 'PCR', 'POSITIVO'],
      ['30.04.2020', 'IGG', 'INDETERMINADO'],
    ],
  },
];
