import { cellLength, cellOf } from '../../domain/dataset/columns.ts';
import type { ColumnId } from '../../domain/dataset/library-columns.ts';
import { missingImages, reportKind, sessionModalities } from '../../domain/dataset/session-summary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import type { CellProps } from './cell-props.ts';
import { FindingsCell, PlacesCell } from './label-cells.tsx';
import { facetValueName } from './facet-names.ts';
import { Highlight } from './highlight.tsx';
import { ImageKinds, Projections, Tests } from './mark-cells.tsx';
import { agesOf, personOf } from './person.ts';
import { SessionPicture } from './session-picture.tsx';
import styles from './session-row.module.css';

const INLINE: ReadonlySet<ColumnId> = new Set([
  'images',
  'modality',
  'projection',
  'findings',
  'locations',
  'tests',
]);

/** One cell of a row. */
export function RowCell(props: CellProps) {
  return (
    <div
      role="gridcell"
      className={INLINE.has(props.id) ? styles.inline : styles.cell}
      data-column={props.id}
    >
      <CellContent {...props} />
    </div>
  );
}

function CellContent(props: CellProps) {
  const { index, row, id } = props;
  switch (id) {
    case 'picture':
      return <SessionPicture index={index} row={row} mayLoad={props.mayLoad} />;
    case 'subject':
    case 'session':
    case 'date':
      return <IdentityCell {...props} />;
    case 'images':
      return <ImageKinds index={index} row={row} />;
    case 'projection':
      return <Projections index={index} row={row} />;
    case 'findings':
      return <FindingsCell {...props} />;
    case 'locations':
      return <PlacesCell {...props} />;
    case 'tests':
      return <Tests index={index} row={row} width={props.width} />;
    case 'age':
    case 'sex':
    case 'modality':
    case 'report':
    case 'masks':
    case 'issues':
    case 'missing':
      return <FactCell {...props} />;
  }
}

/** Who, and when; a second line says what has no column of its own. */
function IdentityCell({ index, row, id, shown, pattern }: CellProps) {
  const { t, format } = useLanguage();
  const { sessions, subjects } = index;
  const subject = sessions.subject[row] ?? 0;
  const session = <Highlight text={sessions.ids[row] ?? ''} pattern={pattern} />;
  if (id === 'session') return <span className={styles.session}>{session}</span>;
  if (id === 'subject')
    return (
      <>
        <span className={styles.subject}>
          <Highlight text={subjects.ids[subject] ?? ''} pattern={pattern} />
        </span>
        {!shown.includes('session') && <span className={styles.session}>{session}</span>}
      </>
    );
  const date = sessions.date[row] ?? 0;
  return (
    <>
      {date > 0 ? <span>{format.date(date)}</span> : <span className={styles.faint}>{t.library.noDate}</span>}
      {!shown.includes('age') && !shown.includes('sex') && (
        <span className={styles.faint}>{personOf(t, index, subject)}</span>
      )}
    </>
  );
}

/** One short fact, in words or as a number; nothing for none. */
function FactCell({ index, row, id, issues }: CellProps) {
  const { t, format } = useLanguage();
  const { sessions, subjects, images } = index;
  const subject = sessions.subject[row] ?? 0;
  const count = (value: number, name: string, title = name) => {
    if (value === 0) return null;
    return (
      <span className={styles.number} title={title}>
        {format.number(value)} <span className="visually-hidden">{name}</span>
      </span>
    );
  };
  switch (id) {
    case 'age':
      return <span>{agesOf(t, index, subject)}</span>;
    case 'sex':
      return <span>{subjects.sex[subject] === 'unknown' ? '' : subjects.sex[subject]}</span>;
    case 'modality':
      return <span>{sessionModalities(index, row).join(t.app.listSeparator)}</span>;
    case 'report': {
      const kind = reportKind(index, row);
      return <span className={kind === 'none' ? styles.faint : undefined}>{t.library.report[kind]}</span>;
    }
    case 'masks': {
      const masks = cellLength(sessions.masks, row);
      return count(masks, t.library.masks(masks));
    }
    case 'issues': {
      const codes = Array.from(cellOf(issues.cells, row), (code) => issues.values[code] ?? '');
      const titles = codes.map((code) => facetValueName(t, 'issue', code)).join('\n');
      return count(codes.length, t.library.issues(codes.length), titles);
    }
    case 'missing': {
      const paths = missingImages(index, row).map((image) => images.paths[image] ?? '');
      return count(paths.length, t.library.missing(paths.length), paths.join('\n'));
    }
    default:
      return null;
  }
}
