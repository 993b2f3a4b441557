import type { DatasetPath } from '../domain/brand.ts';

/** A segment that is empty or begins with a dot: `.`, `..`, `.DS_Store`, `._film.png`, `.git`. */
const UNSEEN_SEGMENT = /(?:^|\/)(?:[./]|$)/;

/**
 * Whether a text is the path of a file or folder that belongs to a dataset. Hidden names do not belong to it:
 * operating systems and version control leave them, and every source must see the same files.
 */
export const isDatasetPath = (path: string): path is DatasetPath => !UNSEEN_SEGMENT.test(path);
