import type { Messages } from '../../i18n/messages/en.ts';
import { EMPTY_QUERY } from '../../domain/dataset/library-query.ts';
import { caseAddress, writeQuery } from '../../session/query-url.ts';

export type TourStepId = keyof Messages['tour']['steps'];

/** A session of the demo that the tour shows. */
export interface TourCase {
  readonly subject: string;
  readonly session: string;
}

/** The demo belongs to others; they name the cases. */
export interface TourCases {
  /** Films, CT, masks, tests and a report in one session. */
  readonly rich: TourCase;
  /** A CT alone. */
  readonly ct: TourCase;
  /** A word of its reports. */
  readonly word: string;
}

export interface TourStep {
  readonly id: TourStepId;
  /** Where the step is at home. */
  readonly address: (cases: TourCases) => string;
  /** CSS selectors of what the step is about; the first one that is in sight counts, and the card stands beside it. */
  readonly marks: (cases: TourCases) => readonly string[];
  /** What belongs to it and is marked too. */
  readonly also?: string;
  /** What the step asks for leads to the page of the next one, which then comes by itself. */
  readonly leadsOn?: true;
}

const library = (): string => '/library';
const rich = (cases: TourCases): string => caseAddress(cases.rich.subject, cases.rich.session);

/** The tour, in the order in which a case is found, read and doubted. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    id: 'filters',
    address: library,
    marks: () => ['[data-testid=facet][data-facet=finding]', '[data-testid=open-filters]'],
  },
  {
    id: 'search',
    address: ({ word }) =>
      `/library?${writeQuery({ ...EMPTY_QUERY, text: word, view: 'gallery' }).toString()}`,
    marks: () => [':has(> [data-testid=library-search])'],
    also: '[data-testid=case-count]',
  },
  {
    id: 'open',
    address: library,
    marks: ({ rich: { session } }) => [`[data-testid=case-row][data-session=${session}]`],
    leadsOn: true,
  },
  {
    id: 'truth',
    address: rich,
    marks: () => ['[data-testid=viewport]:last-child [data-tour=truth]', '[data-tour=truth]'],
  },
  { id: 'labels', address: rich, marks: () => ['[data-tour=labels]'], also: '[data-tour=masks]' },
  {
    id: 'report',
    address: rich,
    // On a narrow page the panel is behind its button.
    marks: () => ['section:has([data-testid=report-sentence])', '[data-testid=open-panel]'],
    also: '[data-testid=time-line]',
  },
  { id: 'next', address: rich, marks: () => ['[data-tour=neighbours]'] },
  {
    id: 'ct',
    address: ({ ct: { subject, session } }) => caseAddress(subject, session),
    marks: () => ['[data-testid=viewport]'],
  },
  { id: 'health', address: () => '/health', marks: () => ['[data-testid=issue]'] },
  { id: 'privacy', address: () => '/health', marks: () => ['[data-tour=local]'] },
];
