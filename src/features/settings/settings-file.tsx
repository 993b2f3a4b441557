import { Download, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { withoutConflicts } from '../../commands/keymap.ts';
import { showChord } from '../../commands/show-chord.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import { usePreferences, useWorkspace } from '../../session/session-context.tsx';
import {
  readSettingsFile,
  SETTINGS_FILE,
  settingsBlob,
  type Preferences,
} from '../../session/settings-file.ts';
import { Button } from '../../ui/button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import styles from './settings.module.css';

/** What became of a file, a sentence each, and what was in force before. */
interface News {
  readonly sentences: readonly string[];
  readonly before?: Preferences;
}

/** More names than these say no more. */
const MOST_NAMES = 8;

function namesText(names: readonly string[]): string {
  const some = names.slice(0, MOST_NAMES).map((name) => name.slice(0, 60));
  return [...some, ...(names.length > MOST_NAMES ? ['…'] : [])].join(', ');
}

/** Takes in a file of settings; what is new in force comes with the news. */
async function importFile(
  { t, format }: Language,
  file: File,
  now: Preferences,
): Promise<News & { readonly next?: Preferences }> {
  const read = await readSettingsFile(file, now);
  switch (read.kind) {
    case 'too-large':
      return { sentences: [t.settings.tooLarge(file.name, format.bytes(read.most))] };
    case 'gone':
      return { sentences: [t.settings.gone(file.name)] };
    case 'newer':
      return { sentences: [t.settings.newer(file.name)] };
    case 'no-settings':
      return { sentences: [t.settings.noSettings(file.name)] };
    case 'settings':
  }
  const { controls, dropped } = withoutConflicts(read.preferences.controls);
  return {
    next: { ...read.preferences, controls },
    before: now,
    sentences: [
      t.settings.imported(file.name),
      ...(read.notUnderstood.length > 0 ? [t.settings.notUnderstood(namesText(read.notUnderstood))] : []),
      ...dropped.map(({ chord, first, other }) =>
        t.settings.dropped(showChord(t.keys.caps, chord), t.keys.commands[first], t.keys.commands[other]),
      ),
    ],
  };
}

/** Settings out to a file and in from one; what was in force before can be had back. */
export function SettingsFile() {
  const language = useLanguage();
  const { t } = language;
  const workspace = useWorkspace();
  const preferences = usePreferences();
  const input = useRef<HTMLInputElement>(null);
  const [news, setNews] = useState<News>({ sentences: [] });
  const take = async (file: File): Promise<void> => {
    const { next, ...told } = await importFile(language, file, preferences);
    if (next) workspace.setPreferences(next);
    setNews(told);
  };
  return (
    <>
      <p className={styles.faint}>{t.settings.fileHint}</p>
      <div className={styles.row}>
        <Button
          onPress={() => {
            saveFile(SETTINGS_FILE, settingsBlob(preferences));
            setNews({ sentences: [t.settings.exported(SETTINGS_FILE)] });
          }}
        >
          <Download aria-hidden /> {t.settings.export}
        </Button>
        <Button onPress={() => input.current?.click()}>
          <Upload aria-hidden /> {t.settings.import}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/json,.json"
          hidden
          data-testid="settings-input"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void take(file);
            // The same file may be chosen again.
            currentTarget.value = '';
          }}
        />
      </div>
      <div role="status" data-testid="settings-news">
        {news.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {news.before && (
        <Button
          onPress={() => {
            if (news.before) workspace.setPreferences(news.before);
            setNews({ sentences: [] });
          }}
        >
          {t.settings.undo}
        </Button>
      )}
    </>
  );
}
