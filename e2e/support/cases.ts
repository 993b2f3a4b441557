import type { Files } from './app.ts';
import { filmPng, sidecar } from './films.ts';
import { png } from './png.ts';

const ATTRIBUTES = {
  '00080060': ['CS', 'DX'],
  '00181164': ['DS', 0.139, 0.139],
  '00200020': ['CS', 'L', 'F'],
  '00281050': ['DS', 2048],
  '00281051': ['DS', 4096],
} as const;

/** The path of a film without its ending. */
export const filmStem = (subject: string, session: string, run: number, view: string): string =>
  `${subject}/${session}/mod-rx/${subject}_${session}_run-${run}_bp-chest_vp-${view}_dx`;

/** A film with its sidecar. */
export const film = (
  stem: string,
  image: Buffer = filmPng(),
  more: Parameters<typeof sidecar>[0] = {},
): Files => ({
  [`${stem}.png`]: image,
  [`${stem}.json`]: sidecar({ ...ATTRIBUTES, ...more }),
});

/** A film of the size that detectors make: a ramp of 12 bits over 3,000 × 2,500 pixels. */
export function largeFilm(): Buffer {
  const [columns, rows] = [2_500, 3_000];
  const samples = new Uint16Array(columns * rows);
  for (let at = 0; at < samples.length; at++) samples[at] = (at % columns) + (at % 7);
  return png({ columns, rows, depth: 16, colour: 'grey', samples });
}

export const sessionsTable = (subject: string, dates: Readonly<Record<string, string>>): Files => ({
  [`${subject}/${subject}_sessions.tsv`]: [
    'session_id\tstudy_date\tmedical_evaluation',
    ...Object.entries(dates).map(([session, date]) => `${session}\t${date}\t`),
    '',
  ].join('\n'),
});

export const PARTICIPANTS: Files = {
  'participants.tsv': [
    'participant\tmodality_dicom\tbody_parts\tage\tgender',
    ...['sub-1', 'sub-2', 'sub-3'].map((subject) => `${subject}\t['DX']\t[['chest']]\t[67]\tM`),
    '',
  ].join('\n'),
};
