import type { TermScope } from '../../../domain/dataset/library-query.ts';
import type { TermKind } from '../../../domain/vocabulary/vocabulary.ts';
import { plural } from '../plural.ts';

/** Terms of the label graph. */
export const termsEn = {
  terms: {
    about: (label: string) => `About ${label}`,
    aboutHint: 'I: about the term',
    scope: 'Terms count',
    scopes: { branch: 'With children', own: 'This term' } satisfies Record<TermScope, string>,
    scopeHint: {
      branch: 'A session counts under its terms and under all above them in the graph, once each.',
      own: 'A session counts under the terms that it names, not under those above them.',
    } satisfies Record<TermScope, string>,
    tree: 'As a tree',
    open: (label: string) => `Show what is below ${label}`,
    fold: (label: string) => `Fold ${label}`,
    kinds: {
      finding: 'finding',
      diagnosis: 'diagnosis',
      location: 'place',
      other: 'root or status',
    } satisfies Record<TermKind, string>,
    names: 'Names',
    english: 'English',
    spanish: 'Spanish',
    noNames: 'No name but the label itself.',
    place: 'Place in the graph',
    above: 'Above',
    below: 'Below',
    noAbove: 'at the top',
    noBelow: 'nothing below',
    bundled: 'The graph of PadChest and BIMCV COVID-19, bundled with midscope.',
    own: (file: string) => `This dataset’s own graph: ${file}`,
    notInOwn: 'This dataset’s own graph does not have the term; it stands where the bundled graph has it.',
    counts: 'Counts',
    underFilter: 'Under the filter',
    inAll: 'In all',
    sessions: 'sessions',
    patients: 'patients',
    reading: {
      written: '“unchanged” as written',
      resolved: '“unchanged” resolved',
    },
    beside: 'In the same sessions, under the filter',
    besideFindings: 'Findings',
    besidePlaces: 'Places',
    besideNone: 'nothing',
    besideCount: (label: string, count: number, formatted: string) =>
      `${label}, ${formatted} ${plural(count, 'session', 'sessions')}`,
    filter: 'Filter by this',
    unfilter: 'Remove the filter',
    exclude: 'Exclude',
    unexclude: 'No longer exclude',
    opensLibrary: 'Opens the library.',
    back: 'Back',
  },
} as const;
