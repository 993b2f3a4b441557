import type { RuleId } from '../domain/report/rules/rule-ids.ts';
import { usePreferences, useWorkspace } from './session-context.tsx';

interface RuleChoice {
  /** Rules that mark nothing. */
  readonly off: readonly RuleId[];
  readonly setOff: (off: readonly RuleId[]) => void;
}

/** Which rules for contradictions the user has switched off. */
export function useRules(): RuleChoice {
  const workspace = useWorkspace();
  const { rulesOff } = usePreferences();
  return { off: rulesOff, setOff: (off) => workspace.setPreferences({ rulesOff: off }) };
}
