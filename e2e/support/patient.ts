import type { Files } from './app.ts';
import { filmMask } from './bimcv.ts';
import { film, filmStem, sessionsTable } from './cases.ts';
import { filmPng, SQUARES } from './films.ts';

/** One patient over time; every film has one grey of its own, so that a pixel tells which one it is. */
export const SUBJECT = 'sub-1';

export const stemOf = (session: string, view: string): string =>
  filmStem(SUBJECT, session, view === 'lateral' ? 2 : 1, view);

/** A film of one stored value, under the window 2048 / 4096 of its sidecar. */
const plainFilm = (
  session: string,
  view: string,
  value: number,
  more: Parameters<typeof film>[2] = {},
): Files => film(stemOf(session, view), filmPng(Array.from({ length: SQUARES ** 2 }, () => value)), more);

/** PS3.3 C.11.2.1.2.1 for that window. */
export const greyOf = (value: number): number => ((value - 2047.5) / 4095 + 0.5) * 255;

/** Stored values of the frontal films. */
export const VALUES = { 'ses-1': 512, 'ses-2': 1024, 'ses-3': 2048, 'ses-4': 3072, 'ses-5': 3584 } as const;

const LABELS_HEAD =
  '\tPatientID\tReportID\tReport\tLabels\tLocalizations\tLabelsLocalizationsBySentence\tlabelCUIS\tLocalizationsCUIS';

const mask = `derivatives/segmentations/${SUBJECT}/ses-2/${stemOf('ses-2', 'pa').split('/').pop()}_dseg`;

/**
 * Films of 19, 22 and 31 March and 5 April, and one without a date; the first and the third with a lateral, the second
 * with a mask. The first positive PCR was on 21 March. The second session's dates were altered.
 */
export const PATIENT: Files = {
  'participants.tsv': [
    'participant\tmodality_dicom\tbody_parts\tage\tgender',
    `${SUBJECT}\t['DX']\t[['chest']]\t[67]\tM`,
    '',
  ].join('\n'),
  'derivatives/labels/labels_posi.tsv': [
    LABELS_HEAD,
    `0\t${SUBJECT}\tses-2\tx .\t['effusion']\t[]\t[['effusion']]\t[]\t[]`,
    `1\t${SUBJECT}\tses-3\tx .\t['pneumonia']\t[]\t[['pneumonia']]\t[]\t[]`,
    '',
  ].join('\n'),
  'derivatives/EHR/tests.tsv': [
    'label\tsubject\tdate\ttest\tresult\tparticipant\t',
    `1\t1\t17.03.2020\tPCR\tNEGATIVO\t${SUBJECT}\t`,
    `1\t1\t21.03.2020\tPCR\tPOSITIVO\t${SUBJECT}\t`,
    '',
  ].join('\n'),
  ...sessionsTable(SUBJECT, {
    'ses-1': '20200319',
    'ses-2': '20200322',
    'ses-3': '20200331',
    'ses-4': '20200405',
    'ses-5': '',
  }),
  ...plainFilm('ses-1', 'pa', VALUES['ses-1']),
  ...plainFilm('ses-1', 'lateral', 256),
  ...plainFilm('ses-2', 'pa', VALUES['ses-2'], { '00280303': ['CS', 'MODIFIED'] }),
  ...plainFilm('ses-3', 'pa', VALUES['ses-3']),
  ...plainFilm('ses-3', 'lateral', 1536),
  ...plainFilm('ses-4', 'ap', VALUES['ses-4']),
  ...plainFilm('ses-5', 'pa', VALUES['ses-5']),
  [`${mask}.png`]: filmMask(),
  [`${mask}.tsv`]: 'index\tname\n1\tconsolidation\n2\tground glass pattern\n',
};
