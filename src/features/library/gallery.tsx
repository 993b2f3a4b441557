import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, type CSSProperties } from 'react';
import { matchPattern } from '../../domain/dataset/search-text.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { GalleryCard } from './gallery-card.tsx';
import styles from './gallery.module.css';
import { listKeys } from './list-keys.ts';
import type { ListProps } from './session-table.tsx';
import { useFocusLater } from './use-focus-later.ts';

/** CSS pixels at the ordinary type size. */
const CARD_WIDTH = 168;
const CARD_HEIGHT = 226;
const GAP = 12;
const EDGES = 32;
const OVERSCAN = 1;

/** The sessions as pictures, of which only those in sight exist and are made. */
export function Gallery(props: ListProps) {
  const { index, library, active, onActive, wanted, actions, onMenu, scroller, onScroller, size, scale } =
    props;
  const { t } = useLanguage();
  const { rows } = library.result;
  const across = Math.max(1, Math.floor((size.width / scale - EDGES + GAP) / (CARD_WIDTH + GAP)));
  const pattern = useMemo(() => matchPattern(library.query.text), [library.query.text]);
  const virtual = useVirtualizer({
    count: Math.ceil(rows.length / across),
    getScrollElement: () => scroller,
    estimateSize: () => (CARD_HEIGHT + GAP) * scale,
    paddingStart: GAP * scale,
    overscan: OVERSCAN,
  });
  useEffect(() => virtual.measure(), [virtual, scale, across]);
  const focusLater = useFocusLater(scroller);
  const move = (position: number, isPolite = false): void => {
    focusLater({ position, isPolite });
    virtual.scrollToIndex(Math.floor(position / across));
    onActive(position);
  };
  const isMeasured = size.width > 0;
  useEffect(() => {
    if (wanted && isMeasured) move(wanted.position, wanted.isPolite);
    // Only a new wish moves the list.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted, isMeasured]);
  const page = Math.max(1, Math.floor(size.height / ((CARD_HEIGHT + GAP) * scale)));
  const onKeyDown = listKeys({ count: rows.length, active, across, page }, move, actions);
  return (
    <div
      role="grid"
      aria-label={t.library.rows}
      aria-describedby="library-row-hint"
      aria-rowcount={Math.ceil(rows.length / across)}
      aria-colcount={across}
      className={styles.grid}
    >
      <p id="library-row-hint" className="visually-hidden">
        {t.library.rowHint}
      </p>
      <div ref={onScroller} role="presentation" className={styles.scroller} onKeyDown={onKeyDown}>
        <div role="presentation" className={styles.extent} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: line, start }) => (
            <div
              key={line}
              role="row"
              aria-rowindex={line + 1}
              className={styles.line}
              style={{ transform: `translateY(${start}px)`, '--across': across } as CSSProperties}
            >
              {Array.from(rows.subarray(line * across, (line + 1) * across), (row, at) => {
                const position = line * across + at;
                return (
                  <GalleryCard
                    key={row}
                    index={index}
                    row={row}
                    position={position}
                    pattern={pattern}
                    mayLoad={!virtual.isScrolling}
                    isActive={position === active}
                    onFocus={onActive}
                    onOpen={actions.open}
                    onOpenTab={actions.openTab}
                    onMenu={onMenu}
                  />
                );
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
