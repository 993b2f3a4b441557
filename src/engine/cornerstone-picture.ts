import { cache, utilities, type Types } from '@cornerstonejs/core';
import type { Picture } from './picture.ts';

/** A viewport that Cornerstone draws on the graphics card. */
export const cornerstonePicture = (viewport: Types.IStackViewport): Picture => ({
  canvasToWorld: (place) => viewport.canvasToWorld(place),
  getViewPresentation: () => viewport.getViewPresentation(),
  setViewPresentation: (presentation) => viewport.setViewPresentation(presentation),
  getZoom: () => viewport.getZoom(),
  setZoom: (zoom) => viewport.setZoom(zoom),
  getCamera: () => viewport.getCamera(),
  setCamera: (camera) => viewport.setCamera(camera),
  resetCamera: () => void viewport.resetCamera({ resetPan: true, resetZoom: true }),
  render: () => viewport.render(),
  put: async (imageId) => {
    await viewport.setStack([imageId]);
    viewport.setProperties({ voiRange: { lower: 0, upper: 255 }, invert: false });
  },
  repaint: (imageId) => {
    const shown = cache.getImage(imageId);
    const data = viewport.getImageData()?.imageData;
    if (shown && data && 'modified' in data) utilities.updateVTKImageDataWithCornerstoneImage(data, shown);
  },
  clear: () => viewport.removeAllActors(),
  toCanvas: (column, row) => {
    const toWorld = viewport.getImageData()?.imageData.indexToWorld;
    // Index (0, 0) is the centre of the first pixel that is drawn; its corner is half a pixel before.
    return toWorld && viewport.worldToCanvas(toWorld([column - 0.5, row - 0.5, 0]) as Types.Point3);
  },
});
