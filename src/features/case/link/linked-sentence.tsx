import { useId } from 'react';
import type { LinkedSentence as Sentence, ReportLink } from '../../../domain/report/link-report.ts';
import { sentenceRuns, type SentenceRun } from '../../../domain/report/sentence-runs.ts';
import { branchOf } from '../../../domain/vocabulary/branch.ts';
import { useLanguage, type Language } from '../../../i18n/locale.tsx';
import { useVocabulary } from '../../../session/session-context.tsx';
import type { RovingItem } from '../../../ui/use-roving.ts';
import { placeName } from '../../../ui/facet-names.ts';
import styles from './linked-sentence.module.css';
import { useLinkedStop, useLinking } from './linking.ts';

/** The terms that a sentence denies, each once. */
const deniedIn = ({ reading }: Sentence): readonly string[] => [
  ...new Set(reading.mentions.flatMap(({ label, names, negation }) => (names && negation ? [label] : []))),
];

/** Whether there is anything to tell of a sentence: a label, a place, or a denial. */
export const isLinked = (sentence: Sentence): boolean =>
  sentence.labels.length + sentence.places.length > 0 || deniedIn(sentence).length > 0;

/** What a sentence carries, how sure that is, and what it denies. */
export function sentenceNote({ t }: Language, sentence: Sentence): string {
  const own = [...sentence.labels, ...sentence.places];
  const denied = deniedIn(sentence).map(placeName).join(', ');
  return [
    ...(own.length > 0 ? [own.map(placeName).join(', '), t.link.ofSentence[sentence.certainty]] : []),
    ...(denied === '' ? [] : [t.link.denied(denied)]),
  ].join(' · ');
}

interface LinkedSentenceProps {
  readonly link: ReportLink;
  /** Its place in the report, from 0. */
  readonly at: number;
  readonly stop: RovingItem;
}

/** A sentence with the words that carry its labels marked: lit by what it is given, and the other way round. */
export function LinkedSentence({ link, at, stop }: LinkedSentenceProps) {
  const language = useLanguage();
  const note = useId();
  const sentence = link.sentences[at];
  const { store } = useLinking();
  const linked = useLinkedStop({ kind: 'sentence', sentence: at }, stop);
  if (!sentence) return null;
  const { labels, places, certainty } = sentence;
  return (
    <>
      <span
        className={styles.sentence}
        aria-describedby={note}
        data-testid="report-sentence"
        data-sentence={at + 1}
        data-labels={labels.join('; ')}
        data-places={places.join('; ')}
        data-certainty={labels.length + places.length > 0 ? certainty : undefined}
        {...linked}
      >
        {sentenceRuns(sentence, store.state.getState().model).map((run, place) => (
          <Run key={place} run={run} certainty={certainty} />
        ))}
      </span>
      <span id={note} hidden lang={language.locale}>
        {sentenceNote(language, sentence)}
      </span>
    </>
  );
}

function Run({ run, certainty }: { readonly run: SentenceRun; readonly certainty: Sentence['certainty'] }) {
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  const { text, mark, labels } = run;
  if (mark === undefined) return text;
  const names = labels.map(placeName).join(', ');
  return (
    <span
      className={mark === 'denied' ? styles.denied : styles.mark}
      title={mark === 'denied' ? t.link.denied(names) : names}
      data-testid="report-mark"
      data-mark={mark}
      data-label={labels.join('; ')}
      {...(mark === 'label' && {
        'data-branch': branchOf(vocabulary, labels[0] ?? ''),
        'data-certainty': certainty,
      })}
    >
      {text}
    </span>
  );
}
