const OFFSET = 0x6c62272e07bb014262b821756295c58dn;
const PRIME = 0x0000000001000000000000000000013bn;
const MASK = (1n << 128n) - 1n;

/** The bits of a UUID that say that it is one, of version 8: made in a way of one's own (RFC 9562). */
const asUuid = (bits: bigint): bigint =>
  (bits & ~(0xfn << 76n) & ~(0x3n << 62n)) | (0x8n << 76n) | (0x2n << 62n);

/** A UID for a UUID (PS3.5 annex B.2). */
export const uuidUid = (uuid: string): string => `2.25.${BigInt(`0x${uuid.replaceAll('-', '')}`)}`;

/**
 * The same UID for the same name, for what has none of its own: FNV-1a of 128 bits over its UTF-16 units. Another name
 * has another one but by a chance of one in 2^122.
 */
export function namedUid(name: string): string {
  let hash = OFFSET;
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    for (const byte of [unit & 0xff, unit >> 8]) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  }
  return `2.25.${asUuid(hash)}`;
}
