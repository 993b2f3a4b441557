import { describe, expect, it } from 'vitest';
import type { DatasetPath } from '../../brand.ts';
import { baseName } from '../file-source.ts';
import type { ImageDraft } from './drafts.ts';
import { matchAnnotations, type AnnotatedImage } from './match-annotations.ts';

/** Only what matching reads. */
const draft = (path: string): ImageDraft => ({ path: path as DatasetPath }) as unknown as ImageDraft;

const named = (fileName: string, entry = 0, isAmbiguous = false): AnnotatedImage => ({
  entry,
  fileName,
  isAmbiguous,
});

/** Paths of the images with their entries, and the issues. */
function match(paths: readonly string[], images: readonly AnnotatedImage[], strays?: number) {
  const byName = new Map<string, ImageDraft[]>();
  for (const path of paths) byName.set(baseName(path), [...(byName.get(baseName(path)) ?? []), draft(path)]);
  const { entries, issues } = matchAnnotations(images, byName, strays);
  return { entries: Object.fromEntries([...entries].map(([image, entry]) => [image.path, entry])), issues };
}

const meant = (paths: readonly string[], fileName: string): readonly string[] =>
  Object.keys(match(paths, [named(fileName)]).entries);

const [A, B] = ['sub-1/ses-1/mod-rx/film.png', 'sub-2/ses-1/mod-rx/film.png'];

describe('matchAnnotations', () => {
  it('takes the image whose path ends as the name does, or whose path the name ends with', () => {
    for (const name of [
      B,
      './sub-2/ses-1/mod-rx/film.png',
      '/data/bimcv/sub-2/ses-1/mod-rx/film.png',
      'C:\\bimcv\\sub-2\\ses-1\\mod-rx\\film.png',
      'https://labels.example/files/sub-2/ses-1/mod-rx/film.png',
    ])
      expect(meant([A, B], name), name).toEqual([B]);
    expect(meant([`iter/${A}`, `iter/${B}`], A)).toEqual([`iter/${A}`]);
    expect(meant(['x/one/film.png', 'x/two/film.png'], 'two/film.png')).toEqual(['x/two/film.png']);
  });

  it('takes the image of the same name, whatever the folders are, when there is but one', () => {
    expect(meant([A], 'film.png')).toEqual([A]);
    expect(meant([A], 'images/train/film.png')).toEqual([A]);
    expect(meant([A, B], 'images/sub-2_ses-1/film.png')).toEqual([B]);
    expect(meant(['film.png', 'x/film.png'], 'film.png')).toEqual(['film.png']);
  });

  it('never takes the image of another subject or session', () => {
    expect(match([A], [named('sub-3/ses-1/mod-rx/film.png')])).toEqual({
      entries: {},
      issues: [{ code: 'MASK_IMAGES_UNKNOWN', facts: { images: 1, first: 'sub-3/ses-1/mod-rx/film.png' } }],
    });
    expect(meant([A], 'ses-2/film.png')).toEqual([]);
    expect(meant([A], 'SUB-1/film.png')).toEqual([A]);
  });

  it('takes none of several that a name can mean, and says how many names are so', () => {
    expect(match([A, B], [named('film.png'), named('mod-rx/film.png', 1)])).toEqual({
      entries: {},
      issues: [{ code: 'MASK_IMAGES_AMBIGUOUS', facts: { images: 2, first: 'film.png' } }],
    });
  });

  it('takes no entry for an image that two entries mean, or that shares its id', () => {
    expect(match([A, B], [named(A), named(`x/${A}`, 1), named(B, 2)])).toEqual({
      entries: { [B]: 2 },
      issues: [{ code: 'MASK_IMAGES_AMBIGUOUS', facts: { images: 2, first: A } }],
    });
    expect(match([A], [named(A, 0, true)]).issues).toEqual([
      { code: 'MASK_IMAGES_AMBIGUOUS', facts: { images: 1, first: A } },
    ]);
  });

  it('counts what is not in the dataset in one issue, with images that are only annotated', () => {
    const many = Array.from({ length: 3_000 }, (_, at) => named(`gone-${at}.png`, at));
    expect(match([A], [...many, named(A, 3_000)], 2)).toEqual({
      entries: { [A]: 3_000 },
      issues: [{ code: 'MASK_IMAGES_UNKNOWN', facts: { images: 3_002, first: 'gone-0.png' } }],
    });
    expect(match([A], [named('')]).issues).toEqual([{ code: 'MASK_IMAGES_UNKNOWN', facts: { images: 1 } }]);
    expect(match([A], [], 1).issues).toEqual([{ code: 'MASK_IMAGES_UNKNOWN', facts: { images: 1 } }]);
  });
});
