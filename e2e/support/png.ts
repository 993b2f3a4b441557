import { crc32, deflateSync } from 'node:zlib';

/** A PNG written by hand, so that midscope's reader is tested against the format and not against its own writer. */
export interface PngImage {
  readonly columns: number;
  readonly rows: number;
  readonly depth: 8 | 16;
  readonly colour: 'grey' | 'rgb';
  /** Samples row by row; three per pixel for colour. */
  readonly samples: ArrayLike<number>;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

export function png({ columns, rows, depth, colour, samples }: PngImage): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(columns, 0);
  header.writeUInt32BE(rows, 4);
  header[8] = depth;
  header[9] = colour === 'grey' ? 0 : 2;
  const perRow = columns * (colour === 'grey' ? 1 : 3);
  const bytes = depth / 8;
  const raw = Buffer.alloc(rows * (1 + perRow * bytes));
  for (let row = 0; row < rows; row++)
    for (let at = 0; at < perRow; at++) {
      const to = row * (1 + perRow * bytes) + 1 + at * bytes;
      const value = samples[row * perRow + at] ?? 0;
      if (depth === 16) raw.writeUInt16BE(value, to);
      else raw[to] = value;
    }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
