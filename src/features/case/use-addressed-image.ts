import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { hangSeries } from '../../domain/hanging/hang-series.ts';

/** The image that the address asks for when a case is opened: what it says later was written by the page itself. */
export function useAskedImage(caseKey: string): string | null {
  const image = useSearchParams()[0].get('image');
  const [asked, setAsked] = useState({ caseKey, image });
  if (asked.caseKey === caseKey) return asked.image;
  setAsked({ caseKey, image });
  return image;
}

const hasImage = (series: CaseSeries, path: string): boolean =>
  series.images.some((image) => image.path === path);

/**
 * Keeps the image of the active series in the address, in place of the former one and without a step of its own in the
 * history: a reload, a bookmark or a colleague finds it again. The first image of a case needs no saying.
 * @param own the series of the session; other sessions have addresses of their own.
 * @returns what the address asks for in vain.
 */
export function useAddressedImage(
  own: readonly CaseSeries[],
  active: CaseSeries | undefined,
): string | undefined {
  const [params, setParams] = useSearchParams();
  const now = params.get('image');
  const isKnown = now === null || own.some((series) => hasImage(series, now));
  const isFirst = active === undefined || !own.includes(active) || active === hangSeries(own, undefined)[0];
  const path = active?.images[0]?.path;
  // A slice that was asked for by name stays asked for as long as its series is the active one.
  const isSaid = now !== null && active !== undefined && hasImage(active, now);
  // What is not known yet may still be found.
  const next = isFirst ? (isKnown && !isSaid ? null : now) : isSaid ? now : (path ?? null);
  useEffect(() => {
    if (next === now) return;
    setParams(
      (old) => {
        const changed = new URLSearchParams(old);
        if (next === null) changed.delete('image');
        else changed.set('image', next);
        return changed;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [next, now, setParams]);
  return isKnown ? undefined : now;
}
