import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { datesSaid } from '../../domain/dataset/altered-dates.ts';
import { sessionImageKinds, sessionProjections, unreadImages } from '../../domain/dataset/session-summary.ts';
import { nearestTests } from '../../domain/labs/session-tests.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import { DayText } from '../../ui/day-text.tsx';
import { TestGlyph } from '../../ui/marks.tsx';
import type { CellProps } from './cell-props.ts';
import { countFitting } from '../../ui/count-fitting.ts';
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

/** CSS pixels at the ordinary type size: a glyph and the gap between it and its text. */
const GLYPH = 18;

/** Of each kind the test nearest to the session, PCR first, and how many days lie between; as many as there is room for. */
export function Tests({ index, row, width, textWidth }: CellProps) {
  const { t, format } = useLanguage();
  const isAltered = datesSaid(index, index.sessions.subject[row] ?? 0) === 'altered';
  const tests = nearestTests(index, row).map(({ kind, result, days }) => {
    const signed = days === undefined ? '' : format.signedDays(days);
    const distance = days === undefined ? '' : ` · ${days === 0 ? t.case.sameDay : t.case.days(signed)}`;
    const doubt = days !== undefined && isAltered ? ` (${t.time.alteredShort})` : '';
    return { kind, result, signed, name: `${kind} ${t.test[result]}${distance}${doubt}` };
  });
  const fitting = countFitting(
    tests.map(({ kind, signed }) => GLYPH + textWidth(signed === '' ? kind : `${kind} ${signed}`)),
    width,
  );
  const others = tests.slice(fitting).map(({ name }) => name);
  return (
    <>
      {tests.slice(0, fitting).map(({ kind, result, signed, name }) => (
        <span key={kind} className={styles.test}>
          <TestGlyph result={result} name={name} />
          <span aria-hidden title={name}>
            {kind}{' '}
            <span className={styles.days}>
              <DayText text={signed} isAltered={isAltered} />
            </span>
          </span>
        </span>
      ))}
      {others.length > 0 && (
        <span className={styles.more} title={others.join('\n')}>
          <span aria-hidden>+{others.length}</span>
          <span className="visually-hidden">{others.join(t.app.listSeparator)}</span>
        </span>
      )}
    </>
  );
}
