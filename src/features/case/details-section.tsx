import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { baseName } from '../../domain/dataset/file-source.ts';
import { spacingOf } from '../../domain/imaging/spacing.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { caseAddress } from '../../session/query-url.ts';
import { cx } from '../../ui/cx.ts';
import { spacingText } from './captions.tsx';
import styles from './details-section.module.css';
import { doubtsOf } from './doubts.ts';
import { Section } from './section.tsx';

interface DetailsSectionProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly state: ViewState | undefined;
  readonly series: CaseSeries | undefined;
  /** Whether texts typed by hand are shown. */
  readonly personal: boolean;
}

/** The patient, and the image that is active. Birth dates are not among it, free-text descriptors only when asked for. */
export function DetailsSection({ index, row, state, series, personal }: DetailsSectionProps) {
  const { t } = useLanguage();
  return (
    <>
      <Section title={t.case.patient}>
        <PatientFields index={index} row={row} />
      </Section>
      {series && (
        <Section title={t.case.details}>
          <ImageFields state={state} series={series} personal={personal} />
        </Section>
      )}
    </>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PatientFields({ index, row }: Pick<DetailsSectionProps, 'index' | 'row'>) {
  const { t, format } = useLanguage();
  const { sessions, subjects } = index;
  const { field } = t.case;
  const subject = sessions.subject[row] ?? 0;
  const id = subjects.ids[subject] ?? '';
  const ages = Array.from(cellOf(subjects.ages, subject), String).join(', ');
  const other = subjects.otherCohort[subject] ?? '';
  return (
    <dl className={styles.fields}>
      <Field name={field.subject}>
        <span className={styles.code}>{id}</span>
      </Field>
      <Field name={field.age}>{ages === '' ? t.case.sexes.unknown : t.library.years(ages)}</Field>
      <Field name={field.sex}>{t.case.sexes[subjects.sex[subject] ?? 'unknown']}</Field>
      {other !== '' && (
        <Field name={field.otherCohort}>
          <span className={styles.code}>{other}</span>
        </Field>
      )}
      <Field name={field.sessions}>
        <ul>
          {Array.from(cellOf(subjects.sessions, subject), (session) => (
            <li key={session}>
              <Link
                to={caseAddress(id, sessions.ids[session] ?? '')}
                aria-current={session === row ? 'page' : undefined}
                className={cx(styles.session)}
              >
                <span className={styles.code}>{sessions.ids[session]}</span>{' '}
                {format.date(sessions.date[session] ?? 0) || t.library.noDate}
              </Link>
            </li>
          ))}
        </ul>
      </Field>
    </dl>
  );
}

interface ImageFieldsProps {
  readonly state: ViewState | undefined;
  readonly series: CaseSeries;
  readonly personal: boolean;
}

function ImageFields({ state, series, personal }: ImageFieldsProps) {
  const { image, chain } = state ?? {};
  const language = useLanguage();
  const { t, format } = language;
  const { field } = t.case;
  const [file] = series.images;
  const { attributes, pixels } = image ?? {};
  const bits =
    attributes?.BitsStored !== undefined && attributes.BitsAllocated !== undefined
      ? `, ${t.case.bitsOf(attributes.BitsStored, attributes.BitsAllocated)}`
      : '';
  const doubts = image && chain ? doubtsOf(t, series, image, chain) : [];
  return (
    <dl className={styles.fields}>
      {doubts.length > 0 && (
        <Field name={field.doubts}>
          <span className={styles.doubts}>{doubts.join(' · ')}</span>
        </Field>
      )}
      <Field name={field.modality}>{series.modality || '?'}</Field>
      {pixels && (
        <Field name={field.size}>
          {format.number(pixels.columns)} × {format.number(pixels.rows)}
          {bits}
        </Field>
      )}
      {attributes?.PhotometricInterpretation !== undefined && (
        <Field name={field.photometric}>{attributes.PhotometricInterpretation}</Field>
      )}
      {attributes && <Field name={field.spacing}>{spacingText(language, spacingOf(attributes))}</Field>}
      <Field name={field.projection}>{series.view || t.case.noView}</Field>
      {personal && attributes?.SeriesDescription !== undefined && (
        <Field name={field.series}>
          <span lang="es">{attributes.SeriesDescription}</span>
        </Field>
      )}
      {file && (
        <>
          <Field name={field.file}>
            <span className={styles.code}>{baseName(image?.path ?? file.path)}</span>
          </Field>
          <Field name={field.sidecar}>
            {file.sidecar ? <span className={styles.code}>{baseName(file.sidecar)}</span> : t.case.noSidecar}
            {file.sidecarShared && ` (${t.case.sharedSidecar})`}
          </Field>
        </>
      )}
    </dl>
  );
}
