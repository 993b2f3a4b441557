import { lazy, Suspense, type ReactNode } from 'react';
import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { ReportLink } from '../../domain/report/link-report.ts';
import { inheritedOf } from '../../domain/dataset/unchanged.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import { useRoving, type RovingItem } from '../../ui/use-roving.ts';
import { AboutTerm } from '../../ui/term/about-term.tsx';
import { useOpenTerm } from '../../ui/term/open-term.ts';
import { InheritedLabels, UnchangedChain } from './inherited-labels.tsx';
import styles from './label-sections.module.css';
import { useLinked, useLinking, usePin } from './link/linking.ts';
import { Section } from './section.tsx';
import { placeName } from '../../ui/facet-names.ts';

// The drawings are as large as the panel; the places are read without them.
const CaseThorax = lazy(async () => ({ default: (await import('./thorax/case-thorax.tsx')).CaseThorax }));

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
  const roving = useRoving(labels.length);
  const inherited = inheritedOf(index.sessions.unchanged.findings, row).length;
  /** As written, and with what `unchanged` stands for in its place. */
  const countsOf = (written: number): string =>
    inherited === 0
      ? format.number(written)
      : t.unchanged.counts(format.number(written), format.number(written - 1 + inherited));
  return (
    <Section title={t.case.findings} {...(labels.length > 0 && { note: countsOf(labels.length) })}>
      {state === 0 && <p className={styles.none}>{t.case.noLabels}</p>}
      {state !== 0 && labels.length === 0 && <p className={styles.none}>{t.case.emptyLabels}</p>}
      <ul {...roving.group}>
        {labels.map((label, at) => {
          const cui = vocabulary.cui(label);
          const isKnown = vocabulary.terms.has(label);
          return (
            <LinkedLabel key={label} kind="finding" label={label} cui={cui} stop={roving.item(at)}>
              <BranchDot branch={branchOf(vocabulary, label)} />
              <span className={styles.label}>{label}</span>
              <span className={styles.cui}>{isKnown ? cui || t.case.noCui : t.case.notInVocabulary}</span>
            </LinkedLabel>
          );
        })}
      </ul>
      <InheritedLabels index={index} row={row} kind="findings" />
      <UnchangedChain index={index} row={row} />
    </Section>
  );
}

/** The anatomical labels of the session. */
export function AnatomySection({ index, row }: LabelSectionProps) {
  const { t, format } = useLanguage();
  const vocabulary = useVocabulary();
  const labels = labelsOf(index, cellOf(index.sessions.locations, row));
  const roving = useRoving(labels.length);
  return (
    <Section
      title={t.case.anatomy}
      {...(labels.length > 0 && { note: t.case.locations(labels.length, format.number(labels.length)) })}
    >
      {labels.length === 0 && <p className={styles.none}>{t.case.noLocation}</p>}
      {labels.length > 0 && (
        <div className={styles.maps}>
          <Suspense>
            <CaseThorax index={index} row={row} />
          </Suspense>
        </div>
      )}
      <ul className={styles.locations} {...roving.group}>
        {labels.map((label, at) => {
          const cui = vocabulary.cui(label);
          return (
            <LinkedLabel key={label} kind="place" label={label} cui={cui} stop={roving.item(at)}>
              {placeName(label)}
              {cui !== '' && <span className={styles.cui}>{cui}</span>}
            </LinkedLabel>
          );
        })}
      </ul>
      <InheritedLabels index={index} row={row} kind="locations" />
    </Section>
  );
}

/** The sentences that a label or place is given to, by their numbers from 1. */
const sentencesWith = (link: ReportLink | undefined, label: string): readonly number[] =>
  (link?.sentences ?? []).flatMap(({ labels, places }, at) =>
    labels.includes(label) || places.includes(label) ? [at + 1] : [],
  );

interface LinkedLabelProps {
  readonly kind: 'finding' | 'place';
  readonly label: string;
  readonly cui: string;
  readonly stop: RovingItem;
  readonly children: ReactNode;
}

/** A label that lights up its sentences, its places or findings, and its masks; its menu key opens the card of the term. */
function LinkedLabel({ kind, label, cui, stop, children }: LinkedLabelProps) {
  const { t, format } = useLanguage();
  const vocabulary = useVocabulary();
  const { link } = useLinking();
  const linked = useLinked({ kind, label });
  const pin = usePin({ kind, label });
  const openTerm = useOpenTerm();
  const sentences = sentencesWith(link, label);
  const text =
    sentences.length === 0
      ? t.link.inNone
      : t.link.inSentences(sentences.map(format.number).join(', '), sentences.length);
  return (
    <li
      className={kind === 'finding' ? styles.finding : styles.location}
      data-testid={kind === 'finding' ? 'finding' : 'location'}
      data-label={label}
      data-cui={cui}
      data-sentences={link && sentences.join(' ')}
      {...linked}
      onContextMenu={(event) => {
        event.preventDefault();
        openTerm(label, event.currentTarget);
      }}
    >
      <button
        type="button"
        className={styles.row}
        // The branch of a finding in words: its colour is no name.
        title={[
          kind === 'place' ? cui || t.case.noCui : t.branches[branchOf(vocabulary, label)],
          ...(link ? [text] : []),
        ].join(' · ')}
        {...pin}
        {...stop}
      >
        {children}
      </button>
      <AboutTerm label={label} isStop={false} />
    </li>
  );
}
