import { useLanguage } from '../i18n/locale.tsx';
import type { AccessLoss } from '../session/dataset-access.ts';
import { useDataset } from '../session/session-context.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { AccessActions } from './access-actions.tsx';

/** A dataset that cannot be read, before anything of it was. */
export function AccessPage({ loss }: { readonly loss: AccessLoss }) {
  const { t } = useLanguage();
  const { origin } = useDataset();
  return (
    <EmptyState title={t.access.lost[loss](origin.name)}>
      <AccessActions loss={loss} />
    </EmptyState>
  );
}
