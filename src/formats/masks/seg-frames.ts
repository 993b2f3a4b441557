import { TAG, type DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import { itemsOf, numbersOf, textsOf } from '../../domain/imaging/dicom-values.ts';
import { rgbOfDicomLab, type Rgb } from '../../domain/segmentation/colour.ts';
import type { ImageReference, SlicePlane } from '../../domain/segmentation/mask-target.ts';
import { maskFault } from './mask-place.ts';

const MAX_SEGMENTS = 255;
/** A hostile file may declare two thousand million frames; segmentations have some thousands. */
const MAX_FRAMES = 2 ** 16;

/** A segment as the file describes it (PS3.3 C.8.20.4). */
export interface Segment {
  /** Segment Number, by which frames name it. */
  readonly number: number;
  /** Label value, from 1. */
  readonly value: number;
  readonly name: string;
  readonly colour: Rgb | undefined;
}

/** One frame of a segmentation. */
export interface SegFrame {
  /** In the file, from 0. */
  readonly frame: number;
  /** Number of its segment; undefined where its pixels are the numbers. */
  readonly segment: number | undefined;
  /** Images that it was drawn on. */
  readonly references: readonly ImageReference[];
  readonly plane: SlicePlane | undefined;
  /** How far apart its frames are, else how thick, mm; 0 where neither is said. */
  readonly thickness: number;
}

/** @throws MidscopeError MASK_INVALID `no-segments`, `too-many-segments`. */
export function segmentsOf(dataset: DicomDataset): readonly Segment[] {
  const items = itemsOf(dataset, TAG.SegmentSequence);
  if (items.length === 0) throw maskFault('no-segments');
  if (items.length > MAX_SEGMENTS) throw maskFault('too-many-segments');
  return items.map((item, at) => {
    const [l, a, b] = numbersOf(item, TAG.RecommendedDisplayCIELabValue);
    const hasColour = l !== undefined && a !== undefined && b !== undefined;
    return {
      number: numbersOf(item, TAG.SegmentNumber)[0] ?? at + 1,
      value: at + 1,
      name: nameOf(item),
      colour: hasColour ? rgbOfDicomLab([l, a, b]) : undefined,
    };
  });
}

/** Its label, else what its type is called; a code of the UMLS alone stands for the name that the vocabulary has. */
function nameOf(item: DicomDataset): string {
  const label = textsOf(item, TAG.SegmentLabel).join('\\').trim();
  if (label !== '') return label;
  const [type] = itemsOf(item, TAG.SegmentedPropertyTypeCodeSequence);
  if (!type) return '';
  return textsOf(type, TAG.CodeMeaning)[0] || textsOf(type, TAG.CodeValue)[0] || '';
}

/** The frames, each with what its functional groups say, its own before those of all (PS3.3 C.7.6.16). */
export function segFramesOf(dataset: DicomDataset, isLabelMap: boolean): readonly SegFrame[] {
  const [shared] = itemsOf(dataset, TAG.SharedFunctionalGroupsSequence);
  const own = itemsOf(dataset, TAG.PerFrameFunctionalGroupsSequence);
  const declared = numbersOf(dataset, TAG.NumberOfFrames)[0] ?? 1;
  const count = Math.min(MAX_FRAMES, Number.isInteger(declared) && declared > 0 ? declared : 1);
  // Where each frame belongs is said per frame; beyond what is said there is nothing to draw.
  return Array.from({ length: Math.min(count, Math.max(1, own.length)) }, (_, frame) => {
    const groups = [own[frame], shared].flatMap((group) => group ?? []);
    const first = (tag: string): DicomDataset | undefined =>
      groups.map((group) => itemsOf(group, tag)[0]).find((item) => item !== undefined);
    const identification = first(TAG.SegmentIdentificationSequence);
    const measures = first(TAG.PixelMeasuresSequence);
    const number = identification && numbersOf(identification, TAG.ReferencedSegmentNumber)[0];
    return {
      frame,
      segment: isLabelMap ? undefined : (number ?? 1),
      // Of all frames, images are named that are not each one's own.
      references: referencesOf(own.length > 1 ? own.slice(frame, frame + 1) : groups),
      plane: planeOf(first(TAG.PlanePositionSequence), first(TAG.PlaneOrientationSequence), measures),
      thickness: thicknessOf(measures),
    };
  });
}

function referencesOf(groups: readonly DicomDataset[]): readonly ImageReference[] {
  return groups
    .flatMap((group) => itemsOf(group, TAG.DerivationImageSequence))
    .flatMap((derivation) => itemsOf(derivation, TAG.SourceImageSequence))
    .flatMap((source) => {
      const [uid = ''] = textsOf(source, TAG.ReferencedSOPInstanceUID);
      const [frame] = numbersOf(source, TAG.ReferencedFrameNumber);
      return uid === '' ? [] : [{ uid, ...(frame !== undefined && frame > 0 && { frame }) }];
    });
}

function thicknessOf(measures: DicomDataset | undefined): number {
  for (const tag of [TAG.SpacingBetweenSlices, TAG.SliceThickness]) {
    const [mm] = measures ? numbersOf(measures, tag) : [];
    if (mm !== undefined && Math.abs(mm) > 0) return Math.abs(mm);
  }
  return 0;
}

/** So many finite numbers of an attribute, or nothing. */
function finiteNumbers(
  item: DicomDataset | undefined,
  tag: string,
  count: number,
): readonly number[] | undefined {
  const found = item ? numbersOf(item, tag) : [];
  return found.length === count && found.every(Number.isFinite) ? found : undefined;
}

function planeOf(
  position: DicomDataset | undefined,
  orientation: DicomDataset | undefined,
  measures: DicomDataset | undefined,
): SlicePlane | undefined {
  const at = finiteNumbers(position, TAG.ImagePositionPatient, 3);
  const cosines = finiteNumbers(orientation, TAG.ImageOrientationPatient, 6);
  const spacing = finiteNumbers(measures, TAG.PixelSpacing, 2);
  if (!at || !cosines || !spacing || spacing.some((mm) => !(mm > 0))) return undefined;
  return {
    ImagePositionPatient: [at[0]!, at[1]!, at[2]!],
    ImageOrientationPatient: [cosines[0]!, cosines[1]!, cosines[2]!, cosines[3]!, cosines[4]!, cosines[5]!],
    PixelSpacing: [spacing[0]!, spacing[1]!],
  };
}
