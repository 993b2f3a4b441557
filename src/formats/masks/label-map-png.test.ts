import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { MidscopeError } from '../../domain/error.ts';
import { decodeLabelMapPng } from './label-map-png.ts';

const signal = new AbortController().signal;
type Image = Parameters<typeof encode>[0];
const decode = (image: Image) => decodeLabelMapPng(new Uint8Array(encode(image)), signal);

const grey = (depth: 1 | 8 | 16, width: number, height: number, data: Image['data']): Image => ({
  width,
  height,
  depth,
  channels: 1,
  data,
});

const manyColours = (count: number): Image => ({
  width: count,
  height: 1,
  channels: 3,
  data: Uint8Array.from(Array.from({ length: count }, (_, at) => [at & 255, at >> 8, 7]).flat()),
});

describe('decodeLabelMapPng', () => {
  it('takes grey values for labels', async () => {
    const data = Uint8Array.of(0, 3, 3, 200, 0, 1);
    expect(await decode(grey(8, 3, 2, data))).toEqual({ labelMap: { columns: 3, rows: 2, data } });
    const wide = Uint16Array.of(0, 256, 65535, 1);
    expect(await decode(grey(16, 2, 2, wide))).toEqual({ labelMap: { columns: 2, rows: 2, data: wide } });
  });

  it('keeps a mask of 0 and 255 as one segment of value 255', async () => {
    const { labelMap } = await decode(grey(8, 4, 1, Uint8Array.of(0, 255, 255, 0)));
    expect([...labelMap.data]).toEqual([0, 255, 255, 0]);
  });

  it('makes 0 and 1 of one bit', async () => {
    const { labelMap } = await decode(
      grey(1, 10, 2, Uint8Array.of(0b10110000, 0b01000000, 0b00000001, 0b11000000)),
    );
    expect([...labelMap.data]).toEqual([1, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
  });

  it('takes palette indices for labels and keeps the colours', async () => {
    const palette = [
      [0, 0, 0],
      [255, 0, 0],
      [0, 90, 180],
    ];
    const { labelMap, colours } = await decode({ ...grey(8, 4, 1, Uint8Array.of(2, 0, 1, 2)), palette });
    expect([...labelMap.data]).toEqual([2, 0, 1, 2]);
    expect([...(colours ?? [])]).toEqual(palette.flat());
  });

  it('numbers colours in order of appearance, black being background', async () => {
    const red = [255, 0, 0];
    const blue = [0, 0, 255];
    const black = [0, 0, 0];
    const data = Uint8Array.from([blue, black, red, red, blue, [0, 0, 254]].flat());
    const { labelMap, colours } = await decode({ width: 3, height: 2, channels: 3, data });
    expect([...labelMap.data]).toEqual([1, 0, 2, 2, 1, 3]);
    expect([...(colours ?? [])]).toEqual([...black, ...blue, ...red, 0, 0, 254]);
  });

  it('bounds the colours of a mask at 255, background not counted', async () => {
    expect((await decode(manyColours(255))).labelMap.data.at(-1)).toBe(255);
    await expect(decode(manyColours(256))).rejects.toMatchObject({ code: 'MASK_INVALID' });
  });

  it('leaves alpha out', async () => {
    const data = Uint8Array.of(4, 0, 5, 255);
    const { labelMap } = await decode({ width: 2, height: 1, channels: 2, data });
    expect([...labelMap.data]).toEqual([4, 5]);
  });

  it('passes on what is wrong with the PNG', async () => {
    await expect(decodeLabelMapPng(new Uint8Array(0), signal)).rejects.toBeInstanceOf(MidscopeError);
    await expect(decodeLabelMapPng(Uint8Array.of(1, 2, 3), signal)).rejects.toMatchObject({
      code: 'PNG_INVALID',
    });
  });
});
