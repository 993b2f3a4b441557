import { createContext, use, useEffect, useMemo, useRef, type ReactNode } from 'react';
import { chordOf, commandFor, isSingleCharacter, type CommandContext, type CommandId } from './registry.ts';

interface Handler {
  readonly press: () => void;
  /** The key was let go; for what lasts as long as it is held. */
  readonly release?: () => void;
}

type Handlers = Map<CommandId, Handler>;

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
    const held = new Map<string, () => void>();
    const letGo = (code: string): void => {
      held.get(code)?.();
      held.delete(code);
    };
    const onKey = (event: KeyboardEvent): void => {
      const chord = chordOf(event);
      const id = commandFor(chord, context);
      const handler = id === undefined ? undefined : handlers.get(id);
      if (!handler || isTaken(event, chord) || (!singleKeys && isSingleCharacter(chord))) return;
      event.preventDefault();
      handler.press();
      if (handler.release) held.set(event.code, handler.release);
    };
    const onKeyUp = ({ code }: KeyboardEvent): void => letGo(code);
    // A key that is let go in another window is never heard to be.
    const onBlur = (): void => [...held.keys()].forEach(letGo);
    document.addEventListener('keydown', onKey);
    document.addEventListener('keyup', onKeyUp);
    window.addEventListener('blur', onBlur);
    return () => {
      onBlur();
      window.removeEventListener('blur', onBlur);
      document.removeEventListener('keyup', onKeyUp);
      document.removeEventListener('keydown', onKey);
    };
  }, [context, handlers, singleKeys]);
  return <HandlersContext value={handlers}>{children}</HandlersContext>;
}

function useCommandIn(
  handlers: Handlers | undefined,
  id: CommandId,
  run: (() => void) | undefined,
  release?: () => void,
): void {
  const latest = useRef({ run, release });
  useEffect(() => {
    latest.current = { run, release };
  });
  const lasts = release !== undefined;
  const available = run !== undefined;
  useEffect(() => {
    if (!handlers || !available) return undefined;
    const handler: Handler = {
      press: () => latest.current.run?.(),
      ...(lasts && { release: () => latest.current.release?.() }),
    };
    handlers.set(id, handler);
    return () => {
      if (handlers.get(id) === handler) handlers.delete(id);
    };
  }, [available, handlers, id, lasts]);
}

/** Makes a command available while the component is shown; undefined when it cannot be done now. */
export function useCommand(id: CommandId, run: (() => void) | undefined): void {
  useCommandIn(use(HandlersContext), id, run);
}

/** Makes a command available that lasts as long as its key is held. */
export function useHeldCommand(id: CommandId, onHeld: (held: boolean) => void): void {
  useCommandIn(
    use(HandlersContext),
    id,
    () => onHeld(true),
    () => onHeld(false),
  );
}
