/** Parts of vtk.js that it publishes without types. */
declare module '@kitware/vtk.js/Rendering/OpenGL/ImageMapper' {
  export function newInstance(initialValues?: object): object;
}

declare module '@kitware/vtk.js/Rendering/OpenGL/ViewNodeFactory' {
  export function registerOverride(className: string, newInstance: (initialValues?: object) => object): void;
}
