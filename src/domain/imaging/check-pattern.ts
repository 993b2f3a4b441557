/** Units that the pattern is wide and high; a unit is as many whole pixels as fit. */
const UNITS_WIDE = 20;
const UNITS_HIGH = 12;

/** Steps of luminance from black to white, as many as in the patterns of AAPM's task group 18. */
const STEPS = 18;
/** What a step's inner square differs by: the least that a well set monitor shows on every step. */
const LEAST_CONTRAST = 4;

const BACKGROUND = 128;
/** 5 % and 95 % of white. */
const NEAR_BLACK = 13;
const NEAR_WHITE = 242;

/** Something that is painted into, in pixels. */
interface Painter {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array<ArrayBuffer>;
  /** Fills a rectangle, given in units, with greys of a place in it, in pixels from its corner. */
  readonly rectangle: (box: Box, grey: (x: number, y: number, width: number) => number) => void;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function createPainter(width: number, height: number): Painter {
  const data = new Uint8Array(width * height).fill(BACKGROUND);
  const unit = Math.max(1, Math.floor(Math.min(width / UNITS_WIDE, height / UNITS_HIGH)));
  const left = Math.floor((width - unit * UNITS_WIDE) / 2);
  const top = Math.floor((height - unit * UNITS_HIGH) / 2);
  return {
    width,
    height,
    data,
    rectangle: (box, grey) => {
      const [x0, y0] = [left + Math.round(box.x * unit), top + Math.round(box.y * unit)];
      const [wide, high] = [Math.round(box.width * unit), Math.round(box.height * unit)];
      for (let y = Math.max(0, -y0); y < high && y0 + y < height; y++)
        for (let x = Math.max(0, -x0); x < wide && x0 + x < width; x++)
          data[(y0 + y) * width + x0 + x] = grey(x, y, wide);
    },
  };
}

const plain = (value: number) => (): number => value;

/** Black to white, or white to black, without steps. */
const ramp =
  (isReversed: boolean) =>
  (x: number, _y: number, width: number): number => {
    const share = width > 1 ? x / (width - 1) : 0;
    return Math.round(255 * (isReversed ? 1 - share : share));
  };

/** Lines of black and white that are so many pixels wide. */
const bars =
  (pixels: number, axis: 'x' | 'y') =>
  (x: number, y: number): number =>
    Math.floor((axis === 'x' ? x : y) / pixels) % 2 === 0 ? 255 : 0;

/** Grey of a step, from 0. */
export const stepGrey = (step: number): number => Math.round((step * 255) / (STEPS - 1));

/** Each step in a square with a smaller one in it that is hardly another grey. */
function paintSteps({ rectangle }: Painter): void {
  const each = STEPS / 2;
  for (let step = 0; step < STEPS; step++) {
    // The second row runs back, so that the brightest step is below the darkest.
    const column = step < each ? step : STEPS - 1 - step;
    const box = { x: 1 + column * 2, y: step < each ? 2 : 4, width: 2, height: 2 };
    const grey = stepGrey(step);
    rectangle(box, plain(grey));
    const inner = { x: box.x + 0.75, y: box.y + 0.75, width: 0.5, height: 0.5 };
    rectangle(inner, plain(grey + LEAST_CONTRAST > 255 ? grey - LEAST_CONTRAST : grey + LEAST_CONTRAST));
  }
}

/** Black with 5 % in it, and white with 95 % in it. */
function paintEnds({ rectangle }: Painter): void {
  rectangle({ x: 1, y: 6.5, width: 3, height: 3 }, plain(0));
  rectangle({ x: 2, y: 7.5, width: 1, height: 1 }, plain(NEAR_BLACK));
  rectangle({ x: 4.5, y: 6.5, width: 3, height: 3 }, plain(255));
  rectangle({ x: 5.5, y: 7.5, width: 1, height: 1 }, plain(NEAR_WHITE));
}

/** Lines one, two and three pixels wide, upright and lying. */
function paintBars({ rectangle }: Painter): void {
  for (const [at, axis] of (['x', 'x', 'x', 'y', 'y', 'y'] as const).entries())
    rectangle({ x: 8 + 1.9 * at, y: 6.5, width: 1.5, height: 3 }, bars(1 + (at % 3), axis));
}

/** A line along every edge: where one is missing, the screen does not show the whole picture. */
function paintEdges({ width, height, data }: Painter): void {
  for (let x = 0; x < width; x++) data[x] = data[(height - 1) * width + x] = 255;
  for (let y = 0; y < height; y++) data[y * width] = data[y * width + width - 1] = 255;
}

/**
 * A pattern to judge a monitor by, one byte of grey for each pixel, row by row. Drawn for midscope, with what the test
 * patterns of SMPTE RP 133 and of AAPM's task group 18 have: ramps, steps of luminance with a faint square in
 * each, 5 % in black and 95 % in white, and lines of single pixels.
 */
export function drawCheckPattern(width: number, height: number): Uint8Array<ArrayBuffer> {
  const painter = createPainter(width, height);
  painter.rectangle({ x: 1, y: 0.5, width: 18, height: 1 }, ramp(false));
  paintSteps(painter);
  paintEnds(painter);
  paintBars(painter);
  painter.rectangle({ x: 1, y: 10.25, width: 18, height: 1 }, ramp(true));
  paintEdges(painter);
  return painter.data;
}
