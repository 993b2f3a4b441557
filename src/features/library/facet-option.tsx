import { useRef, type KeyboardEvent } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { Ban, Check, Minus } from 'lucide-react';
import type { FacetCount } from '../../domain/dataset/filter.ts';
import type { Choice, FacetKey } from '../../domain/dataset/library-query.ts';
import { TEST_RESULTS } from '../../domain/labs/lab-test.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { cx } from '../../ui/cx.ts';
import { BranchDot, TestGlyph } from '../../ui/marks.tsx';
import { facetValueName } from './facet-names.ts';
import styles from './facet-option.module.css';

interface FacetOptionProps extends FacetCount {
  readonly facet: FacetKey;
  /** Part of the largest count of the facet, 0 to 1. */
  readonly share: number;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** One value of a facet: a press chooses it, a press with Alt or the minus key leaves it out. */
export function FacetOption({ facet, value, count, share, choice, onChoose }: FacetOptionProps) {
  const { t, format } = useLanguage();
  const name = facetValueName(t, facet, value);
  const withAlt = useRef(false);
  const toggle = (to: Choice): void => onChoose(choice === to ? 'off' : to);
  const onKeyDown = (event: KeyboardEvent): void => {
    withAlt.current = event.altKey;
    if (event.key !== '-') return;
    event.preventDefault();
    toggle('not');
  };
  return (
    <div
      className={styles.line}
      onPointerDownCapture={(event) => void (withAlt.current = event.altKey)}
      onKeyDownCapture={onKeyDown}
    >
      <Checkbox
        value={value}
        onChange={() => (withAlt.current ? toggle('not') : onChoose(choice === 'off' ? 'on' : 'off'))}
        className={cx(styles.option)}
        data-testid="facet-option"
        data-value={value}
        data-count={count}
        data-choice={choice}
      >
        <span aria-hidden className={styles.bar} style={{ inlineSize: `${Math.round(share * 100)}%` }} />
        <span aria-hidden className={styles.box}>
          {choice === 'not' ? <Minus /> : <Check />}
        </span>
        <ValueMark facet={facet} value={value} />
        <span className={styles.name} title={choice === 'not' ? t.library.notHint : name}>
          {choice === 'not' ? t.library.not(name) : name}
        </span>
        <span className={styles.count}>{format.number(count)}</span>
      </Checkbox>
      <Button
        excludeFromTabOrder
        aria-label={t.library.exclude(name)}
        className={cx(styles.exclude)}
        onPress={() => toggle('not')}
      >
        <Ban aria-hidden />
      </Button>
    </div>
  );
}

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
