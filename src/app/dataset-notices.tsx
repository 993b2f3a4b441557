import { X } from 'lucide-react';
import { memo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useLanguage } from '../i18n/locale.tsx';
import type { AccessLoss } from '../session/dataset-access.ts';
import { useDatasetState, useWorkspace } from '../session/session-context.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { AccessActions } from './access-actions.tsx';
import styles from './dataset-notices.module.css';

/** What holds for the dataset as a whole, said in a line above the status bar: it lasts until it is no longer so. */
export const DatasetNotices = memo(function DatasetNotices() {
  const { t } = useLanguage();
  const { state } = useWorkspace();
  const loss = useDatasetState((all) => all.loss);
  const notKept = useDatasetState((all) => all.indexNotKept || all.entryNotKept);
  const settingsLost = useStore(state, (all) => all.preferencesLost);
  return (
    <>
      {loss && <LossNotice loss={loss} />}
      {notKept && <Dismissible>{t.access.notKept}</Dismissible>}
      {settingsLost && <Dismissible>{t.access.settingsLost}</Dismissible>}
    </>
  );
});

function LossNotice({ loss }: { readonly loss: AccessLoss }) {
  const { t } = useLanguage();
  const name = useDatasetState(({ index }) => index?.name ?? '');
  return (
    <div role="alert" className={styles.notice} data-testid="access-notice" data-loss={loss}>
      <p className={styles.text}>
        {t.access.lost[loss](name)} {t.access.stays}
      </p>
      <AccessActions loss={loss} />
    </div>
  );
}

function Dismissible({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage();
  const [isOpen, setOpen] = useState(true);
  if (!isOpen) return null;
  return (
    <div role="alert" className={styles.notice}>
      <p className={styles.text}>{children}</p>
      <IconButton name={t.app.close} onPress={() => setOpen(false)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
