import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { maskContext } from '../../testing/mask-context.ts';
import { decodeMask } from './mask-formats.ts';

const context = maskContext();
const text = (content: string) => new TextEncoder().encode(content);

describe('decodeMask', () => {
  it('knows a mask by its bytes', async () => {
    const png = new Uint8Array(
      encode({ width: 2, height: 1, depth: 8, channels: 1, data: Uint8Array.of(0, 4) }),
    );
    expect(await decodeMask(png, context)).toMatchObject({
      format: 'png',
      columns: 2,
      rows: 1,
      slices: 1,
    });
    const coco = text(
      '{"images": [{"id": 1, "width": 3, "height": 2}], "annotations": [], "categories": []}',
    );
    expect(await decodeMask(coco, context)).toMatchObject({ format: 'coco', columns: 3, rows: 2 });
  });

  it('says so of everything else', async () => {
    for (const bytes of [text('value\tname\n'), new Uint8Array(0), Uint8Array.of(0xff, 0xd8, 0xff, 0)])
      await expect(decodeMask(bytes, context)).rejects.toThrow('unknown-format');
  });
});
