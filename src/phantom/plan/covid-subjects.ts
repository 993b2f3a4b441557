import { ct, film, session } from './plan.ts';
import type { SubjectPlan } from './plan.ts';

/** Courses of COVID-19, the case worth seeing first. */
export const COVID_SUBJECTS: readonly SubjectPlan[] = [
  {
    id: 'S03027',
    sex: 'M',
    age: 67,
    sessions: [
      session(
        'E05012',
        20200327,
        [
          film('PA', 'agfaLut', { masked: true }),
          film('lateral', 'agfaPlain', { named: 'pa' }),
          ct('axial', 96),
        ],
        [
          'consolidationRightBase',
          'glassPeripheral',
          'bluntRight',
          'heartNormal',
          'noEffusionLeft',
          'covid',
          'restUnchanged',
        ],
      ),
      session(
        'E05207',
        20200319,
        [film('PA', 'ge'), film('lateral', 'ge')],
        ['projections', 'noInfiltrates', 'freeAngles', 'aorticElongation', 'covidUncertain'],
      ),
      session(
        'E05388',
        20200322,
        [film('AP', 'fuji')],
        ['portable', 'consolidationRightBaseSmall', 'glassRightPeripheral', 'aorticElongation', 'covid'],
      ),
      session(
        'E05561',
        20200331,
        [film('AP', 'fuji')],
        ['consolidationRightBase', 'glassPeripheral', 'bluntRight', 'electrodes', 'unchanged'],
      ),
      session(
        'E05790',
        20200418,
        [film('PA', 'agfaLut'), film('lateral', 'agfaLut')],
        ['glassResidual', 'laminarLeft', 'aorticElongation', 'better'],
      ),
    ],
    tests: [
      ['17.03.2020', 'PCR', 'NEGATIVO'],
      ['21.03.2020', 'PCR', 'POSITIVO'],
      ['30.03.2020', 'PCR', 'POSITIVO'],
      ['02.04.2020', 'IGM', 'POSITIVO'],
      ['02.04.2020', 'IGG', 'INDETERMINADO'],
      ['07.04.2020', 'PCR', 'INDETERMINADO'],
      ['10.04.2020', 'IGG', 'POSITIVO'],
      ['10.04.2020', 'IGM', 'POSITIVO'],
      ['14.04.2020', 'PCR', 'NEGATIVO'],
      ['01.05.2020', 'IGG', 'POSITIVO'],
      ['01.05.2020', 'IGM', 'NEGATIVO'],
    ],
  },
  {
    id: 'S03158',
    sex: 'M',
    age: 71,
    sessions: [
      session(
        'E06101',
        20200318,
        [film('PA', 'philips')],
        ['alveolarRightMiddle', 'pneumonia', 'noEffusion'],
      ),
      session(
        'E06144',
        20200323,
        [film('AP', 'fuji', { masked: true })],
        ['portable', 'endotracheal', 'jugular', 'nasogastric', 'electrodes', 'consolidationBoth', 'distress'],
      ),
      session(
        'E06172',
        20200326,
        [film('AP', 'fuji')],
        ['portable', 'endotracheal', 'jugular', 'nasogastric', 'unchanged'],
      ),
      session(
        'E06230',
        20200403,
        [film('AP', 'gmm', { masked: true })],
        ['tracheostomy', 'jugular', 'alveolarBoth', 'better'],
      ),
      session(
        'E06345',
        20200502,
        [film('PA', 'philips'), film('lateral', 'philips')],
        ['glassResidual', 'laminarBoth', 'heartNormal', 'better'],
      ),
    ],
    tests: [
      ['18.03.2020', 'PCR', 'POSITIVO'],
      ['02.04.2020', 'PCR', 'POSITIVO'],
      ['12.04.2020', 'IGG', 'POSITIVO'],
      ['12.04.2020', 'IGM', 'POSITIVO'],
      ['12.04.2020', 'IGA', 'POSITIVO'],
      ['28.04.2020', 'PCR', 'NEGATIVO'],
    ],
  },
  {
    id: 'S03349',
    sex: 'F',
    age: 29,
    sessions: [
      session('E06702', 20200330, [film('PA', 'gmm')], ['glassLeft', 'mediastinumNormal', 'covidUncertain']),
      session(
        'E06815',
        20200428,
        [film('PA', 'gmm'), film('lateral', 'gmm', { named: 'lateral' })],
        ['projections', 'normalFilm'],
      ),
    ],
    tests: [
      ['29.03.2020', 'ACT', 'POSITIVO'],
      ['30.03.2020', 'PCR', 'POSITIVO'],
      ['27.04.2020', 'IGG', 'POSITIVO'],
    ],
  },
  {
    id: 'S03391',
    sex: 'M',
    age: 55,
    sessions: [
      session(
        'E06920',
        20200325,
        [film('PA', 'carestream', { masked: true }), film('lateral', 'carestream')],
        ['glassPeripheral', 'hilaNormal', 'noEffusion', 'covid'],
      ),
      session(
        'E06988',
        20200401,
        [ct('dicom', 40)],
        ['ctTechnique', 'ctGlass', 'ctConsolidation', 'noNodes', 'noEffusion', 'covid'],
      ),
      session(
        'E07055',
        20200409,
        [film('PA', 'carestream'), film('lateral', 'carestream')],
        ['glassResidual', 'freeAngles', 'better'],
      ),
    ],
    tests: [
      ['24.03.2020', 'PCR', 'POSITIVO'],
      ['09.04.2020', 'PCR', 'NEGATIVO'],
      ['09.04.2020', 'IGG', 'POSITIVO'],
      ['09.04.2020', 'IGM', 'INDETERMINADO'],
    ],
  },
  {
    id: 'S03590',
    sex: 'F',
    age: 45,
    sessions: [
      session(
        'E07411',
        20200328,
        [film('PA', 'fuji', { format: 'dcm', masked: true }), film('lateral', 'fuji', { format: 'dcm' })],
        ['infiltrateLeftBase', 'mediastinumNormal', 'pneumonia'],
      ),
      session(
        'E07498',
        20200406,
        [film('PA', 'carestream', { format: 'dcm' })],
        ['infiltrateLeftBase', 'laminarLeft', 'unchanged'],
      ),
    ],
    tests: [
      ['28.03.2020', 'PCR', 'POSITIVO'],
      ['28.03.2020', 'ACT', 'NEGATIVO'],
    ],
  },
  {
    id: 'S03802',
    sex: 'M',
    age: 58,
    sessions: [
      session(
        'E08121',
        20200321,
        [film('PA', 'ge', { masked: true })],
        ['consolidationRightBase', 'otherSide', 'heartNormal', 'viral'],
      ),
      session('E08177', 20200329, [film('AP', 'fuji')], ['portable', 'consolidationBoth', 'covid', 'worse']),
      session(
        'E08240',
        20200411,
        [film('PA', 'ge'), film('lateral', 'ge')],
        ['glassResidual', 'freeAngles', 'better'],
      ),
    ],
    tests: [
      ['20.03.2020', 'PCR', 'NEGATIVO'],
      ['22.03.2020', 'PCR', 'POSITIVO'],
      ['11.04.2020', 'IGG', 'POSITIVO'],
      ['11.04.2020', 'IGA', 'INDETERMINADO'],
    ],
  },
  {
    id: 'S03975',
    sex: 'M',
    age: 51,
    sessions: [
      session('E08702', 20200324, [film('PA', 'philips')], ['glassPeripheral', 'covid', 'advised']),
      session(
        'E08733',
        20200330,
        [film('AP', 'gmm', { masked: true })],
        ['portable', 'endotracheal', 'subclavian', 'nasogastric', 'consolidationBoth', 'distress', 'worse'],
      ),
      session(
        'E08790',
        20200404,
        [film('AP', 'gmm')],
        ['endotracheal', 'subclavian', 'drain', 'alveolarBoth', 'effusionRight'],
      ),
      session(
        'E08861',
        20200421,
        [film('PA', 'philips'), film('lateral', 'philips')],
        ['laminarBoth', 'bluntRight', 'better'],
      ),
    ],
    tests: [
      ['24.03.2020', 'PCR', 'POSITIVO'],
      ['15.04.2020', 'PCR', 'INDETERMINADO'],
      ['20.04.2020', 'PCR', 'NEGATIVO'],
      ['20.04.2020', 'IGG', 'POSITIVO'],
    ],
  },
  {
    id: 'S04018',
    sex: 'F',
    age: 70,
    sessions: [
      session(
        'E08915',
        20200402,
        [film('PA', 'philips', { masked: true }), film('lateral', 'philips')],
        ['consolidationLeftUpper', 'degenerative', 'noEffusion', 'pneumonia'],
      ),
      session('E08960', 20200410, [film('PA', 'philips')], ['consolidationLeftUpper', 'unchanged']),
      session('E09033', 20200512, [film('PA', 'philips')], ['noInfiltrates', 'degenerative', 'better']),
    ],
    tests: [
      ['02.04.2020', 'PCR', 'NEGATIVO'],
      ['04.04.2020', 'ACT', 'POSITIVO'],
      ['12.05.2020', 'IGG', 'NEGATIVO'],
      ['12.05.2020', 'IGM', 'NEGATIVO'],
    ],
  },
  {
    id: 'S04062',
    sex: 'M',
    age: 44,
    sessions: [
      session(
        'E09101',
        20200326,
        [film('PA', 'agfaLut'), film('lateral', 'agfaLut')],
        ['glassRightPeripheral', 'covid'],
      ),
      session('E09188', 20200402, [ct('axial', 60)], ['ctTechnique', 'ctGlass', 'noNodes', 'covid']),
      session(
        'E09290',
        20200603,
        [ct('axial', 60)],
        ['ctTechnique', 'ctBands', 'noNodes', 'noEffusion', 'better'],
      ),
    ],
    tests: [
      ['26.03.2020', 'PCR', 'POSITIVO'],
      ['02.06.2020', 'IGG', 'POSITIVO'],
      ['02.06.2020', 'IGM', 'NEGATIVO'],
    ],
  },
];
