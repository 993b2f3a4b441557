import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useMatch, useSearchParams } from 'react-router';
import { useDataset, useDatasetState } from '../session/session-context.tsx';

/**
 * Begins to read the images of the case that the page was opened with, while its code is still on the way. Whoever goes to
 * a case from within the page has them read from there; an image of its own in the address is left to the page of the case.
 */
export function AddressedCase() {
  const dataset = useDataset();
  const queries = useQueryClient();
  const index = useDatasetState((state) => state.index);
  const match = useMatch('/case/:subject/:session');
  const [search] = useSearchParams();
  const opened = useRef(search.has('image') ? undefined : match?.params);
  useEffect(() => {
    const { subject = '', session = '' } = opened.current ?? {};
    if (!index || session === '') return;
    opened.current = undefined;
    void import('../session/first-images.ts')
      .then(({ readAddressed }) => readAddressed({ dataset, queries, index }, subject, session))
      // The page of the case asks again, and tells.
      .catch(() => undefined);
  }, [dataset, queries, index]);
  return null;
}
