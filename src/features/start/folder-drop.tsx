import { FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useFirstLanguage } from '../../i18n/locale.tsx';
import { droppedOrigin, isFileDrag, type DropFault } from '../../session/ask-folder.ts';
import { useOpenDataset } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './folder-drop.module.css';
import { useOpenOrigin } from './use-open-origin.ts';

/** Browsers repeat `dragover` several times a second; without one for so long, the drag has left or ended. */
const SILENCE = 700;

/** Lets a folder be dropped onto any page. A file dropped beside would make the browser leave the page. */
export function FolderDrop() {
  const { t } = useFirstLanguage();
  const [fault, setFault] = useState<DropFault>();
  const open = useOpenOrigin();
  const isDragging = useFileDrag((transfer) => {
    setFault(undefined);
    void droppedOrigin(transfer).then((dropped) =>
      dropped.ok ? open(dropped.value) : setFault(dropped.error),
    );
  });
  return (
    <>
      <p role="status" className="visually-hidden">
        {isDragging ? t.start.dropNow : ''}
      </p>
      {isDragging && <Target />}
      {fault && (
        <div role="alert" className={styles.fault}>
          <p>{t.start.dropFaults[fault]}</p>
          <Button tone="quiet" onPress={() => setFault(undefined)}>
            {t.app.close}
          </Button>
        </div>
      )}
    </>
  );
}

function Target() {
  const { t } = useFirstLanguage();
  const dataset = useOpenDataset();
  return (
    <div aria-hidden className={styles.target} data-testid="drop-target">
      <FolderOpen />
      <p className={styles.title}>{t.start.dropNow}</p>
      <p className={styles.hint}>
        {dataset ? t.start.dropInPlace(dataset.origin.name) : t.start.dropNowHint}
      </p>
    </div>
  );
}

/** Whether files are being dragged over the page; `onDrop` is called in the event itself. */
function useFileDrag(onDrop: (transfer: DataTransfer) => void): boolean {
  const [isDragging, setDragging] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(timer);
      setDragging(false);
    };
    const over = (event: DragEvent): void => {
      // What is dragged over something that takes files is told there.
      if (event.defaultPrevented) return end();
      if (!isFileDrag(event.dataTransfer)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setDragging(true);
      clearTimeout(timer);
      timer = setTimeout(end, SILENCE);
    };
    const drop = (event: DragEvent): void => {
      end();
      if (event.defaultPrevented || !isFileDrag(event.dataTransfer)) return;
      event.preventDefault();
      onDrop(event.dataTransfer);
    };
    window.addEventListener('dragenter', over, { signal });
    window.addEventListener('dragover', over, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('dragleave', ({ relatedTarget }) => !relatedTarget && end(), { signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  });
  return isDragging;
}
