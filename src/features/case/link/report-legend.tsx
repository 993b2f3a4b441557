import type { Certainty } from '../../../domain/report/bind-items.ts';
import type { LinkedSentence, ReportLink } from '../../../domain/report/link-report.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import styles from './linked-sentence.module.css';
import { sentenceNote } from './linked-sentence.tsx';
import { usePinned, usePointed } from './linking.ts';

const CERTAINTIES: readonly Certainty[] = ['certain', 'likely', 'unknown'];

/** What the lines below words mean, of those that occur in the report. */
export function ReportLegend({ sentences }: { readonly sentences: readonly LinkedSentence[] }) {
  const { t } = useLanguage();
  const found = CERTAINTIES.filter((one) =>
    sentences.some(({ certainty, labels, places }) => certainty === one && labels.length + places.length > 0),
  );
  const hasDenial = sentences.some(({ reading }) =>
    reading.mentions.some(({ names, negation }) => names && negation),
  );
  if (found.length === 0 && !hasDenial) return null;
  return (
    <ul aria-label={t.link.legend} className={styles.legend} data-testid="report-legend">
      {found.map((one) => (
        <li key={one}>
          <span className={styles.mark} data-branch="neutral" data-certainty={one}>
            {t.link.sure[one]}
          </span>
        </li>
      ))}
      {hasDenial && (
        <li>
          <span className={styles.denied}>{t.link.deniedWords}</span>
        </li>
      )}
    </ul>
  );
}

/** What the sentence that is pointed at carries; else how to find out. */
export function SentenceNote({ link }: { readonly link: ReportLink }) {
  const language = useLanguage();
  const pointed = usePointed();
  const isPinned = usePinned() !== undefined;
  const sentence = pointed?.kind === 'sentence' ? link.sentences[pointed.sentence] : undefined;
  const { t } = language;
  return (
    <p aria-hidden className={styles.note} data-testid="sentence-note">
      {sentence ? sentenceNote(language, sentence) : isPinned ? t.link.pinned : t.link.hint}
    </p>
  );
}
