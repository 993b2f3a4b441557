import type { DatasetPath } from '../domain/brand.ts';

/** A file that the user chose. */
export interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A mask that the user has put on an image of a dataset, kept in this browser. */
export interface AttachedMask {
  /** Shape of this record; a later one reads earlier ones. */
  readonly version: 1;
  readonly id: string;
  /** Storage key of the dataset. */
  readonly dataset: string;
  readonly image: DatasetPath;
  readonly file: KeptFile;
  /** The names of its labels, where they came in a file of their own. */
  readonly names?: KeptFile;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const isFile = (value: unknown): value is KeptFile =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'bytes' in value &&
  value.bytes instanceof Uint8Array;

/** Whether a record of the database is one of version 1. */
export function isAttachedMask(value: unknown): value is AttachedMask {
  if (typeof value !== 'object' || value === null) return false;
  const mask = value as Partial<Record<keyof AttachedMask, unknown>>;
  return (
    mask.version === 1 &&
    [mask.id, mask.dataset, mask.image].every((text) => typeof text === 'string') &&
    typeof mask.at === 'number' &&
    isFile(mask.file) &&
    (mask.names === undefined || isFile(mask.names))
  );
}
