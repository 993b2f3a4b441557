import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { LOCATION_PREFIX } from '../../domain/vocabulary/vocabulary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import styles from './label-sections.module.css';
import { Section } from './section.tsx';

interface LabelSectionProps {
  readonly index: DatasetIndex;
  readonly row: number;
}

const labelsOf = (index: DatasetIndex, cell: Uint32Array): readonly string[] =>
  Array.from(cell, (term) => index.terms[term] ?? '');

/** The findings and diagnoses of the session, each once, with the CUI of the vocabulary. */
export function FindingsSection({ index, row }: LabelSectionProps) {
  const { t, format } = useLanguage();
  const vocabulary = useVocabulary();
  const labels = labelsOf(index, cellOf(index.sessions.findings, row));
  const state = index.sessions.labelState[row];
  return (
    <Section title={t.case.findings} {...(labels.length > 0 && { note: format.number(labels.length) })}>
      {state === 0 && <p className={styles.none}>{t.case.noLabels}</p>}
      {state !== 0 && labels.length === 0 && <p className={styles.none}>{t.case.emptyLabels}</p>}
      <ul>
        {labels.map((label) => {
          const cui = vocabulary.cui(label);
          const isKnown = vocabulary.terms.has(label);
          return (
            <li
              key={label}
              className={styles.finding}
              data-testid="finding"
              data-label={label}
              data-cui={cui}
            >
              <BranchDot branch={branchOf(vocabulary, label)} />
              <span className={styles.label}>{label}</span>
              <span className={styles.cui}>{isKnown ? cui || t.case.noCui : t.case.notInVocabulary}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The anatomical labels of the session. */
export function AnatomySection({ index, row }: LabelSectionProps) {
  const { t, format } = useLanguage();
  const vocabulary = useVocabulary();
  const labels = labelsOf(index, cellOf(index.sessions.locations, row));
  return (
    <Section
      title={t.case.anatomy}
      {...(labels.length > 0 && { note: t.case.locations(labels.length, format.number(labels.length)) })}
    >
      {labels.length === 0 && <p className={styles.none}>{t.case.noLocation}</p>}
      <ul className={styles.locations}>
        {labels.map((label) => {
          const cui = vocabulary.cui(label);
          return (
            <li
              key={label}
              className={styles.location}
              title={cui || t.case.noCui}
              data-testid="location"
              data-label={label}
              data-cui={cui}
            >
              {label.startsWith(LOCATION_PREFIX) ? label.slice(LOCATION_PREFIX.length) : label}
              {cui !== '' && <span className={styles.cui}>{cui}</span>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
