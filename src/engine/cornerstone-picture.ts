import { cache, utilities, type Types } from '@cornerstonejs/core';
import type { Picture } from './picture.ts';

/** Tells what display values can be, so that vtk.js does not go through all of them to find out, at each change. */
function tellRange(viewport: Types.IStackViewport): void {
  const data = viewport.getImageData()?.imageData;
  const scalars = data && 'getPointData' in data ? data.getPointData().getScalars() : undefined;
  // One for each component, and one for the length of a colour.
  const ranges = scalars ? scalars.getNumberOfComponents() + 1 : 0;
  for (let component = 0; component < ranges; component++) scalars?.setRange({ min: 0, max: 255 }, component);
}

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
    tellRange(viewport);
    viewport.setProperties({ voiRange: { lower: 0, upper: 255 }, invert: false });
  },
  repaint: (imageId) => {
    const shown = cache.getImage(imageId);
    const data = viewport.getImageData()?.imageData;
    if (!shown || !data || !('modified' in data)) return;
    utilities.updateVTKImageDataWithCornerstoneImage(data, shown);
    tellRange(viewport);
  },
  clear: () => viewport.removeAllActors(),
  toCanvas: (column, row) => {
    const toWorld = viewport.getImageData()?.imageData.indexToWorld;
    // Index (0, 0) is the centre of the first pixel that is drawn; its corner is half a pixel before.
    return toWorld && viewport.worldToCanvas(toWorld([column - 0.5, row - 0.5, 0]) as Types.Point3);
  },
});
