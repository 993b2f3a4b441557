import { createRandom } from '../random.ts';

/** A unique identifier under the root for UUIDs (PS3.5 annex B.2), the same for the same names. */
export function uidOf(...names: readonly (string | number)[]): string {
  const random = createRandom('uid', ...names);
  let value = 0n;
  for (let word = 0; word < 4; word++) value = (value << 32n) | BigInt(Math.floor(random.next() * 2 ** 32));
  return `2.25.${value}`;
}
