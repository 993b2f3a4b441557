import { useState, type CSSProperties, type Ref } from 'react';
import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { isLocation } from '../../domain/vocabulary/vocabulary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import { useOpenTerm } from '../../ui/term/open-term.ts';
import { Highlight } from './highlight.tsx';
import { LabelName } from './label-name.tsx';
import { findsCui, labelTitle } from '../../ui/label-title.ts';
import styles from './peek-text.module.css';
import { useElementSize } from '../../ui/use-element-size.ts';

/** A line of the report and the space above and below all of them, in rem. */
const LINE = 0.90625 * 1.52;
const MARGINS = 1.75;
const FEWEST_LINES = 2;

/** Characters of a report that are sure to be in sight. */
const LEAD = 240;

interface PeekTextProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly pattern: RegExp | undefined;
}

/** Report and labels in the height that is left to them. */
export function PeekText(props: PeekTextProps) {
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [labels, setLabels] = useState<HTMLUListElement | null>(null);
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const room = (useElementSize(box).height - useElementSize(labels).height) / rem - MARGINS;
  // Sizes are measured in whole pixels: half a pixel is no reason for a line less.
  const lines = Math.max(FEWEST_LINES, Math.floor((room + 0.5 / rem) / LINE));
  return (
    <div ref={setBox} className={styles.text}>
      <div className={styles.report} style={{ '--lines': lines } as CSSProperties}>
        <PeekReport {...props} />
      </div>
      <PeekLabels {...props} list={setLabels} />
    </div>
  );
}

/** The report in whole lines; where the search found something in it, from a little before the first place. */
function PeekReport({ index, row, pattern }: PeekTextProps) {
  const { t } = useLanguage();
  const { reports, normalisedReport } = index.sessions;
  const written = (reports[row] ?? []).join('\n\n');
  const report = written === '' ? (normalisedReport[row] ?? '') : written;
  const found = pattern ? report.search(pattern) : -1;
  const start = found > LEAD ? report.lastIndexOf(' ', found - LEAD / 2) + 1 : 0;
  if (report === '') return <p className={styles.none}>{t.case.noReport}</p>;
  return (
    <p lang="es" className={styles.words}>
      <Highlight text={`${start > 0 ? '… ' : ''}${report.slice(start)}`} pattern={pattern} />
    </p>
  );
}

/** What the search found first, locations among it, then all other findings; a label whose CUI it found says that. */
function PeekLabels({ index, row, pattern, list }: PeekTextProps & { readonly list: Ref<HTMLUListElement> }) {
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  const openTerm = useOpenTerm();
  const { findings, locations, labelState } = index.sessions;
  const isFound = (label: string): boolean =>
    pattern !== undefined && (label.search(pattern) >= 0 || findsCui(vocabulary, label, pattern));
  const labels = [...cellOf(findings, row), ...cellOf(locations, row)]
    .map((term) => index.terms[term] ?? '')
    .filter((label) => !isLocation(label) || isFound(label))
    .toSorted((a, b) => Number(isFound(b)) - Number(isFound(a)));
  return (
    // Many labels scroll, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul
      ref={list}
      {...(labels.length > 0 && { tabIndex: 0 })}
      aria-label={t.case.findings}
      className={styles.labels}
    >
      {labels.length === 0 && (
        <li className={styles.none}>{labelState[row] === 0 ? t.library.noLabels : t.library.emptyLabels}</li>
      )}
      {labels.map((label) => (
        <li key={label} className={styles.label} title={labelTitle(t, vocabulary, label)}>
          {!isLocation(label) && <BranchDot branch={branchOf(vocabulary, label)} />}
          <button
            type="button"
            className={styles.term}
            aria-label={t.terms.about(label)}
            onClick={(event) => openTerm(label, event.currentTarget)}
          >
            <LabelName label={label} pattern={pattern} />
          </button>
          {findsCui(vocabulary, label, pattern) && (
            <span className={styles.cui}>{vocabulary.cui(label)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
