import { TAG, type DicomDataset, type DicomElement, type Tag } from './dicom-dataset.ts';
import { itemsOf } from './dicom-values.ts';

/** Macros of functional groups (PS3.3 C.7.6.16.2) whose attributes decide how a frame is shown. */
const MACROS: readonly Tag[] = [
  TAG.PixelMeasuresSequence,
  TAG.PlanePositionSequence,
  TAG.PlaneOrientationSequence,
  TAG.FrameVOILUTSequence,
  TAG.PixelValueTransformationSequence,
];

/** The elements in the macros of one item of a functional groups sequence. */
const elementsIn = (item: DicomDataset | undefined): readonly (readonly [Tag, DicomElement])[] =>
  item
    ? MACROS.flatMap((macro) =>
        itemsOf(item, macro)
          .slice(0, 1)
          .flatMap((found) => [...found]),
      )
    : [];

/**
 * The attributes of one frame of an enhanced multi-frame image, counted from 0, as those of an image of its own:
 * what all frames share, then what the frame alone has, over the attributes of the file (PS3.3 C.7.6.16.1.1).
 * Files without functional groups are returned as they are.
 */
export function frameDataset(dataset: DicomDataset, frame: number): DicomDataset {
  const [shared] = itemsOf(dataset, TAG.SharedFunctionalGroupsSequence);
  const own = itemsOf(dataset, TAG.PerFrameFunctionalGroupsSequence)[frame];
  const found = [...elementsIn(shared), ...elementsIn(own)];
  return found.length === 0 ? dataset : new Map([...dataset, ...found]);
}
