import type { UnchangedReading } from '../../../domain/dataset/library-query.ts';
import type { Certainty } from '../../../domain/report/bind-items.ts';
import type { RuleId } from '../../../domain/report/rules/rule-ids.ts';
import { plural } from '../plural.ts';

export const reportEn = {
  /** How a report, its labels and its places hang together. */
  link: {
    certainty: {
      certain: 'alignment certain',
      likely: 'alignment likely',
      unknown: 'alignment unknown',
    } satisfies Record<Certainty, string>,
    ofSentence: {
      certain: 'this sentence: certain',
      likely: 'this sentence: likely',
      unknown: 'this sentence: unknown',
    } satisfies Record<Certainty, string>,
    sure: {
      certain: 'certain',
      likely: 'likely',
      unknown: 'unknown, not underlined',
    } satisfies Record<Certainty, string>,
    legend: 'What the lines below words mean',
    deniedWords: 'denied',
    how: 'The tables lost which label belongs to which sentence; midscope finds it again by order and words.',
    sentences: 'Sentences of the report',
    hint: 'Arrow keys move, Enter pins what is linked, Esc releases',
    pinned: 'Pinned. Esc releases.',
    denied: (term: string) => `denied: ${term}`,
    inSentences: (numbers: string, count: number) =>
      `in ${plural(count, 'sentence', 'sentences')} ${numbers}`,
    inNone: 'in no sentence',
  },
  /** What `unchanged` stands for. */
  unchanged: {
    name: '“unchanged”',
    readings: { written: 'As written', resolved: 'Resolved' } satisfies Record<UnchangedReading, string>,
    readingHint: {
      written: 'A session labelled “unchanged” counts under the labels that are written.',
      resolved: 'A session labelled “unchanged” counts under the findings of the session before, too.',
    } satisfies Record<UnchangedReading, string>,
    counts: (written: string, resolved: string) => `${written} as written, ${resolved} resolved`,
    from: (date: string) => `from ${date}, “unchanged”`,
    chain: '“unchanged” refers to',
    noPrevious: '“unchanged”, and no earlier session of this patient has labels.',
    noDate: '“unchanged”, and this session has no date: what came before is not known.',
    noFindings: '“unchanged”: the session before names no finding.',
    inherited: 'inherited',
  },
  contradictions: {
    title: (count: number, formatted: string) =>
      `${formatted} ${plural(count, 'contradiction', 'contradictions')}`,
    section: 'Contradictions',
    show: 'Show all with their reasons',
    hide: 'Fold',
    names: {
      'label-denied': 'Label that the report denies',
      'label-unsupported': 'Label that no sentence says',
      'side-mismatch': 'Sides of text and places differ',
      'normal-beside-findings': '“normal” beside findings',
      'covid-tests-negative': 'COVID 19, tests negative',
      'covid-not-labelled': 'Tests positive, no COVID 19',
      'projection-mismatch': 'Projection: name against sidecar',
      'projection-shared': 'Frontal and lateral share a name',
    } satisfies Record<RuleId, string>,
    explained: {
      'label-denied': 'Every sentence that words the label denies it: “no se observa”, “sin”, “descarta” …',
      'label-unsupported': 'No sentence words the label, a synonym, or a term above or below it.',
      'side-mismatch': 'A sentence names one side only; the places bound to it are all on the other.',
      'normal-beside-findings': '“normal” was filed together with labels that are findings.',
      'covid-tests-negative': 'COVID 19 is a label; within 14 days every PCR and antigen test is negative.',
      'covid-not-labelled':
        'Pneumonia is a label and COVID 19 is none; within 14 days every PCR and antigen test is positive.',
      'projection-mismatch': 'The file name states another projection than sidecar or header.',
      'projection-shared':
        'Files of one series have one projection in their names; of such pairs most are a frontal and a lateral.',
    } satisfies Record<RuleId, string>,
    denied: (label: string) => `“${label}” is a label; the report denies it`,
    unsupported: (label: string) => `no sentence says “${label}”`,
    sides: (said: 'right' | 'left', places: string) => `a sentence says ${said}, its places say ${places}`,
    normal: (labels: string) => `“normal” is filed beside ${labels}`,
    testsNegative: (tests: string) => `COVID 19 is a label; tests: ${tests}`,
    notLabelled: (labels: string, tests: string) => `labels say ${labels}, not COVID 19; tests: ${tests}`,
    projection: (run: string, named: string, read: string) =>
      `${run} is named ${named}, its sidecar or header says ${read}`,
    shared: (files: string, named: string) => `${files} are all named ${named}`,
    rules: 'Rules',
    rulesTitle: 'Rules for contradictions',
    rulesHint: 'Each is a check, not a verdict. A rule that is off marks nothing, here and in the library.',
    off: (rule: string) => `Switch off: ${rule}`,
    allOff: 'All rules are off.',
    stillChecking: 'reports are still being compared',
    inSession: (count: number) => plural(count, 'contradiction', 'contradictions'),
  },
} as const;
