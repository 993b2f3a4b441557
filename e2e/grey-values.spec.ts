import type { Page } from '@playwright/test';
import { expect, renderedViewport, test, type Files } from './support/app.ts';
import {
  filmDicom,
  filmPng,
  INVERSE_LUT,
  INVERSE_LUT_SEQUENCE,
  sidecar,
  SQUARE,
  SQUARES,
  STORED,
} from './support/films.ts';
import { canvasOf, capture, placeOf } from './support/screen.ts';

const stem = (run: number, suffix = 'dx'): string =>
  `sub-1/ses-1/mod-rx/sub-1_ses-1_run-${run}_bp-chest_vp-pa_${suffix}`;

/** PS3.3 C.11.2.1.2.1 with an output of 0 to 255, written out by hand. */
function linear(value: number, center: number, width: number): number {
  if (value <= center - 0.5 - (width - 1) / 2) return 0;
  if (value > center - 0.5 + (width - 1) / 2) return 255;
  return ((value - (center - 0.5)) / (width - 1) + 0.5) * 255;
}

/** PS3.3 C.11.2.1.3.1. */
const sigmoid = (value: number, center: number, width: number): number =>
  255 / (1 + Math.exp((-4 * (value - center)) / width));

interface FilmCase {
  readonly name: string;
  readonly files: Files;
  readonly voi: string;
  readonly inverted?: boolean;
  /** Expected grey of a stored value. */
  readonly grey: (stored: number) => number;
}

const window = { '00281050': ['DS', 2048], '00281051': ['DS', 2000] } as const;

// The 1st and 99th percentile of 64 equally large squares of 0, 64 … 4032 are the outermost two values.
const [LOW, HIGH] = [0, 4032];

