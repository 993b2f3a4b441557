import { memo } from 'react';
import { useNavigate } from 'react-router';
import { useCommand } from '../commands/command-scope.tsx';
import { usePreferences, useWorkspace } from '../session/session-context.tsx';
import type { SheetName } from './page-sheets.tsx';
import { focusRegion } from './regions.ts';

/** The page alone on the screen, or again in its window. */
function toggleFullScreen(): void {
  // A browser that refuses, as in a frame, leaves the page as it is.
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  else void document.documentElement.requestFullscreen().catch(() => undefined);
}

/** What can be done on every page. */
export const PageCommands = memo(function PageCommands({
  onSheet,
}: {
  readonly onSheet: (sheet: SheetName) => void;
}) {
  const navigate = useNavigate();
  const workspace = useWorkspace();
  const { locale } = usePreferences();
  useCommand('help', () => onSheet('help'));
  useCommand('palette', () => onSheet('palette'));
  useCommand('settings', () => onSheet('settings'));
  useCommand('check-pattern', () => onSheet('check-pattern'));
  useCommand('next-region', () => focusRegion(1));
  useCommand('previous-region', () => focusRegion(-1));
  useCommand('full-screen', document.fullscreenEnabled ? toggleFullScreen : undefined);
  useCommand('go-start', () => void navigate('/'));
  useCommand('go-library', () => void navigate('/library'));
  useCommand('go-masks', () => void navigate('/masks'));
  useCommand('go-health', () => void navigate('/health'));
  useCommand('language', () => workspace.setPreferences({ locale: locale === 'en' ? 'es' : 'en' }));
  useCommand('theme-page', () => workspace.setPreferences({ theme: 'page' }));
  useCommand('theme-dark', () => workspace.setPreferences({ theme: 'dark' }));
  useCommand('theme-light', () => workspace.setPreferences({ theme: 'light' }));
  return null;
});
