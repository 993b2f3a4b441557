import type { Files } from './app.ts';
import { filmPng, sidecar } from './films.ts';
import { png } from './png.ts';

/** A small folder of iterations 1+2, every table written by hand after the dossier on the format. */
const STEM = 'sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_run-1_bp-chest_vp-pa_dx';

const LABELS_HEAD =
  '\tPatientID\tReportID\tReport\tLabels\tLocalizations\tLabelsLocalizationsBySentence\tlabelCUIS\tLocalizationsCUIS';

/** A mask of the film: 1 in columns 64–127 and rows 64–127, 2 in columns 256–319 and rows 384–447. */
export function filmMask(side = 512): Buffer {
  const samples = new Uint8Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      if (row >= 64 && row < 128 && column >= 64 && column < 128) samples[row * side + column] = 1;
      if (row >= 384 && row < 448 && column >= 256 && column < 320) samples[row * side + column] = 2;
    }
  return png({ columns: side, rows: side, depth: 8, colour: 'grey', samples });
}

export const BIMCV: Files = {
  'participants.tsv': [
    'participant\tmodality_dicom\tbody_parts\tage\tgender',
    "sub-S03999\t['CR', 'DX']\t[['chest']]\t[67]\tM",
    "sub-S04888\t['CT']\t[['chest']]\t[54, 55]\tF",
    'derivatives\t[]\t[]\t[]\tNone',
    '',
  ].join('\n'),
  'derivatives/labels/labels_covid_posi.tsv': [
    LABELS_HEAD,
    "0\tsub-S03999\tses-E07001\topacidad en base derecha . senos libres .\t['consolidation', ' COVID 19']\t['loc basal', ' loc right']\t['consolidation', 'loc basal', 'loc right', 'normal']\t[C0521530,C5203670]\t[C1282378,C0444532]",
    "1\tsub-S03999\tses-E07003\tsin cambios .\t['unchanged']\t[]\t['unchanged']\t[]\t[]",
    "2\tsub-S04888\tses-E07050\tnormal .\t['normal']\t[]\t['exclude', 'normal']\t[C0205307]\t[]",
    "3\tsub-S04888\tses-E07060\t\t['cardiomegaly', ' no such label']\t['loc cardiac']\t['cardiomegaly', 'loc cardiac']\t[C0018800]\t[C1522601]",
    '',
  ].join('\n'),
  'derivatives/EHR/sil_reg_covid_posi.tsv': [
    'label\tsubject\tdate\ttest\tresult\tparticipant\t',
    '1\t1\t16.03.2020\tPCR\tNEGATIVO\tsub-S03999\t',
    '1\t1\t20.03.2020\tPCR\tPOSITIVO\tsub-S03999\t',
    '1\t1\t02.04.2020\tIGG\tINDETERMINADO\tsub-S03999\t',
    '2\t2\t21.03.2020\tPCR\tNEGATIVO\tsub-S04888\t',
    '',
  ].join('\n'),
  'sub-S03999/sub-S03999_sessions.tsv': [
    'session_id\tstudy_date\tmedical_evaluation',
    "ses-E07001\t20200318\t['Opacidad en base derecha.\\nSenos libres. Neumonía por COVID-19.']",
    "ses-E07003\t20200322\t['Sin cambios.', 'Anexo: control.']",
    '',
  ].join('\n'),
  'sub-S04888/sub-S04888_sessions.tsv': [
    'session_id\tstudy_date\tmedical_evaluation',
    'ses-E07050\t20200401\t',
    "ses-E07060\t\t['<img src=x onerror=alert(1)> Cardiomegalia.']",
    '',
  ].join('\n'),
  [`${STEM}.png`]: filmPng(),
  [`${STEM}.json`]: sidecar({
    '00080060': ['CS', 'DX'],
    '00100030': ['DA', '19530214'],
    '00181164': ['DS', 0.139, 0.139],
    '00200020': ['CS', 'L', 'F'],
    '00280303': ['CS', 'MODIFIED'],
    '00281050': ['DS', 2048],
    '00281051': ['DS', 2000],
  }),
  [`derivatives/segmentations/sub-S03999/ses-E07001/${STEM.split('/').pop()}_dseg.png`]: filmMask(),
  [`derivatives/segmentations/sub-S03999/ses-E07001/${STEM.split('/').pop()}_dseg.tsv`]:
    'index\tname\n1\tconsolidation\n2\tground glass pattern\n',
  'sub-S04888/ses-E07050/mod-rx/sub-S04888_ses-E07050_run-1_bp-chest_cr.png': new Uint8Array(0),
};

export const FIRST_FILM = `${STEM}.png`;
