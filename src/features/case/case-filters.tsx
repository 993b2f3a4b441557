import { X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LibraryQuery } from '../../domain/dataset/library-query.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { countFitting } from '../../ui/count-fitting.ts';
import { cx } from '../../ui/cx.ts';
import { activeFilters } from '../../ui/facet-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { pageScale } from '../../ui/page-scale.ts';
import { useElementSize } from '../../ui/use-element-size.ts';
import { useTextWidth } from '../../ui/use-text-width.ts';
import styles from './case-header.module.css';

interface CaseFiltersProps {
  readonly query: LibraryQuery;
  /** Address of the library with the query. */
  readonly library: string;
  /** Goes on in the list of all sessions. */
  readonly onClear: () => void;
}

/** CSS pixels at the ordinary type size: what a chip has beside its text, and its widest; what stands beside all. */
const CHIP = 17;
const WIDEST = 160;
const BESIDE = 40;

/** What narrows the list that the case was opened from, as the library says it: the way back to change it, or out of it. */
export function CaseFilters({ query, library, onClear }: CaseFiltersProps) {
  const { t, format } = useLanguage();
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const room = useElementSize(box).width / pageScale() - BESIDE;
  const textWidth = useTextWidth();
  const names = [
    ...(query.text === '' ? [] : [`“${query.text}”`]),
    ...activeFilters(t, format, query).map(({ name }) => name),
  ];
  const fitting = countFitting(
    names.map((name) => Math.min(WIDEST, textWidth(name) + CHIP)),
    room,
  );
  const all = names.join(t.app.listSeparator);
  return (
    <div ref={setBox} className={styles.filters} data-testid="case-filters">
      {names.length > 0 && (
        <>
          <Link
            to={library}
            className={cx(styles.chips)}
            title={t.casePage.editFilters(all)}
            aria-label={t.casePage.editFilters(all)}
          >
            {names.slice(0, fitting).map((name) => (
              <span key={name} className={styles.filter}>
                {name}
              </span>
            ))}
            {fitting < names.length && <span className={styles.moreFilters}>+{names.length - fitting}</span>}
          </Link>
          <IconButton name={t.casePage.clearFilters} onPress={onClear}>
            <X aria-hidden />
          </IconButton>
        </>
      )}
    </div>
  );
}
