import { fileURLToPath } from 'node:url';
import { DEFAULT_PORT, START_USAGE, checkFolder, parseStartArguments } from './arguments.ts';
import type { RunningServer } from './create-server.ts';
import { createServer } from './create-server.ts';
import { ensureBuild } from './ensure-build.ts';
import { errnoOf } from './errno.ts';
import { giveUp } from './give-up.ts';
import { ADDRESS } from './request-guard.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** `npm start`: builds the page when needed, serves it until Ctrl+C. */
async function start(): Promise<void> {
  const command = parseStartArguments(process.argv.slice(2), process.env);
  if (!command.ok) return giveUp(command.error, 2);
  if (command.value.kind === 'help') return console.log(START_USAGE);
  const { dataDir, port } = command.value;
  const folder = dataDir === undefined ? undefined : await checkFolder(dataDir);
  if (folder?.ok === false) return giveUp(folder.error, 2);

  const distDir = await ensureBuild(ROOT, { say: console.log, build: buildPage });
  const options = { distDir, port, warn: console.warn, ...(dataDir !== undefined && { dataDir }) };
  try {
    announce(await createServer(options));
  } catch (thrown) {
    if (errnoOf(thrown) !== 'EADDRINUSE') throw thrown;
    const wayOut = 'End what uses it (perhaps another midscope), or set MIDSCOPE_PORT.';
    giveUp(`Port ${port} of ${ADDRESS} is taken. ${wayOut}`, 1);
  }
}

async function buildPage(root: string): Promise<void> {
  // Vite takes most of a second to load, and is rarely needed.
  const { build } = await import('vite');
  await build({ root, logLevel: 'error' });
}

function announce(server: RunningServer): void {
  if (server.port !== DEFAULT_PORT)
    console.warn(
      `Saved work belongs to an address: what was saved at port ${DEFAULT_PORT} does not show at port ${server.port}.`,
    );
  const dataset =
    server.datasetName === undefined ? '' : ` with the dataset ${JSON.stringify(server.datasetName)}`;
  console.log(`midscope is at ${server.url}${dataset}. Ctrl+C ends it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

await start();