const CASES: readonly FilmCase[] = [
  {
    name: 'a PNG with a window in its sidecar',
    files: { [`${stem(1)}.png`]: filmPng(), [`${stem(1)}.json`]: sidecar(window) },
    voi: 'window',
    grey: (stored) => linear(stored, 2048, 2000),
  },
  {
    name: 'a MONOCHROME1 PNG, inverted once although INVERSE says so too',
    files: {
      [`${stem(1)}.png`]: filmPng(),
      [`${stem(1)}.json`]: sidecar({
        ...window,
        '00280004': ['CS', 'MONOCHROME1'],
        '20500020': ['CS', 'INVERSE'],
      }),
    },
    voi: 'window',
    inverted: true,
    grey: (stored) => 255 - linear(stored, 2048, 2000),
  },
  {
    name: 'a PNG whose sidecar has a VOI LUT Sequence, which comes before the window',
    files: {
      [`${stem(1)}.png`]: filmPng(),
      [`${stem(1)}.json`]: sidecar({ ...window, ...INVERSE_LUT_SEQUENCE }),
    },
    voi: 'lut',
    grey: (stored) => ((4095 - stored) / 4095) * 255,
  },
  {
    name: 'a PNG with several windows, of which the first is shown',
    files: {
      [`${stem(1)}.png`]: filmPng(),
      [`${stem(1)}.json`]: sidecar({ '00281050': ['DS', 1000, 3000], '00281051': ['DS', 500, 900] }),
    },
    voi: 'window',
    grey: (stored) => linear(stored, 1000, 500),
  },
  {
    name: 'a PNG with a SIGMOID window',
    files: {
      [`${stem(1)}.png`]: filmPng(),
      [`${stem(1)}.json`]: sidecar({ ...window, '00281056': ['CS', 'SIGMOID'] }),
    },
    voi: 'window',
    grey: (stored) => sigmoid(stored, 2048, 2000),
  },
  {
    name: 'a PNG without any window, at percentiles 1 to 99',
    files: { [`${stem(1)}.png`]: filmPng(), [`${stem(1)}.json`]: sidecar({ '00080060': ['CS', 'DX'] }) },
    voi: 'percentile',
    grey: (stored) => ((stored - LOW) / (HIGH - LOW)) * 255,
  },
  {
    name: 'a PNG without a sidecar',
    files: { [`${stem(1)}.png`]: filmPng() },
    voi: 'percentile',
    grey: (stored) => ((stored - LOW) / (HIGH - LOW)) * 255,
  },
  {
    name: 'an 8-bit PNG',
    files: {
      [`${stem(1, 'cr')}.png`]: filmPng(
        STORED.map((value) => value / 16),
        8,
      ),
      [`${stem(1, 'cr')}.json`]: sidecar({ '00281050': ['DS', 128], '00281051': ['DS', 256] }),
    },
    voi: 'window',
    grey: (stored) => linear(stored / 16, 128, 256),
  },
  {
    name: 'a DICOM film with a window',
    files: {
      [`${stem(1)}.dcm`]: filmDicom({
        '00280004': ['CS', 'MONOCHROME2'],
        '00281050': ['DS', '2048'],
        '00281051': ['DS', '2000'],
      }),
    },
    voi: 'window',
    grey: (stored) => linear(stored, 2048, 2000),
  },
  {
    name: 'a MONOCHROME1 DICOM film with an explicit LINEAR function',
    files: {
      [`${stem(1)}.dcm`]: filmDicom({
        '00280004': ['CS', 'MONOCHROME1'],
        '00281050': ['DS', '2048'],
        '00281051': ['DS', '2000'],
        '00281056': ['CS', 'LINEAR'],
      }),
    },
    voi: 'window',
    inverted: true,
    grey: (stored) => 255 - linear(stored, 2048, 2000),
  },
  {
    name: 'a DICOM film with a VOI LUT Sequence',
    files: {
      [`${stem(1)}.dcm`]: filmDicom({
        '00280004': ['CS', 'MONOCHROME2'],
        '00283010': [
          'SQ',
          [
            {
              '00283002': ['US', [4096, 0, 12]],
              '00283003': ['LO', 'TURNED'],
              '00283006': ['US', INVERSE_LUT],
            },
          ],
        ],
      }),
    },
    voi: 'lut',
    grey: (stored) => ((4095 - stored) / 4095) * 255,
  },
  {
    name: 'a DICOM film with a rescale before its window',
    files: {
      [`${stem(1)}.dcm`]: filmDicom({
        '00280004': ['CS', 'MONOCHROME2'],
        '00281052': ['DS', '-1000'],
        '00281053': ['DS', '0.5'],
        '00281050': ['DS', '0'],
        '00281051': ['DS', '1000'],
      }),
    },
    voi: 'window',
    grey: (stored) => linear(0.5 * stored - 1000, 0, 1000),
  },
];

async function openFilm(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/case/sub-1/ses-1`);
  await renderedViewport(page);
  await page.keyboard.press('o');
  await page.keyboard.press('t');
  await page.keyboard.press('t');
}

for (const { name, files, voi, inverted = false, grey } of CASES) {
  test(`the greys of ${name} are those of the standard's formula`, async ({ page, serve, folder }) => {
    await openFilm(page, await serve(await folder(files)));
    const viewport = await renderedViewport(page);
    await expect(viewport).toHaveAttribute('data-voi', voi);
    await expect(viewport).toHaveAttribute('data-inverted', String(inverted));
    const place = await placeOf(viewport, { columns: SQUARES * SQUARE, rows: SQUARES * SQUARE });
    const screen = await capture(canvasOf(viewport));
    const errors = STORED.map((stored, at) => {
      const [x, y] = place(
        (at % SQUARES) * SQUARE + SQUARE / 2,
        Math.floor(at / SQUARES) * SQUARE + SQUARE / 2,
      );
      const [red, green, blue] = screen.at(x, y);
      expect([green, blue], 'a film has no colour').toEqual([red, red]);
      return Math.abs(red - grey(stored));
    });
    expect(Math.max(...errors)).toBeLessThanOrEqual(1);
  });
}
