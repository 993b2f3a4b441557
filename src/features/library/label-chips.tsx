import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import { placeName } from './facet-names.ts';
import { Highlight } from './highlight.tsx';
import styles from './label-chips.module.css';
import type { TextWidth } from './use-text-width.ts';

/** CSS pixels at the ordinary type size: what a chip has beside its text, what stands between two, "+12". */
const CHIP = 18;
const DOT = 13;
const GAP = 5;
const MORE = 26;

/** How many chips of these widths fit beside each other; at least one, with room for "+n" unless all fit. */
function countFitting(widths: readonly number[], available: number): number {
  let used = 0;
  for (const [at, width] of widths.entries()) {
    used += width + (at > 0 ? GAP : 0);
    const isLast = at === widths.length - 1;
    if (used + (isLast ? 0 : GAP + MORE) > available) return Math.max(1, at);
  }
  return widths.length;
}

interface LabelChipsProps {
  readonly labels: readonly string[];
  readonly hasDots: boolean;
  readonly pattern: RegExp | undefined;
  /** Of the cell, at the ordinary type size. */
  readonly width: number;
  readonly scale: number;
  readonly textWidth: TextWidth;
  /** Labels that the filters ask for. */
  readonly asked: ReadonlySet<string>;
}

/** Labels beside each other, as many as there is room for; those that search or filters ask for come first. */
export function LabelChips(props: LabelChipsProps) {
  const { labels, hasDots, pattern, width, scale, textWidth, asked } = props;
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  const isAsked = (label: string): boolean =>
    asked.has(label) || (pattern !== undefined && label.search(pattern) >= 0);
  const ordered = labels.toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)));
  const names = ordered.map(placeName);
  const chip = CHIP + (hasDots ? DOT : 0);
  const fitting = countFitting(
    names.map((name) => textWidth(name) / scale + chip),
    width,
  );
  return (
    <>
      {ordered.slice(0, fitting).map((label, at) => (
        <span key={label} className={styles.chip} title={names[at]}>
          {hasDots && <BranchDot branch={branchOf(vocabulary, label)} />}
          <span className={styles.label}>
            <Highlight text={names[at] ?? ''} pattern={pattern} />
          </span>
        </span>
      ))}
      {fitting < names.length && (
        <span className={styles.more} title={names.slice(fitting).join(t.app.listSeparator)}>
          +{names.length - fitting}
        </span>
      )}
    </>
  );
}
