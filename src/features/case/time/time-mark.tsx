import { FileQuestion } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Link } from 'react-router';
import type { ImagesMark, TimeMark } from '../../../domain/labs/time-line.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { cx } from '../../../ui/cx.ts';
import { TestGlyph } from '../../../ui/marks.tsx';
import { SeriesThumbnail } from '../series-thumbnail.tsx';
import { useSeen } from '../use-seen.ts';
import type { MarkActions } from './mark-actions.ts';
import { isOnDisk } from './mark-words.ts';
import styles from './time-mark.module.css';

/** `chip`: with its name, in a row; `small` and `large`: in a lane that has the name. */
export type MarkSize = 'chip' | 'small' | 'large';

interface TimeMarkProps {
  readonly mark: TimeMark;
  readonly id: string;
  readonly size: MarkSize;
  /** Everything that the mark says. */
  readonly words: string;
  readonly isStop: boolean;
  readonly actions: MarkActions;
  /** Pictures are made when the viewports have what they need. */
  readonly mayLoad: boolean;
  readonly onFocus: () => void;
  readonly onHover: () => void;
  /** It did what it was pressed for. */
  readonly onDone?: (() => void) | undefined;
}

/** A test as a glyph, or the images of a session as a picture that opens them. */
export function TimeMarkCell(props: TimeMarkProps) {
  const { mark, id, size, words, isStop, onFocus, onHover } = props;
  const { t } = useLanguage();
  if (mark.kind === 'images') return <ImagesCell {...props} mark={mark} />;
  return (
    <span
      role="gridcell"
      tabIndex={isStop ? 0 : -1}
      aria-label={words}
      title={words}
      className={styles.mark}
      data-size={size}
      data-mark={id}
      data-result={mark.result}
      data-date={mark.date}
      onFocus={onFocus}
      onPointerEnter={onHover}
    >
      <span aria-hidden className={styles.test}>
        <TestGlyph result={mark.result} name={t.test[mark.result]} />
        {size === 'chip' && mark.name}
      </span>
    </span>
  );
}

function ImagesCell(props: TimeMarkProps & { readonly mark: ImagesMark }) {
  const { mark, id, size, words, isStop, actions, onFocus, onHover, onDone } = props;
  const address = actions.addressOf(mark);
  const compare = actions.compare(mark);
  const shared = {
    className: cx(styles.images),
    'aria-label': words,
    title: words,
    tabIndex: isStop ? 0 : -1,
    'data-mark': id,
    onFocus,
  };
  const onClick = (event: MouseEvent): void => {
    // A new tab is the browser's to open.
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!event.shiftKey) {
      if (address === undefined) actions.show(mark);
      onDone?.();
      return;
    }
    event.preventDefault();
    compare?.();
    if (compare) onDone?.();
  };
  return (
    <span
      role="gridcell"
      className={styles.mark}
      data-size={size}
      data-current={mark.isCurrent}
      data-date={mark.date}
      onPointerEnter={onHover}
    >
      {address === undefined ? (
        <button type="button" {...shared} onClick={onClick}>
          <MarkPicture {...props} />
        </button>
      ) : (
        <Link to={address} {...shared} onClick={onClick}>
          <MarkPicture {...props} />
        </Link>
      )}
    </span>
  );
}

function MarkPicture({ mark, size, mayLoad }: TimeMarkProps & { readonly mark: ImagesMark }) {
  const { format } = useLanguage();
  const [element, isSeen] = useSeen<HTMLSpanElement>();
  if (size === 'chip') return mark.name;
  const shown = mark.series.find(({ presence }) => presence === 'found');
  return (
    <span ref={element} className={styles.picture} data-missing={!isOnDisk(mark)}>
      {shown ? (
        <SeriesThumbnail series={shown} mayLoad={mayLoad && isSeen} isUrgent={false} />
      ) : (
        <FileQuestion aria-hidden />
      )}
      {size === 'large' && mark.series.length > 1 && (
        <span aria-hidden className={styles.count}>
          {format.number(mark.series.length)}
        </span>
      )}
    </span>
  );
}
