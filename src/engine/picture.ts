import type { Types } from '@cornerstonejs/core';

/**
 * What a viewport asks of whatever draws it: the part of Cornerstone's stack viewport that is used, and what the
 * drawing by the processor does in another way.
 */
export interface Picture extends Pick<
  Types.IStackViewport,
  'canvasToWorld' | 'getViewPresentation' | 'getZoom' | 'render' | 'setViewPresentation'
> {
  readonly getCamera: () => Pick<Types.ICamera, 'focalPoint' | 'position' | 'parallelScale'>;
  readonly setCamera: (camera: Pick<Types.ICamera, 'focalPoint' | 'position' | 'parallelScale'>) => void;
  readonly setZoom: (zoom: number) => void;
  /** Shows the whole image, centred and unturned. */
  readonly resetCamera: () => void;
  /** Takes an image from the table of frames; it is seen after the next `render`. */
  readonly put: (imageId: string) => Promise<void>;
  /** The greys of the image changed in place. */
  readonly repaint: (imageId: string) => void;
  /** Shows nothing. */
  readonly clear: () => void;
  /** Where a corner of pixels is on the element, in CSS pixels; (0, 0) is the image's own. */
  readonly toCanvas: (column: number, row: number) => Types.Point2 | undefined;
}
