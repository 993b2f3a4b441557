import { inflateChunks } from '../../../src/formats/inflate.ts';
import { decodePng } from '../../../src/formats/png/decode-png.ts';
import { readPngFile } from '../../../src/formats/png/png-file.ts';

/** Milliseconds of one run. */
export interface PngTimes {
  /** Inflating the data of the file into memory of the right size, and nothing else. */
  readonly inflate: number;
  readonly decode: number;
}

/** For a page: fetches a 16-bit grey PNG and takes the times of decoding it, in turns with inflating alone. */
export async function timePng(address: string, runs: number): Promise<readonly PngTimes[]> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const { signal } = new AbortController();
  const { header, compressed } = readPngFile(bytes);
  const size = header.rows * (1 + 2 * header.columns);
  const options = { format: 'deflate', limit: size, signal } as const;
  const times: PngTimes[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const inflated = new Uint8Array(size);
    let at = 0;
    await inflateChunks(compressed, options, (chunk) => {
      inflated.set(chunk, at);
      at += chunk.length;
      return true;
    });
    const between = performance.now();
    await decodePng(bytes, signal);
    times.push({ inflate: between - start, decode: performance.now() - between });
  }
  return times;
}
