/** What is drawn on an image, and `key`, which marks the image as a whole. */
export const MARK_TOOLS = [
  'length',
  'bidirectional',
  'angle',
  'cobb',
  'rectangle',
  'ellipse',
  'freehand',
  'probe',
  'arrow',
  'calibration',
  'ctr',
  'key',
] as const;
export type MarkTool = (typeof MARK_TOOLS)[number];
/** The tools that draw. */
export type MeasureTool = Exclude<MarkTool, 'key'>;

/**
 * How each tool is drawn: the points that one press and drag sets, in turn. Of a stroke of two the second may be set
 * by a press of its own. A line of one's own hand has as many points as it takes.
 */
export const STROKES: Readonly<Record<MeasureTool, readonly (1 | 2)[]>> = {
  length: [2],
  bidirectional: [2],
  angle: [2, 1],
  cobb: [2, 2],
  rectangle: [2],
  ellipse: [2],
  freehand: [],
  probe: [1],
  arrow: [2],
  calibration: [2],
  ctr: [2, 1, 1, 1, 1],
};

/** Points that a finished mark has; undefined where that differs. */
export const pointCount = (tool: MarkTool): number | undefined => {
  if (tool === 'key') return 0;
  if (tool === 'freehand') return undefined;
  // The short axis is put across the long one, and then moved by its ends.
  if (tool === 'bidirectional') return 4;
  return STROKES[tool].reduce<number>((sum, points) => sum + points, 0);
};
