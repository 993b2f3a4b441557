/** What a mask is filed as. */
export type MaskFormat = 'png' | 'nifti' | 'coco' | 'aim' | 'seg' | 'seg-fractional' | 'rtstruct' | 'table';

/** Filed as outlines, whose pixels are those with their centres inside. */
export const OUTLINE_FORMATS: ReadonlySet<MaskFormat> = new Set(['coco', 'aim', 'rtstruct', 'table']);
