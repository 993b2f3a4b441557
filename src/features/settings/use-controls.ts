import type { Controls } from '../../domain/controls/controls.ts';
import { usePreferences, useWorkspace } from '../../session/session-context.tsx';

/** Keys and mouse as they are set, and how they are changed: at once, and kept. */
export function useControls(): readonly [Controls, (controls: Controls) => void] {
  const workspace = useWorkspace();
  return [usePreferences().controls, (controls) => workspace.setPreferences({ controls })];
}
