import { isDatasetPath } from '../sources/dataset-path.ts';

/** A separator of any system, a NUL, or a drive letter: as part of a name it could lead somewhere else. */
const TREACHEROUS = /[/\\\0]|^[a-z]:/i;

/** Whether a file of this name is offered: it is not hidden, and cannot be taken for more than a name. */
export const isServableName = (name: string): boolean => isDatasetPath(name) && !TREACHEROUS.test(name);

/** The path of a request as sent, without its query. Never normalised: that is where `..` would slip in. */
export const requestPath = (url = ''): string => url.split('?', 1)[0] ?? '';

/** The query of a request as sent; empty without one. */
export const requestQuery = (url = ''): string => url.slice(requestPath(url).length + 1);

/**
 * The names of a path below a served folder, each decoded exactly once; empty text is the folder itself.
 * @returns undefined when any of them is no name of a file there.
 */
export function decodeNames(encoded: string): readonly string[] | undefined {
  if (encoded === '') return [];
  try {
    const names = encoded.split('/').map(decodeURIComponent);
    return names.every(isServableName) ? names : undefined;
  } catch {
    // Malformed percent encoding.
    return undefined;
  }
}
