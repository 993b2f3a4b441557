import {
  ArrowUpRight,
  Circle,
  Cross,
  HeartPulse,
  Lasso,
  Pipette,
  RectangleHorizontal,
  Ruler,
  Scaling,
  SquareDashed,
  Star,
  Tangent,
  TriangleRight,
  ZoomIn,
  type LucideIcon,
} from 'lucide-react';
import type { MarkTool } from '../../../domain/measure/mark-tool.ts';
import type { PageTool } from './reading-tool.ts';

/** The picture of each tool, on buttons and in the list. */
const TOOL_ICONS: Readonly<Record<PageTool | MarkTool, LucideIcon>> = {
  length: Ruler,
  bidirectional: Cross,
  angle: TriangleRight,
  cobb: Tangent,
  rectangle: RectangleHorizontal,
  ellipse: Circle,
  freehand: Lasso,
  probe: Pipette,
  arrow: ArrowUpRight,
  calibration: Scaling,
  ctr: HeartPulse,
  key: Star,
  'region-window': SquareDashed,
  magnifier: ZoomIn,
};

/** The picture of a tool. */
export function ToolIcon({ tool }: { readonly tool: PageTool | MarkTool }) {
  const Icon = TOOL_ICONS[tool];
  return <Icon aria-hidden />;
}
