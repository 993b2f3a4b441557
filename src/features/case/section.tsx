import type { ReactNode } from 'react';
import styles from './section.module.css';
import { sectionId, type PanelSection } from './use-panel.ts';

interface SectionProps {
  /** For what leads to it from elsewhere on the page. */
  readonly id?: PanelSection;
  readonly title: string;
  /** Beside the title: where it comes from, how many. */
  readonly note?: string;
  readonly children: ReactNode;
}

/** A part of the panel. */
export function Section({ id, title, note, children }: SectionProps) {
  return (
    <section className={styles.section} {...(id && { id: sectionId(id), tabIndex: -1 })}>
      <h2 className={styles.title}>
        {title}
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </h2>
      {children}
    </section>
  );
}
