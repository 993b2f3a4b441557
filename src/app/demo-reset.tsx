import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { useOpenDataset, useWorkspace } from '../session/session-context.tsx';

const ResetDemo = lazy(async () => ({
  default: (await import('../features/tour/reset-demo.tsx')).ResetDemo,
}));

/** On the start page: puts the demo back as it was, once there is something to put back. */
export function DemoReset() {
  const { tour, recents } = useWorkspace();
  const isAnswered = useStore(tour.state, ({ answered }) => answered);
  const isListed = useStore(recents.state, ({ list }) => list.some(({ kind }) => kind === 'demo'));
  const isOpen = useOpenDataset()?.origin.kind === 'demo';
  // Once it is there it stays, to say what became of it.
  const hasTraces = isAnswered || isListed || isOpen;
  const [isShown, setShown] = useState(hasTraces);
  if (hasTraces && !isShown) setShown(true);
  return isShown ? (
    <Suspense fallback={null}>
      <ResetDemo after="close" />
    </Suspense>
  ) : null;
}
