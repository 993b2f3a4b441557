import type { Failure } from '../../domain/error.ts';
import { sentenceOf } from '../../i18n/issue-texts.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './viewport-message.module.css';

interface ViewportMessageProps {
  readonly text?: string;
  readonly hint?: string;
  readonly failure?: Failure;
  readonly onRetry?: () => void;
}

/** A sentence where the image would be. */
export function ViewportMessage({ text, hint, failure, onRetry }: ViewportMessageProps) {
  const { t } = useLanguage();
  if (!failure) {
    return (
      <div role="status" className={styles.message}>
        <p>{text}</p>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      </div>
    );
  }
  const code = failure.kind === 'issue' ? failure.issue.code : 'DEFECT';
  const title = failure.kind === 'issue' ? t.issues[failure.issue.code].title : t.app.defectTitle;
  return (
    <div role="alert" className={styles.message} data-testid="viewport-error" data-code={code}>
      <p className={styles.title}>{title}</p>
      <p className={styles.hint}>
        {failure.kind === 'issue'
          ? sentenceOf(t.issues, failure.issue)
          : failure.kind === 'defect'
            ? failure.message
            : ''}
      </p>
      <p className={styles.code}>{code}</p>
      {onRetry && <Button onPress={onRetry}>{t.case.tryAgain}</Button>}
    </div>
  );
}
