import { useEffect, useState, type CSSProperties } from 'react';
import { isAbort } from '../../domain/error.ts';
import type { Branch } from '../../domain/vocabulary/branch.ts';
import { renderHero, type HeroPicture } from '../../session/hero.ts';
import { BranchDot } from '../../ui/marks.tsx';
import { Picture } from '../../ui/picture.tsx';
import styles from './hero-film.module.css';

/** The two findings of the picture, as the vocabulary has them. */
const FINDINGS: Readonly<Record<string, { readonly branch: Branch; readonly cui: string }>> = {
  consolidation: { branch: 'alveolar', cui: 'C0521530' },
  'ground glass pattern': { branch: 'interstitial', cui: 'C3544344' },
};

interface HeroFigureProps {
  readonly width: number;
  readonly height: number;
}

/** The demo's first film with two of its findings, at a size in pixels. */
export function HeroFigure({ width, height }: HeroFigureProps) {
  const [picture, setPicture] = useState<HeroPicture>();
  useEffect(() => {
    const leaving = new AbortController();
    renderHero(width, height, leaving.signal).then(setPicture, (thrown: unknown) => {
      // Without its picture the page says as much; what is broken shows in the console.
      if (!isAbort(thrown)) console.error(thrown);
    });
    return () => leaving.abort();
  }, [width, height]);
  if (!picture) return null;
  return (
    <div aria-hidden className={styles.figure}>
      <Picture picture={picture.film} />
      <Overlay picture={picture} />
    </div>
  );
}

function Overlay({ picture: { film, segments } }: { readonly picture: HeroPicture }) {
  const foot = film.rows - 78;
  return (
    <>
      <svg
        viewBox={`0 0 ${film.columns} ${film.rows}`}
        preserveAspectRatio="xMidYMid slice"
        className={styles.overlay}
      >
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
          style={
            {
              '--x': anchor.x / film.columns,
              insetBlockStart: `${(100 * foot) / film.rows}%`,
            } as CSSProperties
          }
        >
          <BranchDot branch={FINDINGS[label]?.branch ?? 'neutral'} />
          {label}
          <span className={styles.cui}>{FINDINGS[label]?.cui}</span>
        </span>
      ))}
    </>
  );
}
