import { cellLength, cellOf } from '../../domain/dataset/columns.ts';
import type { ColumnId } from '../../domain/dataset/library-columns.ts';
import { missingImages, reportKind, sessionModalities } from '../../domain/dataset/session-summary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import type { CellProps } from './cell-props.ts';
import { FindingsCell, PlacesCell } from './label-cells.tsx';
import { facetValueName } from '../../ui/facet-names.ts';
import { Highlight } from './highlight.tsx';
import { ImageKinds, Projections, Tests } from './mark-cells.tsx';
import { agesOf, sexOf, personOf } from '../../ui/person.ts';
import { SessionPicture } from './session-picture.tsx';
import styles from './session-row.module.css';

/** From this width on the first column has a picture. CSS pixels at the ordinary type size. */
const PICTURED_WIDTH = 150;

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
  const { id } = props;
  if (id === 'subject') return <LeadCell {...props} />;
  return (
    <div role="gridcell" className={INLINE.has(id) ? styles.inline : styles.cell} data-column={id}>
      <CellContent {...props} id={id} />
    </div>
  );
}

function CellContent(props: CellProps & { readonly id: Exclude<ColumnId, 'subject'> }) {
  const { index, row, id } = props;
  switch (id) {
    case 'session':
      return <SessionName {...props} />;
    case 'date':
      return <DateCell {...props} />;
    case 'images':
      return <ImageKinds index={index} row={row} />;
    case 'projection':
      return <Projections index={index} row={row} />;
    case 'findings':
      return <FindingsCell {...props} />;
    case 'locations':
      return <PlacesCell {...props} />;
    case 'tests':
      return <Tests {...props} />;
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

/** Whose session it is, and which where no column says it; in a high row with its picture. */
function LeadCell(props: CellProps) {
  const { index, row, density, shown, width, pattern } = props;
  const { sessions, subjects } = index;
  return (
    <div role="rowheader" className={styles.lead} data-column="subject">
      {density === 'comfortable' && width >= PICTURED_WIDTH && (
        <SessionPicture index={index} row={row} mayLoad={props.mayLoad} />
      )}
      <span className={styles.who}>
        <span className={styles.subject}>
          <Highlight text={subjects.ids[sessions.subject[row] ?? 0] ?? ''} pattern={pattern} />
        </span>
        {!shown.includes('session') && <SessionName {...props} />}
      </span>
    </div>
  );
}

function SessionName({ index, row, pattern }: CellProps) {
  return (
    <span className={styles.session}>
      <Highlight text={index.sessions.ids[row] ?? ''} pattern={pattern} />
    </span>
  );
}

/** When; a second line says of whom, where no column does. */
function DateCell({ index, row, shown }: CellProps) {
  const { t, format } = useLanguage();
  const { sessions } = index;
  const date = sessions.date[row] ?? 0;
  return (
    <>
      {date > 0 ? <span>{format.date(date)}</span> : <span className={styles.faint}>{t.library.noDate}</span>}
      {!shown.includes('age') && !shown.includes('sex') && (
        <span className={styles.faint}>{personOf(t, index, sessions.subject[row] ?? 0)}</span>
      )}
    </>
  );
}

/** One short fact, in words or as a number; nothing for none. */
function FactCell({ index, row, id, issues }: CellProps) {
  const { t, format } = useLanguage();
  const { sessions, images } = index;
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
      return <span>{sexOf(t, index, subject)}</span>;
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
