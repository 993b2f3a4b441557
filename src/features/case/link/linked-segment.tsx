import type { HTMLAttributes } from 'react';
import type { SegmentLook } from '../../../domain/segmentation/segment-look.ts';
import { useLinked } from './linking.ts';

/** What a segment is linked by. */
export const termOf = ({ term, name }: SegmentLook): string => term ?? name;

/** A segment in a list: it lights up with its outlines, its finding and the sentences about that. */
export function LinkedSegment({
  look,
  ...more
}: HTMLAttributes<HTMLLIElement> & { readonly look: SegmentLook }) {
  const linked = useLinked({ kind: 'segment', label: termOf(look) });
  return <li {...more} data-label={look.name} {...linked} />;
}
