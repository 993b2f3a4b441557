import { cache, Enums, utilities, type Types } from '@cornerstonejs/core';
import { isAbort, toFailure, type Failure } from '../domain/error.ts';
import { buildDisplayChain, type DisplayChain } from '../domain/imaging/display-chain.ts';
import { equivalentWindow } from '../domain/imaging/equivalent-window.ts';
import { renderGrey } from '../domain/imaging/render-grey.ts';
import type { VoiChoice } from '../domain/imaging/voi.ts';
import type { ImageStack, LoadedImage } from '../workers/images/image-contract.ts';
import { SCHEME, type Engine } from './start-cornerstone.ts';
import { applyZoom, keepZoom, type ZoomMemory } from './zoom-memory.ts';

/** How the user wants an image to be shown; what is absent is as the file has it. */
export interface Display {
  readonly choice?: VoiChoice;
  readonly invert: boolean;
}

export type ViewStatus = 'empty' | 'loading' | 'rendered' | 'error';

/** Everything a viewport says about itself. */
export interface ViewState {
  readonly status: ViewStatus;
  /** The image on screen, or the one asked for while there is an error. */
  readonly path: string;
  /** From 0. */
  readonly slice: number;
  readonly slices: number;
  readonly image: LoadedImage | undefined;
  readonly chain: DisplayChain | undefined;
  readonly failure: Failure | undefined;
}

/** Where image pixels are on the element: CSS pixels = origin + x · right + y · down, (0, 0) the image's corner. */
export interface ImagePlacement {
  readonly origin: readonly [number, number];
  readonly right: readonly [number, number];
  readonly down: readonly [number, number];
}

export interface StackViewEvents {
  onState(state: ViewState): void;
  onPlacement(placement: ImagePlacement): void;
}

/** In what way a stack is shown; what is absent stays as it was. */
export interface Look {
  readonly display?: Display;
  /** Films of the same one share their enlargement; empty for none. */
  readonly projection?: string;
}

const EMPTY: ViewState = {
  status: 'empty',
  path: '',
  slice: 0,
  slices: 0,
  image: undefined,
  chain: undefined,
  failure: undefined,
};

/** How a picture is turned against the file: clockwise by degrees, after the flips. */
export interface Turn {
  readonly rotation: number;
  readonly flipHorizontal: boolean;
  readonly flipVertical: boolean;
}

const UNTURNED: Turn = { rotation: 0, flipHorizontal: false, flipVertical: false };

/** Enlargement of one press of a zoom key. */
const ZOOM_STEP = 1.2;

/**
 * One viewport: loads slices, turns them into display values by the one pipeline of `domain/imaging`, and has
 * Cornerstone draw them. It owns its element's viewport from construction to {@link dispose}.
 */
export class StackView {
  readonly #engine: Engine;
  readonly #id: string;
  readonly #element: HTMLDivElement;
  readonly #events: StackViewEvents;
  readonly #zooms: ZoomMemory;
  #state = EMPTY;
  #stack: ImageStack | undefined;
  /** Key of the stack that was drawn last. */
  #drawn: string | undefined;
  #display: Display = { invert: false };
  #loading: AbortController | undefined;
  /** Number of the image id on screen; each image shown gets a new one, so that nothing stale is reused. */
  #serial = 0;
  #imageId: string | undefined;
  #turn = UNTURNED;
  #projection = '';

  constructor(
    engine: Engine,
    id: string,
    element: HTMLDivElement,
    zooms: ZoomMemory,
    events: StackViewEvents,
  ) {
    this.#engine = engine;
    this.#zooms = zooms;
    this.#id = id;
    this.#element = element;
    this.#events = events;
    engine.rendering.enableElement({
      viewportId: id,
      type: Enums.ViewportType.STACK,
      element,
      defaultOptions: { background: [0, 0, 0] },
    });
    // Cornerstone would take the focus and swallow every key pressed there, Tab and F5 among them.
    element.removeAttribute('tabindex');
    element.addEventListener(Enums.Events.CAMERA_MODIFIED, this.#onCamera);
  }

  get #viewport(): Types.IStackViewport | undefined {
    return this.#engine.rendering.getViewport<Types.IStackViewport | undefined>(this.#id);
  }

  get state(): ViewState {
    return this.#state;
  }

