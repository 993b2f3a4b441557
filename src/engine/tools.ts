import {
  addTool,
  BaseTool,
  Enums,
  init,
  PanTool,
  ToolGroupManager,
  ZoomTool,
  type Types,
} from '@cornerstonejs/tools';

/** What the left mouse button does. */
export type LeftTool = 'window' | 'pan' | 'zoom' | 'scroll';

/** Asks the viewport below the pointer; the tools themselves know no image. */
export const DRAG_WINDOW = 'midscope-drag-window';
export const STEP_SLICE = 'midscope-step-slice';

export interface DragWindowDetail {
  /** CSS pixels to the right and down. */
  readonly dx: number;
  readonly dy: number;
}

export interface StepSliceDetail {
  /** Slices forward, negative ones back. */
  readonly by: number;
}

const tell = (element: HTMLDivElement, name: string, detail: DragWindowDetail | StepSliceDetail): void =>
  void element.dispatchEvent(new CustomEvent(name, { detail }));

type Interaction = Types.EventTypes.InteractionEventType;

/** Dragging right widens the window, dragging down raises its centre, as in OHIF. */
class WindowTool extends BaseTool {
  static override toolName = 'MidscopeWindow';

  constructor(toolProps: Types.PublicToolProps = {}) {
    super(toolProps, { supportedInteractionTypes: ['Mouse', 'Touch'] });
  }

  mouseDragCallback(event: Interaction): void {
    const { element, deltaPoints } = event.detail;
    const [dx, dy] = deltaPoints.canvas;
    tell(element, DRAG_WINDOW, { dx, dy });
  }

  touchDragCallback(event: Interaction): void {
    this.mouseDragCallback(event);
  }
}

/** CSS pixels of a drag that go one slice further. */
const PIXELS_PER_SLICE = 8;

/** Scrolls through slices by wheel, and by dragging up and down. */
class ScrollTool extends BaseTool {
  static override toolName = 'MidscopeScroll';
  private rest = 0;

  constructor(toolProps: Types.PublicToolProps = {}) {
    super(toolProps, { supportedInteractionTypes: ['Mouse', 'Touch'] });
  }

  mouseWheelCallback(event: Types.EventTypes.MouseWheelEventType): void {
    const { element, wheel } = event.detail;
    tell(element, STEP_SLICE, { by: wheel.direction });
  }

  mouseDragCallback(event: Interaction): void {
    const { element, deltaPoints } = event.detail;
    this.rest += deltaPoints.canvas[1];
    const by = Math.trunc(this.rest / PIXELS_PER_SLICE);
    this.rest -= by * PIXELS_PER_SLICE;
    if (by !== 0) tell(element, STEP_SLICE, { by });
  }

  touchDragCallback(event: Interaction): void {
    this.mouseDragCallback(event);
  }
}

export function registerTools(): void {
  init();
  for (const tool of [WindowTool, ScrollTool, PanTool, ZoomTool]) addTool(tool);
}

const TOOL_NAMES: Readonly<Record<LeftTool, string>> = {
  window: WindowTool.toolName,
  pan: PanTool.toolName as string,
  zoom: ZoomTool.toolName as string,
  scroll: ScrollTool.toolName,
};

/** The tools of one viewport. */
export interface ViewportTools {
  setLeft(tool: LeftTool): void;
  dispose(): void;
}

/** Mouse habits of OHIF: left the chosen tool, middle pan, right zoom, wheel slices, Ctrl and wheel zoom. */
export function attachTools(viewportId: string, renderingEngineId: string, left: LeftTool): ViewportTools {
  const { MouseBindings, KeyboardBindings } = Enums;
  const group = ToolGroupManager.createToolGroup(viewportId);
  if (!group) throw new Error(`tool group ${viewportId} exists`);
  for (const name of Object.values(TOOL_NAMES)) group.addTool(name);
  const setLeft = (tool: LeftTool): void => {
    const primary = { mouseButton: MouseBindings.Primary };
    const fixed: Readonly<Record<LeftTool, Types.IToolBinding[]>> = {
      window: [],
      pan: [{ mouseButton: MouseBindings.Auxiliary }],
      zoom: [
        { mouseButton: MouseBindings.Secondary },
        { mouseButton: MouseBindings.Wheel, modifierKey: KeyboardBindings.Ctrl },
        { numTouchPoints: 2 },
      ],
      scroll: [{ mouseButton: MouseBindings.Wheel }],
    };
    for (const name of Object.values(TOOL_NAMES)) group.setToolPassive(name, { removeAllBindings: true });
    for (const [key, name] of Object.entries(TOOL_NAMES) as [LeftTool, string][])
      group.setToolActive(name, { bindings: [...fixed[key], ...(key === tool ? [primary] : [])] });
  };
  setLeft(left);
  group.addViewport(viewportId, renderingEngineId);
  return { setLeft, dispose: () => ToolGroupManager.destroyToolGroup(viewportId) };
}
