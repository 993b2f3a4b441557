import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FoundSeries } from '../../../domain/dataset/patient-sessions.ts';
import { stackQuery } from '../../../session/stack-query.ts';
import { useDataset } from '../../../session/session-context.tsx';
import { useMedia } from '../../../ui/use-media.ts';
import type { Reading } from '../use-reading.ts';
import { firstSliceOf } from '../../../session/first-images.ts';

/** Films per second. */
const SPEEDS = [0.5, 1, 2, 4] as const;
/** The most for readers who asked their system for less motion. */
const CALM = 1;

export interface Cine {
  /** Of the film on screen, from 0; −1 while another image is there. */
  readonly at: number;
  readonly goTo: (at: number) => void;
  readonly step: (by: 1 | -1) => void;
  readonly isPlaying: boolean;
  readonly setPlaying: (playing: boolean) => void;
  /** Films per second. */
  readonly speed: number;
  readonly speeds: readonly number[];
  readonly setSpeed: (speed: number) => void;
}

/** Reads the films ahead, one after the other from the one on screen on, as far as the memory goes. */
function useReadAhead(films: readonly FoundSeries[], mayRead: boolean): void {
  const dataset = useDataset();
  const queries = useQueryClient();
  useEffect(() => {
    if (!mayRead) return undefined;
    const leaving = new AbortController();
    const read = async (): Promise<void> => {
      for (const { series } of films) {
        const stack = await queries.fetchQuery(stackQuery(dataset, series));
        leaving.signal.throwIfAborted();
        await dataset.images.prefetch(stack, firstSliceOf(stack), leaving.signal);
      }
    };
    // A film that cannot be read says so when it is its turn.
    read().catch(() => undefined);
    return () => leaving.abort();
  }, [dataset, queries, films, mayRead]);
}

/**
 * Shows the films one after the other in the first viewport, and the first one again after the last. Playing waits for
 * each film to be on screen, so that none is passed over.
 */
export function useCine(films: readonly FoundSeries[], reading: Reading): Cine {
  const isCalm = useMedia('(prefers-reduced-motion: reduce)');
  const [isPlaying, setPlaying] = useState(false);
  const [chosen, setSpeed] = useState<number>(CALM);
  const speeds = isCalm ? SPEEDS.filter((one) => one <= CALM) : SPEEDS;
  const speed = isCalm ? Math.min(chosen, CALM) : chosen;
  const { seriesKey, state } = reading.views[0] ?? {};
  const at = films.findIndex(({ series }) => series.key === seriesKey);
  const isShown = state?.status === 'rendered' || state?.status === 'error';
  useReadAhead(films, isShown);
  const goTo = (to: number): void => {
    const film = films[(to + films.length) % films.length];
    if (film) reading.exchange(0, film.series.key);
  };
  const advance = useRef(() => undefined as void);
  useEffect(() => {
    advance.current = () => goTo(at + 1);
  });
  const isDue = isPlaying && isShown;
  // The turn of each film begins when it is on screen.
  useEffect(() => {
    if (!isDue) return undefined;
    const timer = setTimeout(() => advance.current(), 1_000 / speed);
    return () => clearTimeout(timer);
  }, [isDue, speed]);
  return { at, goTo, step: (by) => goTo(at + by), isPlaying, setPlaying, speed, speeds, setSpeed };
}
