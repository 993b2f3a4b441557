import { Play, ShieldCheck } from 'lucide-react';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useStore } from 'zustand';
import { LOCALES, useFirstLanguage } from '../../i18n/locale.tsx';
import { DEMO_ORIGIN } from '../../session/origin.ts';
import { usePageTheme } from '../../session/use-page-theme.ts';
import { useWorkspace } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Logo } from '../../ui/marks.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { FolderCard } from './folder-card.tsx';
import { HeroFilm } from './hero-film.tsx';
import styles from './start-page.module.css';
import { useOpenOrigin } from './use-open-origin.ts';

const ReturnCard = lazy(async () => ({ default: (await import('./return-card.tsx')).ReturnCard }));
const RecentList = lazy(async () => ({ default: (await import('./recent-list.tsx')).RecentList }));
const PrivacyProof = lazy(async () => ({ default: (await import('./privacy-proof.tsx')).PrivacyProof }));

interface StartPageProps {
  readonly returning?: boolean;
  /** Puts the demo back as it was. */
  readonly demoReset: ReactNode;
}

/**
 * Where a dataset is opened. `returning`: shown in place of a page whose dataset is not open; the address
 * stays, and so does the page once a dataset is opened.
 */
export function StartPage({ returning = false, demoReset }: StartPageProps) {
  const { t } = useFirstLanguage();
  usePageTheme('start');
  usePageTitle();
  const { state, recents } = useWorkspace();
  const before = useStore(state, (all) => (returning ? all.before : undefined));
  const isNew = useStore(recents.state, ({ list }) => list.length === 0);
  const hasNews = useStore(recents.state, ({ list, status }) => list.length > 0 || status === 'refused');
  // Once the list is there it stays, to say what became of its last entry.
  const [isListed, setListed] = useState(hasNews);
  if (hasNews && !isListed) setListed(true);
  useEffect(() => void recents.load(), [recents]);
  return (
    <div className={styles.page}>
      <main className={styles.column}>
        <p className={styles.brand}>
          <Logo /> {t.app.name}
        </p>
        <h1 className={styles.title}>{t.start.title}</h1>
        <p className={styles.subtitle}>{t.start.subtitle}</p>
        {returning && (
          <Suspense fallback={null}>
            <ReturnCard before={before} />
          </Suspense>
        )}
        <FolderCard isSecond={before !== undefined} />
        <DemoLine reset={demoReset} />
        {isListed && (
          <Suspense fallback={null}>
            <RecentList without={before} />
          </Suspense>
        )}
        {isNew && (
          <section className={styles.data}>
            <h2 className={styles.dataTitle}>{t.start.getData}</h2>
            <p className={styles.hint}>{t.start.getDataBody}</p>
          </section>
        )}
        <Footer />
      </main>
      <HeroFilm />
    </div>
  );
}

/** The demo, with its tour or without, and back to what it was. */
function DemoLine({ reset }: { readonly reset: ReactNode }) {
  const { t } = useFirstLanguage();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const open = useOpenOrigin();
  const tour = (): void => {
    workspace.open(DEMO_ORIGIN);
    workspace.tour.start();
    void navigate('/library');
  };
  return (
    <div className={styles.demo}>
      <Button onPress={() => open(DEMO_ORIGIN)} data-testid="open-demo">
        <Play aria-hidden /> {t.start.openDemo}
      </Button>
      <Button tone="quiet" onPress={tour} data-testid="open-demo-tour">
        {t.start.openDemoTour}
      </Button>
      <span className={styles.demoFoot}>
        <span className={styles.hint}>{t.start.demoNote}</span>
        {reset}
      </span>
    </div>
  );
}

function Footer() {
  const { t } = useFirstLanguage();
  const workspace = useWorkspace();
  const [isProving, setProving] = useState(false);
  const { locale } = useFirstLanguage();
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
