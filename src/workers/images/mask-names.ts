import { MidscopeError } from '../../domain/error.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import type { Rgb } from '../../domain/segmentation/colour.ts';
import type { DecodedMask } from '../../formats/masks/decoded-mask.ts';
import { parseLabelNames } from '../../formats/masks/label-names.ts';
import { isMarkTable, namesByPlace, namesOfMarks, parseMarkTable } from '../../formats/masks/mark-table.ts';
import { decodeText } from '../../formats/tables/decode-text.ts';

type Names = ReadonlyMap<number, string>;

/** What a file beside a mask says of its labels. */
export interface MaskNames {
  readonly names: Names;
  readonly colours: ReadonlyMap<number, Rgb>;
  /** Names of labels that are no numbers, by where they lie; nothing where the file says no places. */
  readonly byPlace: (mask: DecodedMask) => Promise<Names | undefined>;
  readonly issues: readonly ImageIssue[];
}

export const NO_NAMES: MaskNames = {
  names: new Map(),
  colours: new Map(),
  byPlace: () => Promise.resolve(undefined),
  issues: [],
};

/** Reads a list of names, or a table of marks. What is neither leaves the numbers, and an issue. */
export function parseNames(bytes: Uint8Array<ArrayBuffer>): MaskNames {
  const { text } = decodeText(bytes);
  if (!isMarkTable(text)) {
    const table = parseLabelNames(text);
    return table.ok ? { ...NO_NAMES, ...table.value } : { ...NO_NAMES, issues: [table.error] };
  }
  try {
    const marks = parseMarkTable(text);
    const byPlace = async (mask: DecodedMask): Promise<Names | undefined> => {
      for await (const { map } of mask.planes()) return namesByPlace(map, marks);
      return undefined;
    };
    return { ...NO_NAMES, names: namesOfMarks(marks), byPlace };
  } catch (thrown) {
    if (!(thrown instanceof MidscopeError)) throw thrown;
    return { ...NO_NAMES, issues: [{ code: 'MASK_NAMES' }] };
  }
}
