import { useMemo } from 'react';
import { cellOf } from '../../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import { caseRegions } from '../../../domain/thorax/case-regions.ts';
import { useVocabulary } from '../../../session/session-context.tsx';
import { useLinking } from '../link/linking.ts';

const NO_SENTENCES = [] as const;

/** Where the places of a session lie on the schematic, with the findings that they go with. */
export function useCaseRegions(index: DatasetIndex, row: number): ReturnType<typeof caseRegions> {
  const vocabulary = useVocabulary();
  const { link } = useLinking();
  return useMemo(() => {
    const places = Array.from(cellOf(index.sessions.locations, row), (term) => index.terms[term] ?? '');
    return caseRegions(vocabulary, link?.sentences ?? NO_SENTENCES, places);
  }, [vocabulary, link, index, row]);
}
