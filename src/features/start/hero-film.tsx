import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { whenIdle } from '../../session/when-idle.ts';
import styles from './hero-film.module.css';

const HeroFigure = lazy(async () => ({ default: (await import('./hero-figure.tsx')).HeroFigure }));

/** Longer side in pixels: enough for the page, and a fifth of a second of work. */
const MOST_PIXELS = 1_200;

/** The demo's first film beside the text, fetched and drawn once the page is idle. Nothing on the page needs it. */
export function HeroFilm() {
  const host = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  useEffect(() => {
    const box = host.current?.getBoundingClientRect();
    if (!box || box.width < 64 || box.height < 64) return undefined;
    const factor = Math.min(1, MOST_PIXELS / Math.max(box.width, box.height));
    const asked = { width: Math.round(box.width * factor), height: Math.round(box.height * factor) };
    return whenIdle(() => setSize(asked));
  }, []);
  return (
    // Films are seen in the dark: what lies on them has the colours of the dark theme whatever the page's is.
    <div ref={host} className={styles.hero} data-theme="dark">
      {size && (
        <Suspense fallback={null}>
          <HeroFigure {...size} />
        </Suspense>
      )}
    </div>
  );
}
