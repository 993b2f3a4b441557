import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { splitSentences } from '../../domain/dataset/report-text.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import styles from './report-section.module.css';
import { Section } from './section.tsx';

interface ReportSectionProps {
  readonly index: DatasetIndex;
  readonly row: number;
}

/** The report as it can be read; where only the normalised text is filed, that, and said so. */
export function ReportSection({ index, row }: ReportSectionProps) {
  const { t } = useLanguage();
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
  return (
    <Section
      title={t.case.report}
      note={readable.length > 0 ? t.case.reportReadable : t.case.reportNormalised}
    >
      {texts.map((text, at) => (
        <div key={text} className={styles.text} lang="es">
          {texts.length > 1 && <p className={styles.part}>{t.case.reportOf(at + 1, texts.length)}</p>}
          <p>
            {splitSentences(text).map(({ sentence, gap }, place) => (
              // The same sentence may stand twice in a report.
              <span key={`${place} ${sentence}`}>
                <span data-testid="report-sentence">{sentence}</span>
                {gap}
              </span>
            ))}
          </p>
        </div>
      ))}
    </Section>
  );
}
