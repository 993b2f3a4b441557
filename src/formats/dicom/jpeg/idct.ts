/**
 * The inverse DCT of 8 × 8 coefficients in whole numbers, step by step that of the Independent JPEG Group's
 * `jidctint`, which GDCM and DCMTK use: T.81 leaves a decoder some freedom in rounding, and the same rounding lets
 * the values be compared without a tolerance.
 */
const CONST_BITS = 13;
const FIX_0_298631336 = 2446;
const FIX_0_390180644 = 3196;
const FIX_0_541196100 = 4433;
const FIX_0_765366865 = 6270;
const FIX_0_899976223 = 7373;
const FIX_1_175875602 = 9633;
const FIX_1_501321110 = 12299;
const FIX_1_847759065 = 15137;
const FIX_1_961570560 = 16069;
const FIX_2_053119869 = 16819;
const FIX_2_562915447 = 20995;
const FIX_3_072711026 = 25172;

/** Dequantised coefficients in natural order, which are overwritten, to samples around 0. */
export function inverseDct(block: Int32Array, precision: number): void {
  // One bit less is carried between the passes at 12 bits, so that 32 bits are enough.
  const passBits = precision > 8 ? 1 : 2;
  for (let column = 0; column < 8; column++) pass(block, column, 8, CONST_BITS - passBits);
  for (let row = 0; row < 64; row += 8) pass(block, row, 1, CONST_BITS + passBits + 3);
}

/** One dimension of eight values, `step` apart. */
function pass(block: Int32Array, at: number, step: number, shift: number): void {
  const value = (index: number): number => block[at + index * step] ?? 0;
  const [even0, even1, even2, even3] = evenPart(value(0), value(2), value(4), value(6));
  const [odd0, odd1, odd2, odd3] = oddPart(value(7), value(5), value(3), value(1));
  const half = 1 << (shift - 1);
  block[at] = (even0 + odd3 + half) >> shift;
  block[at + 7 * step] = (even0 - odd3 + half) >> shift;
  block[at + step] = (even1 + odd2 + half) >> shift;
  block[at + 6 * step] = (even1 - odd2 + half) >> shift;
  block[at + 2 * step] = (even2 + odd1 + half) >> shift;
  block[at + 5 * step] = (even2 - odd1 + half) >> shift;
  block[at + 3 * step] = (even3 + odd0 + half) >> shift;
  block[at + 4 * step] = (even3 - odd0 + half) >> shift;
}

type Four = readonly [number, number, number, number];

function evenPart(v0: number, v2: number, v4: number, v6: number): Four {
  const rotated = Math.imul(v2 + v6, FIX_0_541196100);
  const low = rotated - Math.imul(v6, FIX_1_847759065);
  const high = rotated + Math.imul(v2, FIX_0_765366865);
  const sum = (v0 + v4) << CONST_BITS;
  const difference = (v0 - v4) << CONST_BITS;
  return [sum + high, difference + low, difference - low, sum - high];
}

function oddPart(v7: number, v5: number, v3: number, v1: number): Four {
  const common = Math.imul(v7 + v3 + v5 + v1, FIX_1_175875602);
  const z1 = -Math.imul(v7 + v1, FIX_0_899976223);
  const z2 = -Math.imul(v5 + v3, FIX_2_562915447);
  const z3 = common - Math.imul(v7 + v3, FIX_1_961570560);
  const z4 = common - Math.imul(v5 + v1, FIX_0_390180644);
  return [
    Math.imul(v7, FIX_0_298631336) + z1 + z3,
    Math.imul(v5, FIX_2_053119869) + z2 + z4,
    Math.imul(v3, FIX_3_072711026) + z2 + z3,
    Math.imul(v1, FIX_1_501321110) + z1 + z4,
  ];
}
