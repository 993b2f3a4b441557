import {
  cache,
  Enums,
  eventTarget,
  imageLoader,
  init,
  metaData,
  RenderingEngine,
  type Types,
} from '@cornerstonejs/core';
import { CanvasPicture } from './canvas-picture.ts';
import { cornerstonePicture } from './cornerstone-picture.ts';
import { frameMetadata, loadFrame, type FrameTable } from './frames.ts';
import { registerImageNode } from './image-node.ts';
import type { Picture } from './picture.ts';
import { findWebGl, type WebGl } from './webgl.ts';

/** The running viewer: one for every viewport of the page. */
export interface Engine {
  /** Sets up what draws on an element. */
  readonly enable: (id: string, element: HTMLDivElement) => void;
  readonly picture: (id: string) => Picture | undefined;
  readonly disable: (id: string) => void;
  /** Elements have other sizes than before. */
  readonly resize: () => void;
  /** The images that viewports show now, by image id. */
  readonly frames: FrameTable;
  /** The most pixels of one side of an image that are drawn. */
  readonly maxSide: number;
}

/** Scheme of the image ids; the rest is a viewport's id and a number. */
export const SCHEME = 'midscope';

/**
 * WebGL contexts shared by all viewports. Browsers allow about sixteen in a page, and each costs memory;
 * a new viewport waits for none with two.
 */
const WEBGL_CONTEXTS = 2;

/** The side of a canvas that every browser makes. */
const MOST_CANVAS = 8_192;

/** Own metadata comes before Cornerstone's. */
const PROVIDER_PRIORITY = 10_000;

// Cornerstone is one global; starting it twice, as StrictMode would, must yield the same engine.
const frames: FrameTable = new Map();
let isInitialised = false;
let started: Engine | undefined;
let rendering: RenderingEngine | undefined;
let enginesMade = 0;
const lostListeners = new Set<() => void>();

/** Starts the viewer, or hands out the one that was started before: on the graphics card where there is one. */
export function startEngine(): Engine {
  if (!started) {
    const webGl = findWebGl();
    started = webGl ? cornerstoneEngine(webGl) : canvasEngine();
  }
  return started;
}

/**
 * Tells when the graphics card has let go of the engine. By then {@link startEngine} hands out a new one, on which
 * every viewport has to be set up again.
 */
export function onEngineLost(listener: () => void): () => void {
  lostListeners.add(listener);
  return () => lostListeners.delete(listener);
}

function cornerstoneEngine({ maxSide }: WebGl): Engine {
  if (!isInitialised) initialise();
  isInitialised = true;
  const own = new RenderingEngine(`midscope-${++enginesMade}`);
  rendering = own;
  return {
    enable: (viewportId, element) => {
      own.enableElement({
        viewportId,
        type: Enums.ViewportType.STACK,
        element,
        defaultOptions: { background: [0, 0, 0] },
      });
      // Cornerstone would take the focus and swallow every key pressed there, Tab and F5 among them.
      element.removeAttribute('tabindex');
    },
    picture: (id) => {
      const viewport = own.getViewport<Types.IStackViewport | undefined>(id);
      return viewport && cornerstonePicture(viewport);
    },
    disable: (id) => own.disableElement(id),
    resize: () => own.resize(true, true),
    frames,
    maxSide,
  };
}

/** Draws by the processor. */
function canvasEngine(): Engine {
  const pictures = new Map<string, CanvasPicture>();
  return {
    enable: (id, element) => void pictures.set(id, new CanvasPicture(element, frames)),
    picture: (id) => pictures.get(id),
    disable: (id) => {
      pictures.get(id)?.dispose();
      pictures.delete(id);
    },
    resize: () => pictures.forEach((picture) => picture.resize()),
    frames,
    maxSide: MOST_CANVAS,
  };
}

function initialise(): void {
  registerImageNode();
  init({ rendering: { webGlContextCount: WEBGL_CONTEXTS } } as Types.Cornerstone3DConfig);
  imageLoader.registerImageLoader(SCHEME, (imageId) => loadFrame(frames, imageId));
  metaData.addProvider(
    (type: string, imageId: string) => frameMetadata(frames, type, imageId),
    PROVIDER_PRIORITY,
  );
  // Frames are kept by the session's image store; Cornerstone's cache only ever holds what is on screen.
  cache.setMaxCacheSize(2 ** 30);
  eventTarget.addEventListener(Enums.Events.WEBGL_CONTEXT_LOST, onContextLost);
}

function onContextLost(event: Event): void {
  const lost = rendering;
  const { renderingEngineId } = (event as CustomEvent<{ readonly renderingEngineId: string }>).detail;
  // Each of its contexts tells; the first one is enough.
  if (!lost || renderingEngineId !== lost.id) return;
  started = rendering = undefined;
  lostListeners.forEach((listener) => listener());
  // Its viewports let go of it first, when React has heard of it.
  setTimeout(() => lost.destroy(), 1_000);
}
