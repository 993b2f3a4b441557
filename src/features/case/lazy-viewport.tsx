import { lazy, Suspense, type ComponentProps } from 'react';
import { mouseOf } from '../../domain/controls/controls.ts';
import type { Viewport as EngineViewport } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { usePreferences } from '../../session/session-context.tsx';
import { ViewportMessage } from './viewport-message.tsx';

// Cornerstone is large: it is fetched when the first image is to be shown, or earlier if the library is idle.
const Viewport = lazy(async () => ({ default: (await import('../../engine/index.ts')).Viewport }));

/** The engine's viewport, with a sentence while the engine is fetched. */
export function LazyViewport(props: Omit<ComponentProps<typeof EngineViewport>, 'mouse'>) {
  const { t } = useLanguage();
  const { controls } = usePreferences();
  return (
    <Suspense fallback={<ViewportMessage text={t.case.readingImage} />}>
      <Viewport {...props} mouse={mouseOf(controls)} />
    </Suspense>
  );
}
