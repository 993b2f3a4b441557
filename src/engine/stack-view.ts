import { cache, Enums, type Types } from '@cornerstonejs/core';
import { isAbort, toFailure } from '../domain/error.ts';
import { buildDisplayChain, type DisplayChain } from '../domain/imaging/display-chain.ts';
import { draggedWindow } from '../domain/imaging/dragged-window.ts';
import { UNTURNED } from '../domain/imaging/orientation.ts';
import {
  middleInView,
  wayToMiddle,
  WHOLE,
  type ImagePlacement,
  type ImagePosition,
} from '../domain/imaging/placement.ts';
import type { VoiChoice } from '../domain/imaging/voi.ts';
import type { ImageStack, LoadedImage } from '../workers/images/image-contract.ts';
import { createFrame, paintFrame, type Frame } from './frames.ts';
import { panBy, zoomAbout, zoomTo, type Place } from './move-camera.ts';
import type { Picture } from './picture.ts';
import { SCHEME, type Engine } from './start-engine.ts';
import {
  EMPTY,
  type Display,
  type Look,
  type StackViewEvents,
  type Turn,
  type ViewState,
} from './view-state.ts';
import { keepZoom, type ZoomMemory } from './zoom-memory.ts';

/** Images whose times are kept, about: reading a CT for an hour shows many thousands. */
const KEPT_MEASURES = 1_000;

