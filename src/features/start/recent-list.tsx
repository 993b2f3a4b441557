import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useFirstLanguage } from '../../i18n/locale.tsx';
import { servedOrigin } from '../../session/origin.ts';
import type { RecentDataset } from '../../session/recents.ts';
import { useWorkspace } from '../../session/session-context.tsx';
import styles from './recent-list.module.css';
import { RecentRow } from './recent-row.tsx';

/** A served dataset can be opened as long as it is served. */
const canOpen = ({ kind, name }: RecentDataset): boolean =>
  kind !== 'served' || servedOrigin(document)?.name === name;

/**
 * What was opened lately, each a click away.
 * @param without the entry that is offered elsewhere on the page.
 */
export function RecentList({ without }: { readonly without: RecentDataset | undefined }) {
  const { t } = useFirstLanguage();
  const { recents } = useWorkspace();
  const { list, status } = useStore(recents.state);
  const news = useRef<HTMLParagraphElement>(null);
  const [forgotten, setForgotten] = useState('');
  if (status === 'refused') return <p className={styles.refused}>{t.start.recentRefused}</p>;
  const shown = list.filter((recent) => recent.id !== without?.id && canOpen(recent));
  return (
    <>
      {/* Takes the focus of a row that is gone, also when it was the last one. */}
      <p role="status" ref={news} tabIndex={-1} className="visually-hidden">
        {forgotten === '' ? '' : t.start.forgotten(forgotten)}
      </p>
      {shown.length > 0 && (
        <section className={styles.section} aria-labelledby="recent-title">
          <h2 id="recent-title" className={styles.title}>
            {t.start.recent}
          </h2>
          <ul className={styles.list}>
            {shown.map((recent) => (
              <RecentRow
                key={recent.id}
                recent={recent}
                onForgotten={(name) => {
                  setForgotten(name);
                  news.current?.focus();
                }}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
