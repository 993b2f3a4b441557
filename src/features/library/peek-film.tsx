import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { caseSeries } from '../../domain/dataset/case-series.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useDataset } from '../../session/session-context.tsx';
import { Picture } from '../../ui/picture.tsx';
import styles from './peek-film.module.css';

/** Pixels of the longer side; the panel is 332 CSS pixels wide. */
const SIDE = 720;
/** Milliseconds on a row before its film is read: moving through the list reads nothing. */
const PATIENCE = 250;

/** The first film of a session. */
export function PeekFilm({ index, row }: { readonly index: DatasetIndex; readonly row: number }) {
  const { images, key } = useDataset();
  const settled = useSettled(row);
  const first = caseSeries(index, row).find(({ presence }) => presence === 'found');
  const file = first?.images[0];
  const { data } = useQuery({
    queryKey: ['peek', key, file?.path],
    queryFn: async ({ signal }) => {
      const files = file ? [{ path: file.path, ...(file.sidecar && { sidecar: file.sidecar }) }] : [];
      const { description } = await images.stack(files, signal);
      const slice = description.slices[Math.floor(description.slices.length / 2)];
      return slice ? images.thumbnail(slice, SIDE, signal) : null;
    },
    enabled: settled === row && file !== undefined,
  });
  return (
    <div className={styles.film} data-empty={file === undefined}>
      <Picture picture={settled === row ? (data ?? undefined) : undefined} />
    </div>
  );
}

function useSettled(row: number): number {
  const [settled, setSettled] = useState(row);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(row), PATIENCE);
    return () => clearTimeout(timer);
  }, [row]);
  return settled;
}
