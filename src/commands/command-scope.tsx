import { createContext, use, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { chordOf, commandFor, isSingleCharacter, type CommandContext, type CommandId } from './registry.ts';

type Handlers = Map<CommandId, () => void>;

const HandlersContext = createContext<Handlers | undefined>(undefined);

interface CommandScopeProps {
  readonly context: CommandContext;
  readonly singleKeys: boolean;
  readonly onHelp: () => void;
  readonly children: ReactNode;
}

const TEXT_ENTRY =
  'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=true]';
const PRESSABLE =
  'button, a[href], summary, input, [role=button], [role=row], [role=option], [role=menuitem]';

/** Whether a press belongs to what has the focus rather than to the page. */
function isTaken(event: KeyboardEvent, chord: string): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || event.isComposing || !target) return true;
  if (target.closest(TEXT_ENTRY)) return true;
  if ((chord === 'Space' || chord === 'Enter') && target.closest(PRESSABLE)) return true;
  return document.querySelector('[role=dialog], [role=menu]') !== null;
}

/** Hears the keys of one context and calls what the page below has registered for them. */
export function CommandScope({ context, singleKeys, onHelp, children }: CommandScopeProps) {
  const handlers = useMemo<Handlers>(() => new Map(), []);
  useCommandIn(handlers, 'help', onHelp);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const chord = chordOf(event);
      const id = commandFor(chord, context);
      const handler = id === undefined ? undefined : handlers.get(id);
      if (!handler || isTaken(event, chord) || (!singleKeys && isSingleCharacter(chord))) return;
      event.preventDefault();
      handler();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [context, handlers, singleKeys]);
  return <HandlersContext value={handlers}>{children}</HandlersContext>;
}

function useCommandIn(handlers: Handlers | undefined, id: CommandId, run: (() => void) | undefined): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const available = run !== undefined;
  useEffect(() => {
    if (!handlers || !available) return undefined;
    const handler = (): void => latest.current?.();
    handlers.set(id, handler);
    return () => {
      if (handlers.get(id) === handler) handlers.delete(id);
    };
  }, [available, handlers, id]);
}

/** Makes a command available while the component is shown; undefined when it cannot be done now. */
export function useCommand(id: CommandId, run: (() => void) | undefined): void {
  useCommandIn(use(HandlersContext), id, run);
}
