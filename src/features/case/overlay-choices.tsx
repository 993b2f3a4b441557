import { ChevronDown } from 'lucide-react';
import { useLanguage } from '../../i18n/locale.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './case-toolbar.module.css';
import type { Reading } from './use-reading.ts';

interface CompactChoice {
  readonly reading: Reading;
  /** A CT has more tools: choices that are made seldom fold into menus. */
  readonly isCompact: boolean;
}

/** Whether and how labels are written over images. */
export function LabelChoice({ reading, isCompact }: CompactChoice) {
  const { t } = useLanguage();
  return (
    <FoldingChoice
      name={t.case.labels}
      isCompact={isCompact}
      value={reading.labels}
      onChange={reading.setLabels}
      options={[
        { value: 'off', label: t.case.labelsOff },
        { value: 'names', label: t.case.labelsNames },
        { value: 'cuis', label: t.case.labelsCuis },
      ]}
    />
  );
}

/** Whether and how masks are drawn over images. */
export function MaskChoice({ reading, isCompact }: CompactChoice) {
  const { t } = useLanguage();
  return (
    <FoldingChoice
      name={t.case.masks}
      isCompact={isCompact}
      value={reading.masks}
      onChange={reading.setMasks}
      options={[
        { value: 'off', label: t.case.masksOff },
        { value: 'outline', label: t.case.masksOutline },
        { value: 'fill', label: t.case.masksFill },
      ]}
    />
  );
}

interface FoldingChoiceProps<Value extends string> {
  readonly name: string;
  readonly isCompact: boolean;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

/** Choices side by side, or in a menu of their name. */
function FoldingChoice<Value extends string>({ isCompact, ...choice }: FoldingChoiceProps<Value>) {
  const { name, value, onChange, options } = choice;
  if (isCompact)
    return (
      <MenuButton
        labelled
        name={name}
        choices={options.map((option) => ({
          id: option.value,
          label: option.label,
          selected: option.value === value,
          onAction: () => onChange(option.value),
        }))}
      >
        {name}
        <ChevronDown aria-hidden />
      </MenuButton>
    );
  return (
    <>
      <span className={styles.name}>{name}</span>
      <Segmented {...choice} />
    </>
  );
}
