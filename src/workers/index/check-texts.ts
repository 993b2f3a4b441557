import type { DatasetBuilder } from '../../domain/dataset/build/dataset-builder.ts';
import type { MergedSubject } from '../../domain/dataset/build/merge-roots.ts';
import { filedReport } from '../../domain/report/filed-report.ts';
import type { ReportReader } from '../../domain/report/report-reader.ts';
import { checkTexts } from '../../domain/report/rules/text-rules.ts';

/** Milliseconds of work after which files and messages have their turn. */
const SLICE = 12;

interface CheckOptions {
  readonly signal: AbortSignal;
  readonly now: () => number;
}

const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume));

/** Compares the report of every session with its labels, a little at a time; what is found is told to the builder. */
export async function checkReports(
  subjects: readonly MergedSubject[],
  builder: DatasetBuilder,
  reader: ReportReader,
  { signal, now }: CheckOptions,
): Promise<void> {
  let since = now();
  for (const { sessions } of subjects)
    for (const { labels, table } of sessions) {
      if (labels) builder.textRules.set(labels, checkTexts(filedReport(labels.row, table?.row), reader));
      if (now() - since < SLICE) continue;
      await pause();
      signal.throwIfAborted();
      since = now();
    }
  builder.textsChecked = true;
}
