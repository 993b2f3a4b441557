import { ChevronDown } from 'lucide-react';
import { useOffers, useShownKey } from '../../commands/command-scope.tsx';
import type { CommandId } from '../../commands/registry.ts';
import type { PatientSeries } from '../../domain/dataset/patient-sessions.ts';
import { numberAlike } from '../../domain/dataset/text.ts';
import { CT_PRESETS } from '../../domain/imaging/ct-presets.ts';
import { voiChoices, type VoiChoice } from '../../domain/imaging/voi.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { MenuButton, type MenuChoice } from '../../ui/menu.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import type { Reading } from './use-reading.ts';
import { windowActions } from './use-window-commands.ts';

interface WindowChoicesProps {
  readonly reading: Reading;
  readonly patient: PatientSeries;
  /** In a menu alone. */
  readonly isCompact: boolean;
}

/** More than these of one file are in the menu alone. */
const MOST_SIDE_BY_SIDE = 3;

/** A choice as the value of a button. */
const valueOf = (choice: VoiChoice): string =>
  choice.kind === 'lut' || choice.kind === 'window' ? `${choice.kind} ${choice.index}` : choice.kind;

interface Option {
  readonly choice: VoiChoice;
  readonly value: string;
  readonly label: string;
}

/** What a file offers to choose from, each with a name of its own. */
function useOptions(state: ViewState | undefined): readonly Option[] {
  const { t } = useLanguage();
  const { image } = state ?? {};
  if (!image || image.pixels.kind === 'rgb') return [];
  const choices = voiChoices(image.attributes);
  const names = numberAlike(
    choices.map(({ choice, explanation }) =>
      choice.kind === 'lut'
        ? t.case.voiLut(explanation)
        : choice.kind === 'window'
          ? t.case.voiWindow(explanation)
          : t.case.voiPercentile,
    ),
  );
  return choices.map(({ choice }, at) => ({ choice, value: valueOf(choice), label: names[at] ?? '' }));
}

/** Everything the file offers, and for CT the presets. */
export function WindowChoices({ reading, patient, isCompact }: WindowChoicesProps) {
  const { t } = useLanguage();
  const view = reading.views[reading.active];
  const options = useOptions(view?.state);
  const { chain } = view?.state ?? {};
  useOffers(() =>
    options.map(({ value, label, choice }) => ({
      id: value,
      group: t.keys.groups.window,
      label,
      run: () => reading.setChoice(reading.active, choice),
    })),
  );
  if (!chain || options.length === 0) return null;
  const isCt = patient.find(view?.seriesKey)?.series.modality === 'CT';
  const choose = (value: string): void =>
    reading.setChoice(reading.active, options.find((option) => option.value === value)?.choice);
  const now = valueOf(chain.choice);
  const isInMenu = isCompact || options.length > MOST_SIDE_BY_SIDE;
  return (
    <>
      {!isInMenu && (
        <Segmented
          name={t.case.voi}
          value={options.find(({ value }) => value === now)?.value}
          options={options}
          onChange={choose}
        />
      )}
      {isCt ? (
        <CtWindows reading={reading} now={chain.choice} options={isInMenu ? options : []} />
      ) : (
        <FilmWindows reading={reading} options={options} now={now} isInMenu={isInMenu} />
      )}
    </>
  );
}

interface CtWindowsProps {
  readonly reading: Reading;
  readonly now: VoiChoice;
  /** What the file offers, where that is not beside the menu. */
  readonly options: readonly Option[];
}

/** The windows of CT, with their numbers and keys. */
function CtWindows({ reading, now, options }: CtWindowsProps) {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  const presets = CT_PRESETS.map(({ id, center, width }, at) => ({
    id,
    label: t.case.presets[id] ?? id,
    note: [`${width}/${String(center).replace('-', '−')}`, shownKey(PRESET_COMMANDS[at] ?? 'as-filed')]
      .filter(Boolean)
      .join(' · '),
    selected: now.kind === 'preset' && now.center === center && now.width === width,
    onAction: () => reading.setChoice(reading.active, { kind: 'preset', center, width }),
  }));
  const widths = useWidths(reading);
  const filed = options.map(({ value, label, choice }) => ({
    id: value,
    label,
    selected: value === valueOf(now),
    onAction: () => reading.setChoice(reading.active, choice),
  }));
  return (
    <MenuButton labelled name={t.case.presetMenu} choices={[...filed, ...presets, ...widths]}>
      {[...filed, ...presets].find(({ selected }) => selected)?.label ?? t.case.presetMenu}
      <ChevronDown aria-hidden />
    </MenuButton>
  );
}

const PRESET_COMMANDS = ['preset-1', 'preset-2', 'preset-3', 'preset-4', 'preset-5', 'preset-6'] as const;

interface FilmWindowsProps {
  readonly reading: Reading;
  readonly options: readonly Option[];
  readonly now: string;
  readonly isInMenu: boolean;
}

/** The command that makes a choice of its kind. */
const commandOf = ({ kind }: VoiChoice): CommandId | undefined =>
  kind === 'lut' ? 'voi-lut' : kind === 'percentile' ? 'voi-percentile' : undefined;

/** What a film can be shown by: as filed, by each window and LUT of its file, by percentiles, narrower and wider. */
function FilmWindows({ reading, options, now, isInMenu }: FilmWindowsProps) {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  const widths = useWidths(reading);
  const filed = options.map(({ value, label, choice }) => {
    const command = commandOf(choice);
    return {
      id: value,
      label,
      note: command && shownKey(command),
      selected: value === now,
      onAction: () => reading.setChoice(reading.active, choice),
    };
  });
  const asFiled = {
    id: 'as-filed',
    label: t.keys.commands['as-filed'],
    note: shownKey('as-filed'),
    onAction: () => reading.setChoice(reading.active, undefined),
  };
  // A window without a name is called as filed itself.
  const isSame = filed[0]?.label === asFiled.label;
  const first = isSame ? [{ ...filed[0], ...asFiled }, ...filed.slice(1)] : [asFiled, ...filed];
  return (
    <MenuButton labelled name={t.case.voi} choices={[...first, ...widths]}>
      {(isInMenu && options.find(({ value }) => value === now)?.label) || t.case.voi}
      <ChevronDown aria-hidden />
    </MenuButton>
  );
}

/** Narrower and wider, as choices of a menu. */
function useWidths(reading: Reading): readonly MenuChoice[] {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  const { narrower, wider } = windowActions(reading);
  return (
    [
      ['window-narrower', narrower],
      ['window-wider', wider],
    ] as const
  ).flatMap(([id, run]) =>
    run ? [{ id, label: t.keys.commands[id], note: shownKey(id), onAction: run }] : [],
  );
}
