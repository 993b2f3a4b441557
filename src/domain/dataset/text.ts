/** Lower case without accents, so that "Neumonía" is found as "neumonia". Length may change. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** The words of a text, folded; letters and digits only. */
export const wordsOf = (text: string): readonly string[] => foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const collator = new Intl.Collator('en', { numeric: true });

/** Order of names in which `run-2` comes before `run-10`. */
export const compareNaturally = (a: string, b: string): number => collator.compare(a, b);

/** Texts of which those that read the same are numbered, from 1: "LUT", "LUT", "As filed" → "LUT 1", "LUT 2", "As filed". */
export function numberAlike(texts: readonly string[]): readonly string[] {
  const met = new Map<string, number>();
  return texts.map((text) => {
    if (texts.indexOf(text) === texts.lastIndexOf(text)) return text;
    const number = (met.get(text) ?? 0) + 1;
    met.set(text, number);
    return `${text} ${number}`;
  });
}