  /**
   * Shows a slice of a stack. Another stack begins unturned, and whole unless the last film of its projection was
   * left enlarged.
   */
  async show(stack: ImageStack, slice: number, look: Look = {}): Promise<void> {
    this.#projection = look.projection ?? this.#projection;
    this.#display = look.display ?? this.#display;
    const isNew = stack.key !== this.#drawn;
    this.#stack = stack;
    const at = Math.max(0, Math.min(stack.slices - 1, slice));
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const asked = performance.now();
    const kept = stack.peek(at);
    // What is known of one image is never shown beside another; nor are its pixels, which may be another patient's.
    const known = isNew ? { image: undefined, chain: undefined } : {};
    if (isNew && !kept) this.#blank();
    this.#set({ status: 'loading', slice: at, slices: stack.slices, failure: undefined, ...known });
    try {
      const image = kept ?? (await stack.load(at, loading.signal));
      if (loading.signal.aborted) return;
      this.#drawn = stack.key;
      const chain = await this.#draw(image, isNew);
      if (loading.signal.aborted) return;
      this.#set({ status: 'rendered', path: image.path, image, chain });
      this.#onCamera();
      const detail = { path: image.path, bytes: image.bytes, cached: kept !== undefined };
      performance.measure('midscope:image', { start: asked, detail });
    } catch (thrown) {
      if (isAbort(thrown) || loading.signal.aborted) return;
      this.#blank();
      this.#set({
        status: 'error',
        path: stack.pathOf(at),
        failure: toFailure(thrown),
        image: undefined,
        chain: undefined,
      });
    }
  }

  /** Says why nothing can be shown. */
  fail(failure: Failure): void {
    this.#loading?.abort();
    this.#set({ status: 'error', failure, image: undefined, chain: undefined });
  }

  /** Steps through the stack and stops at its ends. */
  step(by: number): void {
    if (this.#stack) this.goTo(this.#state.slice + by);
  }

  goTo(slice: number): void {
    const stack = this.#stack;
    if (!stack) return;
    const at = Math.max(0, Math.min(stack.slices - 1, slice));
    if (at !== this.#state.slice || this.#state.status === 'error') void this.show(stack, at);
  }

  /** Shows the image on screen in another way. */
  setDisplay(display: Display): void {
    if (display === this.#display) return;
    this.#display = display;
    const { image } = this.#state;
    const viewport = this.#viewport;
    if (!image || !viewport || this.#imageId === undefined) return;
    const chain = this.#paint(image);
    const shown = cache.getImage(this.#imageId);
    const data = viewport.getImageData()?.imageData;
    if (!shown || !data || !('modified' in data)) return;
    utilities.updateVTKImageDataWithCornerstoneImage(data, shown);
    viewport.render();
    this.#set({ chain });
  }

  /** The window shown now moved by a drag, in CSS pixels. */
  draggedWindow(dx: number, dy: number): VoiChoice | undefined {
    const { chain, image } = this.#state;
    if (!chain || !image || image.pixels.kind === 'rgb') return undefined;
    const { center, width } = equivalentWindow(chain);
    const step = dragStep(image, width);
    return { kind: 'manual', center: center + dy * step, width: Math.max(1, width + dx * step) };
  }

  rotate(degrees: number): void {
    this.#present({ rotation: (((this.#turn.rotation + degrees) % 360) + 360) % 360 });
  }

  flip(axis: 'horizontal' | 'vertical'): void {
    if (axis === 'horizontal') this.#present({ flipHorizontal: !this.#turn.flipHorizontal });
    else this.#present({ flipVertical: !this.#turn.flipVertical });
  }

  zoom(direction: 1 | -1): void {
    const viewport = this.#viewport;
    if (!viewport || !this.#state.image) return;
    viewport.setZoom(viewport.getZoom() * ZOOM_STEP ** direction);
    viewport.render();
  }

  /** The whole image, centred; turns stay. */
  fit(): void {
    const viewport = this.#viewport;
    if (!viewport || !this.#state.image) return;
    viewport.resetCamera({ resetPan: true, resetZoom: true });
    this.#present({});
  }

  /** The whole image, unturned. */
  reset(): void {
    this.#turn = UNTURNED;
    this.fit();
  }

  /** How the picture is turned against the file, for the letters at its edges. */
  get turn(): Turn {
    return this.#turn;
  }

  dispose(): void {
    this.#loading?.abort();
    this.#element.removeEventListener(Enums.Events.CAMERA_MODIFIED, this.#onCamera);
    this.#engine.rendering.disableElement(this.#id);
    this.#forget(this.#imageId);
  }

  #set(change: Partial<ViewState>): void {
    this.#state = { ...this.#state, ...change };
    this.#events.onState(this.#state);
  }

  #present(change: Partial<Turn>): void {
    this.#turn = { ...this.#turn, ...change };
    const viewport = this.#viewport;
    if (!viewport || !this.#state.image) return;
    viewport.setViewPresentation({ ...this.#turn });
    viewport.render();
    this.#events.onState(this.#state);
  }

  /** Puts an image on screen; resolves after the frame that shows it. */
  async #draw(image: LoadedImage, isNew: boolean): Promise<DisplayChain> {
    const viewport = this.#viewport;
    if (!viewport) throw new Error('no viewport');
    const former = this.#imageId;
    const imageId = `${SCHEME}:${this.#id}/${++this.#serial}`;
    this.#engine.frames.set(imageId, { image, shown: new Uint8Array(shownBytes(image)) });
    this.#imageId = imageId;
    const chain = this.#paint(image);
    const view = isNew ? undefined : viewport.getViewPresentation();
    if (isNew) this.#turn = UNTURNED;
    const rendered = new Promise<void>((resolve) => {
      this.#element.addEventListener(Enums.Events.IMAGE_RENDERED, () => resolve(), { once: true });
    });
    await viewport.setStack([imageId]);
    viewport.setProperties({ voiRange: { lower: 0, upper: 255 }, invert: false });
    if (view) viewport.setViewPresentation(view);
    else {
      // Cornerstone would hang the new image as the one before it.
      viewport.resetCamera({ resetPan: true, resetZoom: true });
      viewport.setViewPresentation({ ...UNTURNED });
      applyZoom(this.#zooms, this.#projection, viewport);
    }
    viewport.render();
    await rendered;
    this.#forget(former);
    return chain;
  }

  /** Computes the display values of the image into its frame. */
  #paint(image: LoadedImage): DisplayChain {
    const { pixels, attributes, valuesAreModality } = image;
    const { choice, invert } = this.#display;
    const chain = buildDisplayChain({
      attributes,
      pixels,
      valuesAreModality,
      invert,
      ...(choice && { choice }),
    });
    const shown = this.#imageId === undefined ? undefined : this.#engine.frames.get(this.#imageId)?.shown;
    if (!shown) return chain;
    if (pixels.kind === 'grey') renderGrey(chain, pixels, shown);
    else if (invert) pixels.data.forEach((value, at) => (shown[at] = 255 - value));
    else shown.set(pixels.data);
    return chain;
  }

  #blank(): void {
    this.#forget(this.#imageId);
    this.#imageId = undefined;
    this.#viewport?.removeAllActors();
    this.#viewport?.render();
  }

  #forget(imageId: string | undefined): void {
    if (imageId === undefined) return;
    this.#engine.frames.delete(imageId);
    if (cache.getImageLoadObject(imageId)) cache.removeImageLoadObject(imageId);
  }

  readonly #onCamera = (): void => {
    const viewport = this.#viewport;
    const toWorld = viewport?.getImageData()?.imageData.indexToWorld;
    if (!viewport || !toWorld || !this.#state.image) return;
    // While an image is being put up, its camera is not yet the user's.
    if (this.#state.status === 'rendered') keepZoom(this.#zooms, this.#projection, viewport);
    // Index (0, 0) is the centre of the first pixel; its corner is half a pixel before.
    const at = (i: number, j: number): Types.Point2 =>
      viewport.worldToCanvas(toWorld([i - 0.5, j - 0.5, 0]) as Types.Point3);
    const [origin, right, down] = [at(0, 0), at(1, 0), at(0, 1)];
    this.#events.onPlacement({
      origin,
      right: [right[0] - origin[0], right[1] - origin[1]],
      down: [down[0] - origin[0], down[1] - origin[1]],
    });
  };
}

const shownBytes = ({ pixels }: LoadedImage): number =>
  pixels.columns * pixels.rows * (pixels.kind === 'rgb' ? 3 : 1);

/** Units of the window per CSS pixel: 4 HU for CT as in OHIF, for films a thousandth of the window or more. */
function dragStep({ attributes }: LoadedImage, width: number): number {
  if (attributes.Modality === 'CT') return 4;
  return Math.max(1, width / 500);
}
