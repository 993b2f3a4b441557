/** Letters at an edge of the image, as they are on screen. */
interface Letter {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface Capture {
  /** The element of the image, with everything that lies over it. */
  readonly over: HTMLElement;
  /** Lines of the stamp, the most important first. */
  readonly stamp: readonly string[];
}

/** What of a drawing decides how it looks; it is drawn where the page's style sheets are not. */
const LOOK = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'vector-effect',
  'opacity',
  'display',
  'visibility',
] as const;

/** Drawn over the image to find one's way, not to be kept. */
const AIDS = '[data-testid=crosshair], [data-handle]';

/** CSS pixels of the stamp. */
const STAMP = { padding: 8, line: 16, font: 12 };
const INK = '#e9e8e5';

/**
 * The picture as it is on screen, pixel by pixel, with what is drawn over it, and the stamp in a strip below. Texts of
 * labels and corners are no part of it.
 * @returns a PNG.
 */
export async function capturePicture({ over, stamp }: Capture): Promise<Blob> {
  const source = over.querySelector('canvas');
  if (!source || source.width === 0) throw new Error('no picture');
  const ratio = source.width / source.clientWidth;
  const strip = Math.ceil((2 * STAMP.padding + stamp.length * STAMP.line) * ratio);
  const target = document.createElement('canvas');
  target.width = source.width;
  target.height = source.height + strip;
  const context = target.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#000';
  context.fillRect(0, 0, target.width, target.height);
  context.drawImage(source, 0, 0);
  for (const drawing of drawingsOver(over)) {
    const picture = await pictureOf(drawing, source.clientWidth, source.clientHeight);
    context.drawImage(picture, 0, 0, source.width, source.height);
  }
  context.scale(ratio, ratio);
  drawTexts(context, over);
  drawStamp(context, stamp, source.clientWidth, source.clientHeight);
  return new Promise((resolve, reject) => {
    target.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png');
  });
}

/** The drawings that cover the image; not the icons on buttons. */
const drawingsOver = (over: HTMLElement): readonly SVGSVGElement[] =>
  [...over.querySelectorAll('svg')].filter(
    (svg) => !svg.closest('button') && !svg.matches(AIDS) && svg.clientWidth >= over.clientWidth - 1,
  );

/** A drawing as a picture of its own: its look is written into it, its texts are drawn in the page's font later. */
async function pictureOf(drawing: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [own, copied] = [drawing.querySelectorAll<SVGElement>('*'), copy.querySelectorAll<SVGElement>('*')];
  own.forEach((element, at) => {
    const look = getComputedStyle(element);
    for (const name of LOOK) copied[at]?.style.setProperty(name, look.getPropertyValue(name));
  });
  copy.querySelectorAll(`text, title, ${AIDS}`).forEach((element) => element.remove());
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

function drawTexts(context: CanvasRenderingContext2D, over: HTMLElement): void {
  const frame = over.getBoundingClientRect();
  const family = getComputedStyle(over).fontFamily;
  const write = ({ text, x, y }: Letter, font: string, colour: string): void => {
    context.font = `${font} ${family}`;
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = '#000';
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  };
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const part of over.querySelectorAll<SVGTextContentElement>('[data-testid=marks] tspan')) {
    const box = part.getBoundingClientRect();
    const place = {
      text: part.textContent,
      x: box.left - frame.left,
      y: box.top - frame.top + box.height / 2,
    };
    write(place, '500 12px', getComputedStyle(part).fill);
  }
  for (const letter of over.querySelectorAll('[data-testid=orientation-marker]')) {
    const box = letter.getBoundingClientRect();
    const place = {
      text: letter.textContent,
      x: box.left - frame.left,
      y: box.top - frame.top + box.height / 2,
    };
    write(place, '560 13px', INK);
  }
}

function drawStamp(
  context: CanvasRenderingContext2D,
  stamp: readonly string[],
  width: number,
  top: number,
): void {
  const family = getComputedStyle(document.body).fontFamily;
  context.fillStyle = INK;
  context.textBaseline = 'top';
  stamp.forEach((line, at) => {
    context.font = `${at === 0 ? 600 : 400} ${STAMP.font}px ${family}`;
    context.fillText(line, STAMP.padding, top + STAMP.padding + at * STAMP.line, width - 2 * STAMP.padding);
  });
}
