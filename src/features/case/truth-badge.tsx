import { Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import { pageScale } from '../../ui/page-scale.ts';
import { useElementSize } from '../../ui/use-element-size.ts';
import { useTextWidth } from '../../ui/use-text-width.ts';
import { fitBadges } from './fit-badges.ts';
import styles from './truth-badge.module.css';
import type { Truth } from './truths.ts';

/** Opens and closes the display chain, step by step. */
export interface Trace {
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

interface TruthBadgesProps {
  readonly truths: readonly Truth[];
  readonly trace: Trace;
}

/**
 * Says in a line by what right the picture looks as it does: solid when the file says so, dashed when guessed. As many
 * parts as there is room for are in words; all are in the tooltip and for screen readers.
 */
export function TruthBadges({ truths, trace }: TruthBadgesProps) {
  const [box, setBox] = useState<HTMLSpanElement | null>(null);
  const { width } = useElementSize(box);
  const textWidth = useTextWidth();
  const shown = fitBadges(
    truths.map((truth) => ({ ...truth, parts: truth.parts.map(textWidth) })),
    width / pageScale(),
  );
  return (
    <span ref={setBox} className={styles.badges} data-tour="truth">
      {truths.map((truth, at) => (
        <Badge
          key={`${truth.isGuess} ${truth.parts[0]}`}
          truth={truth}
          shown={shown[at] ?? 0}
          trace={truth.opens === true ? trace : undefined}
        />
      ))}
    </span>
  );
}

interface BadgeProps {
  readonly truth: Truth;
  /** Parts in words. */
  readonly shown: number;
  readonly trace: Trace | undefined;
}

function Badge({ truth: { parts, isGuess }, shown, trace }: BadgeProps) {
  const { t } = useLanguage();
  const look = {
    title: [...parts, ...(trace ? [t.chain.open] : [])].join(' · '),
    className: cx(styles.badge, isGuess && styles.guess, shown === 0 && styles.small),
    'data-testid': 'truth-badge',
    'data-guess': isGuess,
  };
  const left = parts.length - shown;
  const content = (
    <>
      {isGuess ? <TriangleAlert aria-hidden /> : <Check aria-hidden />}
      <span>
        {parts.slice(0, shown).join(' · ')}
        {left > 0 && (
          <span className="visually-hidden">
            {shown > 0 && ' · '}
            {parts.slice(shown).join(' · ')}
          </span>
        )}
      </span>
      {left > 0 && shown > 0 && <span aria-hidden>+{left}</span>}
    </>
  );
  return trace ? (
    <button
      type="button"
      aria-expanded={trace.isOpen}
      onClick={trace.toggle}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !trace.isOpen) return;
        event.stopPropagation();
        trace.toggle();
      }}
      {...look}
    >
      {content}
    </button>
  ) : (
    <span {...look}>{content}</span>
  );
}
