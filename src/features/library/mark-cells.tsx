import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { sessionImageKinds, sessionProjections, unreadImages } from '../../domain/dataset/session-summary.ts';
import { nearestTests } from '../../domain/labs/session-tests.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import { TestGlyph } from '../../ui/marks.tsx';
import styles from './session-row.module.css';

interface MarkCellProps {
  readonly index: DatasetIndex;
  readonly row: number;
}

/** What images there are; those without a file are dashed. */
export function ImageKinds({ index, row }: MarkCellProps) {
  const { t } = useLanguage();
  const kinds = sessionImageKinds(index, row);
  if (kinds.length === 0) return <span className={styles.faint}>{t.library.noImages}</span>;
  return kinds.map(({ name, count, found }) => (
    <span key={name} className={cx(styles.kind, found === 0 && styles.missing)}>
      {name}
      {count > 1 && <span className={styles.faint}> {count}</span>}
    </span>
  ));
}

/** Projections, each with how it is known: dashed from the name alone, marked where name and header disagree. */
export function Projections({ index, row }: MarkCellProps) {
  const { t, format } = useLanguage();
  const unread = unreadImages(index, row);
  const total = index.sessions.images.offsets[row + 1] ?? 0;
  const images = total - (index.sessions.images.offsets[row] ?? 0);
  return (
    <>
      {sessionProjections(index, row).map(({ view, source, named }) => (
        <span
          key={`${view} ${source}`}
          className={cx(styles.kind, source === 'name' && styles.missing)}
          title={t.library.projectionNote[source](named ?? '')}
        >
          {view}
          {source === 'conflict' && (
            <>
              {' '}
              <span className={styles.conflict}>≠ {named}</span>
            </>
          )}
          <span className="visually-hidden"> {t.library.projectionNote[source](named ?? '')}</span>
        </span>
      ))}
      {unread > 0 && (
        <span className={styles.faint}>
          {t.library.partlyRead(format.number(images - unread), format.number(images))}
        </span>
      )}
    </>
  );
}

/** CSS pixels at the ordinary type size of a glyph, and of the days beside it. */
const GLYPH = 19;
const DAYS = 27;
/** From this width of the column on the kinds are named. */
const NAMED_WIDTH = 220;

/** Of each kind the test nearest to the session, and how many days lie between. */
export function Tests({ index, row, width }: MarkCellProps & { readonly width: number }) {
  const { t, format } = useLanguage();
  const tests = nearestTests(index, row);
  const room = width - tests.length * GLYPH;
  return tests.map(({ kind, result, days }, at) => {
    const distance =
      days === undefined ? '' : ` · ${days === 0 ? t.case.sameDay : t.case.days(format.signedDays(days))}`;
    return (
      <span key={kind} className={styles.test}>
        <TestGlyph result={result} name={`${kind} ${t.test[result]}${distance}`} />
        {width >= NAMED_WIDTH && <span aria-hidden>{kind}</span>}
        {days !== undefined && room >= (at + 1) * DAYS && (
          <span aria-hidden className={styles.faint}>
            {format.signedDays(days)}
          </span>
        )}
      </span>
    );
  });
}
