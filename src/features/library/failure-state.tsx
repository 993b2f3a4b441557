import type { Failure } from '../../domain/error.ts';
import { sentenceOf } from '../../i18n/issue-texts.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** The dataset could not be read at all. */
export function FailureState({
  failure,
  onRetry,
}: {
  readonly failure: Failure;
  readonly onRetry: () => void;
}) {
  const { t } = useLanguage();
  const hint =
    failure.kind === 'issue'
      ? sentenceOf(t.issues, failure.issue)
      : failure.kind === 'defect'
        ? failure.message
        : '';
  return (
    <EmptyState title={t.index.failed} hint={hint}>
      <Button tone="primary" onPress={onRetry}>
        {t.index.restart}
      </Button>
    </EmptyState>
  );
}
