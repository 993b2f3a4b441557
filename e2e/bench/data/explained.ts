import { BIMCV, FIRST_FILM } from '../../support/bimcv.ts';
import { film, filmStem, largeFilm } from '../../support/cases.ts';
import type { Files } from '../../support/app.ts';
import { png } from '../../support/png.ts';
import type { NamedCase } from './plan.ts';

const COLUMNS = 2_500;
const ROWS = 3_000;

/** Two segments of the film's size, with edges as uneven as those that readers draw. */
function largeMask(): Buffer {
  const samples = new Uint8Array(COLUMNS * ROWS);
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const edge = 600 + 40 * Math.sin(row / 30) + 15 * Math.sin(row / 7);
      const down = Math.hypot(row - 1_700, column - (column < COLUMNS / 2 ? 700 : 1_800));
      if (down < edge) samples[row * COLUMNS + column] = column < COLUMNS / 2 ? 1 : 2;
    }
  return png({ columns: COLUMNS, rows: ROWS, depth: 8, colour: 'grey', samples });
}

const STEM = FIRST_FILM.slice(0, -'.png'.length);
const NAME = STEM.slice(STEM.lastIndexOf('/') + 1);
const PLAIN = filmStem('sub-S01000', 'ses-E01000', 1, 'pa');

/** The same film twice: with all that can be said of one, and with nothing. */
export function explainedFiles(): Files {
  const image = largeFilm();
  return {
    ...BIMCV,
    [FIRST_FILM]: image,
    [`derivatives/segmentations/sub-S03999/ses-E07001/${NAME}_dseg.png`]: largeMask(),
    ...film(PLAIN, image),
  };
}

export const EXPLAINED: NamedCase = { subject: 'sub-S03999', session: 'ses-E07001', image: FIRST_FILM };
export const UNEXPLAINED: NamedCase = {
  subject: 'sub-S01000',
  session: 'ses-E01000',
  image: `${PLAIN}.png`,
};
