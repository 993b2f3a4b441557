/** The side of a texture that WebGL 2 promises (OpenGL ES 3.0, table 6.28). */
const LEAST_TEXTURE = 2_048;

/** What the graphics card offers to the page. */
export interface WebGl {
  /** The most pixels of one side of an image that it draws. */
  readonly maxSide: number;
}

/** Asks the browser for WebGL 2; undefined where there is none. */
export function findWebGl(): WebGl | undefined {
  const context = document.createElement('canvas').getContext('webgl2');
  if (!context) return undefined;
  const side: unknown = context.getParameter(context.MAX_TEXTURE_SIZE);
  // Browsers allow few contexts at a time; this one has done its work.
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return { maxSide: typeof side === 'number' && side > 0 ? side : LEAST_TEXTURE };
}
