import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { DatasetPath } from '../../domain/brand.ts';
import { caseSeries, type CaseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useDataset } from '../../session/session-context.tsx';

/** What is read of images and masks, by the first part of its key; the third one names the image or the images. */
const OF_FILES: ReadonlySet<unknown> = new Set(['stack', 'thumbnail', 'mask', 'tags']);

/** The first image that a query reads, or reads a mask of; undefined for what is not read of the files of a case. */
function imageOf([kind, , of]: QueryKey): unknown {
  if (!OF_FILES.has(kind)) return undefined;
  const first: unknown = Array.isArray(of) ? of[0] : of;
  if (typeof first !== 'object' || first === null) return first;
  // One file may have the masks of many cases.
  if ('image' in first) return first.image;
  return 'path' in first ? first.path : first;
}

const imagesOf = (series: CaseSeries): readonly DatasetPath[] => series.images.map(({ path }) => path);

/** Images of several series as one text, which is equal where they are, however often the page is drawn. */
const namesOf = (all: readonly (CaseSeries | undefined)[]): string =>
  all.flatMap((series) => (series ? imagesOf(series) : [])).join('\n');

/** Images of a session. */
const filesOf = (index: DatasetIndex, row: number): readonly DatasetPath[] =>
  caseSeries(index, row).flatMap(imagesOf);

/**
 * Bounds what the case page keeps: when the case changes, everything that was read of other cases goes, but what was
 * read ahead of being asked for and what hangs beside the case; and when the memory is full, what is on screen goes
 * last.
 * @param likely rows of the cases that are read ahead.
 * @param hung series of the viewports, and of those that are to come.
 */
export function useCaseMemory(
  index: DatasetIndex,
  row: number,
  likely: readonly number[],
  onScreen: readonly (CaseSeries | undefined)[],
  hung: readonly (CaseSeries | undefined)[],
): void {
  const { images } = useDataset();
  const queries = useQueryClient();

  const names = namesOf(onScreen);
  useEffect(() => images.hold(new Set(names.split('\n') as DatasetPath[])), [images, names]);
  useEffect(() => () => images.hold(new Set()), [images]);

  const beside = namesOf(hung);
  const kept = useMemo(
    () =>
      new Set([
        ...[row, ...likely].flatMap((one) => filesOf(index, one)),
        ...(beside.split('\n') as DatasetPath[]),
      ]),
    [index, row, likely, beside],
  );
  useEffect(() => {
    images.retain(kept);
    queries.removeQueries({
      type: 'inactive',
      predicate: ({ queryKey }) => {
        const image = imageOf(queryKey);
        return image !== undefined && !kept.has(image as DatasetPath);
      },
    });
  }, [images, queries, kept]);
}
