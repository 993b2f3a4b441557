import { gunzipSync } from 'node:zlib';
import { parseDicom } from 'dicom-parser';
import type { DataSet } from 'dicom-parser';
import { decode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import { DEMO_CASES } from './demo-cases.ts';
import type { DemoCase } from './demo-cases.ts';
import { demoDataset } from './demo-dataset.ts';

const demo = demoDataset();
const { signal } = new AbortController();
const render = (path: string | undefined): Promise<Uint8Array<ArrayBuffer>> =>
  demo.render((path ?? '') as DatasetPath, signal);
const text = async (path: string | undefined): Promise<string> =>
  new TextDecoder().decode(await render(path));
const png = async (path: string | undefined) => decode(await render(path));

type Json = Record<string, { vr: string; Value?: unknown[] } | undefined>;
const sidecar = async (path: string | undefined): Promise<Json> => JSON.parse(await text(path)) as Json;
const dicom = async (path: string | undefined): Promise<DataSet> => parseDicom(await render(path));

/** Header fields of a gzipped NIfTI, by their offsets. */
async function nifti(path: string | undefined) {
  const bytes = gunzipSync(await render(path));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return {
    dimensions: [42, 44, 46].map((at) => view.getInt16(at, true)),
    dataType: view.getInt16(70, true),
    affine: Array.from({ length: 12 }, (_, n) => view.getFloat32(280 + 4 * n, true)),
    hounsfield: (n: number) => view.getInt16(352 + 2 * n, true),
  };
}

/** Width of a PNG, from its header. */
const widthOf = async (path: string | undefined): Promise<number> =>
  new DataView((await render(path)).buffer).getUint32(16);

const ascending = (values: readonly number[]): boolean =>
  values.every((value, n) => n === 0 || value > values[n - 1]!);

describe('DEMO_CASES', () => {
  it.each(Object.entries<DemoCase>(DEMO_CASES))('%s names files of the dataset', (_, { paths, session }) => {
    for (const path of paths) expect(demo.paths).toContain(path);
    expect(session).toMatch(/^ses-E\d{5}$/);
  });

  it('a session without images is in tables only', () => {
    for (const { session } of [DEMO_CASES.labelsWithoutImages, DEMO_CASES.truncatedLabelsWithoutImages])
      expect(demo.paths.some((path) => path.includes(session))).toBe(false);
  });

  it('a 16-bit PNG has the size and the bits of its sidecar', async () => {
    const [image, json] = DEMO_CASES.png16.paths;
    const [pixels, header] = [await png(image), await sidecar(json)];
    expect([pixels.depth, pixels.channels]).toEqual([16, 1]);
    expect(header['00280010']?.Value).toEqual([pixels.height]);
    expect(header['00280011']?.Value).toEqual([pixels.width]);
    expect(header['00280101']?.Value).toEqual([12]);
    for (const value of pixels.data) if (value >= 4096) throw new Error(`stored value ${value}`);
  });

  it('an 8-bit PNG is 8-bit in its sidecar too', async () => {
    const [image, json] = DEMO_CASES.png8.paths;
    expect((await png(image)).depth).toBe(8);
    expect((await sidecar(json))['00280100']?.Value).toEqual([8]);
  });

  it('a large film has more than 2,000 pixels on its long side', async () => {
    const head = new DataView((await render(DEMO_CASES.largeFilm.paths[0])).buffer);
    expect(head.getUint32(20)).toBeGreaterThan(2000);
  });

  it('MONOCHROME1 is dark in the mediastinum and bright beside the body, in PNG and in DICOM', async () => {
    const [image, json] = DEMO_CASES.monochrome1Png.paths;
    expect((await sidecar(json))['00280004']?.Value).toEqual(['MONOCHROME1']);
    const { data, width, height } = await png(image);
    const at = (x: number, y: number): number =>
      data[Math.round(y * height) * width + Math.round(x * width)]!;
    expect(at(0.5, 0.5)).toBeLessThan(at(0.3, 0.4));
    expect(at(0.3, 0.4)).toBeLessThan(at(0.002, 0.5));

    const read = await dicom(DEMO_CASES.monochrome1Dicom.paths[0]);
    expect(read.string('x00280004')).toBe('MONOCHROME1');
    expect(read.elements['x7fe00010']?.length).toBe(
      2 * read.uint16('x00280010')! * read.uint16('x00280011')!,
    );
  });

  it('Presentation LUT Shape INVERSE goes with MONOCHROME1', async () => {
    const header = await sidecar(DEMO_CASES.inverseShape.paths[1]);
    expect(header['20500020']?.Value).toEqual(['INVERSE']);
    expect(header['00280004']?.Value).toEqual(['MONOCHROME1']);
  });

  it('VOI LUTs describe the data they carry, in sidecar and DICOM', async () => {
    const header = await sidecar(DEMO_CASES.voiLutPng.paths[1]);
    const [item] = (header['00283010']?.Value ?? []) as Json[];
    expect(item?.['00283002']?.Value).toEqual([4096, 0, 12]);
    expect(item?.['00283006']?.Value?.length).toBe(4096);
    expect(header['00281050']).toBeUndefined();

    const nested = (await dicom(DEMO_CASES.voiLutDicom.paths[0])).elements['x00283010']?.items?.[0]?.dataSet;
    expect([0, 1, 2].map((n) => nested?.uint16('x00283002', n))).toEqual([4096, 0, 12]);
    expect(nested?.elements['x00283006']?.length).toBe(8192);
  });

  it('several windows carry their explanations', async () => {
    const header = await sidecar(DEMO_CASES.severalWindows.paths[1]);
    expect(header['00281055']?.Value).toEqual(['NORMAL', 'HARDER', 'SOFTER']);
    expect(header['00281050']?.Value?.length).toBe(3);
    expect(header['00080070']?.Value).toEqual(['"GE Healthcare"']);
  });

  it('a film without window has no VOI of any kind', async () => {
    const header = await sidecar(DEMO_CASES.noWindow.paths[1]);
    expect([header['00281050'], header['00281051'], header['00283010']]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(header['0008103E']?.Value).toEqual(['TÃ²RAX PA']);
  });

  it('sidecars are one ASCII line with birth date, moved dates and a comment that says synthetic', async () => {
    const line = await text(DEMO_CASES.severalWindows.paths[1]);
    expect(line).toMatch(/^[\x20-\x7e]+$/);
    const header = JSON.parse(line) as Json;
    expect(header['00100030']?.Value?.[0]).toMatch(/^1982\d{4}$/);
    expect(header['00280303']?.Value).toEqual(['MODIFIED']);
    expect(header['00104000']?.Value).toEqual([
      'Project:covid19_posi Subject:003114 Session:005911 Synthetic',
    ]);
    expect(Object.keys(header).filter((tag) => tag !== '20500020')).toEqual(
      Object.keys(header)
        .filter((tag) => tag !== '20500020')
        .toSorted(),
    );
  });

  it('defects are what their names say', async () => {
    expect((await render(DEMO_CASES.emptyImage.paths[0])).length).toBe(0);
    const broken = await text(DEMO_CASES.invalidSidecar.paths[0]);
    expect(() => JSON.parse(broken) as unknown).toThrow(SyntaxError);
    const [missing] = DEMO_CASES.missingSidecar.paths;
    expect(demo.paths).not.toContain(String(missing).replace('.png', '.json'));
    const [, second] = DEMO_CASES.sharedSidecar.paths;
    expect(demo.paths).not.toContain(String(second).replace('.png', '.json'));
    const screenshot = await png(DEMO_CASES.screenshot.paths[0]);
    expect([screenshot.depth, screenshot.channels]).toEqual([8, 3]);
    expect(screenshot.data.some((value, n) => n % 3 === 0 && value !== screenshot.data[n + 2])).toBe(true);
  });

  it('a lateral named frontal is narrower than the frontal film of its session', async () => {
    expect(await widthOf(DEMO_CASES.lateralNamedFrontal.paths[0])).toBeLessThan(
      await widthOf(DEMO_CASES.showcase.paths[0]),
    );
  });

  it('masks are label maps of the size of their film, with a name for every value', async () => {
    const [image, names] = DEMO_CASES.showcaseMask.paths;
    const mask = await png(image);
    const film = await png(DEMO_CASES.showcase.paths[0]);
    expect([mask.width, mask.height, mask.depth]).toEqual([film.width, film.height, 8]);
    expect([...new Set<number>(mask.data)].toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
    expect(await text(names)).toBe(
      'index\tname\tcolor\n1\tconsolidation\t#E8A271\n2\tground glass pattern\t#6BB6F3\n',
    );
  });
});

describe('CTs', () => {
  it('the axial one runs to the left, to the back and upwards, in RAS', async () => {
    const { dimensions, dataType, affine } = await nifti(DEMO_CASES.ctAxial.paths[0]);
    expect([dimensions, dataType]).toEqual([[256, 256, 96], 4]);
    const signs = [0, 5, 10].map((n) => Math.sign(affine[n]!));
    expect(signs).toEqual([-1, -1, 1]);
    expect([1, 2, 4, 6, 8, 9].map((n) => affine[n])).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('the sagittal one runs to the front, upwards and to the right', async () => {
    const { dimensions, affine, hounsfield } = await nifti(DEMO_CASES.ctSagittal.paths[0]);
    expect(dimensions).toEqual([256, 60, 256]);
    // Column by column: i to +y (anterior), j to +z (superior), k to +x (right).
    expect([affine[4]! > 0, affine[9]! > 0, affine[2]! > 0]).toEqual([true, true, true]);
    expect([0, 1, 5, 6, 8, 10].map((n) => affine[n])).toEqual([0, 0, 0, 0, 0, 0]);
    // The middle of the volume is tissue, the front corner of the first slice padding.
    expect(hounsfield((128 * 60 + 12) * 256 + 128)).toBeGreaterThan(-200);
    expect(hounsfield(255)).toBe(-1024);
  });

  it('the sidecar of a NIfTI has intercept and two windows though its values are Hounsfield units', async () => {
    const header = await sidecar(DEMO_CASES.ctAxial.paths[1]);
    expect(header['00281052']?.Value).toEqual([-1024]);
    expect(header['00281050']?.Value).toEqual([-600, 50]);
    expect(header['00080008']?.Value).toEqual(['ORIGINAL', 'PRIMARY', 'AXIAL']);
  });

  it('names, instance numbers and positions of the DICOM slices are in three orders, and all positions differ', async () => {
    const slices = await Promise.all(
      DEMO_CASES.ctDicom.paths.map(async (path) => {
        const read = await dicom(path);
        return {
          instance: Number(read.string('x00200013')),
          z: Number(read.string('x00200032')?.split('\\')[2]),
          uid: read.string('x00080018'),
          series: read.string('x0020000e'),
          padding: read.int16('x00280120'),
          first: read.int16('x7fe00010', 0),
        };
      }),
    );
    expect(ascending(slices.map(({ z }) => z))).toBe(false);
    expect(ascending(slices.map(({ instance }) => instance))).toBe(false);
    const byInstance = slices.toSorted((a, b) => a.instance - b.instance).map(({ z }) => z);
    expect(ascending(byInstance) || ascending(byInstance.toReversed())).toBe(false);
    const sorted = slices.map(({ z }) => z).toSorted((a, b) => a - b);
    for (let n = 1; n < sorted.length; n++) expect(sorted[n]! - sorted[n - 1]!).toBeCloseTo(7.23, 2);
    expect(new Set(slices.map(({ uid }) => uid)).size).toBe(40);
    expect(new Set(slices.map(({ series }) => series)).size).toBe(1);
    for (const { padding, first } of slices) expect([padding, first]).toEqual([-2000, -2000]);
  });

  it('the localizer has two slices and says what it is', async () => {
    const [image, json] = DEMO_CASES.ctLocalizer.paths;
    expect((await nifti(image)).dimensions[2]).toBe(2);
    expect((await sidecar(json))['00080008']?.Value).toContain('LOCALIZER');
  });
});
