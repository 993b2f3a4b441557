import type { Doable } from '../../commands/command-scope.tsx';
import type { CommandId } from '../../commands/registry.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { foldText } from '../../domain/dataset/text.ts';
import type { Messages } from '../../i18n/messages/en.ts';
import type { CaseIds } from '../../session/dataset-state.ts';

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  /** The key that does the same. */
  readonly command?: CommandId;
  /** What else it is found by. */
  readonly also: readonly string[];
  readonly run: () => void;
}

/** What is being done already, or is asked of the one thing in front of it. */
const NOT_FROM_HERE: ReadonlySet<CommandId> = new Set<CommandId>(['palette', 'cancel']);

export const commandEntries = ({ keys }: Messages, { commands, run }: Doable): readonly PaletteEntry[] =>
  commands()
    .filter(({ id }) => !NOT_FROM_HERE.has(id))
    .map(({ id, group }) => ({
      id: `command ${id}`,
      label: keys.commands[id],
      group: keys.groups[group],
      command: id,
      // The English name is known to those who know other viewers.
      also: [keys.groups[group], id.replaceAll('-', ' ')],
      run: () => run(id),
    }));

export const offerEntries = ({ offers }: Doable): readonly PaletteEntry[] =>
  offers().map(({ id, group, label, run }) => ({
    id: `offer ${group} ${id}`,
    label,
    group,
    also: [group],
    run,
  }));

export const caseEntries = (
  cases: readonly CaseIds[],
  group: string,
  open: (ids: CaseIds) => void,
): readonly PaletteEntry[] =>
  cases.map((ids) => ({
    id: `case ${ids.subject} ${ids.session}`,
    label: `${ids.subject} ${ids.session}`,
    group,
    also: [],
    run: () => open(ids),
  }));

/** Fewer letters than these are part of most ids. */
const LEAST_LETTERS = 3;

/** Ids are typed with or without their hyphens. */
const plain = (text: string): string => foldText(text).replaceAll(/[-_]/g, '');

/** Sessions whose ids have every word of a text in them, the first of them in the dataset's order. */
export function casesOf(
  { sessions, subjects }: DatasetIndex,
  text: string,
  most: number,
): readonly CaseIds[] {
  const words = foldText(text)
    .split(/[\s/]+/)
    .filter((word) => word !== '');
  if (words.join('').length < LEAST_LETTERS) return [];
  const found: CaseIds[] = [];
  for (let row = 0; row < sessions.ids.length && found.length < most; row++) {
    const ids = { subject: subjects.ids[sessions.subject[row] ?? 0] ?? '', session: sessions.ids[row] ?? '' };
    const known = plain(`${ids.subject} ${ids.session}`);
    if (words.every((word) => known.includes(word))) found.push(ids);
  }
  return found;
}
