import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Parts of the built page by the beginnings of their file names, and the most they may weigh, in gzipped kB. */
const BUDGETS: readonly { readonly part: string; readonly files: RegExp; readonly most: number }[] = [
  {
    part: 'start (with one language and its font)',
    files: /^(index-[^.]*\.(js|css)|en-|geist-latin-wght)/,
    most: 200,
  },
  { part: 'library', files: /^(library-page|shell|filter)-/, most: 80 },
  { part: 'case', files: /^case-page-/, most: 40 },
  { part: 'viewer', files: /^engine-/, most: 930 },
  { part: 'reading a dataset', files: /^index-worker-/, most: 70 },
];

/** What is heavier than it may be, a sentence each; says every weight while it goes. */
export function overBudget(assetsDir: string): string[] {
  const names = readdirSync(assetsDir);
  const faults: string[] = [];
  for (const { part, files, most } of BUDGETS) {
    const found = names.filter(
      (name) => files.test(name) && !(part.startsWith('start') && name.startsWith('index-worker')),
    );
    const weight =
      found.reduce((sum, name) => sum + gzipSync(readFileSync(join(assetsDir, name))).length, 0) / 1000;
    const line = `${part}: ${weight.toFixed(1)} kB of ${most} kB`;
    console.log(`  ${line}`);
    if (found.length === 0) faults.push(`${part}: no file of this name was built`);
    if (weight > most) faults.push(line);
  }
  return faults;
}
