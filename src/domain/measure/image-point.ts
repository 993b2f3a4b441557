/**
 * A place on an image, in image pixel space: x grows to the right, y down, (0, 0) is the top left corner of the top
 * left pixel, whose centre is (0.5, 0.5). SCOORD of DICOM counts in the same way (PS3.3 C.18.6.1.1).
 */
export type ImagePoint = readonly [x: number, y: number];

/** Half way between two points. */
export const middle = (a: ImagePoint, b: ImagePoint): ImagePoint => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
