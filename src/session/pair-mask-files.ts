/** A mask that was chosen, with the list of names that came with it. */
export interface MaskPair<File extends { readonly name: string }> {
  readonly file: File;
  readonly names?: File;
}

const NAMES = /\.(tsv|csv|json|txt)$/i;

const stemOf = (name: string): string => name.replace(/(\.nii)?\.[^.]+(\.gz)?$/i, '').toLowerCase();

/**
 * Tells masks from the lists of their names among the files that were chosen together: a table or JSON belongs to the
 * other file of its name, or to the only other one; alone it may be a mask itself.
 */
export function pairMaskFiles<File extends { readonly name: string }>(
  files: readonly File[],
): readonly MaskPair<File>[] {
  const pictures = files.filter(({ name }) => !NAMES.test(name));
  const lists = files.filter(({ name }) => NAMES.test(name));
  if (pictures.length === 0) return lists.map((file) => ({ file }));
  const taken = new Set<File>();
  const pairs = pictures.map((file) => {
    const own = lists.find((list) => stemOf(list.name) === stemOf(file.name));
    const names = own ?? (pictures.length === 1 && lists.length === 1 ? lists[0] : undefined);
    if (names) taken.add(names);
    return { file, ...(names && { names }) };
  });
  return [...pairs, ...lists.filter((list) => !taken.has(list)).map((file) => ({ file }))];
}
