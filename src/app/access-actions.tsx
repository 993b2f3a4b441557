import { useState } from 'react';
import { useLanguage } from '../i18n/locale.tsx';
import { askForAccess, type AccessLoss } from '../session/dataset-access.ts';
import { useDataset, useWorkspace } from '../session/session-context.tsx';
import { Button } from '../ui/button.tsx';
import styles from './dataset-notices.module.css';

/** The ways on when a dataset cannot be read: the permission, another try, or picking the folder for the same page. */
export function AccessActions({ loss }: { readonly loss: AccessLoss }) {
  const { t } = useLanguage();
  const workspace = useWorkspace();
  const dataset = useDataset();
  const [answer, setAnswer] = useState('');
  const again = async (): Promise<void> => {
    setAnswer('');
    const isAllowed = await askForAccess(dataset.origin);
    if (!isAllowed) return setAnswer(t.access.refused);
    await dataset.checkAccess();
    if (dataset.state.getState().loss) setAnswer(t.access.still);
  };
  const isServed = dataset.origin.kind === 'served';
  return (
    <>
      <span role="status" className={styles.answer}>
        {answer}
      </span>
      <Button onPress={() => void again()} data-testid="access-again">
        {loss === 'permission' ? t.access.allow : t.access.tryAgain}
      </Button>
      {/* Without a dataset the page asks for its folder, and is shown again once it has one. */}
      {!isServed && (
        <Button tone="quiet" onPress={() => workspace.close()}>
          {t.access.pick}
        </Button>
      )}
    </>
  );
}
