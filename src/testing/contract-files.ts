import { DATASET_ROOT, joinPath } from '../domain/dataset/file-source.ts';

/** The files that the suite asks an adapter to offer, by path; hidden ones are among them. */
export type ContractFiles = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/** Bytes of the large file: more than any block in which a source might read. */
export const LARGE = 3 * 2 ** 20 + 17;
export const FILM = joinPath(
  DATASET_ROOT,
  'sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_run-1_bp-chest_vp-ap_dx.png',
);
export const LARGE_FILE = joinPath(DATASET_ROOT, 'sub-S03999/ses-E07001/mod-rx/large.bin');
export const EMPTY_FILE = joinPath(DATASET_ROOT, 'sub-S03999/ses-E07003/empty.png');

/** Names that break careless encoding; the two spellings of an accent (NFC, NFD) are two different names. */
export const ODD_NAMES = [
  'Radiograf\u00EDa t\u00F3rax.txt',
  'Radiografi\u0301a lateral.txt',
  'two  spaces .txt',
  '#1.txt',
  '100%.txt',
  '%2e%2e%2f.txt',
  'what?.txt',
  'a+b.txt',
  'a&b=c;d.txt',
  `"double" 'single'.txt`,
  '\u80F8\u90E8 \u{1F480}.txt',
  '[x](y){z}~!@$^,.txt',
];
/** Files that belong to no dataset. */
export const HIDDEN = ['.DS_Store', '._participants.tsv', '.git/config', 'sub-S03999/.cache/film.png'];
/** So many that a walk needs several batches. */
const MANY = Array.from({ length: 2100 }, (_, index) => `many/${index % 3}/file-${index}.json`);

/** Bytes that differ at every place a wrong offset could land on: a period of 251 against blocks of powers of two. */
const pattern = (length: number, seed: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => ((index % 251) + seed) & 0xff);

/** Every file of the contract. */
export const CONTRACT_FILES: ContractFiles = new Map([
  ['participants.tsv', new TextEncoder().encode('participant\tage\nsub-S03999\t[67]\n')],
  [FILM, pattern(1000, 7)],
  [LARGE_FILE, pattern(LARGE, 3)],
  [EMPTY_FILE, new Uint8Array(0)],
  ...ODD_NAMES.map((name, index) => [`odd #1/${name}`, pattern(40, index)] as const),
  ...MANY.map((path) => [path, new Uint8Array(1)] as const),
  ...HIDDEN.map((path) => [path, new Uint8Array(1)] as const),
]);
