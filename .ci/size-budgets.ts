import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Parts of the built page by the beginnings of their file names, and the most they may weigh, in gzipped kB. */
const BUDGETS: readonly { readonly part: string; readonly files: RegExp; readonly most: number }[] = [
  { part: 'what pages share', files: /^(shell|pages)-/, most: 130 },
  { part: 'library', files: /^library-/, most: 40 },
  { part: 'case', files: /^case-(?!thorax)/, most: 90 },
  { part: 'viewer', files: /^engine-/, most: 770 },
  { part: 'reading a dataset', files: /^index-worker-/, most: 85 },
];

/** What the first page asks for by itself, in one language. A browser test weighs what it really fetched. */
const START = { part: 'start (with one language and its font)', most: 200 } as const;
const LATER: readonly RegExp[] = [/^geist-latin-wght-.*\.woff2$/, /^first-/];

/** What is heavier than it may be, a sentence each; says every weight while it goes. */
export function overBudget(distDir: string): string[] {
  const assets = join(distDir, 'assets');
  const names = readdirSync(assets);
  const faults: string[] = [];
  const weigh = (part: string, found: readonly string[], most: number): void => {
    const weight =
      found.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name))).length, 0) / 1000;
    const line = `${part}: ${weight.toFixed(1)} kB of ${most} kB`;
    console.log(`  ${line}`);
    if (found.length === 0) faults.push(`${part}: no file of this name was built`);
    if (weight > most) faults.push(line);
  };
  weigh(START.part, startFiles(distDir, names), START.most);
  for (const { part, files, most } of BUDGETS)
    weigh(
      part,
      names.filter((name) => files.test(name)),
      most,
    );
  return faults;
}

/** The scripts and styles that index.html names, which are all that its script imports, and what follows at once. */
function startFiles(distDir: string, names: readonly string[]): string[] {
  const page = readFileSync(join(distDir, 'index.html'), 'utf8');
  const named = names.filter((name) => page.includes(`assets/${name}`));
  const bytes = (name: string): number => statSync(join(distDir, 'assets', name)).size;
  // Of several files of a name, the others are the other language and doors of a line.
  const later = LATER.map(
    (pattern) => names.filter((name) => pattern.test(name)).toSorted((a, b) => bytes(b) - bytes(a))[0],
  );
  return [...named, ...later.filter((name) => name !== undefined)];
}
