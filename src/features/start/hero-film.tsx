import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Branch } from '../../domain/vocabulary/branch.ts';
import type { HeroPicture } from '../../session/hero.ts';
import { whenIdle } from '../../session/when-idle.ts';
import { BranchDot } from '../../ui/marks.tsx';
import { Picture } from '../../ui/picture.tsx';
import styles from './hero-film.module.css';

/** The two findings of the picture, as the vocabulary has them. */
const FINDINGS: Readonly<Record<string, { readonly branch: Branch; readonly cui: string }>> = {
  consolidation: { branch: 'alveolar', cui: 'C0521530' },
  'ground glass pattern': { branch: 'interstitial', cui: 'C3544344' },
};

/** Longer side in pixels: enough for the page, and a fifth of a second of work. */
const MOST_PIXELS = 1_200;

/** The demo's first film beside the text, drawn once the page is idle. Nothing on the page needs it. */
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
  const { data } = useQuery({
    queryKey: ['hero', size],
    queryFn: async ({ signal }) => {
      const { renderHero } = await import('../../session/hero.ts');
      return renderHero(size?.width ?? 64, size?.height ?? 64, signal);
    },
    enabled: size !== undefined,
  });
  return (
    <div ref={host} className={styles.hero}>
      {data && (
        <div aria-hidden className={styles.figure}>
          <Picture picture={data.film} />
          <Overlay picture={data} />
        </div>
      )}
    </div>
  );
}

function Overlay({ picture: { film, segments } }: { readonly picture: HeroPicture }) {
  const foot = film.rows - 78;
  return (
    <>
      <svg viewBox={`0 0 ${film.columns} ${film.rows}`} className={styles.overlay}>
        {segments.map(({ label, outline, anchor }) => (
          <g key={label} data-branch={FINDINGS[label]?.branch ?? 'neutral'}>
            <path d={outline} fillRule="evenodd" className={styles.shape} />
            <path d={`M${anchor.x} ${anchor.y}V${foot}`} className={styles.casing} />
            <path d={`M${anchor.x} ${anchor.y}V${foot}`} className={styles.leader} />
            <circle cx={anchor.x} cy={anchor.y} r={4} className={styles.end} />
          </g>
        ))}
      </svg>
      {segments.map(({ label, anchor }) => (
        <span
          key={label}
          className={styles.label}
          // A label of this length stays on the picture.
          style={{
            insetInlineStart: `clamp(6rem, ${(100 * anchor.x) / film.columns}%, calc(100% - 6.5rem))`,
            insetBlockStart: `${(100 * foot) / film.rows}%`,
          }}
        >
          <BranchDot branch={FINDINGS[label]?.branch ?? 'neutral'} />
          {label}
          <span className={styles.cui}>{FINDINGS[label]?.cui}</span>
        </span>
      ))}
    </>
  );
}
