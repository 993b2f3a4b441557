import { useEffect, useRef, type RefObject } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { sentencesOf } from '../../domain/report/report-sentences.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useRoving } from '../../ui/use-roving.ts';
import { useLinking, usePinned } from './link/linking.ts';
import { isLinked, LinkedSentence } from './link/linked-sentence.tsx';
import { ReportLegend, SentenceNote } from './link/report-legend.tsx';
import styles from './report-section.module.css';
import { Section } from './section.tsx';

interface ReportSectionProps {
  readonly index: DatasetIndex;
  readonly row: number;
}

/**
 * The report as it can be read; where only the normalised text is filed, that, and said so. Its sentences are bound to
 * the labels and places of the session.
 */
export function ReportSection({ index, row }: ReportSectionProps) {
  const { t } = useLanguage();
  const { link } = useLinking();
  const readable = index.sessions.reports[row] ?? [];
  const normalised = index.sessions.normalisedReport[row] ?? '';
  const texts = readable.length > 0 ? readable : normalised === '' ? [] : [normalised];
  if (texts.length === 0) {
    return (
      <Section title={t.case.report}>
        <p className={styles.none}>{t.case.noReport}</p>
      </Section>
    );
  }
  const source = readable.length > 0 ? t.case.reportReadable : t.case.reportNormalised;
  return (
    <Section title={t.case.report} note={source}>
      {link?.certainty && (
        <p
          className={styles.alignment}
          title={t.link.how}
          data-testid="report-alignment"
          data-certainty={link.certainty}
        >
          {t.link.certainty[link.certainty]}
        </p>
      )}
      <Sentences texts={texts} />
      {link && <ReportLegend sentences={link.sentences} />}
      {link?.sentences.some(isLinked) === true && <SentenceNote link={link} />}
    </Section>
  );
}

function Sentences({ texts }: { readonly texts: readonly string[] }) {
  const { t } = useLanguage();
  const { link } = useLinking();
  const group = useRef<HTMLDivElement>(null);
  useRevealed(group);
  const sentences = sentencesOf(texts);
  const linked = (link?.sentences ?? []).flatMap((one, at) => (isLinked(one) ? [at] : []));
  const roving = useRoving(linked.length);
  return (
    <div ref={group} role="group" aria-label={t.link.sentences} {...roving.group}>
      {texts.map((text, part) => (
        <div key={text} className={styles.text} lang="es">
          {texts.length > 1 && <p className={styles.part}>{t.case.reportOf(part + 1, texts.length)}</p>}
          <p>
            {sentences.map((sentence, at) =>
              sentence.part === part ? (
                // The same sentence may stand twice in a report.
                <span key={`${at} ${sentence.text}`}>
                  {link && linked.includes(at) ? (
                    <LinkedSentence link={link} at={at} stop={roving.item(linked.indexOf(at))} />
                  ) : (
                    <span data-testid="report-sentence" data-sentence={at + 1}>
                      {sentence.text}
                    </span>
                  )}
                  {sentence.gap}
                </span>
              ) : null,
            )}
          </p>
        </div>
      ))}
    </div>
  );
}

/** Brings the first sentence of a label that was just pinned into view. */
function useRevealed(group: RefObject<HTMLElement | null>): void {
  const pinned = usePinned();
  useEffect(() => {
    if (pinned && pinned.kind !== 'sentence')
      group.current?.querySelector('[data-lit=true]')?.scrollIntoView({ block: 'nearest' });
  }, [group, pinned]);
}
