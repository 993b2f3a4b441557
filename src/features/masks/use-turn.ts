import { useEffect, useRef, useState } from 'react';
import type { Turns } from '../../session/turns.ts';

/**
 * Whether it is a card's turn: cards are read one after the other, so that the first ones are there before all were begun.
 * A card that is out of sight leaves the line.
 * @param isDone what the card shows is there, or cannot be; the next one comes.
 */
export function useTurn(turns: Turns, isWanted: boolean, isDone: boolean): boolean {
  const [isOn, setOn] = useState(false);
  const finish = useRef<() => void>(undefined);
  useEffect(() => {
    if (!isWanted) return undefined;
    const leaving = new AbortController();
    const read = (): Promise<void> =>
      new Promise((done) => {
        finish.current = done;
        setOn(true);
      });
    // Who leaves the line is no failure.
    turns(leaving.signal, read).catch(() => undefined);
    return () => {
      leaving.abort();
      finish.current?.();
      setOn(false);
    };
  }, [turns, isWanted]);
  useEffect(() => {
    if (isDone && isOn) finish.current?.();
  }, [isDone, isOn]);
  return isOn;
}
