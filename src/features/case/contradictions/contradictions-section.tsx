import { TriangleAlert } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import type { Contradiction } from '../../../domain/report/rules/contradictions.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { useRules } from '../../../session/use-rules.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../section.tsx';
import styles from './contradictions-section.module.css';
import { CONTRADICTIONS_ID } from './contradiction-mark.tsx';
import { useContradictions } from './use-contradictions.ts';
import { useReason } from './use-reason.ts';

const RuleSwitches = lazy(async () => ({
  default: (await import('../../../ui/rules/rule-switches.tsx')).RuleSwitches,
}));

interface ContradictionsSectionProps {
  readonly index: DatasetIndex;
  readonly row: number;
}

/** What of the session cannot all be true, each with its reason; nothing where there is nothing. */
export function ContradictionsSection({ index, row }: ContradictionsSectionProps) {
  const { t, format } = useLanguage();
  const { off, setOff } = useRules();
  const { found, expected } = useContradictions(index, row);
  const [isChoosing, setChoosing] = useState(false);
  // While rules are chosen the way back stays.
  if (expected === 0 && !isChoosing) return null;
  const count = found?.length ?? expected;
  return (
    <Section title={t.contradictions.section} note={format.number(count)}>
      <ul id={CONTRADICTIONS_ID} className={styles.list} aria-busy={found === undefined}>
        {found?.map((one) => (
          <Entry key={JSON.stringify(one)} index={index} contradiction={one} />
        ))}
      </ul>
      <Button tone="quiet" onPress={() => setChoosing(true)}>
        {t.contradictions.rules}
      </Button>
      {isChoosing && (
        <Suspense fallback={null}>
          <RuleSwitches off={off} onOff={setOff} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </Section>
  );
}

interface EntryProps {
  readonly index: DatasetIndex;
  readonly contradiction: Contradiction;
}

function Entry({ index, contradiction }: EntryProps) {
  const { t } = useLanguage();
  const reasonOf = useReason(index);
  const { rule } = contradiction;
  return (
    <li
      className={styles.entry}
      data-testid="contradiction"
      data-rule={rule}
      title={t.contradictions.explained[rule]}
    >
      <TriangleAlert aria-hidden />
      <span>
        <span className={styles.name}>{t.contradictions.names[rule]}</span>
        <span className={styles.reason}>{reasonOf(contradiction)}</span>
      </span>
    </li>
  );
}
