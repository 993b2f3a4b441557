import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useFirstLanguage } from '../../i18n/locale.tsx';
import { acknowledgeAgreement, isAgreementAcknowledged } from '../../session/agreement.ts';
import { useDataset, useDatasetState } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './agreement-gate.module.css';

/** Asks once per BIMCV dataset whether the agreement was signed; the folder is read meanwhile. */
export function AgreementGate({ children }: { readonly children: ReactNode }) {
  const { storageKey } = useDataset();
  const queries = useQueryClient();
  const queryKey = ['agreement', storageKey];
  const { data: acknowledged } = useQuery({ queryKey, queryFn: () => isAgreementAcknowledged(storageKey) });
  const [notSaved, setNotSaved] = useState(false);
  const accept = async (): Promise<void> => {
    setNotSaved(!(await acknowledgeAgreement(storageKey)));
    queries.setQueryData(queryKey, true);
  };
  if (acknowledged === undefined) return null;
  if (acknowledged)
    return (
      <>
        {notSaved && <NotSaved />}
        {children}
      </>
    );
  return <Agreement onAccept={() => void accept()} />;
}

function NotSaved() {
  const { t } = useFirstLanguage();
  return (
    <p role="alert" className={styles.notSaved}>
      {t.agreement.notSaved}
    </p>
  );
}

function Agreement({ onAccept }: { readonly onAccept: () => void }) {
  const { t } = useFirstLanguage();
  const name = useDatasetState(({ index }) => index?.name ?? '');
  const [isOpen, setOpen] = useState(false);
  const gate = useRef<HTMLElement>(null);
  useEffect(() => {
    // It may come over a page that is in use, whose focus goes with it.
    if (document.activeElement === document.body) gate.current?.focus();
  }, []);
  return (
    <section className={styles.gate} aria-labelledby="agreement-title" ref={gate} tabIndex={-1}>
      <div className={styles.card}>
        <h1 id="agreement-title" className={styles.title}>
          {t.agreement.title(name)}
        </h1>
        <p>{t.agreement.summary}</p>
        <p className={styles.citation}>{t.agreement.citation}</p>
        {isOpen && (
          <ul className={styles.clauses}>
            {t.agreement.clauses.map((clause) => (
              <li key={clause}>{clause}</li>
            ))}
          </ul>
        )}
        <div className={styles.actions}>
          <Button tone="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {isOpen ? t.agreement.hide : t.agreement.read}
          </Button>
          <Button tone="primary" onPress={onAccept} data-testid="agreement-accept">
            {t.agreement.accept}
          </Button>
        </div>
        <p className={styles.note}>{t.agreement.indexing}</p>
      </div>
    </section>
  );
}
