import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import { countFitting } from '../../ui/count-fitting.ts';
import { placeName } from '../../ui/facet-names.ts';
import styles from './label-chips.module.css';
import { LabelName } from './label-name.tsx';
import { findsCui, labelTitle } from '../../ui/label-title.ts';
import type { TextWidth } from '../../ui/use-text-width.ts';

/** CSS pixels at the ordinary type size: what a chip has beside its text. */
const CHIP = 18;
const DOT = 13;

interface LabelChipsProps {
  readonly labels: readonly string[];
  readonly hasDots: boolean;
  readonly pattern: RegExp | undefined;
  /** Of the cell, at the ordinary type size. */
  readonly width: number;
  readonly textWidth: TextWidth;
  /** Labels that the filters ask for. */
  readonly asked: ReadonlySet<string>;
}

/** Labels beside each other, as many as there is room for; those that search or filters ask for come first. */
export function LabelChips(props: LabelChipsProps) {
  const { labels, hasDots, pattern, width, textWidth, asked } = props;
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  const isAsked = (label: string): boolean =>
    asked.has(label) ||
    (pattern !== undefined && label.search(pattern) >= 0) ||
    findsCui(vocabulary, label, pattern);
  const ordered = labels.toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)));
  const names = ordered.map(placeName);
  const chip = CHIP + (hasDots ? DOT : 0);
  const fitting = countFitting(
    names.map((name) => textWidth(name) + chip),
    width,
  );
  return (
    <>
      {ordered.slice(0, fitting).map((label) => (
        <span key={label} className={styles.chip} data-term={label} title={labelTitle(t, vocabulary, label)}>
          {hasDots && <BranchDot branch={branchOf(vocabulary, label)} />}
          <span className={styles.label}>
            <LabelName label={label} pattern={pattern} />
          </span>
        </span>
      ))}
      {fitting < names.length && (
        <span
          className={styles.more}
          title={ordered
            .slice(fitting)
            .map((label) => labelTitle(t, vocabulary, label))
            .join('\n')}
        >
          +{names.length - fitting}
        </span>
      )}
    </>
  );
}
