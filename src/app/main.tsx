import '@fontsource-variable/geist/wght.css';
import '@fontsource-variable/geist-mono/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchTexts } from '../i18n/locale.tsx';
import { DEMO_ORIGIN, servedOrigin } from '../session/origin.ts';
import { isImagesWindow, OPENING_KEY } from '../session/window-place.ts';
import { createWorkspace } from '../session/workspace.ts';
import { keepItem, storageOrMemory } from '../storage/web-storage.ts';
import { App } from './app.tsx';
import { fetchPage } from './routes.tsx';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');

const tab = storageOrMemory(() => sessionStorage);
const workspace = createWorkspace(
  storageOrMemory(() => localStorage),
  tab,
  navigator.language,
);
const isStart = location.pathname === '/';
const asked =
  isStart && new URLSearchParams(location.search).get('open') === 'demo' ? DEMO_ORIGIN : undefined;
const offered = servedOrigin(document) ?? asked;

/** Opens what the other window has open; false where that cannot be had. */
async function openAsBeside(): Promise<boolean> {
  const { askOrigin } = await import('../session/window-origin.ts');
  const shared = await askOrigin(window.opener as Window | null);
  if (!shared) return false;
  keepItem(tab, OPENING_KEY, shared.opening);
  workspace.open(shared.origin);
  return true;
}

/** Opens what is to be open, and shows it. */
async function start(page: Element): Promise<void> {
  if (offered) workspace.open(offered);
  const isOpen = offered !== undefined || (isImagesWindow(window) && (await openAsBeside()));
  // What was open is looked up before the first paint, so that the start page does not flash past; but not for long.
  if (!isOpen && !isStart)
    await Promise.race([workspace.restore(), new Promise((done) => setTimeout(done, 1_000))]);
  // What opens by itself is shown by itself.
  if (offered && isStart) history.replaceState(null, '', '/library');
  createRoot(page).render(
    <StrictMode>
      <App workspace={workspace} />
    </StrictMode>,
  );
}

if (!isStart || offered) {
  fetchTexts(workspace.state.getState().preferences.locale);
  fetchPage(isStart ? '/library' : location.pathname);
}
// Not awaited here: other parts import from this file, and would wait for it as it waits for them.
void start(root);
