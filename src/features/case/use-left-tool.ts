import { useState } from 'react';
import { mouseOf } from '../../domain/controls/controls.ts';
import type { MouseAction } from '../../domain/controls/mouse.ts';
import { usePreferences } from '../../session/session-context.tsx';
import type { ReadingTool } from './measure/reading-tool.ts';

const TOOLS: Readonly<Partial<Record<MouseAction, ReadingTool>>> = {
  window: 'window',
  pan: 'pan',
  zoom: 'zoom',
  scroll: 'scroll',
};

export interface LeftToolChoice {
  readonly leftTool: ReadingTool;
  readonly setLeftTool: (tool: ReadingTool) => void;
  /** Takes up the usual tool again; undefined where that is in hand. */
  readonly dropTool: (() => void) | undefined;
}

/** The tool of the left mouse button: the one the user set it to, until another one is taken in hand. */
export function useLeftTool(): LeftToolChoice {
  const first = TOOLS[mouseOf(usePreferences().controls).left] ?? 'window';
  const [taken, setTaken] = useState<{ readonly first: ReadingTool; readonly tool: ReadingTool }>();
  const leftTool = taken?.first === first ? taken.tool : first;
  return {
    leftTool,
    setLeftTool: (tool) => setTaken({ first, tool }),
    dropTool: leftTool === first ? undefined : () => setTaken(undefined),
  };
}
