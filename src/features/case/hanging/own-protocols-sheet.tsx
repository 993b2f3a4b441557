import { Pencil, Trash2 } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import {
  LONGEST_NAME,
  ownProtocol,
  protocolNamed,
  renamed,
  withProtocol,
  type OwnProtocol,
} from '../../../domain/hanging/own-protocols.ts';
import type { HangingStage, ImageRule, Selector } from '../../../domain/hanging/protocol.ts';
import { useLanguage, type Language } from '../../../i18n/locale.tsx';
import { newId } from '../../../session/new-id.ts';
import { usePreferences, useWorkspace } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import styles from './own-protocols-sheet.module.css';

interface OwnProtocolsSheetProps {
  /** What is on screen. */
  readonly stage: HangingStage;
  readonly onSaved: (protocol: OwnProtocol) => void;
  readonly onClose: () => void;
}

const ruleText = ({ t }: Language, { kind, when }: ImageRule): string =>
  t.hanging.imageOf(kind ? t.hanging.kinds[kind] : t.hanging.anyImage, when ?? 'current');

/** What a stage shows, viewport by viewport: "frontal | prior frontal". */
function stageText(language: Language, { viewports }: HangingStage): string {
  const text = (select: Selector): string => {
    if (!('sameAs' in select)) return ruleText(language, select);
    const same = viewports[select.sameAs]?.select;
    return same ? text(same) : '';
  };
  return viewports
    .filter(({ optional }) => optional !== true)
    .map(({ select, window }) =>
      window ? `${text(select)}, ${language.t.case.presets[window]}` : text(select),
    )
    .join(' | ');
}

/** Saves what is on screen as a protocol, and keeps those that were saved in order. */
export function OwnProtocolsSheet({ stage, onSaved, onClose }: OwnProtocolsSheetProps) {
  const language = useLanguage();
  const { t } = language;
  const workspace = useWorkspace();
  const { protocols: own } = usePreferences();
  const [name, setName] = useState('');
  const [deleted, setDeleted] = useState<readonly OwnProtocol[]>();
  const keep = (protocols: readonly OwnProtocol[]): void => workspace.setPreferences({ protocols });
  const isNamed = name.trim() !== '';
  const replaced = protocolNamed(own, name);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!isNamed) return;
    const protocol = ownProtocol(newId(), name, stage);
    keep(withProtocol(own, protocol));
    onSaved(protocol);
    onClose();
  };
  return (
    <Sheet isOpen title={t.hanging.own} subtitle={t.hanging.ownHint} onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <p className={styles.shows}>
          {t.hanging.onScreen} <strong>{stageText(language, stage)}</strong>
        </p>
        <label className={styles.label}>
          <span>{t.hanging.nameOf}</span>
          <input
            className={styles.field}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- It is what the sheet was opened for.
            autoFocus
            value={name}
            maxLength={LONGEST_NAME}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <Button type="submit" tone="primary" isDisabled={!isNamed}>
          {replaced ? t.hanging.replace : t.hanging.save}
        </Button>
      </form>
      <h3 className={styles.title}>{t.hanging.saved}</h3>
      {own.length === 0 && <p className={styles.none}>{t.hanging.noneSaved}</p>}
      <ul className={styles.list} aria-label={t.hanging.saved}>
        {own.map((protocol) => (
          <OwnRow
            key={protocol.id}
            protocol={protocol}
            text={protocol.stages[0] ? stageText(language, protocol.stages[0]) : ''}
            onRename={(next) => keep(renamed(own, protocol, next))}
            onDelete={() => {
              setDeleted(own);
              keep(own.filter((one) => one !== protocol));
            }}
          />
        ))}
      </ul>
      <p role="status" className={styles.news}>
        {deleted && (
          <>
            {t.hanging.deleted}{' '}
            <Button
              tone="quiet"
              onPress={() => {
                keep(deleted);
                setDeleted(undefined);
              }}
            >
              {t.masks.undo}
            </Button>
          </>
        )}
      </p>
    </Sheet>
  );
}

interface OwnRowProps {
  readonly protocol: OwnProtocol;
  /** What it shows. */
  readonly text: string;
  readonly onRename: (name: string) => void;
  readonly onDelete: () => void;
}

function OwnRow({ protocol, text, onRename, onDelete }: OwnRowProps) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState<string>();
  const done = (): void => {
    if (typed !== undefined && typed.trim() !== '' && typed !== protocol.name) onRename(typed);
    setTyped(undefined);
  };
  return (
    <li className={styles.row} data-testid="own-protocol" data-name={protocol.name}>
      {typed === undefined ? (
        <span className={styles.what}>
          <strong>{protocol.name}</strong>
          <span className={styles.none}>{text}</span>
        </span>
      ) : (
        <input
          className={styles.field}
          aria-label={t.hanging.nameOf}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- It was asked for.
          autoFocus
          value={typed}
          maxLength={LONGEST_NAME}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={done}
          onKeyDown={(event) => {
            if (event.key === 'Enter') done();
            if (event.key !== 'Escape') return;
            // The sheet stays.
            event.stopPropagation();
            setTyped(undefined);
          }}
        />
      )}
      <IconButton name={t.hanging.rename(protocol.name)} onPress={() => setTyped(protocol.name)}>
        <Pencil aria-hidden />
      </IconButton>
      <IconButton name={t.hanging.remove(protocol.name)} onPress={onDelete}>
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}
