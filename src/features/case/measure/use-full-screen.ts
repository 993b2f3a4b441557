import { useSyncExternalStore } from 'react';
import { useLanguage } from '../../../i18n/locale.tsx';

const subscribe = (tell: () => void): (() => void) => {
  document.addEventListener('fullscreenchange', tell);
  return () => document.removeEventListener('fullscreenchange', tell);
};

/** The whole page without the browser around it: menus and sheets lie beside the images in the document. */
export function useFullScreen(say: (message: string) => void): {
  readonly isOn: boolean;
  readonly toggle: () => void;
} {
  const { t } = useLanguage();
  const isOn = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
  const toggle = async (): Promise<void> => {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch {
      say(t.measure.noFullScreen);
    }
  };
  return { isOn, toggle: () => void toggle() };
}
