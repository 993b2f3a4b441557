import { TAG, type DicomDataset, type DicomElement, type DicomValue } from './dicom-dataset.ts';
import { vrOfTag } from './dicom-dictionary.ts';
import type { ImageAttributes } from './image-attributes.ts';
import type { PixelArray, Pixels } from './pixels.ts';

/** For tests: a dataset out of keywords and values, or whole elements where the VR or the bytes matter. */
export const datasetOf = (
  values: Partial<Record<keyof typeof TAG, readonly DicomValue[] | DicomElement>>,
): DicomDataset =>
  new Map(
    Object.entries(values).map(([keyword, value]) => {
      const tag = TAG[keyword as keyof typeof TAG];
      return [tag, 'vr' in value ? value : { vr: vrOfTag(tag) ?? 'UN', values: value }];
    }),
  );

/** For tests: attributes of an image without any window, and what is said on top. */
export const attributesOf = (attributes: Partial<ImageAttributes> = {}): ImageAttributes => ({
  windows: [],
  voiLuts: [],
  ...attributes,
});

/** For tests: grey pixels, one row unless columns are given. */
export const greyPixels = (data: PixelArray, columns = data.length): Pixels => ({
  kind: 'grey',
  columns,
  rows: data.length / columns,
  data,
});
