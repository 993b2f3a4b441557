import { Enums, type Types } from '@cornerstonejs/core';
import { UNTURNED, type PictureTurn } from '../domain/imaging/orientation.ts';
import { drawnSize, type Frame, type FrameTable } from './frames.ts';
import type { Picture } from './picture.ts';

/** Linear part of a map of the plane: (x, y) → (a·x + c·y, b·x + d·y). */
interface Linear {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** Flips first, then clockwise; the canvas counts y downwards. It keeps lengths, so its inverse is its transpose. */
function turning({ rotation, flipHorizontal, flipVertical }: PictureTurn): Linear {
  const angle = (rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [flipHorizontal ? -1 : 1, flipVertical ? -1 : 1];
  return { a: cos * x, b: sin * x, c: -sin * y, d: cos * y };
}

const apply = ({ a, b, c, d }: Linear, x: number, y: number): Types.Point2 => [a * x + c * y, b * x + d * y];
const unapply = ({ a, b, c, d }: Linear, x: number, y: number): Types.Point2 => [
  a * x + b * y,
  c * x + d * y,
];

/**
 * A viewport without a graphics card: the same greys, drawn by the processor on a canvas. Its world is the image's plane
 * in millimetres from the upper left corner, and its camera that of Cornerstone, so that whoever moves the one moves the other.
 */
export class CanvasPicture implements Picture {
  readonly #element: HTMLElement;
  readonly #canvas = document.createElement('canvas');
  readonly #frames: FrameTable;
  /** The image, pixel by pixel. */
  #pixels: HTMLCanvasElement | undefined;
  #frame: Frame | undefined;
  /** What is in the middle of the element. */
  #focal: Types.Point2 = [0, 0];
  /** CSS pixels per millimetre. */
  #scale = 1;
  #turn: PictureTurn = UNTURNED;
  #drawing: number | undefined;

  constructor(element: HTMLElement, frames: FrameTable) {
    this.#element = element;
    this.#frames = frames;
    Object.assign(this.#canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
    element.append(this.#canvas);
  }

  dispose(): void {
    if (this.#drawing !== undefined) cancelAnimationFrame(this.#drawing);
    this.#canvas.remove();
  }

  /** The element has another size: as much of the image is seen as before. */
  readonly resize = (): void => {
    this.render();
    this.#tell();
  };

  readonly put = (imageId: string): Promise<void> => {
    this.#frame = this.#frames.get(imageId);
    if (!this.#frame) return Promise.reject(new Error(`no frame ${imageId}`));
    this.#pixels = pixelsOf(this.#frame);
    this.resetCamera();
    return Promise.resolve();
  };

  readonly repaint = (): void => {
    if (this.#frame) this.#pixels = pixelsOf(this.#frame, this.#pixels);
  };

  readonly clear = (): void => {
    this.#frame = this.#pixels = undefined;
  };

  /** Draws with the next frame of the screen, once however often it is asked for. */
  readonly render = (): void => {
    this.#drawing ??= requestAnimationFrame(() => {
      this.#drawing = undefined;
      this.#draw();
      this.#element.dispatchEvent(new CustomEvent(Enums.Events.IMAGE_RENDERED));
    });
  };

  readonly resetCamera = (): void => {
    const { width, height } = this.#size;
    this.#turn = UNTURNED;
    this.#focal = [width / 2, height / 2];
    this.#scale = this.#fitScale;
    this.#tell();
  };

  readonly getCamera: Picture['getCamera'] = () => ({
    focalPoint: [...this.#focal, 0],
    position: [...this.#focal, -1],
    parallelScale: this.#element.clientHeight / 2 / this.#scale,
  });

  readonly setCamera: Picture['setCamera'] = ({ focalPoint, parallelScale }) => {
    if (focalPoint) this.#focal = [focalPoint[0], focalPoint[1]];
    if (parallelScale !== undefined && parallelScale > 0)
      this.#scale = this.#element.clientHeight / 2 / parallelScale;
    this.#tell();
  };

  /** 1 shows the whole image. */
  readonly getZoom = (): number => this.#scale / this.#fitScale;

  readonly setZoom = (zoom: number): void => {
    this.#scale = this.#fitScale * zoom;
    this.#tell();
  };

  readonly getViewPresentation: Picture['getViewPresentation'] = () => {
    const { width, height } = this.#size;
    const [x, y] = this.#focal;
    const [dx, dy] = apply(turning(this.#turn), width / 2 - x, height / 2 - y);
    return { ...this.#turn, zoom: this.getZoom(), pan: [dx * this.#scale, dy * this.#scale] };
  };

  readonly setViewPresentation: Picture['setViewPresentation'] = (presentation) => {
    const { zoom, pan, rotation, flipHorizontal, flipVertical } = presentation;
    this.#turn = {
      rotation: rotation ?? this.#turn.rotation,
      flipHorizontal: flipHorizontal ?? this.#turn.flipHorizontal,
      flipVertical: flipVertical ?? this.#turn.flipVertical,
    };
    if (zoom !== undefined) this.#scale = this.#fitScale * zoom;
    if (pan) {
      const { width, height } = this.#size;
      const [x, y] = unapply(turning(this.#turn), pan[0] / this.#scale, pan[1] / this.#scale);
      this.#focal = [width / 2 - x, height / 2 - y];
    }
    this.#tell();
  };

  readonly canvasToWorld: Picture['canvasToWorld'] = ([x, y]) => {
    const { clientWidth, clientHeight } = this.#element;
    const [dx, dy] = unapply(turning(this.#turn), x - clientWidth / 2, y - clientHeight / 2);
    return [this.#focal[0] + dx / this.#scale, this.#focal[1] + dy / this.#scale, 0];
  };

  readonly toCanvas: Picture['toCanvas'] = (column, row) => {
    if (!this.#frame) return undefined;
    const { columnPixelSpacing, rowPixelSpacing } = drawnSize(this.#frame);
    const { clientWidth, clientHeight } = this.#element;
    const [dx, dy] = apply(
      turning(this.#turn),
      column * columnPixelSpacing - this.#focal[0],
      row * rowPixelSpacing - this.#focal[1],
    );
    return [clientWidth / 2 + dx * this.#scale, clientHeight / 2 + dy * this.#scale];
  };

  /** Of the image, in millimetres. */
  get #size(): { readonly width: number; readonly height: number } {
    if (!this.#frame) return { width: 1, height: 1 };
    const { columns, rows, columnPixelSpacing, rowPixelSpacing } = drawnSize(this.#frame);
    return { width: columns * columnPixelSpacing, height: rows * rowPixelSpacing };
  }

  /** CSS pixels per millimetre at which the whole image is seen. */
  get #fitScale(): number {
    const { width, height } = this.#size;
    const { clientWidth, clientHeight } = this.#element;
    return Math.max(Math.min(clientWidth / width, clientHeight / height), Number.MIN_VALUE);
  }

  #tell(): void {
    this.#element.dispatchEvent(new CustomEvent(Enums.Events.CAMERA_MODIFIED));
  }

  #draw(): void {
    const context = this.#canvas.getContext('2d', { alpha: false });
    if (!context) return;
    const ratio = window.devicePixelRatio;
    this.#canvas.width = Math.round(this.#element.clientWidth * ratio);
    this.#canvas.height = Math.round(this.#element.clientHeight * ratio);
    const corner = this.toCanvas(0, 0);
    if (!this.#frame || !this.#pixels || !corner) return;
    const { columnPixelSpacing, rowPixelSpacing } = drawnSize(this.#frame);
    const { a, b, c, d } = turning(this.#turn);
    const [x, y] = [columnPixelSpacing * this.#scale * ratio, rowPixelSpacing * this.#scale * ratio];
    context.imageSmoothingQuality = 'high';
    context.setTransform(a * x, b * x, c * y, d * y, corner[0] * ratio, corner[1] * ratio);
    context.drawImage(this.#pixels, 0, 0);
  }
}

/** The greys or colours of a frame on a canvas of its own. */
function pixelsOf(frame: Frame, canvas = document.createElement('canvas')): HTMLCanvasElement {
  const { columns, rows } = drawnSize(frame);
  const { shown } = frame;
  canvas.width = columns;
  canvas.height = rows;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  const image = context.createImageData(columns, rows);
  const samples = shown.length / (columns * rows);
  const [green, blue] = samples === 3 ? [1, 2] : [0, 0];
  for (let pixel = 0, from = 0, to = 0; pixel < columns * rows; pixel++, from += samples, to += 4) {
    image.data[to] = shown[from] ?? 0;
    image.data[to + 1] = shown[from + green] ?? 0;
    image.data[to + 2] = shown[from + blue] ?? 0;
    image.data[to + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
