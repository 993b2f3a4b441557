import { memo, useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { Ban, Check, Info, Minus } from 'lucide-react';
import type { OrderedValue } from '../../domain/dataset/facet-order.ts';
import type { Choice, FacetKey } from '../../domain/dataset/library-query.ts';
import { TEST_RESULTS } from '../../domain/labs/lab-test.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { cx } from '../../ui/cx.ts';
import { BranchDot, TestGlyph } from '../../ui/marks.tsx';
import { facetValueName } from '../../ui/facet-names.ts';
import { labelTitle } from '../../ui/label-title.ts';
import styles from './facet-option.module.css';

interface FacetOptionProps extends OrderedValue {
  readonly facet: FacetKey;
  /** Part of the largest count of the facet, 0 to 1. */
  readonly share: number;
  readonly choice: Choice;
  /** The same function at every render. */
  readonly onChoose: (value: string, choice: Choice) => void;
  /** Opens the card of the term beside an element; undefined for what is no term. */
  readonly onAbout: ((value: string, anchor: Element) => void) | undefined;
}

/**
 * One value of a facet: a press chooses it, a press with Alt or the minus key leaves it out. Of elements of the
 * page itself and kept while nothing of it changes: a hundred of them are drawn at every change of a filter.
 */
export const FacetOption = memo(function FacetOption(props: FacetOptionProps) {
  const { facet, value, count, depth, share, choice, onChoose, onAbout } = props;
  const { t, format } = useLanguage();
  const vocabulary = useVocabulary();
  const name = facetValueName(t, facet, value);
  const title = facet === 'finding' || facet === 'location' ? labelTitle(t, vocabulary, value) : name;
  const withAlt = useRef(false);
  const toggle = (to: Choice): void => onChoose(value, choice === to ? 'off' : to);
  const onKeyDown = (event: KeyboardEvent): void => {
    withAlt.current = event.altKey;
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === '-') toggle('not');
    else if (event.key.toLowerCase() === 'i' && onAbout) onAbout(value, event.currentTarget);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={styles.line}
      onPointerDownCapture={(event) => void (withAlt.current = event.altKey)}
      onKeyDownCapture={onKeyDown}
    >
      <label
        className={styles.option}
        data-testid="facet-option"
        data-value={value}
        data-count={count}
        data-choice={choice}
        {...(depth > 0 && { style: { '--depth': depth } as CSSProperties })}
      >
        <input
          type="checkbox"
          className="visually-hidden"
          checked={choice === 'on'}
          onChange={() =>
            withAlt.current ? toggle('not') : onChoose(value, choice === 'off' ? 'on' : 'off')
          }
        />
        <span aria-hidden className={styles.bar} style={{ inlineSize: `${Math.round(share * 100)}%` }} />
        <span aria-hidden className={styles.box}>
          {choice === 'not' ? <Minus /> : choice === 'on' && <Check />}
        </span>
        <ValueMark facet={facet} value={value} />
        <span className={styles.name} title={choice === 'not' ? t.library.notHint : title}>
          {choice === 'not' ? t.library.not(name) : name}
        </span>
        <span className={styles.count}>{format.number(count)}</span>
      </label>
      {onAbout && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t.terms.about(name)}
          className={cx(styles.exclude, styles.about)}
          onClick={(event) => onAbout(value, event.currentTarget)}
        >
          <Info aria-hidden />
        </button>
      )}
      <button
        type="button"
        tabIndex={-1}
        aria-label={t.library.exclude(name)}
        className={styles.exclude}
        onClick={() => toggle('not')}
      >
        <Ban aria-hidden />
      </button>
    </div>
  );
});

function ValueMark({ facet, value }: { readonly facet: FacetKey; readonly value: string }) {
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  if (facet === 'finding') return <BranchDot branch={branchOf(vocabulary, value)} />;
  const result = facet === 'test' ? TEST_RESULTS.find((one) => value.endsWith(`:${one}`)) : undefined;
  return result ? (
    <span aria-hidden>
      <TestGlyph result={result} name={t.test[result]} />
    </span>
  ) : null;
}