/**
 * One viewport: loads slices, turns them into display values by the one pipeline of `domain/imaging`, and has
 * the engine draw them. It owns its element's viewport from construction to {@link dispose}.
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
  /** What the viewport holds, on screen or about to be. */
  #held: LoadedImage | undefined;
  #turn = UNTURNED;
  #projection = '';
  /** What is in view, as the user left it. */
  #position = WHOLE;
  /** Size of the element for which the camera was last set. */
  #size: readonly [number, number];

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
    this.#size = [element.clientWidth, element.clientHeight];
    engine.enable(id, element);
    element.addEventListener(Enums.Events.CAMERA_MODIFIED, this.#onCamera);
  }

  get #viewport(): Picture | undefined {
    return this.#engine.picture(this.#id);
  }

  get #frame(): Frame | undefined {
    return this.#imageId === undefined ? undefined : this.#engine.frames.get(this.#imageId);
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
      const loaded = performance.now();
      this.#drawn = stack.key;
      const chain = await this.#draw(image, isNew);
      if (loading.signal.aborted) return;
      this.#set({ status: 'rendered', path: image.path, image, chain, reduction: this.#frame?.factor ?? 1 });
      this.#onCamera();
      const detail = {
        path: image.path,
        bytes: image.bytes,
        cached: kept !== undefined,
        ...(!kept && image.took),
        draw: performance.now() - loaded,
      };
      // The browser keeps measures until they are cleared.
      if (this.#serial % KEPT_MEASURES === 0) performance.clearMeasures('midscope:image');
      performance.measure('midscope:image', { start: asked, detail });
      await stack.whenRead(at, loading.signal);
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

  /** Whether this is the stack that was asked for last. */
  shows(stack: ImageStack): boolean {
    return this.#stack === stack && this.#state.status !== 'error';
  }

  /** Shows nothing. */
  clear(): void {
    if (this.#state.status === 'empty') return;
    this.#loading?.abort();
    this.#stack = undefined;
    this.#drawn = undefined;
    this.#blank();
    this.#set(EMPTY);
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
    // Another image is being put up, and takes the display of now when it is there.
    if (this.#frame?.image !== image) return;
    const chain = this.#paint(image);
    viewport.repaint(this.#imageId);
    viewport.render();
    this.#set({ chain });
  }

  /** The window shown now moved by a drag, in CSS pixels. */
  draggedWindow(dx: number, dy: number): VoiChoice | undefined {
    const { chain, image } = this.#state;
    return chain && image && draggedWindow(chain, image.pixels, image.attributes.Modality, [dx, dy]);
  }

  rotate(degrees: number): void {
    this.#present({ rotation: (((this.#turn.rotation + degrees) % 360) + 360) % 360 });
  }

  flip(axis: 'horizontal' | 'vertical'): void {
    if (axis === 'horizontal') this.#present({ flipHorizontal: !this.#turn.flipHorizontal });
    else this.#present({ flipVertical: !this.#turn.flipVertical });
  }

  /** Enlarges by a factor about a place of the element, about its middle without one. */
  zoom(factor: number, fixed?: Place): void {
    const middle = [this.#element.clientWidth / 2, this.#element.clientHeight / 2] as const;
    this.#move((viewport) => zoomAbout(viewport, factor, fixed ?? middle));
  }

  /** Moves the picture by CSS pixels. */
  pan(dx: number, dy: number): void {
    this.#move((viewport) => panBy(viewport, dx, dy));
  }

  /** What is in view; undefined without an image. */
  get position(): ImagePosition | undefined {
    const viewport = this.#viewport;
    const placement = this.#placement();
    const image = this.#held?.pixels;
    if (!viewport || !placement || !image) return undefined;
    return {
      zoom: viewport.getZoom(),
      middle: middleInView(placement, this.#size, [image.columns, image.rows]),
    };
  }

  /** Brings a part of the image into view; turns stay. */
  setPosition(position: ImagePosition): void {
    const viewport = this.#viewport;
    if (!viewport || !this.#held) return;
    this.#moveTo(viewport, position, this.#held);
    viewport.render();
  }

  #moveTo(viewport: Picture, { zoom, middle }: ImagePosition, { pixels }: LoadedImage): void {
    zoomTo(viewport, zoom);
    const placement = this.#placement();
    if (placement)
      panBy(viewport, ...wayToMiddle(placement, this.#size, [pixels.columns, pixels.rows], middle));
  }

  /** After Cornerstone has taken in the element's new size: what was in view comes into view again. */
  resized(): void {
    const { clientWidth, clientHeight } = this.#element;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.#size = [clientWidth, clientHeight];
    this.setPosition(this.#position);
  }

  #move(by: (viewport: Picture) => void): void {
    const viewport = this.#viewport;
    if (!viewport || !this.#state.image) return;
    by(viewport);
    viewport.render();
  }

  /** One pixel of the image on one of the screen, around the middle of what is in view. */
  actualSize(): void {
    const viewport = this.#viewport;
    const placement = this.#placement();
    if (!viewport || !placement) return;
    const factor = 1 / (Math.hypot(...placement.right) * window.devicePixelRatio);
    viewport.setZoom(viewport.getZoom() * factor);
    viewport.render();
  }

  /** The whole image, centred; turns stay. */
  fit(): void {
    const viewport = this.#viewport;
    if (!viewport || !this.#state.image) return;
    viewport.resetCamera();
    this.#present({});
  }

  /** The whole image, as its stack hangs. */
  reset(): void {
    this.#turn = this.#stack?.hung ?? UNTURNED;
    this.fit();
  }

  /** How the picture is turned against the file, for the letters at its edges. */
  get turn(): Turn {
    return this.#turn;
  }

  dispose(): void {
    this.#loading?.abort();
    this.#element.removeEventListener(Enums.Events.CAMERA_MODIFIED, this.#onCamera);
    this.#engine.disable(this.#id);
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
    this.#engine.frames.set(imageId, createFrame(image, this.#engine.maxSide));
    this.#imageId = imageId;
    const chain = this.#paint(image);
    const display = this.#display;
    const view = isNew ? undefined : viewport.getViewPresentation();
    if (isNew) this.#turn = this.#stack?.hung ?? UNTURNED;
    const rendered = new Promise<void>((resolve) => {
      this.#element.addEventListener(Enums.Events.IMAGE_RENDERED, () => resolve(), { once: true });
    });
    await viewport.put(imageId);
    this.#held = image;
    if (view) viewport.setViewPresentation(view);
    else {
      // Cornerstone would hang the new image as the one before it.
      viewport.resetCamera();
      viewport.setViewPresentation({ ...this.#turn });
      this.#position = this.#zooms.get(this.#projection) ?? WHOLE;
      this.#moveTo(viewport, this.#position, image);
    }
    viewport.render();
    await rendered;
    this.#forget(former);
    if (this.#display === display) return chain;
    // Another window was chosen meanwhile.
    const latest = this.#paint(image);
    viewport.repaint(imageId);
    viewport.render();
    return latest;
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
    const frame = this.#frame;
    if (frame) paintFrame(frame, chain);
    return chain;
  }

  #blank(): void {
    // What was never drawn on is black already; to draw that would take the time of the image that is coming.
    if (this.#imageId === undefined) return;
    this.#forget(this.#imageId);
    this.#imageId = undefined;
    this.#held = undefined;
    this.#viewport?.clear();
    this.#viewport?.render();
  }

  #forget(imageId: string | undefined): void {
    if (imageId === undefined) return;
    this.#engine.frames.delete(imageId);
    if (cache.getImageLoadObject(imageId)) cache.removeImageLoadObject(imageId);
  }

  readonly #onCamera = (): void => {
    const viewport = this.#viewport;
    const placement = this.#state.image && this.#placement();
    if (!viewport || !placement) return;
    // While an image is being put up, or the element has another size by now, the camera is not the user's.
    const isSettled =
      this.#element.clientWidth === this.#size[0] && this.#element.clientHeight === this.#size[1];
    const { position } = this;
    if (this.#state.status === 'rendered' && isSettled && position) {
      this.#position = position;
      keepZoom(this.#zooms, this.#projection, position);
    }
    this.#events.onPlacement(placement);
  };

  /** Where the image is on the element now. */
  #placement(): ImagePlacement | undefined {
    const viewport = this.#viewport;
    if (!viewport || this.#imageId === undefined) return undefined;
    const factor = this.#frame?.factor ?? 1;
    const at = (x: number, y: number): Types.Point2 | undefined => viewport.toCanvas(x / factor, y / factor);
    const [origin, right, down] = [at(0, 0), at(1, 0), at(0, 1)];
    if (!origin || !right || !down) return undefined;
    return {
      origin,
      right: [right[0] - origin[0], right[1] - origin[1]],
      down: [down[0] - origin[0], down[1] - origin[1]],
    };
  }
}
