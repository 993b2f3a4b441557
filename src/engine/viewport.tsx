import { useEffect, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react';
import type { VoiChoice } from '../domain/imaging/voi.ts';
import type { ImageStack } from '../workers/images/image-contract.ts';
import { StackView, type Display, type ImagePlacement, type Turn, type ViewState } from './stack-view.ts';
import { canRender, onEngineLost, startCornerstone } from './start-cornerstone.ts';
import {
  attachTools,
  DRAG_WINDOW,
  STEP_SLICE,
  type DragWindowDetail,
  type LeftTool,
  type StepSliceDetail,
} from './tools.ts';
import styles from './viewport.module.css';
import type { ZoomMemory } from './zoom-memory.ts';

/** What the page may ask of a viewport. */
export interface ViewportHandle {
  step(by: number): void;
  goTo(slice: number): void;
  zoom(direction: 1 | -1): void;
  rotate(degrees: number): void;
  flip(axis: 'horizontal' | 'vertical'): void;
  fit(): void;
  /** Fitted and unturned. */
  reset(): void;
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
  readonly onState: (state: ViewState, turn: Turn) => void;
  readonly onPlacement: (placement: ImagePlacement) => void;
  /** The user dragged the window. */
  readonly onWindow: (choice: VoiChoice) => void;
  readonly ref?: Ref<ViewportHandle>;
  /** Drawn over the image. */
  readonly children?: ReactNode;
}

/** One image on the page, drawn by Cornerstone; owns its element's viewport while it is mounted. */
export function Viewport(props: ViewportProps) {
  const { id, stack, firstSlice, display, leftTool, ref, children } = props;
  const element = useRef<HTMLDivElement>(null);
  const view = useRef<StackView>(undefined);
  const tools = useRef<ReturnType<typeof attachTools>>(undefined);
  const latest = useRef(props);
  // Set anew when the graphics card has let go of the engine, with the slice to go on from.
  const [setup, setUp] = useState<{ readonly slice?: number }>({});
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const host = element.current;
    if (!host) return undefined;
    const engine = startCornerstone();
    const own = new StackView(engine, id, host, latest.current.zooms, {
      onState: (state) => latest.current.onState(state, own.turn),
      onPlacement: (placement) => latest.current.onPlacement(placement),
    });
    view.current = own;
    if (setup.slice !== undefined && latest.current.stack)
      void own.show(latest.current.stack, setup.slice, latest.current);
    const lost = onEngineLost(() => {
      if (canRender()) setUp({ slice: own.state.slice });
      else own.fail({ kind: 'issue', issue: { code: 'WEBGL_MISSING' } });
    });
    const attached = attachTools(id, engine.rendering.id, latest.current.leftTool);
    tools.current = attached;
    const onDrag = (event: Event): void => {
      const { dx, dy } = (event as CustomEvent<DragWindowDetail>).detail;
      const choice = own.draggedWindow(dx, dy);
      if (choice) latest.current.onWindow(choice);
    };
    const onStep = (event: Event): void => own.step((event as CustomEvent<StepSliceDetail>).detail.by);
    const noMenu = (event: Event): void => event.preventDefault();
    host.addEventListener(DRAG_WINDOW, onDrag);
    host.addEventListener(STEP_SLICE, onStep);
    host.addEventListener('contextmenu', noMenu);
    const resize = new ResizeObserver(() => engine.rendering.resize(true, true));
    resize.observe(host);
    return () => {
      lost();
      resize.disconnect();
      host.removeEventListener('contextmenu', noMenu);
      host.removeEventListener(STEP_SLICE, onStep);
      host.removeEventListener(DRAG_WINDOW, onDrag);
      attached.dispose();
      own.dispose();
      view.current = undefined;
      tools.current = undefined;
    };
  }, [id, setup]);

  // A new stack is drawn once, in its own look.
  useEffect(() => {
    if (stack) void view.current?.show(stack, firstSlice, latest.current);
  }, [stack, firstSlice]);
  useEffect(() => view.current?.setDisplay(display), [display]);
  useEffect(() => tools.current?.setLeft(leftTool), [leftTool]);

  useImperativeHandle(
    ref,
    () => ({
      step: (by) => view.current?.step(by),
      goTo: (slice) => view.current?.goTo(slice),
      zoom: (direction) => view.current?.zoom(direction),
      rotate: (degrees) => view.current?.rotate(degrees),
      flip: (axis) => view.current?.flip(axis),
      fit: () => view.current?.fit(),
      reset: () => view.current?.reset(),
      retry: () => {
        const shown = latest.current.stack;
        const { failure, slice = 0 } = view.current?.state ?? {};
        const isLost = failure?.kind === 'issue' && failure.issue.code === 'WEBGL_MISSING';
        if (isLost && canRender()) setUp({ slice });
        else if (shown && !isLost) void view.current?.show(shown, slice);
      },
    }),
    [],
  );

  return (
    <div className={styles.viewport}>
      <div ref={element} className={styles.canvas} />
      <div className={styles.over}>{children}</div>
    </div>
  );
}
