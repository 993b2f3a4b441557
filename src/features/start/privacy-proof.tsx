import { useFirstLanguage } from '../../i18n/locale.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './privacy-proof.module.css';

/** The policy in force, as the page carries it. */
const policyOf = (page: Document): string | undefined =>
  page.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;

/** Shows why nothing can leave this machine. */
export function PrivacyProof({ onClose }: { readonly onClose: () => void }) {
  const { t } = useFirstLanguage();
  const policy = policyOf(document);
  return (
    <Sheet title={t.start.proofTitle} isOpen onClose={onClose}>
      {policy === undefined ? (
        <p>{t.start.proofMissing}</p>
      ) : (
        <>
          <p>{t.start.proofBody}</p>
          <ul className={styles.policy}>
            {policy.split(';').map((rule) => (
              <li key={rule}>{rule.trim()}</li>
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}
