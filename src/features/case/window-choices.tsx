import { ChevronDown } from 'lucide-react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { CT_PRESETS } from '../../domain/imaging/ct-presets.ts';
import { voiChoices, type VoiChoice } from '../../domain/imaging/voi.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Reading } from './use-reading.ts';

interface WindowChoicesProps {
  readonly reading: Reading;
  readonly series: readonly CaseSeries[];
}

/** A choice as the value of a button. */
const valueOf = (choice: VoiChoice): string =>
  choice.kind === 'lut' || choice.kind === 'window' ? `${choice.kind} ${choice.index}` : choice.kind;

/** Everything the file offers, and for CT the presets. */
export function WindowChoices({ reading, series }: WindowChoicesProps) {
  const { t } = useLanguage();
  const view = reading.views[reading.active];
  const { image, chain } = view?.state ?? {};
  if (!image || !chain || image.pixels.kind === 'rgb') return null;
  const options = voiChoices(image.attributes).map(({ choice, explanation }) => ({
    choice,
    value: valueOf(choice),
    label:
      choice.kind === 'lut'
        ? t.case.voiLut(explanation)
        : choice.kind === 'window'
          ? t.case.voiWindow(explanation)
          : t.case.voiPercentile,
  }));
  const isCt = series.find(({ key }) => key === view?.seriesKey)?.modality === 'CT';
  return (
    <>
      <Segmented
        name={t.case.voi}
        value={options.find(({ value }) => value === valueOf(chain.choice))?.value}
        options={options}
        onChange={(value) =>
          reading.setChoice(reading.active, options.find((option) => option.value === value)?.choice)
        }
      />
      {isCt && <Presets reading={reading} now={chain.choice} />}
    </>
  );
}

/** The windows of CT, with their numbers and keys. */
function Presets({ reading, now }: { readonly reading: Reading; readonly now: VoiChoice }) {
  const { t } = useLanguage();
  const presets = CT_PRESETS.map(({ id, center, width, key }) => ({
    id,
    label: t.case.presets[id] ?? id,
    note: `${width}/${String(center).replace('-', '−')}${key === undefined ? '' : ` · ${key}`}`,
    selected: now.kind === 'preset' && now.center === center && now.width === width,
    onAction: () => reading.setChoice(reading.active, { kind: 'preset', center, width }),
  }));
  return (
    <MenuButton labelled name={t.case.presetMenu} choices={presets}>
      {presets.find(({ selected }) => selected)?.label ?? t.case.presetMenu}
      <ChevronDown aria-hidden />
    </MenuButton>
  );
}
