/**
 * A mask over one image, in image pixel space: row by row from the top left, one value per pixel.
 * 0 is background; every other value is a segment.
 */
export interface LabelMap {
  readonly columns: number;
  readonly rows: number;
  readonly data: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
}

/** Number of pixels of each value that occurs, in ascending order; background left out. */
export function countAreas({ data }: LabelMap): ReadonlyMap<number, number> {
  const counts = new Uint32Array(data instanceof Uint8Array ? 2 ** 8 : 2 ** 16);
  // Most is background, which need not be counted: several pixels of it are passed over at once.
  const perWord = 4 / data.BYTES_PER_ELEMENT;
  const isAligned = data.byteOffset % 4 === 0;
  const words = isAligned ? new Uint32Array(data.buffer, data.byteOffset, data.byteLength >> 2) : [];
  for (let word = 0; word < words.length; word++) {
    if (words[word] === 0) continue;
    for (let at = word * perWord; at < (word + 1) * perWord; at++) counts[data[at]!]!++;
  }
  for (let at = words.length * perWord; at < data.length; at++) counts[data[at]!]!++;
  const areas = new Map<number, number>();
  for (const [value, area] of counts.entries()) if (value > 0 && area > 0) areas.set(value, area);
  return areas;
}
