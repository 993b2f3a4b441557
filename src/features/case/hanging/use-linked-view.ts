import { useEffect, useRef, type RefObject } from 'react';
import type { CaseSeries } from '../../../domain/dataset/case-series.ts';
import { kindOf } from '../../../domain/hanging/case-contents.ts';
import type { ImagePosition } from '../../../domain/imaging/placement.ts';
import type { ViewportHandle } from '../../../engine/index.ts';
import type { Reading } from '../use-reading.ts';
import type { ViewLink } from './view-link.ts';

/**
 * Enlarges and moves viewports with images of one kind together: the active one leads.
 * @returns what to call whenever the viewport was moved.
 */
export function useLinkedView(
  number: number,
  reading: Reading,
  series: CaseSeries | undefined,
  handle: RefObject<ViewportHandle | null>,
  link: ViewLink,
): () => void {
  const kind = series ? kindOf(series) : '';
  const [withZoom, withPan] = [reading.isLinked('zoom'), reading.isLinked('pan')];
  const isLinked = (withZoom || withPan) && kind !== '' && reading.shown.length > 1;
  const isLeader = reading.active === number;
  const follow = useRef<(position: ImagePosition) => void>(() => undefined);
  useEffect(() => {
    follow.current = (position) => {
      const own = handle.current?.position();
      if (!own) return;
      handle.current?.setPosition({
        zoom: withZoom ? position.zoom : own.zoom,
        middle: withPan ? position.middle : own.middle,
      });
    };
  });
  const isFollower = isLinked && !isLeader;
  useEffect(
    () =>
      isFollower
        ? link.listen((of, position) => {
            if (of === kind) follow.current(position);
          })
        : undefined,
    [isFollower, kind, link],
  );
  // An image that comes later begins where the others are.
  const { status, path } = reading.views[number]?.state ?? {};
  const shown = status === 'rendered' ? path : undefined;
  useEffect(() => {
    const position = isFollower && shown !== undefined ? link.last(kind) : undefined;
    if (position) follow.current(position);
  }, [isFollower, shown, kind, link]);
  return () => {
    const position = isLinked && isLeader ? handle.current?.position() : undefined;
    if (position) link.publish(kind, position);
  };
}
