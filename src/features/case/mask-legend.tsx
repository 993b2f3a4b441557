import { useState } from 'react';
import type { IssueCode } from '../../domain/issues.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { countFitting } from '../../ui/count-fitting.ts';
import { BranchDot } from '../../ui/marks.tsx';
import { pageScale } from '../../ui/page-scale.ts';
import { useElementSize } from '../../ui/use-element-size.ts';
import { useTextWidth } from '../../ui/use-text-width.ts';
import { LinkedSegment } from './link/linked-segment.tsx';
import styles from './mask-legend.module.css';
import { SegmentEye } from './segment-eye.tsx';
import { fits, useSegmentsInView, type ImageMask, type ShownSegment } from './use-masks.ts';
import { maskModeIn, type Reading, type View } from './use-reading.ts';

interface MaskLegendProps {
  readonly masks: readonly ImageMask[];
  readonly view: View;
  readonly reading: Reading;
  /** What is on screen of the masks, where that is not a slice of them. */
  readonly segments: readonly ShownSegment[] | undefined;
}

/** CSS pixels at the ordinary type size: what a name has beside it, with the gap to the next one; a gap alone. */
const BESIDE_NAME = 7 + 9 + 7 + 24 + 9;
const GAP = 7;

/** The segments of an image as far as there is room; the panel has them all. */
export function MaskLegend({ masks, view, reading, segments }: MaskLegendProps) {
  const { state } = view;
  const { t, format } = useLanguage();
  const inView = useSegmentsInView(masks, state);
  const [list, setList] = useState<HTMLUListElement | null>(null);
  const room = useElementSize(list).width / pageScale();
  const textWidth = useTextWidth();
  const mode = maskModeIn(reading, view);
  if (masks.length === 0) return null;
  const notes = notesOf({ masks, view, segments }).map((code) => t.issues[code].title);
  const noteWidths = notes.map((note) => textWidth(note) + 2 * GAP);
  const all = (segments ?? inView).map(({ key, look, areaPx, marks }) => {
    const isPoints = marks.length > 0 && areaPx === 0;
    const area = isPoints
      ? t.masks.points(marks.length, format.number(marks.length))
      : t.case.area(format.number(areaPx));
    return { key, look, areaPx, area, width: textWidth(look.name) + BESIDE_NAME };
  });
  const withAreas = all.map(({ width, area }) => width + GAP + textWidth(area));
  const hasAreas = countFitting([...noteWidths, ...withAreas], room) === notes.length + all.length;
  const named = countFitting([...noteWidths, ...all.map(({ width }) => width)], room) - notes.length;
  const fitting = hasAreas ? all.length : Math.max(0, named);
  const left = all
    .slice(fitting)
    .map(({ look }) => look.name)
    .join(t.app.listSeparator);
  return (
    <ul ref={setList} aria-label={t.case.masksOfImage} className={styles.legend} data-tour="masks">
      {notes.map((note) => (
        <li key={note} className={styles.failed}>
          {note}
        </li>
      ))}
      {all.map(({ key, look, areaPx, area }, at) => (
        <LinkedSegment
          key={key}
          look={look}
          hidden={at >= fitting}
          className={styles.segment}
          data-testid="segment"
          data-area-px={areaPx}
          data-visible={mode !== 'off' && !reading.hiddenSegments.has(key)}
        >
          <BranchDot square branch={look.branch} colour={look.colour} />
          <span className={styles.label} title={`${look.name} · ${t.branches[look.branch]}`}>
            {look.name}
          </span>
          {hasAreas && <span>{area}</span>}
          {view.masks !== 'off' && <SegmentEye label={look.name} segment={key} reading={reading} />}
        </LinkedSegment>
      ))}
      {fitting < all.length && (
        <li>
          <button
            type="button"
            className={styles.more}
            title={left}
            aria-label={t.casePage.moreMasks(format.number(all.length - fitting), left)}
            onClick={() => reading.panel.show('masks')}
          >
            +{all.length - fitting}
          </button>
        </li>
      )}
    </ul>
  );
}

/** Why masks of the image are not drawn. */
function notesOf({
  masks,
  view: { state },
  segments,
}: Omit<MaskLegendProps, 'reading'>): readonly IssueCode[] {
  const failed = masks.find(({ failure }) => failure?.kind === 'issue')?.failure;
  const image = state?.image;
  const isMisfit =
    image &&
    !segments &&
    masks.some(({ mask, isOfSlice }) => mask && !fits(mask, isOfSlice, image, state.slices));
  return [
    ...(failed?.kind === 'issue' ? [failed.issue.code] : []),
    ...(isMisfit === true ? ['MASK_SIZE' as const] : []),
  ];
}
