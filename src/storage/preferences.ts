import {
  FIRST_COLUMNS,
  isColumn,
  type ColumnId,
  type ColumnWidths,
} from '../domain/dataset/library-columns.ts';

/**
 * Settings that must be known before the first paint. They are kept in local storage, the only store that
 * answers at once; everything else is in the database.
 */
export interface Preferences {
  readonly locale: 'en' | 'es';
  /** `page`: each page's own default. */
  readonly theme: 'page' | 'dark' | 'light';
  /** Single-key shortcuts; they can be switched off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** Of the library's table. */
  readonly columns: readonly ColumnId[];
  /** Widths that were set by hand. */
  readonly columnWidths: ColumnWidths;
}

const KEY = 'midscope:preferences:1';

const DEFAULTS: Preferences = {
  locale: 'en',
  theme: 'page',
  singleKeys: true,
  columns: FIRST_COLUMNS,
  columnWidths: {},
};

function parse(text: string | null): Partial<Record<keyof Preferences, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // Written by something else: the defaults are right.
    return {};
  }
}

function readColumns(saved: unknown): readonly ColumnId[] {
  const known: readonly unknown[] = Array.isArray(saved) ? saved : [];
  const columns = known.filter(isColumn);
  return columns.length > 0 ? columns : DEFAULTS.columns;
}

const readWidths = (saved: unknown): ColumnWidths =>
  typeof saved === 'object' && saved !== null
    ? Object.fromEntries(
        Object.entries(saved).filter(
          ([id, width]) => isColumn(id) && typeof width === 'number' && Number.isFinite(width),
        ),
      )
    : {};

/** Saved settings; what is missing or not understood takes its default. `language` is the browser's. */
export function loadPreferences(storage: Pick<Storage, 'getItem'>, language: string): Preferences {
  const saved = parse(storage.getItem(KEY));
  const locale = language.toLowerCase().startsWith('es') ? 'es' : DEFAULTS.locale;
  return {
    locale: saved.locale === 'en' || saved.locale === 'es' ? saved.locale : locale,
    theme: saved.theme === 'dark' || saved.theme === 'light' ? saved.theme : DEFAULTS.theme,
    singleKeys: typeof saved.singleKeys === 'boolean' ? saved.singleKeys : DEFAULTS.singleKeys,
    columns: readColumns(saved.columns),
    columnWidths: readWidths(saved.columnWidths),
  };
}

/** Returns false when the browser refuses to keep them. */
export function savePreferences(storage: Pick<Storage, 'setItem'>, preferences: Preferences): boolean {
  try {
    storage.setItem(KEY, JSON.stringify(preferences));
    return true;
  } catch {
    return false;
  }
}
