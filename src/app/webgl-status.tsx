import { Cpu } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { findWebGl } from '../engine/webgl.ts';
import { useLanguage } from '../i18n/locale.tsx';
import { whenIdle } from '../session/when-idle.ts';
import styles from './status-bar.module.css';

/** Says where images are drawn without the graphics card, on the pages that show any. */
export function WebGlStatus() {
  const { t } = useLanguage();
  const isCase = useLocation().pathname.startsWith('/case/');
  const [isMissing, setMissing] = useState<boolean>();
  const mayAsk = isCase && isMissing === undefined;
  useEffect(() => (mayAsk ? whenIdle(() => setMissing(findWebGl() === undefined)) : undefined), [mayAsk]);
  return (
    <span role="status" className={styles.item} data-testid="webgl-status">
      {isCase && isMissing === true && (
        <>
          <Cpu aria-hidden /> {t.app.noWebGl}
        </>
      )}
    </span>
  );
}
