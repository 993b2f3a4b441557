import { lazy, Suspense, useState } from 'react';
import { ChevronDown, LayoutTemplate } from 'lucide-react';
import { useOffers, useShownKey } from '../../../commands/command-scope.tsx';
import type { CommandId } from '../../../commands/registry.ts';
import type { BuiltInId } from '../../../domain/hanging/built-in-protocols.ts';
import { LINKS, type HangingProtocol, type HangingStage } from '../../../domain/hanging/protocol.ts';
import { stageFromViews } from '../../../domain/hanging/stage-from-views.ts';
import { useLanguage, type Language } from '../../../i18n/locale.tsx';
import { usePreferences } from '../../../session/session-context.tsx';
import { MenuButton, type MenuChoice } from '../../../ui/menu.tsx';
import type { Reading } from '../use-reading.ts';
import styles from './hanging-choice.module.css';
import { stepStage } from './step-stage.ts';

/** What a protocol is called: by the user, or by the page. */
const protocolName = ({ t }: Language, { id, name }: HangingProtocol): string =>
  name ?? t.hanging.protocols[id as BuiltInId];

// Arrangements are saved seldom.
const OwnProtocolsSheet = lazy(async () => ({
  default: (await import('./own-protocols-sheet.tsx')).OwnProtocolsSheet,
}));

const AUTOMATIC = 'automatic';
const SAVE = 'save';

/** What is on screen, as a stage of a protocol. */
const stageOf = ({ hanging, layout, shown, views, isLinked }: Reading): HangingStage =>
  stageFromViews(
    layout,
    shown.map((at) => ({
      key: views[at]?.seriesKey,
      choice: views[at]?.display.choice,
      masks: views[at]?.masks,
    })),
    LINKS.filter(isLinked),
    hanging.contents,
  );

interface HangingChoiceProps {
  readonly reading: Reading;
  /** The bar has no room for the name. */
  readonly isCompact: boolean;
}

/** The protocol that hangs the case, the others that fit it, and the way from stage to stage. */
export function HangingChoice({ reading, isCompact }: HangingChoiceProps) {
  const language = useLanguage();
  const { t, format } = language;
  const shownKey = useShownKey();
  const { hanging } = reading;
  const [isSaving, setSaving] = useState(false);
  const hasOwn = usePreferences().protocols.length > 0;
  const { protocol, protocols, stage, stages } = hanging;
  const place = t.hanging.stageOf(format.number(stage + 1), format.number(stages.length));
  const stageChoice = (by: 1 | -1, command: CommandId, label: string): readonly MenuChoice[] => {
    const step = stepStage(reading, by);
    return step ? [{ id: command, label, note: shownKey(command), onAction: step }] : [];
  };
  const choices: readonly MenuChoice[] = [
    ...stageChoice(1, 'next-stage', t.hanging.nextStage),
    ...stageChoice(-1, 'previous-stage', t.hanging.previousStage),
    {
      id: AUTOMATIC,
      label: t.hanging.automatic,
      note: hanging.isChosen ? undefined : protocolName(language, protocol),
      selected: !hanging.isChosen,
      onAction: () => hanging.choose(undefined),
    },
    ...protocols.map((one) => ({
      id: one.id,
      label: protocolName(language, one),
      note: one.id === protocol.id && stages.length > 1 ? place : undefined,
      selected: hanging.isChosen && one.id === protocol.id,
      onAction: () => hanging.choose(one.id),
    })),
    {
      id: SAVE,
      label: hasOwn ? t.hanging.saveOrManage : t.hanging.saveThis,
      onAction: () => setSaving(true),
    },
  ];
  // Stages have commands of their own.
  useOffers(() =>
    choices
      .filter(({ id }) => id !== 'next-stage' && id !== 'previous-stage')
      .map(({ id, label, onAction }) => ({ id, group: t.hanging.protocol, label, run: onAction })),
  );
  return (
    <span role="group" aria-label={t.hanging.protocol} className={styles.group}>
      <MenuButton labelled name={t.hanging.protocol} choices={choices}>
        <LayoutTemplate aria-hidden />
        <span className="visually-hidden">{t.hanging.protocol}: </span>
        <span className={isCompact ? 'visually-hidden' : styles.name}>
          {protocolName(language, protocol)}
        </span>
        {stages.length > 1 && (
          <span
            className={styles.stage}
            data-testid="hanging-stage"
            data-stage={stage + 1}
            data-stages={stages.length}
          >
            {place}
          </span>
        )}
        <ChevronDown aria-hidden />
      </MenuButton>
      {isSaving && (
        <Suspense>
          <OwnProtocolsSheet
            stage={stageOf(reading)}
            onSaved={hanging.adopt}
            onClose={() => setSaving(false)}
          />
        </Suspense>
      )}
    </span>
  );
}
