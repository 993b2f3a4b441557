import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import type { MouseBindings } from '../domain/controls/mouse.ts';
import type { ImagePlacement, ImagePosition } from '../domain/imaging/placement.ts';
import type { VoiChoice } from '../domain/imaging/voi.ts';
import type { ImageStack } from '../workers/images/image-contract.ts';
import { StackView } from './stack-view.ts';
import type { Display, Turn, ViewState } from './view-state.ts';
import { onEngineLost, startEngine } from './start-engine.ts';
import { PointerTools, type LeftTool } from './tools.ts';
import styles from './viewport.module.css';
import type { ZoomMemory } from './zoom-memory.ts';

/** Enlargement of one press of a zoom key. */
const ZOOM_STEP = 1.2;

const sizeOf = ({ clientWidth, clientHeight }: Element): string => `${clientWidth} × ${clientHeight}`;

/** What the page may ask of a viewport. */
export interface ViewportHandle {
  step(by: number): void;
  goTo(slice: number): void;
  zoom(direction: 1 | -1): void;
  rotate(degrees: number): void;
  flip(axis: 'horizontal' | 'vertical'): void;
  fit(): void;
  /** One pixel of the image on one of the screen. */
  actualSize(): void;
  /** Fitted and unturned. */
  reset(): void;
  /** What of the image is in view; undefined without an image. */
  position(): ImagePosition | undefined;
  setPosition(position: ImagePosition): void;
  /** Reads the image again after an error. */
  retry(): void;
}

export interface ViewportProps {
  /** Unique on the page. */
  readonly id: string;
  readonly stack: ImageStack | undefined;
  readonly firstSlice: number;
  /** Enlargements that films of one projection share, and the projection of this one; empty for none. */
  readonly zooms: ZoomMemory;
  readonly projection: string;
  readonly display: Display;
  readonly leftTool: LeftTool;
  /** What the other buttons and the wheel do. */
  readonly mouse: MouseBindings;
  readonly onState: (state: ViewState, turn: Turn) => void;
  readonly onPlacement: (placement: ImagePlacement) => void;
  /** Takes the steps of wheel and drags instead of the viewport, which then goes where `firstSlice` says. */
  readonly onStep?: (by: number) => void;
  /** The user dragged the window. */
  readonly onWindow: (choice: VoiChoice) => void;
  readonly ref?: Ref<ViewportHandle>;
  /** Drawn over the image. */
  readonly children?: ReactNode;
}

/** One image on the page, drawn by the engine; owns its element's viewport while it is mounted. */
export function Viewport(props: ViewportProps) {
  const { id, stack, firstSlice, display, ref, children } = props;
  const area = useRef<HTMLDivElement>(null);
  const element = useRef<HTMLDivElement>(null);
  const view = useRef<StackView>(undefined);
  const latest = useRef(props);
  // Set anew when the graphics card has let go of the engine, with the slice to go on from.
  const [setup, setUp] = useState<{ readonly slice?: number }>({});
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const host = element.current;
    if (!host || !area.current) return undefined;
    const engine = startEngine();
    const own = new StackView(engine, id, host, latest.current.zooms, {
      onState: (state) => latest.current.onState(state, own.turn),
      onPlacement: (placement) => latest.current.onPlacement(placement),
    });
    view.current = own;
    if (setup.slice !== undefined && latest.current.stack)
      void own.show(latest.current.stack, setup.slice, latest.current);
    const lost = onEngineLost(() => setUp({ slice: own.state.slice }));
    const choices = () => ({ left: latest.current.leftTool, mouse: latest.current.mouse });
    const tools = new PointerTools(area.current, host, choices, {
      window: (dx, dy) => {
        const choice = own.draggedWindow(dx, dy);
        if (choice) latest.current.onWindow(choice);
      },
      pan: (dx, dy) => own.pan(dx, dy),
      zoom: (factor, fixed) => own.zoom(factor, fixed),
      step: (slices) => {
        if (latest.current.onStep) latest.current.onStep(slices);
        else own.step(slices);
      },
    });
    // The engine took the size that there was: to be told of it again would draw every viewport once more.
    let size = sizeOf(host);
    const resize = new ResizeObserver(() => {
      if (sizeOf(host) === size) return;
      size = sizeOf(host);
      engine.resize();
      own.resized();
    });
    resize.observe(host);
    return () => {
      lost();
      resize.disconnect();
      tools.dispose();
      own.dispose();
      view.current = undefined;
    };
  }, [id, setup]);

  // A new stack is drawn once, in its own look; until it is known, nothing of the former one stays.
  useEffect(() => {
    const own = view.current;
    if (!stack) own?.clear();
    else if (own?.shows(stack)) own.goTo(firstSlice);
    else void own?.show(stack, firstSlice, latest.current);
  }, [stack, firstSlice]);
  useEffect(() => view.current?.setDisplay(display), [display]);

  useImperativeHandle(
    ref,
    () => ({
      step: (by) => view.current?.step(by),
      goTo: (slice) => view.current?.goTo(slice),
      zoom: (direction) => view.current?.zoom(ZOOM_STEP ** direction),
      rotate: (degrees) => view.current?.rotate(degrees),
      flip: (axis) => view.current?.flip(axis),
      fit: () => view.current?.fit(),
      actualSize: () => view.current?.actualSize(),
      reset: () => view.current?.reset(),
      position: () => view.current?.position,
      setPosition: (position) => view.current?.setPosition(position),
      retry: () => {
        const shown = latest.current.stack;
        if (shown) void view.current?.show(shown, view.current.state.slice);
      },
    }),
    [],
  );

  return (
    <div ref={area} className={styles.viewport}>
      <div ref={element} className={styles.canvas} />
      <div className={styles.over}>{children}</div>
    </div>
  );
}
