import { isAbort } from '../domain/error.ts';
import { demoDataset } from '../phantom/demo-dataset.ts';
import { writeDemo } from '../phantom/write-demo.ts';
import { DEMO_USAGE, parseDemoArguments } from './arguments.ts';
import { prepareDemoFolder, writeWhole } from './demo-folder.ts';
import { giveUp } from './give-up.ts';

/** `npm run demo:write`: the demo as files on disk, for other programs and for tests on a real tree. */
async function run(): Promise<void> {
  const command = parseDemoArguments(process.argv.slice(2), process.env);
  if (!command.ok) return giveUp(command.error, 2);
  if (command.value.kind === 'help') return console.log(DEMO_USAGE);
  const { directory } = command.value;
  const prepared = await prepareDemoFolder(directory);
  if (!prepared.ok) return giveUp(prepared.error, 2);

  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  await writeFiles(directory, controller.signal).catch((thrown: unknown) => {
    if (!isAbort(thrown)) throw thrown;
    giveUp('Stopped. The same command completes the demo.', 130);
  });
}

function writeFiles(directory: string, signal: AbortSignal): Promise<void> {
  return writeDemo(
    demoDataset(),
    (path, bytes) => writeWhole(directory, path, bytes, signal),
    signal,
    ({ done, total }) => {
      if (done % 50 === 0 || done === total) console.log(`${done} of ${total} files written to ${directory}`);
    },
  );
}

await run();
