import { branchOf } from '../domain/vocabulary/branch.ts';
import { isLocation, type Vocabulary } from '../domain/vocabulary/vocabulary.ts';
import type { Messages } from '../i18n/messages/en.ts';
import { placeName } from './facet-names.ts';

/** All of a label: its name, its CUI, and in words what its colour says. */
export const labelTitle = (t: Messages, vocabulary: Vocabulary, label: string): string =>
  [placeName(label), vocabulary.cui(label), isLocation(label) ? '' : t.branches[branchOf(vocabulary, label)]]
    .filter((part) => part !== '')
    .join(' · ');

/** Whether a search finds the concept of a label, not only its name. */
export const findsCui = (vocabulary: Vocabulary, label: string, pattern: RegExp | undefined): boolean =>
  pattern !== undefined && vocabulary.cui(label).search(pattern) >= 0;
