import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useCommand } from '../../../commands/command-scope.tsx';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import { filedReportOf } from '../../../domain/report/filed-report.ts';
import { createLabelGraph } from '../../../domain/report/label-graph.ts';
import { useVocabulary } from '../../../session/session-context.tsx';
import { LinkingContext } from './linking.ts';
import { LinkStore } from './link-store.ts';
import { useReportReader } from './use-report-reader.ts';

interface LinkProviderProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly caseKey: string;
  readonly children: ReactNode;
}

/** Binds the sentences of the session's report to its labels and places, and knows what is pointed at. */
export function LinkProvider({ index, row, caseKey, children }: LinkProviderProps) {
  const vocabulary = useVocabulary();
  const [store] = useState(() => new LinkStore());
  const filed = useMemo(() => filedReportOf(index, row), [index, row]);
  const hasReport = filed.readable.length > 0 || filed.normalised !== '';
  const data = useReportReader(hasReport);
  const link = useMemo(() => (hasReport ? data?.link(filed) : undefined), [hasReport, data, filed]);
  const graph = useMemo(() => createLabelGraph(vocabulary), [vocabulary]);
  useEffect(() => {
    const { findings } = filed;
    store.setModel({ caseKey, sentences: link?.sentences ?? [], findings, areRelated: graph.areRelated });
  }, [store, caseKey, link, filed, graph]);
  const linking = useMemo(() => ({ store, link }), [store, link]);
  return (
    <LinkingContext value={linking}>
      <Release store={store} />
      {children}
    </LinkingContext>
  );
}

/** Escape lets go of what is pinned or pointed at. */
function Release({ store }: { readonly store: LinkStore }) {
  const isAnything = useStore(store.state, ({ pointed, pinned }) => (pointed ?? pinned) !== undefined);
  useCommand('cancel', isAnything ? () => store.release() : undefined);
  return null;
}
