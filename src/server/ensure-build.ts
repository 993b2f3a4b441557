import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the page is built from; a changed lock file means other packages. */
const INPUTS = ['src', 'public', 'index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

/** Hidden, so that it is not served with the page. */
const STAMP = '.midscope-build';

/** What {@link ensureBuild} leaves to its caller. */
export interface BuildSteps {
  /** Told in a line what is being done. */
  readonly say: (line: string) => void;
  /** Builds the page into `dist`, emptying it first. */
  readonly build: (root: string) => Promise<void>;
}

/**
 * Builds the page when it was never built, or from other sources. The stamp is written last, so that a build
 * that was broken off counts as none.
 * @returns the folder of the built page.
 */
export async function ensureBuild(root: string, { say, build }: BuildSteps): Promise<string> {
  const distDir = join(root, 'dist');
  const stampFile = join(distDir, STAMP);
  const [wanted, built] = await Promise.all([
    stampOf(root),
    readFile(stampFile, 'utf8').catch(() => undefined),
  ]);
  if (wanted === built) return distDir;
  say(
    built === undefined ? 'Building the page …' : 'Building the page anew, since its sources have changed …',
  );
  await build(root);
  await mkdir(distDir, { recursive: true });
  await writeFile(stampFile, wanted);
  return distDir;
}

/** Paths, sizes and times of change: reading every source would cost more than it could tell. */
async function stampOf(root: string): Promise<string> {
  const paths = (await Promise.all(INPUTS.map((input) => filesAt(join(root, input))))).flat().toSorted();
  const facts = await Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return `${path}\0${size}\0${mtimeMs}\n`;
    }),
  );
  return createHash('sha256').update(facts.join('')).digest('hex');
}

/** The file at a path, or every file below the folder there; none when there is nothing. */
async function filesAt(path: string): Promise<readonly string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return found ? [path] : [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
