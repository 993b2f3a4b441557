import { RULES, type RuleId } from '../../domain/report/rules/rule-ids.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Sheet } from '../sheet.tsx';
import { Switch } from '../switch.tsx';
import styles from './rule-switches.module.css';

interface RuleSwitchesProps {
  readonly off: readonly RuleId[];
  readonly onOff: (off: readonly RuleId[]) => void;
  readonly onClose: () => void;
}

/** Every rule for contradictions with what it checks, each to be switched off. */
export function RuleSwitches({ off, onOff, onClose }: RuleSwitchesProps) {
  const { t } = useLanguage();
  return (
    <Sheet title={t.contradictions.rulesTitle} isOpen onClose={onClose}>
      <p className={styles.hint}>{t.contradictions.rulesHint}</p>
      <ul className={styles.list}>
        {RULES.map((rule) => (
          <li key={rule} data-testid="rule" data-rule={rule}>
            <Switch
              isSelected={!off.includes(rule)}
              onChange={(isOn) => onOff(isOn ? off.filter((one) => one !== rule) : [...off, rule])}
            >
              {t.contradictions.names[rule]}
            </Switch>
            <p className={styles.explained}>{t.contradictions.explained[rule]}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
