import type { LabelMap } from '../../domain/segmentation/label-map.ts';

/** A mask file as read, whatever its format: label maps of one size, slice by slice as the image is shown. */
export interface DecodedMask {
  readonly columns: number;
  readonly rows: number;
  readonly slices: number;
  /** Names that the file itself gives to its values. */
  readonly names: ReadonlyMap<number, string>;
  /**
   * The label maps, one per slice. Segments that may overlap come in layers, one after the other; a layer is
   * valid until the next one is asked for, since layers may share their memory.
   */
  layers(): Iterable<readonly LabelMap[]>;
}
