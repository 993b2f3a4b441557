import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { toFailure } from '../../domain/error.ts';
import { findTags, type TagRow } from '../../domain/imaging/list-tags.ts';
import type { ViewState } from '../../engine/index.ts';
import { sentenceOf } from '../../i18n/issue-texts.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useDataset } from '../../session/session-context.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Switch } from '../../ui/switch.tsx';
import { FoldedSection } from './folded-section.tsx';
import styles from './tags-section.module.css';
import type { Reading } from './use-reading.ts';

interface TagsSectionProps {
  readonly series: CaseSeries;
  readonly state: ViewState | undefined;
  readonly reading: Reading;
}

/** Header or sidecar of the image that is active, attribute by attribute. */
export function TagsSection(props: TagsSectionProps) {
  const { t } = useLanguage();
  return <FoldedSection title={t.case.tags}>{() => <Tags {...props} />}</FoldedSection>;
}

/** The file of the slice in view. */
const fileInView = (series: CaseSeries, state: ViewState | undefined) =>
  series.images.find(({ path }) => path === state?.image?.path) ?? series.images[0];

function Tags({ series, state, reading }: TagsSectionProps) {
  const { t, format } = useLanguage();
  const { images, key } = useDataset();
  const [search, setSearch] = useState('');
  const file = fileInView(series, state);
  const { data, error } = useQuery({
    queryKey: ['tags', key, file?.path],
    queryFn: ({ signal }) =>
      file ? images.tags({ path: file.path, ...(file.sidecar && { sidecar: file.sidecar }) }, signal) : null,
    enabled: file !== undefined && series.presence === 'found',
  });
  if (error) {
    const failure = toFailure(error);
    return (
      <p className={styles.note}>
        {failure.kind === 'issue' ? sentenceOf(t.issues, failure.issue) : error.message}
      </p>
    );
  }
  if (!data) return <p className={styles.note}>{t.case.readingTags}</p>;
  if (data.from === 'none') return <p className={styles.note}>{t.case.noTags}</p>;
  const found = findTags(data.rows, search, reading.personal);
  return (
    <>
      <SearchBox
        small
        name={t.case.searchTags}
        clearName={t.case.clearSearch}
        value={search}
        onChange={setSearch}
      />
      <p className={styles.note} role="status">
        {t.case.tagsFound(format.number(found.length), format.number(data.rows.length), t.badge[data.from])}
      </p>
      <Switch isSelected={reading.personal} onChange={reading.setPersonal}>
        {t.case.showPersonal}
      </Switch>
      <TagTable rows={found} reading={reading} />
    </>
  );
}

function TagTable({ rows, reading }: { readonly rows: readonly TagRow[]; readonly reading: Reading }) {
  const { t } = useLanguage();
  return (
    <table className={styles.table} data-testid="tags">
      <thead className={styles.head}>
        <tr>
          <th scope="col">{t.case.tag}</th>
          <th scope="col">{t.case.value}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ tag, keyword, vr, value, count, depth, personal }, at) => (
          // A tag may stand in several items of a sequence.
          <tr key={`${at} ${tag}`} data-testid="tag" data-tag={tag}>
            <th scope="row">
              <span className={styles.keyword}>
                {'› '.repeat(depth)}
                {keyword || t.case.unknownTag}
              </span>
              <span className={styles.tag}>
                {tag.slice(0, 4)},{tag.slice(4)} {vr}
              </span>
            </th>
            <td className={styles.value}>
              {personal && !reading.personal ? (
                <span className={styles.hidden}>{t.case.hiddenValue}</span>
              ) : (
                <TagValue value={value} count={count} name={keyword || tag} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Values, and characters of them, that are shown at once: a window per frame is, a table of greys is not. */
const MOST_VALUES = 16;
const MOST_CHARACTERS = 240;
const BEGINNING = 18;

/** A value; of a long one its length and its beginning, and the rest on demand. */
function TagValue({ value, count, name }: Pick<TagRow, 'value' | 'count'> & { readonly name: string }) {
  const { t, format } = useLanguage();
  if (count <= MOST_VALUES && value.length <= MOST_CHARACTERS) return value;
  return (
    <details className={styles.long}>
      <summary>
        <span className={styles.length}>
          {count > 1
            ? t.casePage.tagValues(format.number(count))
            : t.casePage.tagCharacters(format.number(value.length))}
        </span>{' '}
        {value.slice(0, BEGINNING)}…
      </summary>
      {/* It scrolls, by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="group" aria-label={name} tabIndex={0} className={styles.whole}>
        {value}
      </div>
    </details>
  );
}
