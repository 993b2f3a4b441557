import type { Page } from '@playwright/test';
import { createKeymap } from '../../src/commands/keymap.ts';
import { COMMANDS, type CommandId } from '../../src/commands/registry.ts';
import { chordParts } from '../../src/domain/controls/chord.ts';
import { DEFAULT_CONTROLS } from '../../src/domain/controls/controls.ts';
import { test } from './app.ts';

const PLAYWRIGHT: Readonly<Record<string, string>> = { ctrl: 'Control', alt: 'Alt', shift: 'Shift' };

/** A chord as Playwright presses it. */
export function keyOf(chord: string): string {
  const parts = chordParts(chord);
  const key = parts.at(-1) ?? '';
  const letter = parts.includes('shift') && key.length === 1 ? key.toUpperCase() : key;
  return [...parts.slice(0, -1).map((part) => PLAYWRIGHT[part] ?? part), letter].join('+');
}

/** Presses keys, and remembers which of which command had an effect that was seen. */
export class Keyboard {
  readonly #page: Page;
  readonly pressed = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses one key of a command, its first one unless said, and waits for what it does. */
  async press(id: CommandId, see: () => Promise<unknown>, chord = KEYMAP.get(id)?.[0] ?? ''): Promise<void> {
    await this.#page.keyboard.press(keyOf(chord));
    await test.step(`${id}: ${chord}`, see);
    this.pressed.add(`${id} ${chord}`);
  }
}

const KEYMAP = createKeymap(DEFAULT_CONTROLS);
/** Every key of every command, as {@link Keyboard.pressed} has them. */
export const KEYS = COMMANDS.flatMap(({ id }) => (KEYMAP.get(id) ?? []).map((chord) => `${id} ${chord}`));
