import type { Finding } from '../../issues.ts';
import { baseName } from '../file-source.ts';
import type { ImageDraft } from './drafts.ts';
import type { MergedSubject } from './merge-roots.ts';

/** One image that a file of annotations for many images names. */
export interface AnnotatedImage {
  /** Place among the images of the file, from 0. */
  readonly entry: number;
  /** As filed: a name, or a path from any folder on. */
  readonly fileName: string;
  /** The file does not tell which image its annotations are of. */
  readonly isAmbiguous: boolean;
}

/** All images by the name of their file, without those that are copies of another. */
export function imagesByName(subjects: readonly MergedSubject[]): ReadonlyMap<string, readonly ImageDraft[]> {
  const byName = new Map<string, ImageDraft[]>();
  for (const { sessions } of subjects)
    for (const { images } of sessions)
      for (const image of images) {
        const name = baseName(image.path);
        const known = byName.get(name);
        if (known) known.push(image);
        else byName.set(name, [image]);
      }
  return byName;
}

/** A name as a path of the dataset would be written; addresses and other systems' paths keep their folders. */
const pathOf = (fileName: string): string =>
  fileName
    .split(/[/\\]/)
    .filter((part) => part !== '' && part !== '.')
    .join('/');

const endsWith = (path: string, end: string): boolean => path === end || path.endsWith(`/${end}`);

/** Whether two paths state different subjects or sessions; one that states none agrees with all. */
function isOfOther(path: string, other: string): boolean {
  return [/(?:^|[/_])sub-([^/_]+)/i, /(?:^|[/_])ses-([^/_]+)/i].some((entity) => {
    const [stated, ofOther] = [entity.exec(path)?.[1], entity.exec(other)?.[1]];
    return stated !== undefined && ofOther !== undefined && stated.toLowerCase() !== ofOther.toLowerCase();
  });
}

/**
 * The images that a file name can mean: the one of that path; else those whose path ends so, or whose whole path, with
 * folders, the name ends with; else those of the same base name. Another subject's or session's image is never meant.
 */
function candidatesFor(
  fileName: string,
  byName: ReadonlyMap<string, readonly ImageDraft[]>,
): readonly ImageDraft[] {
  const path = pathOf(fileName);
  const named = byName.get(baseName(path)) ?? [];
  const exact = named.filter((image) => image.path === path);
  if (exact.length > 0) return exact;
  const possible = named.filter((image) => !isOfOther(path, image.path));
  const inFolders = possible.filter(
    (image) =>
      (path.includes('/') && endsWith(image.path, path)) ||
      (image.path.includes('/') && endsWith(path, image.path)),
  );
  return inFolders.length > 0 ? inFolders : possible;
}

interface Tally {
  count: number;
  first: string;
}

/**
 * Attaches a file's annotations to the images that it names. An image that two entries mean has neither: which of them
 * is its own cannot be told.
 * @param strays images that annotations name and the file does not have.
 * @returns what is wrong with the names, one issue per kind however many they are.
 */
export function matchAnnotations(
  images: readonly AnnotatedImage[],
  byName: ReadonlyMap<string, readonly ImageDraft[]>,
  strays = 0,
): { readonly entries: ReadonlyMap<ImageDraft, number>; readonly issues: readonly Finding[] } {
  const unknown: Tally = { count: strays, first: '' };
  const ambiguous: Tally = { count: 0, first: '' };
  const add = (tally: Tally, fileName: string): void => {
    tally.count += 1;
    tally.first ||= fileName.slice(0, MAX_NAME);
  };
  const claims = new Map<ImageDraft, AnnotatedImage[]>();
  for (const image of images) {
    const [only, another] = candidatesFor(image.fileName, byName);
    if (!only) add(unknown, image.fileName);
    else if (another || image.isAmbiguous) add(ambiguous, image.fileName);
    else claims.set(only, [...(claims.get(only) ?? []), image]);
  }
  const entries = new Map<ImageDraft, number>();
  for (const [image, [claim, ...others]] of claims)
    if (claim && others.length === 0) entries.set(image, claim.entry);
    else for (const one of claim ? [claim, ...others] : []) add(ambiguous, one.fileName);
  const issues: Finding[] = [];
  if (unknown.count > 0) issues.push({ code: 'MASK_IMAGES_UNKNOWN', facts: factsOf(unknown) });
  if (ambiguous.count > 0) issues.push({ code: 'MASK_IMAGES_AMBIGUOUS', facts: factsOf(ambiguous) });
  return { entries, issues };
}

/** Characters of a name that an issue shows. */
const MAX_NAME = 200;

const factsOf = ({ count, first }: Tally) => ({ images: count, ...(first !== '' && { first }) });
