import '@fontsource-variable/geist/wght.css';
import '@fontsource-variable/geist-mono/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DEMO_ORIGIN, servedOrigin } from '../session/origin.ts';
import { createWorkspace, originToReopen } from '../session/workspace.ts';
import { App } from './app.tsx';

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no #root');

const workspace = createWorkspace(localStorage, sessionStorage, navigator.language);
const isStart = location.pathname === '/';
const asked =
  isStart && new URLSearchParams(location.search).get('open') === 'demo' ? DEMO_ORIGIN : undefined;
const offered = servedOrigin(document) ?? asked;
const first = offered ?? (isStart ? undefined : originToReopen(sessionStorage));
if (first) workspace.open(first);
// What opens by itself is shown by itself.
if (offered && isStart) history.replaceState(null, '', '/library');

createRoot(root).render(
  <StrictMode>
    <App workspace={workspace} />
  </StrictMode>,
);
