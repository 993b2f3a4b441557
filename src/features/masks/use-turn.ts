import { useCallback, useEffect, useRef, useState } from 'react';
import type { Turns } from '../../session/turns.ts';

/**
 * Whether it is a card's turn, and how it says that it is done: cards are read one after the other, so that the first ones
 * are there before all were begun. A card that is out of sight leaves the line.
 */
export function useTurn(turns: Turns, isWanted: boolean): readonly [isOn: boolean, finish: () => void] {
  const [isOn, setOn] = useState(false);
  const end = useRef<() => void>(undefined);
  useEffect(() => {
    if (!isWanted) return undefined;
    const leaving = new AbortController();
    const read = (): Promise<void> =>
      new Promise((done) => {
        end.current = done;
        setOn(true);
      });
    // Who leaves the line is no failure.
    turns(leaving.signal, read).catch(() => undefined);
    return () => {
      leaving.abort();
      end.current?.();
      setOn(false);
    };
  }, [turns, isWanted]);
  return [isOn, useCallback(() => end.current?.(), [])];
}
