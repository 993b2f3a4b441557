import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '../../i18n/locale.tsx';
import { useRules } from '../../session/use-rules.ts';
import { Button } from '../../ui/button.tsx';
import styles from './facet-rail.module.css';

const RuleSwitches = lazy(async () => ({
  default: (await import('../../ui/rules/rule-switches.tsx')).RuleSwitches,
}));

/** The way to the rules for contradictions; says so where all are off. */
export function RulesButton({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useLanguage();
  const { off, setOff } = useRules();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {isEmpty && <p className={styles.none}>{t.contradictions.allOff}</p>}
      <Button tone="quiet" onPress={() => setOpen(true)}>
        {t.contradictions.rules}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <RuleSwitches off={off} onOff={setOff} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
