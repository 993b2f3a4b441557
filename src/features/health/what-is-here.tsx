import { PRESENCES, type DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import styles from './what-is-here.module.css';

interface Count {
  readonly name: string;
  readonly found: number;
  /** Named by a table or an archive listing, found or not; absent where nothing lists it. */
  readonly listed?: number;
}

const FILMS: ReadonlySet<string> = new Set(['CR', 'DX']);

/** Images of some modalities: how many files, and how many are named anywhere. */
function imageCount(index: DatasetIndex, name: string, matches: (modality: string) => boolean): Count {
  const { images } = index;
  let found = 0;
  let listed = 0;
  for (let row = 0; row < images.count; row++) {
    if (!matches(images.modalities[images.modality[row] ?? 0] ?? '')) continue;
    listed += 1;
    if (PRESENCES[images.presence[row] ?? 0] === 'found') found += 1;
  }
  return listed > found ? { name, found, listed } : { name, found };
}

/** What the dataset holds, counted. */
export function WhatIsHere({ index }: { readonly index: DatasetIndex }) {
  const { t, format } = useLanguage();
  const { sessions } = index;
  const counts: readonly Count[] = [
    {
      name: t.health.subjects,
      found: index.subjects.sessions.offsets.filter((_, at, all) => at > 0 && all[at] !== all[at - 1]).length,
    },
    { name: t.health.sessions, found: sessions.count },
    imageCount(index, t.health.films, (modality) => FILMS.has(modality)),
    imageCount(index, t.health.cts, (modality) => modality === 'CT'),
    imageCount(index, t.health.otherImages, (modality) => modality !== 'CT' && !FILMS.has(modality)),
    { name: t.health.sidecars, found: index.images.sidecars.length },
    {
      name: t.health.reports,
      found: sessions.ids.filter(
        (_, row) => (sessions.reports[row]?.length ?? 0) > 0 || sessions.normalisedReport[row] !== '',
      ).length,
    },
    { name: t.health.labelled, found: sessions.labelState.filter((state) => state === 2).length },
    { name: t.health.masks, found: index.masks.count },
    { name: t.health.tests, found: index.tests.count },
  ];
  return (
    <aside className={styles.here} aria-labelledby="what-is-here">
      <table className={styles.table}>
        <caption id="what-is-here" className={styles.title}>
          {t.health.whatIsHere}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t.health.whatIsHere}</span>
            </th>
            <th scope="col">{t.health.found}</th>
            <th scope="col">{t.health.listed}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ name, found, listed }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{format.number(found)}</td>
              <td className={styles.listed}>{listed === undefined ? '' : format.number(listed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2 className={styles.title}>{t.health.roots}</h2>
      <ul className={styles.roots}>
        {index.roots.map((root) => (
          <li key={root}>{root === '' ? index.name : root}</li>
        ))}
      </ul>
    </aside>
  );
}
