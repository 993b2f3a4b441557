import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { LOCATION_PREFIX } from '../../domain/vocabulary/vocabulary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import styles from './label-overlay.module.css';

interface LabelOverlayProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly mode: 'names' | 'cuis';
  /** Whether the image has little room. */
  readonly small: boolean;
}

/** Labels of a kind that fit over the abdomen and the black margins without touching the lungs. */
const MOST_LABELS = 5;
/** In one line, where four images share the page. */
const MOST_SMALL = 2;

/** Findings and places of the session as text at the foot of the image. */
export function LabelOverlay({ index, row, mode, small }: LabelOverlayProps) {
  const { t } = useLanguage();
  const { sessions, terms } = index;
  const most = small ? MOST_SMALL : MOST_LABELS;
  const names = (cell: Uint32Array): readonly string[] => Array.from(cell, (term) => terms[term] ?? '');
  return (
    <div role="group" aria-label={t.case.overlayLabels} className={styles.overlay}>
      <Labels labels={names(cellOf(sessions.findings, row))} mode={mode} most={most} />
      <Labels labels={names(cellOf(sessions.locations, row))} mode={mode} most={small ? 1 : most} />
    </div>
  );
}

interface LabelsProps {
  readonly labels: readonly string[];
  readonly mode: 'names' | 'cuis';
  readonly most: number;
}

function Labels({ labels, mode, most }: LabelsProps) {
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  const more = labels.length - most;
  return (
    <ul className={styles.labels}>
      {labels.slice(0, most).map((label) => {
        const isPlace = label.startsWith(LOCATION_PREFIX);
        const cui = vocabulary.cui(label);
        return (
          <li key={label} className={styles.label} data-testid="overlay-label" data-label={label}>
            {!isPlace && <BranchDot branch={branchOf(vocabulary, label)} />}
            {isPlace ? label.slice(LOCATION_PREFIX.length) : label}
            {mode === 'cuis' && cui !== '' && <span className={styles.cui}>{cui}</span>}
          </li>
        );
      })}
      {more > 0 && <li className={styles.label}>{t.case.overlayMore(more)}</li>}
    </ul>
  );
}
