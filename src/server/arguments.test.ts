import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import { checkFolder, parseDemoArguments, parseStartArguments } from './arguments.ts';

const started = (dataDir: string | undefined, port = 4178) => ({
  ok: true,
  value: { kind: 'start', dataDir, port },
});

describe('the command line of the start script', () => {
  test('without arguments starts on the fixed port without a dataset', () => {
    expect(parseStartArguments([], {})).toEqual(started(undefined));
  });

  test.each([[['--data', '/data/covid19_posi']], [['--data=/data/covid19_posi']]])(
    '%o names the dataset',
    (args) => {
      expect(parseStartArguments(args, {})).toEqual(started('/data/covid19_posi'));
    },
  );

  test('a relative folder counts from where the user typed it', () => {
    expect(parseStartArguments(['--data', '../posi'], { INIT_CWD: '/home/ana' })).toEqual(
      started('/home/posi'),
    );
    expect(parseStartArguments(['--data', 'posi'], {})).toEqual(started(join(process.cwd(), 'posi')));
  });

  test.each(['--help', '-h'])('%s asks for help', (option) => {
    expect(parseStartArguments([option], {})).toEqual({ ok: true, value: { kind: 'help' } });
  });

  test.each([
    [['--port', '80'], "Unknown option '--port'. Usage: npm start [-- --data DIR]"],
    [['/data'], "Unexpected argument '/data'. Usage: npm start [-- --data DIR]"],
    [['--data'], "Option '--data <value>' argument missing. Usage: npm start [-- --data DIR]"],
    [['--data='], '--data needs the path of a folder.'],
  ])('%o is refused in one sentence and the usage', (args, error) => {
    expect(parseStartArguments(args, {})).toEqual({ ok: false, error });
  });

  test.each([
    ['5000', 5000],
    ['65535', 65_535],
    ['', 4178],
  ])('MIDSCOPE_PORT=%s means port %i', (text, port) => {
    expect(parseStartArguments([], { MIDSCOPE_PORT: text })).toEqual(started(undefined, port));
  });

  test.each(['0', '80', '65536', '-1', '5e3', 'x', ' 5000', '123456'])(
    'MIDSCOPE_PORT=%s is refused',
    (text) => {
      expect(parseStartArguments([], { MIDSCOPE_PORT: text })).toMatchObject({
        ok: false,
        error: `MIDSCOPE_PORT must be a number from 1024 to 65535, not "${text}".`,
      });
    },
  );
});

describe('the command line of the demo script', () => {
  test('names one folder, from where the user typed it', () => {
    expect(parseDemoArguments(['demo'], { INIT_CWD: '/home/ana' })).toEqual({
      ok: true,
      value: { kind: 'write', directory: '/home/ana/demo' },
    });
  });

  test('asks for help', () => {
    expect(parseDemoArguments(['--help'], {})).toEqual({ ok: true, value: { kind: 'help' } });
  });

  test.each([
    [[], 'Name one folder to write into. Usage: npm run demo:write -- DIR'],
    [[''], 'Name one folder to write into. Usage: npm run demo:write -- DIR'],
    [['a', 'b'], 'Name one folder to write into. Usage: npm run demo:write -- DIR'],
    [['--seed', 'a'], "Unknown option '--seed'. Usage: npm run demo:write -- DIR"],
  ])('%o is refused in one sentence and the usage', (args, error) => {
    expect(parseDemoArguments(args, {})).toEqual({ ok: false, error });
  });
});

describe('the folder of the dataset', () => {
  test('must be a folder that exists', async () => {
    const folder = await tempFolder(new Map([['file.tsv', '']]));
    onTestFinished(() => folder.remove());
    const file = join(folder.path, 'file.tsv');
    const nothing = join(folder.path, 'nothing');
    expect(await checkFolder(folder.path)).toEqual({ ok: true, value: undefined });
    expect(await checkFolder(file)).toEqual({ ok: false, error: `${file} is not a folder.` });
    expect(await checkFolder(nothing)).toEqual({ ok: false, error: `There is no folder ${nothing}.` });
  });

  test.skipIf(process.getuid?.() === 0)('must be readable', async () => {
    const folder = await tempFolder();
    onTestFinished(() => folder.remove());
    await chmod(folder.path, 0);
    expect(await checkFolder(folder.path)).toEqual({
      ok: false,
      error: `The folder ${folder.path} may not be read.`,
    });
  });
});
