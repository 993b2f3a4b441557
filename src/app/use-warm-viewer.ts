import { useEffect } from 'react';
import { whenIdle } from '../session/when-idle.ts';

/** Fetches and starts the viewer once the list is there and nothing is to do, so that a case opens on a warm engine. */
export function useWarmViewer(isListed: boolean): void {
  useEffect(() => (isListed ? whenIdle(() => void warmViewer()) : undefined), [isListed]);
}

async function warmViewer(): Promise<void> {
  try {
    const [{ startEngine }] = await Promise.all([
      import('../engine/index.ts'),
      import('../features/case/case-page.tsx'),
    ]);
    startEngine();
  } catch {
    // What cannot be fetched now is asked for again, and its failure told, when a case is opened.
  }
}
