import { branchOf, type Branch } from '../vocabulary/branch.ts';
import { findTerm } from '../vocabulary/find-term.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { hexOf, visibleOnFilm, type Rgb } from './colour.ts';

/** How a segment is called and drawn. */
export interface SegmentLook {
  /** As filed; of a bare concept identifier what the vocabulary calls it. */
  readonly name: string;
  /** The term that the name stands for, where it stands for one. */
  readonly term: string | undefined;
  readonly branch: Branch;
  /** The colour of the file, as it can be seen on a film; without one the branch decides. */
  readonly colour: string | undefined;
}

/** Name and colour of the file, else those of the vocabulary. */
export function lookOf(
  vocabulary: Vocabulary,
  { label, colour }: { readonly label: string; readonly colour?: Rgb | undefined },
): SegmentLook {
  const term = findTerm(vocabulary, label);
  return {
    name: term !== undefined && /^C\d{7}$/i.test(label.trim()) ? term : label,
    term,
    branch: branchOf(vocabulary, term ?? label),
    colour: colour && hexOf(visibleOnFilm(colour)),
  };
}
