import { useQuery } from '@tanstack/react-query';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import type { FiledReport, ReportLink } from '../../../domain/report/link-report.ts';
import type { Contradiction } from '../../../domain/report/rules/contradictions.ts';
import { useDatasetState, useVocabulary } from '../../../session/session-context.tsx';

interface ReadReports {
  readonly link: (report: FiledReport) => ReportLink;
  readonly contradictions: (index: DatasetIndex, session: number) => readonly Contradiction[];
}

/** What reads reports, once for a dataset: how they word their terms is as large as the rest of the page, and the image comes first. */
export function useReportReader(isNeeded: boolean): ReadReports | undefined {
  const vocabulary = useVocabulary();
  // The dataset's own graph may come a moment after its first state.
  const tree = useDatasetState(({ index }) => index?.tree?.paths.join('\n') ?? '');
  const { data } = useQuery({
    queryKey: ['report-reader', tree],
    queryFn: async (): Promise<ReadReports> => {
      const { contradictionsOf, createReportReader, filedReportOf, linkReport } =
        await import('./read-report.ts');
      const reader = createReportReader(vocabulary);
      return {
        link: (report) => linkReport(report, reader),
        contradictions: (index, session) =>
          contradictionsOf(
            index,
            session,
            vocabulary,
            reader,
            linkReport(filedReportOf(index, session), reader),
          ),
      };
    },
    enabled: isNeeded,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data;
}
