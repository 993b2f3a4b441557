import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../domain/brand.ts';
import { DEMO_CASES } from './demo-cases.ts';
import { demoDataset } from './demo-dataset.ts';

const demo = demoDataset();
const { signal } = new AbortController();
const render = (path: string | undefined): Promise<Uint8Array<ArrayBuffer>> =>
  demo.render((path ?? '') as DatasetPath, signal);
const text = async (path: string | undefined): Promise<string> =>
  new TextDecoder().decode(await render(path));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the demo dataset', () => {
  it('knows its files without rendering any, in order and each once', () => {
    expect(demo.paths.length).toBeGreaterThan(300);
    expect([...demo.paths]).toEqual([...new Set(demo.paths)].toSorted());
    for (const path of demo.paths) expect(path).not.toMatch(/^\/|\/\/|\/$|(^|\/)\.\.?(\/|$)|\\/);
  });

  it('holds at least 24 people, about 60 sessions, 90 to 110 series and masks of ten images', () => {
    const sessions = new Set(demo.paths.flatMap((path) => path.match(/^sub-\w+\/ses-\w+/) ?? []));
    const series = new Set(
      demo.paths
        .filter((path) => /mod-rx\/.*(png|dcm|nii\.gz)$/.test(path))
        .map((path) => path.replace(/_chunk-\d+/, '')),
    );
    expect(demo.paths.filter((path) => path.endsWith('_sessions.tsv')).length).toBeGreaterThanOrEqual(24);
    expect(sessions.size).toBeGreaterThanOrEqual(55);
    expect(sessions.size).toBeLessThanOrEqual(70);
    expect(series.size).toBeGreaterThanOrEqual(90);
    expect(series.size).toBeLessThanOrEqual(110);
    expect(demo.paths.filter((path) => path.endsWith('_dseg.png')).length).toBe(10);
  });

  it('has no file for another path', async () => {
    await expect(render('sub-S00001/none.png')).rejects.toMatchObject({ code: 'FILE_GONE' });
    await expect(render('sub-S03027')).rejects.toMatchObject({ code: 'FILE_GONE' });
  });

  it('knows how a PNG begins without rendering it', async () => {
    const { png8, showcaseMask, screenshot, png16 } = DEMO_CASES;
    for (const [path] of [png8.paths, showcaseMask.paths, screenshot.paths, png16.paths]) {
      const head = demo.head(path as DatasetPath);
      expect(head?.length).toBe(33);
      expect((await render(path)).slice(0, 33)).toEqual(head);
    }
    expect(demo.head('participants.tsv' as DatasetPath)).toBeUndefined();
    expect(demo.head(DEMO_CASES.dicomFilm.paths[0] as DatasetPath)).toBeUndefined();
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const path = DEMO_CASES.ctAxial.paths[0] as DatasetPath;
    const rendering = demo.render(path, controller.signal);
    controller.abort();
    await expect(rendering).rejects.toMatchObject({ name: 'AbortError' });
    await expect(demo.render(path, controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('makes the same bytes again, after other files and in another order', async () => {
    const paths = [DEMO_CASES.png8.paths[0], DEMO_CASES.showcaseMask.paths[0], DEMO_CASES.ctDicom.paths[7]];
    const first = await Promise.all(paths.map(render));
    const again = demoDataset();
    for (const [n, path] of [...paths.entries()].toReversed())
      expect(sha256(await again.render(path as DatasetPath, signal))).toBe(sha256(first[n]!));
  });

  it('makes other people from another seed', async () => {
    const path = DEMO_CASES.png8.paths[0] as DatasetPath;
    expect(sha256(await demoDataset(20).render(path, signal))).not.toBe(sha256(await render(path)));
  });

  it('says that it is synthetic', async () => {
    const description = JSON.parse(await text('dataset_description.json')) as Record<string, unknown>;
    expect(description).toMatchObject({ Name: 'midscope demo', synthetic: true });
    expect(await text('README')).toContain('no BIMCV data');
    expect(await text('LICENSE.md')).toContain('synthetic');
  });
});
