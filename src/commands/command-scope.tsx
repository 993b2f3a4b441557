import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { chordOf, isSingleCharacter } from '../domain/controls/chord.ts';
import { useLanguage } from '../i18n/locale.tsx';
import { CommandHandlers, type Handler } from './handlers.ts';
import { commandsFor, type Keymap } from './keymap.ts';
import { Offers, type Offer } from './offers.ts';
import { COMMANDS, type Command, type CommandContext, type CommandId } from './registry.ts';
import { showChord } from './show-chord.ts';

interface Scope {
  readonly context: CommandContext;
  readonly handlers: CommandHandlers;
  readonly offers: Offers;
  readonly keymap: Keymap;
  readonly singleKeys: boolean;
}

const ScopeContext = createContext<Scope | undefined>(undefined);

interface CommandScopeProps {
  readonly context: CommandContext;
  readonly singleKeys: boolean;
  readonly keymap: Keymap;
  readonly children: ReactNode;
}

const TEXT_ENTRY =
  'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=true]';
const PRESSABLE =
  'button, a[href], summary, input, [role=button], [role=row], [role=option], [role=menuitem]';

/** Whether a press belongs to what has the focus rather than to the page. */
function isTaken(event: KeyboardEvent, chord: string, everywhere: boolean): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || event.isComposing || !target) return true;
  if (document.querySelector('[role=dialog], [role=menu]') !== null) return true;
  if (everywhere) return false;
  if (target.closest(TEXT_ENTRY)) return true;
  return (chord === 'Space' || chord === 'Enter') && target.closest(PRESSABLE) !== null;
}

/** Hears the keys of one context and calls what the page below has registered for them. */
export function CommandScope({ context, singleKeys, keymap, children }: CommandScopeProps) {
  const [handlers] = useState(() => new CommandHandlers());
  const [offers] = useState(() => new Offers());
  useEffect(() => {
    const held = new Map<string, () => void>();
    const letGo = (code: string): void => {
      held.get(code)?.();
      held.delete(code);
    };
    const onKey = (event: KeyboardEvent): void => {
      const chord = chordOf(event);
      if (!singleKeys && isSingleCharacter(chord)) return;
      const command = commandsFor(keymap, chord, context).find(({ id }) => handlers.of(id) !== undefined);
      const handler = command && handlers.of(command.id);
      if (!handler || isTaken(event, chord, command.everywhere ?? false)) return;
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
  }, [context, handlers, keymap, singleKeys]);
  const scope = useMemo(
    () => ({ context, handlers, offers, keymap, singleKeys }),
    [context, handlers, offers, keymap, singleKeys],
  );
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

function useScope(): Scope {
  const scope = use(ScopeContext);
  if (!scope) throw new Error('no CommandScope above');
  return scope;
}

function useHandler(id: CommandId, run: (() => void) | undefined, release?: () => void): void {
  const { handlers } = useScope();
  const latest = useRef({ run, release });
  useEffect(() => {
    latest.current = { run, release };
  });
  const lasts = release !== undefined;
  const available = run !== undefined;
  useEffect(() => {
    if (!available) return undefined;
    const handler: Handler = {
      press: () => latest.current.run?.(),
      ...(lasts && { release: () => latest.current.release?.() }),
    };
    return handlers.add(id, handler);
  }, [available, handlers, id, lasts]);
}

/** Makes a command available while the component is shown; undefined when it cannot be done now. */
export function useCommand(id: CommandId, run: (() => void) | undefined): void {
  useHandler(id, run);
}

/** Makes a command available that lasts as long as its key is held. */
export function useHeldCommand(id: CommandId, onHeld: (held: boolean) => void): void {
  useHandler(
    id,
    () => onHeld(true),
    () => onHeld(false),
  );
}

/** Makes what a page has besides commands known to the palette while the component is shown. */
export function useOffers(source: () => readonly Offer[]): void {
  const { offers } = useScope();
  const latest = useRef(source);
  useEffect(() => {
    latest.current = source;
  });
  useEffect(() => offers.add(() => latest.current()), [offers]);
}

/** What can be done on the page, for those who do it by other ways than keys. */
export interface Doable {
  /** The commands of the context that can be carried out now; one that lasts while its key is held is none of them. */
  readonly commands: () => readonly Command[];
  readonly offers: () => readonly Offer[];
  readonly run: (id: CommandId) => void;
}

export function useDoable(): Doable {
  const { context, handlers, offers } = useScope();
  return {
    commands: () =>
      COMMANDS.filter(({ id, contexts }) => {
        const handler = handlers.of(id);
        return contexts.includes(context) && handler !== undefined && !handler.release;
      }),
    offers: () => offers.list(),
    run: (id) => handlers.of(id)?.press(),
  };
}

/** The keys in force. */
export const useKeymap = (): Keymap => useScope().keymap;

/** How the first key of a command is printed now; undefined when it has none that is heard. */
export function useShownKey(): (id: CommandId) => string | undefined {
  const { keymap, singleKeys } = useScope();
  const { caps } = useLanguage().t.keys;
  return (id) => {
    const chord = keymap.get(id)?.find((one) => singleKeys || !isSingleCharacter(one));
    return chord === undefined ? undefined : showChord(caps, chord);
  };
}
