import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cellOf } from '../../domain/dataset/columns.ts';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { baseName } from '../../domain/dataset/file-source.ts';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import type { FoundSeries } from '../../domain/dataset/patient-sessions.ts';
import { spacingOf } from '../../domain/imaging/spacing.ts';
import type { ViewState } from '../../engine/index.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import { caseAddress } from '../../session/query-url.ts';
import { cx } from '../../ui/cx.ts';
import { agesOf } from '../../ui/person.ts';
import { spacingText } from './captions.tsx';
import styles from './details-section.module.css';
import { doubtsOf } from './doubts.ts';
import { Section } from './section.tsx';
import { sessionOrderText } from './session-badge.tsx';
import { useOrientation } from './use-orientation.ts';
import { useKnownStack } from './use-stack.ts';

interface DetailsSectionProps {
  readonly index: DatasetIndex;
  readonly row: number;
  /** What the case was opened from. */
  readonly query: LibraryQuery;
  readonly state: ViewState | undefined;
  /** What is active, which may be of another session of the patient. */
  readonly found: FoundSeries | undefined;
  /** Whether texts typed by hand are shown. */
  readonly personal: boolean;
}

/** The patient, and the image that is active. Birth dates are not among it, free-text descriptors only when asked for. */
export function DetailsSection({ index, row, query, state, found, personal }: DetailsSectionProps) {
  const language = useLanguage();
  const { t } = language;
  return (
    <>
      <Section title={t.case.patient}>
        <PatientFields index={index} row={row} query={query} />
      </Section>
      {found && (
        <Section title={t.case.details} {...noteOf(language, found)}>
          <ImageFields state={state} found={found} personal={personal} />
        </Section>
      )}
    </>
  );
}

/** Of another session it is said which. */
const noteOf = (language: Language, { session }: FoundSeries) =>
  session.order !== 'current' && {
    note: `${language.t.hanging.ofSession(session.id)} · ${sessionOrderText(language, session)}`,
  };

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PatientFields({ index, row, query }: Pick<DetailsSectionProps, 'index' | 'row' | 'query'>) {
  const { t, format } = useLanguage();
  const { sessions, subjects } = index;
  const { field } = t.case;
  const subject = sessions.subject[row] ?? 0;
  const id = subjects.ids[subject] ?? '';
  const ages = agesOf(t, index, subject);
  const other = subjects.otherCohort[subject] ?? '';
  return (
    <dl className={styles.fields}>
      <Field name={field.subject}>
        <span className={styles.code}>{id}</span>
      </Field>
      <Field name={field.age}>{ages === '' ? t.case.sexes.unknown : ages}</Field>
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
                to={caseAddress(id, sessions.ids[session] ?? '', query)}
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
  readonly found: FoundSeries;
  readonly personal: boolean;
}

function ImageFields({ state, found, personal }: ImageFieldsProps) {
  const { series } = found;
  const { image, chain, reduction = 1 } = state ?? {};
  const language = useLanguage();
  const { t, format } = language;
  const { field } = t.case;
  const [file] = series.images;
  const { attributes, pixels } = image ?? {};
  const bits =
    attributes?.BitsStored !== undefined && attributes.BitsAllocated !== undefined
      ? `, ${t.case.bitsOf(attributes.BitsStored, attributes.BitsAllocated)}`
      : '';
  const stack = useKnownStack(series);
  const [orientation] = useOrientation(series);
  const doubted = image && chain && { series, image, chain, stack, orientation, reduction };
  const doubts = doubted ? doubtsOf(t, doubted) : [];
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
