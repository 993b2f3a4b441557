import type { MaskFacts } from './drafts.ts';
import type { SessionImage } from './session-images.ts';

const uidOf = ({ draft }: SessionImage): string => draft?.reading?.sopUid ?? '';

const isOfSize = ({ draft }: SessionImage, { columns, rows }: MaskFacts): boolean =>
  draft?.reading?.columns === columns && draft.reading.rows === rows;

/** Of several images those for which something holds, or all where it holds for none. */
function preferred(
  images: readonly SessionImage[],
  holds: (image: SessionImage) => boolean,
): readonly SessionImage[] {
  const found = images.filter(holds);
  return found.length > 0 ? found : images;
}

/**
 * The image that a mask names by SOP Instance UID: of a stack the first of the series that it names most images of.
 * Images that share a sidecar share a UID that only one of them may have: one with a sidecar of its own is meant, else
 * the one of the mask's size, else none of them can be told apart.
 */
export function matchReferences(facts: MaskFacts, images: readonly SessionImage[]): SessionImage | undefined {
  const uids = new Set(facts.uids);
  const named = images.filter((image) => uids.has(uidOf(image)));
  const bySeries = new Map<string, SessionImage[]>();
  for (const image of named) {
    const series = bySeries.get(image.series);
    if (series) series.push(image);
    else bySeries.set(image.series, [image]);
  }
  const most = Math.max(0, ...Array.from(bySeries.values(), (series) => series.length));
  const first = [...bySeries.values()]
    .filter((series) => series.length === most)
    .flatMap(([one]) => one ?? []);
  const own = preferred(first, ({ sidecarShared }) => !sidecarShared);
  const fitting = facts.columns > 0 ? preferred(own, (image) => isOfSize(image, facts)) : own;
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether an image is known to be none of those that a mask names. */
export const isOfOtherImage = ({ uids }: MaskFacts, image: SessionImage): boolean =>
  uids.length > 0 && uidOf(image) !== '' && !uids.includes(uidOf(image));

/** The only image, or first of the only series, that has the size of a mask; none where sizes are not known. */
export function matchSize(facts: MaskFacts, images: readonly SessionImage[]): SessionImage | undefined {
  if (facts.columns === 0) return undefined;
  const fitting = images.filter((image) => isOfSize(image, facts) && !isOfOtherImage(facts, image));
  const [first] = fitting;
  return fitting.every(({ series }) => series === first?.series) ? first : undefined;
}
