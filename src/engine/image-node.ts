import { newInstance } from '@kitware/vtk.js/Rendering/OpenGL/ImageMapper';
import { newInstance as newTexture } from '@kitware/vtk.js/Rendering/OpenGL/Texture';
import { registerOverride } from '@kitware/vtk.js/Rendering/OpenGL/ViewNodeFactory';

/** As vtk.js makes it itself; its types do not know of the property. */
const TEXTURE = { resizable: true } as Parameters<typeof newTexture>[0];

/**
 * Gives what draws an image its texture from the beginning. vtk.js makes it when it first draws, and throws when an image
 * is exchanged before that: one viewport's drawing makes the nodes of all, so stages that are leafed through on a slow
 * machine do this, after which nothing is drawn any more.
 */
export function registerImageNode(): void {
  registerOverride('vtkAbstractImageMapper', (initialValues) =>
    newInstance({ ...initialValues, openGLTexture: newTexture(TEXTURE) }),
  );
}
