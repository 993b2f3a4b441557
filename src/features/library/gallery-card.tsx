import { ImageOff } from 'lucide-react';
import { memo } from 'react';
import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { sessionImageKinds } from '../../domain/dataset/session-summary.ts';
import { branchOf } from '../../domain/vocabulary/branch.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import { cx } from '../../ui/cx.ts';
import { BranchDot } from '../../ui/marks.tsx';
import { Picture } from '../../ui/picture.tsx';
import styles from './gallery.module.css';
import { Highlight } from './highlight.tsx';
import { labelTitle } from '../../ui/label-title.ts';
import { menuPlaceOf, type MenuPlace } from './row-menu.tsx';
import { useSessionPicture } from './use-session-picture.ts';

/** Pixels of the longer side, for displays of two device pixels per CSS pixel. */
const SIDE = 320;

interface GalleryCardProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly position: number;
  readonly pattern: RegExp | undefined;
  readonly mayLoad: boolean;
  readonly isActive: boolean;
  readonly onFocus: (position: number) => void;
  readonly onOpen: (position: number) => void;
  readonly onOpenTab: (position: number) => void;
  readonly onMenu: (place: MenuPlace) => void;
}

/** One session as a picture with its ids, its date and the colours of its findings. */
export const GalleryCard = memo(function GalleryCard(props: GalleryCardProps) {
  const { index, row, position, pattern, mayLoad, isActive, onFocus, onOpen, onOpenTab, onMenu } = props;
  const { t, format } = useLanguage();
  const { sessions, subjects } = index;
  const { picture, isEmpty, failure } = useSessionPicture(index, row, SIDE, mayLoad);
  const subject = subjects.ids[sessions.subject[row] ?? 0] ?? '';
  const date = sessions.date[row] ?? 0;
  const kinds = sessionImageKinds(index, row).map(({ name }) => name);
  return (
    <div
      role="gridcell"
      aria-selected={isActive}
      tabIndex={isActive ? 0 : -1}
      data-entry={isActive}
      className={cx(styles.card)}
      onFocus={() => onFocus(position)}
      onClick={({ ctrlKey, metaKey }) => (ctrlKey || metaKey ? onOpenTab(position) : onOpen(position))}
      onAuxClick={({ button }) => button === 1 && onOpenTab(position)}
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(menuPlaceOf(event, position));
      }}
      data-testid="case-row"
      data-subject={subject}
      data-session={sessions.ids[row]}
      data-position={position}
      data-picture={picture ? 'ready' : failure ? 'failed' : isEmpty ? 'none' : 'loading'}
    >
      <span className={styles.film}>
        <Picture picture={picture} />
        {isEmpty && <span className={styles.none}>{t.library.noImages}</span>}
        {failure && (
          <span className={styles.failed} title={failure.sentence}>
            <ImageOff aria-hidden />
            {failure.title}
          </span>
        )}
      </span>
      <span className={styles.subject}>
        <Highlight text={subject} pattern={pattern} />
      </span>
      <span className={styles.facts}>
        <Highlight text={sessions.ids[row] ?? ''} pattern={pattern} />
      </span>
      <span className={styles.facts}>
        {date > 0 ? format.date(date) : t.library.noDate}
        <span className={styles.kinds}>{kinds.join(' ')}</span>
        <Dots index={index} row={row} />
      </span>
    </div>
  );
});

const MOST_DOTS = 4;

/** The colours of the findings; the names are there for those who hear the page. */
function Dots({ index, row }: { readonly index: DatasetIndex; readonly row: number }) {
  const { t } = useLanguage();
  const vocabulary = useVocabulary();
  const labels = Array.from(cellOf(index.sessions.findings, row), (term) => index.terms[term] ?? '');
  const branches = [...new Set(labels.map((label) => branchOf(vocabulary, label)))].slice(0, MOST_DOTS);
  return (
    <span className={styles.dots} title={labels.map((label) => labelTitle(t, vocabulary, label)).join('\n')}>
      {branches.map((branch) => (
        <BranchDot key={branch} branch={branch} />
      ))}
      <span className="visually-hidden">{labels.join(t.app.listSeparator)}</span>
    </span>
  );
}
