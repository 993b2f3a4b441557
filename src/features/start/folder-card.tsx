import { FolderOpen } from 'lucide-react';
import { useRef, useState, type ChangeEvent } from 'react';
import { useFirstLanguage } from '../../i18n/locale.tsx';
import { canPickFolder, pickedOrigin } from '../../session/ask-folder.ts';
import { directoryOrigin } from '../../session/origin.ts';
import { Button } from '../../ui/button.tsx';
import styles from './folder-card.module.css';
import { useOpenOrigin } from './use-open-origin.ts';

/**
 * Opens a folder: by the prompt that lets it be kept where there is one, else by the one that says "upload".
 * @param isSecond something else is what the user most likely wants.
 */
export function FolderCard({ isSecond }: { readonly isSecond: boolean }) {
  const { t } = useFirstLanguage();
  const open = useOpenOrigin();
  const input = useRef<HTMLInputElement>(null);
  const [canKeep, setCanKeep] = useState(canPickFolder);
  const [fault, setFault] = useState<'empty' | 'refused'>();
  const pick = async (): Promise<void> => {
    setFault(undefined);
    if (!canKeep) return input.current?.click();
    const picked = await pickedOrigin();
    if (picked.ok) return open(picked.value);
    if (picked.error === 'cancelled') return;
    // A policy may forbid this prompt; the other one is left.
    setCanKeep(false);
    setFault('refused');
  };
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    setFault(files.length === 0 ? 'empty' : undefined);
    if (files.length > 0) open(directoryOrigin(files));
  };
  return (
    <section className={styles.card} aria-labelledby="open-folder-title">
      <FolderOpen aria-hidden />
      <div className={styles.text}>
        <h2 id="open-folder-title" className={styles.title}>
          {t.start.dropTitle}
        </h2>
        {fault && (
          <p role="alert" className={styles.fault}>
            {fault === 'empty' ? t.start.emptyFolder : t.start.pickRefused}
          </p>
        )}
        <p id="open-folder-note" className={styles.note}>
          {canKeep ? t.start.pickNote : `${t.start.uploadNote} ${t.start.cannotKeep}`}
        </p>
      </div>
      <Button
        tone={isSecond ? 'plain' : 'primary'}
        aria-describedby="open-folder-note"
        onPress={() => void pick()}
        data-testid="open-folder"
      >
        {t.start.openFolder}
      </Button>
      {/* The browser's older prompt; it says "upload", which is why the note stands before it. */}
      <input
        ref={input}
        type="file"
        webkitdirectory=""
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={take}
        data-testid="directory-input"
      />
    </section>
  );
}
