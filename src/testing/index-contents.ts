import { crc32 } from 'node:zlib';
import { findSession } from '../domain/dataset/case-series.ts';
import { cellOf, type ListColumn } from '../domain/dataset/columns.ts';
import type { DatasetIndex } from '../domain/dataset/dataset-index.ts';

/** `subject session` of every row. */
export const sessionNames = ({ sessions, subjects }: DatasetIndex): readonly string[] =>
  sessions.ids.map((id, row) => `${subjects.ids[sessions.subject[row] ?? 0]} ${id}`);

const termsOf = (index: DatasetIndex, column: ListColumn, subject: string, session: string) =>
  Array.from(cellOf(column, findSession(index, subject, session)), (term) => index.terms[term] ?? '');

export const findingsOf = (index: DatasetIndex, subject: string, session: string): readonly string[] =>
  termsOf(index, index.sessions.findings, subject, session);

export const locationsOf = (index: DatasetIndex, subject: string, session: string): readonly string[] =>
  termsOf(index, index.sessions.locations, subject, session);

export const codesOf = (index: DatasetIndex): readonly string[] => index.issues.map(({ code }) => code);

/** Images of a session as `path modality`, in display order. */
export const imagesOf = (index: DatasetIndex, subject: string, session: string): readonly string[] =>
  Array.from(
    cellOf(index.sessions.images, findSession(index, subject, session)),
    (image) => `${index.images.paths[image]} ${index.images.modalities[index.images.modality[image] ?? 0]}`,
  );

/** Signature and IHDR of a 16-bit grey PNG of 4 × 3, which is all that the index reads of one. */
export function pngHead(): Uint8Array {
  const ihdr = Buffer.from([0x49, 0x48, 0x44, 0x52, 0, 0, 0, 4, 0, 0, 0, 3, 16, 0, 0, 0, 0]);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(ihdr));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    ihdr,
    crc,
  ]);
}

/** Head of a labels table, as published. */
export const LABELS_HEAD =
  '\tPatientID\tReportID\tReport\tLabels\tLocalizations\tLabelsLocalizationsBySentence\tlabelCUIS\tLocalizationsCUIS\n';
