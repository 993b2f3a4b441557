import { FolderOpen, Play, ShieldCheck } from 'lucide-react';
import { lazy, Suspense, useRef, useState, type ChangeEvent } from 'react';
import { useNavigate } from 'react-router';
import { LOCALES, useLanguage } from '../../i18n/locale.tsx';
import { directoryOrigin, DEMO_ORIGIN, type DatasetOrigin } from '../../session/origin.ts';
import { usePageTheme } from '../../session/use-page-theme.ts';
import { useWorkspace } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Logo } from '../../ui/marks.tsx';
import { HeroFilm } from './hero-film.tsx';
import styles from './start-page.module.css';

const PrivacyProof = lazy(async () => ({ default: (await import('./privacy-proof.tsx')).PrivacyProof }));

/**
 * Where a dataset is opened. `returning`: shown in place of a page whose dataset is not open; the address
 * stays, and so does the page once a dataset is opened.
 */
export function StartPage({ returning = false }: { readonly returning?: boolean }) {
  const { t } = useLanguage();
  usePageTheme('start');
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const open = (origin: DatasetOrigin): void => {
    workspace.open(origin);
    if (!returning) void navigate('/library');
  };
  return (
    <div className={styles.page}>
      <main className={styles.column}>
        <p className={styles.brand}>
          <Logo /> {t.app.name}
        </p>
        <h1 className={styles.title}>{t.start.title}</h1>
        <p className={styles.subtitle}>{t.start.subtitle}</p>
        {returning && (
          <p role="status" className={styles.returning}>
            {t.start.returnTo} {t.start.returnHint}
          </p>
        )}
        <FolderCard onOpen={open} />
        <div className={styles.demo}>
          <Button onPress={() => open(DEMO_ORIGIN)} data-testid="open-demo">
            <Play aria-hidden /> {t.start.openDemo}
          </Button>
          <span className={styles.hint}>{t.start.demoNote}</span>
        </div>
        <section className={styles.data}>
          <h2 className={styles.dataTitle}>{t.start.getData}</h2>
          <p className={styles.hint}>{t.start.getDataBody}</p>
        </section>
        <Footer />
      </main>
      <HeroFilm />
    </div>
  );
}

function FolderCard({ onOpen }: { readonly onOpen: (origin: DatasetOrigin) => void }) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    setEmpty(files.length === 0);
    if (files.length > 0) onOpen(directoryOrigin(files));
  };
  return (
    <section className={styles.folder} aria-labelledby="open-folder-title">
      <FolderOpen aria-hidden />
      <div className={styles.folderText}>
        <h2 id="open-folder-title" className={styles.folderTitle}>
          {t.start.openTitle}
        </h2>
        <p id="upload-note" className={styles.hint}>
          {t.start.uploadNote}
        </p>
        {isEmpty && (
          <p role="alert" className={styles.empty}>
            {t.start.emptyFolder}
          </p>
        )}
      </div>
      <Button
        tone="primary"
        aria-describedby="upload-note"
        onPress={() => input.current?.click()}
        data-testid="open-folder"
      >
        {t.start.openFolder}
      </Button>
      {/* The browser's own folder prompt; it says "upload", which is why the note stands before it. */}
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

function Footer() {
  const { t } = useLanguage();
  const workspace = useWorkspace();
  const [isProving, setProving] = useState(false);
  const { locale } = useLanguage();
  return (
    <footer className={styles.footer}>
      <Button tone="quiet" onPress={() => setProving(true)}>
        <ShieldCheck aria-hidden /> {t.start.privacy}
      </Button>
      <span className={styles.languages}>
        {LOCALES.map((one) => (
          <Button
            key={one}
            tone="quiet"
            {...(one === locale && { 'aria-current': 'true' as const })}
            onPress={() => workspace.setPreferences({ locale: one })}
          >
            <span lang={one}>{one === 'en' ? 'English' : 'Español'}</span>
          </Button>
        ))}
      </span>
      {isProving && (
        <Suspense fallback={null}>
          <PrivacyProof onClose={() => setProving(false)} />
        </Suspense>
      )}
    </footer>
  );
}
