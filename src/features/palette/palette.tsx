import { Search } from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { flushSync } from 'react-dom';
import { useLocation, useNavigate } from 'react-router';
import { useDoable, useShownKey } from '../../commands/command-scope.tsx';
import { fuzzyFind } from '../../domain/controls/fuzzy-match.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import type { CaseIds } from '../../session/dataset-state.ts';
import { caseAddress, readQuery } from '../../session/query-url.ts';
import { useDataset } from '../../session/session-context.tsx';
import { cx } from '../../ui/cx.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { caseEntries, casesOf, commandEntries, offerEntries, type PaletteEntry } from './palette-entries.ts';
import styles from './palette.module.css';

/** More lines than these nobody looks through. */
const MOST_FOUND = 40;
/** Cases that are found by their ids stand below what can be done. */
const MOST_CASES = 8;

/** Everything that can be done on the page, found by a few letters of its name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t, format } = useLanguage();
  const [text, setText] = useState('');
  const find = useEntries();
  const entries = find(text);
  const choose = (entry: PaletteEntry | undefined): void => {
    if (!entry) return;
    // What is done may take the focus, so that the palette has to be gone.
    flushSync(onClose);
    entry.run();
  };
  return (
    <ModalOverlay
      isDismissable
      isOpen
      onOpenChange={(open) => !open && onClose()}
      className={cx(styles.overlay)}
    >
      <Modal className={cx(styles.sheet)}>
        <Dialog aria-label={t.keys.commands.palette} className={cx(styles.dialog)} data-testid="palette">
          <Autocomplete inputValue={text} onInputChange={setText}>
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- The palette is opened to type into it. */}
            <TextField autoFocus aria-label={t.palette.search} className={cx(styles.field)}>
              <Search aria-hidden />
              <Input
                // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- Autocomplete sets aria-controls.
                role="combobox"
                aria-expanded
                aria-haspopup="listbox"
                placeholder={t.palette.search}
                className={cx(styles.input)}
              />
            </TextField>
            <ListBox
              aria-label={t.palette.found}
              items={entries}
              onAction={(key) => choose(entries.find(({ id }) => id === key))}
              renderEmptyState={() => <p className={styles.none}>{t.palette.none(text)}</p>}
              className={cx(styles.list)}
            >
              {(entry) => <Line entry={entry} />}
            </ListBox>
          </Autocomplete>
          <p role="status" className="visually-hidden">
            {text === '' ? '' : t.palette.count(entries.length, format.number(entries.length))}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Line({ entry }: { readonly entry: PaletteEntry }) {
  const shownKey = useShownKey();
  return (
    <ListBoxItem id={entry.id} textValue={entry.label} className={cx(styles.line)}>
      <span className={styles.label}>{entry.label}</span>
      <span className={styles.group}>{entry.group}</span>
      {entry.command && <KeyCap keys={shownKey(entry.command)} />}
    </ListBoxItem>
  );
}

/** Finds what can be done: as it was when the palette was opened, since only the page below changes it. */
function useEntries(): (text: string) => readonly PaletteEntry[] {
  const { t } = useLanguage();
  const dataset = useDataset();
  const doable = useDoable();
  const navigate = useNavigate();
  const { search, pathname } = useLocation();
  const open = ({ subject, session }: CaseIds): void =>
    void navigate(caseAddress(subject, session, readQuery(new URLSearchParams(search)).query));
  const [{ doings, recent, index }] = useState(() => {
    const { recentCases, index: known } = dataset.state.getState();
    const others = recentCases.filter(
      ({ subject, session }) => decodeURIComponent(pathname) !== `/case/${subject}/${session}`,
    );
    return {
      doings: [...commandEntries(t, doable), ...offerEntries(doable)],
      recent: caseEntries(others, t.palette.recent, open),
      index: known,
    };
  });
  return (text) => {
    const found = fuzzyFind(text, [...recent, ...doings], ({ label, also }) => [label, ...also]);
    if (text.trim() === '') return found;
    const isListed = new Set(found.map(({ id }) => id));
    const cases = index ? caseEntries(casesOf(index, text, MOST_CASES), t.palette.case, open) : [];
    return [...found, ...cases.filter(({ id }) => !isListed.has(id))].slice(0, MOST_FOUND);
  };
}
