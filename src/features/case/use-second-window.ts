import { useEffect } from 'react';
import { useCommand } from '../../commands/command-scope.tsx';
import type { CaseIds } from '../../session/dataset-state.ts';
import { useWindowPair } from '../../session/window-pair-context.tsx';

/** Tells the window with the list which case is on screen, and leads to the list in whichever window it is. */
export function useSecondWindow({ subject, session }: CaseIds, address: string, goLibrary: () => void): void {
  const pair = useWindowPair();
  useEffect(() => pair?.tell({ subject, session }), [pair, subject, session]);
  useCommand('back-to-library', () => {
    if (pair?.goToLibrary() !== true) goLibrary();
  });
  // The images go to a window of their own, and the list comes back here.
  const moveOut = (): void => {
    if (pair?.open(address) === true) goLibrary();
  };
  useCommand('second-window', pair?.role === 'library' ? moveOut : undefined);
}
