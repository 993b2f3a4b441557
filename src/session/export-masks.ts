import type { CaseSeries } from '../domain/dataset/case-series.ts';
import { baseName } from '../domain/dataset/file-source.ts';
import { rgbOfHex } from '../domain/segmentation/colour.ts';
import type { ExportSegment } from '../domain/segmentation/export-labels.ts';
import { lookOf } from '../domain/segmentation/segment-look.ts';
import { BRANCH_COLOURS } from '../domain/vocabulary/branch.ts';
import type { Vocabulary } from '../domain/vocabulary/vocabulary.ts';
import { writeLabelNames } from '../formats/masks/write-label-map.ts';
import type { LoadedMask } from '../workers/images/image-contract.ts';
import type { OpenDataset } from './open-dataset.ts';
import { filesOfSeries } from './stack-query.ts';

export const MASK_EXPORTS = ['png', 'nifti', 'seg', 'names'] as const;
export type MaskExportKind = (typeof MASK_EXPORTS)[number];

/** A mask that lies on the image, with the slice that it is of where it is of one alone. */
export interface ExportedMask {
  readonly name: string;
  readonly mask: LoadedMask;
  readonly onlySlice: number | undefined;
}

/**
 * The segments of several masks, as they are written: with the vocabulary's concept identifiers, and with the colours of
 * their files or of their branches. Names that occur twice say which file they are of.
 */
export function segmentsToExport(
  vocabulary: Vocabulary,
  masks: readonly ExportedMask[],
  slices: number,
): readonly ExportSegment[] {
  const all = masks.flatMap(({ name: file, mask, onlySlice }) =>
    mask.segments.map((segment) => {
      const look = lookOf(vocabulary, segment);
      return {
        file,
        name: look.name,
        cui: look.term === undefined ? '' : vocabulary.cui(look.term),
        colour: segment.colour ?? rgbOfHex(BRANCH_COLOURS[look.branch]) ?? ([255, 255, 255] as const),
        outlines: Array.from(
          { length: slices },
          (_, slice) =>
            segment.slices[onlySlice === undefined ? slice : slice === onlySlice ? 0 : -1]?.outline ||
            undefined,
        ),
      };
    }),
  );
  return all
    .filter(({ outlines }) => outlines.some((outline) => outline !== undefined))
    .map(({ file, name, ...segment }) => ({
      ...segment,
      name: all.filter((other) => other.name === name).length > 1 ? `${name} (${file})` : name,
    }));
}

const ENDINGS: Readonly<Record<MaskExportKind, string>> = {
  png: '_dseg.png',
  nifti: '_dseg.nii.gz',
  seg: '_seg.dcm',
  names: '_dseg.tsv',
};
const TYPES: Readonly<Record<MaskExportKind, string>> = {
  png: 'image/png',
  nifti: 'application/gzip',
  seg: 'application/dicom',
  names: 'text/tab-separated-values;charset=utf-8',
};

const stemOf = (path: string): string => baseName(path).replace(/(\.nii)?\.[^./]+(\.gz)?$/i, '');

interface MaskExportRequest {
  readonly kind: MaskExportKind;
  readonly series: CaseSeries;
  readonly segments: readonly ExportSegment[];
  /** The slice in view, from 0, of how many. */
  readonly slice: number;
  readonly slices: number;
  readonly subject: string;
}

/** Writes masks as a file: labels and ids, no pixels of the image and nothing of the report. */
export async function exportMasks(
  { images }: OpenDataset,
  { kind, series, segments, slice, slices, subject }: MaskExportRequest,
  signal: AbortSignal,
): Promise<{ readonly name: string; readonly content: Blob }> {
  const isOneOfMany = kind === 'png' && slices > 1;
  const part = isOneOfMany ? `_slice-${String(slice + 1).padStart(String(slices).length, '0')}` : '';
  const name = `${stemOf(series.key)}${part}${ENDINGS[kind]}`;
  if (kind === 'names')
    return { name, content: new Blob([writeLabelNames(segments)], { type: TYPES.names }) };
  const request = { kind, series: filesOfSeries(series), segments, slice, subject };
  const { bytes } = await images.exportMask(request, signal);
  return { name, content: new Blob([bytes], { type: TYPES[kind] }) };
}
