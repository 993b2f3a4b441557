import type { DatasetPath } from '../../domain/brand.ts';

const isDatasetPath = (text: string): text is DatasetPath =>
  text !== '' &&
  !text.includes('\0') &&
  text.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..');

/**
 * Reads a path that a table or listing states: `./` and doubled slashes are removed.
 * @returns nothing for an absolute path, one with a `..` segment, a NUL, or none at all.
 */
export function datasetPath(text: string): DatasetPath | undefined {
  if (text.startsWith('/')) return undefined;
  const path = text
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');
  return isDatasetPath(path) ? path : undefined;
}
