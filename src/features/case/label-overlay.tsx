import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { isLocation } from '../../domain/vocabulary/vocabulary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { labelTitle } from '../../ui/label-title.ts';
import { BranchDot } from '../../ui/marks.tsx';
import styles from './label-overlay.module.css';
import { useLinked, usePin } from './link/linking.ts';
import { placeName } from '../../ui/facet-names.ts';
import type { Reading } from './use-reading.ts';

interface LabelOverlayProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly reading: Reading;
}

/** Labels of a kind that fit over the abdomen and the black margins without touching the lungs. */
const MOST_LABELS = 5;
/** In one line, where four images share the page. */
const MOST_SMALL = 2;

/** Findings and places of the session as text at the foot of the image; as few as leave the lungs free, or all. */
export function LabelOverlay({ index, row, reading }: LabelOverlayProps) {
  const { t } = useLanguage();
  const { sessions, terms } = index;
  const small = reading.layout === 4;
  const most = small ? MOST_SMALL : MOST_LABELS;
  const names = (cell: Uint32Array): readonly string[] => Array.from(cell, (term) => terms[term] ?? '');
  return (
    <div role="group" aria-label={t.case.overlayLabels} className={styles.overlay} data-tour="labels">
      <Labels labels={names(cellOf(sessions.findings, row))} reading={reading} most={most} />
      <Labels labels={names(cellOf(sessions.locations, row))} reading={reading} most={small ? 1 : most} />
    </div>
  );
}

interface LabelsProps {
  readonly labels: readonly string[];
  readonly reading: Reading;
  readonly most: number;
}

function Labels({ labels, reading, most }: LabelsProps) {
  const { t } = useLanguage();
  const { labelDensity: density, setLabelDensity } = reading;
  const more = labels.length - most;
  const isAll = density === 'all';
  return (
    <ul className={styles.labels}>
      {labels.slice(0, isAll ? labels.length : most).map((label) => (
        <Chip key={label} label={label} withCui={reading.labels === 'cuis'} />
      ))}
      {more > 0 && (
        <li>
          <button
            type="button"
            className={styles.more}
            aria-label={isAll ? t.case.overlayFew : t.case.overlayAll}
            aria-expanded={isAll}
            data-testid="overlay-density"
            data-density={density}
            onClick={() => setLabelDensity(isAll ? 'few' : 'all')}
            onDoubleClick={(event) => event.stopPropagation()}
          >
            {isAll ? '−' : t.case.overlayMore(more)}
          </button>
        </li>
      )}
    </ul>
  );
}

function Chip({ label, withCui }: { readonly label: string; readonly withCui: boolean }) {
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  const target = { kind: isLocation(label) ? ('place' as const) : ('finding' as const), label };
  const linked = useLinked(target);
  const { onClick } = usePin(target);
  const cui = vocabulary.cui(label);
  return (
    <li
      className={styles.label}
      title={labelTitle(t, vocabulary, label)}
      data-testid="overlay-label"
      data-label={label}
      {...linked}
      onClick={onClick}
    >
      {!isLocation(label) && <BranchDot branch={branchOf(vocabulary, label)} />}
      {placeName(label)}
      {withCui && cui !== '' && <span className={styles.cui}>{cui}</span>}
    </li>
  );
}
