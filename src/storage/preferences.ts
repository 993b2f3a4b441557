import { DEFAULT_CONTROLS, readControls, type Controls } from '../domain/controls/controls.ts';
import {
  DENSITIES,
  isColumn,
  type ColumnId,
  type ColumnWidths,
  type Density,
} from '../domain/dataset/library-columns.ts';
import { RULES, type RuleId } from '../domain/report/rules/rule-ids.ts';
import { DAY_ZEROS, type DayZero } from '../domain/labs/day-zero.ts';
import { readProtocols, type OwnProtocol } from '../domain/hanging/own-protocols.ts';
import { readViews, type SavedView } from '../domain/dataset/saved-views.ts';

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
  /** Keys and mouse. */
  readonly controls: Controls;
  /** Of the library's table, once they were chosen; until then there are as many as fit. */
  readonly columns: readonly ColumnId[] | undefined;
  /** Widths that were set by hand. */
  readonly columnWidths: ColumnWidths;
  /** Of the rows of the library's table. */
  readonly density: Density;
  /** What days of a patient are counted from, where there is such a day. */
  readonly dayZero: DayZero;
  /** Rules for contradictions that mark nothing. */
  readonly rulesOff: readonly RuleId[];
  /** Views of the library that were given a name. */
  readonly views: readonly SavedView[];
  /** Hanging protocols of the user's own. */
  readonly protocols: readonly OwnProtocol[];
}

const DEFAULTS: Preferences = {
  locale: 'en',
  theme: 'page',
  singleKeys: true,
  controls: DEFAULT_CONTROLS,
  columns: undefined,
  columnWidths: {},
  density: 'comfortable',
  dayZero: 'first-positive',
  rulesOff: [],
  views: [],
  protocols: [],
};

/** What a newcomer sees of the pages; the language and the keys, which are about the person, are no part of it. */
export const FIRST_LOOK = {
  theme: DEFAULTS.theme,
  columns: DEFAULTS.columns,
  columnWidths: DEFAULTS.columnWidths,
  density: DEFAULTS.density,
  dayZero: DEFAULTS.dayZero,
  rulesOff: DEFAULTS.rulesOff,
} satisfies Partial<Preferences>;

/** Something an object of settings may hold, whoever wrote it. */
type Saved = Readonly<Record<string, unknown>>;

/** Version of the settings that are written. */
const PREFERENCES_VERSION = 3;

/** Where each version lies; an older midscope goes on finding its own. */
const keyOf = (version: number): string => `midscope:preferences:${version}`;

/** The columns that the first two versions wrote when nobody had chosen any. */
const FIRST_COLUMNS_2 = 'subject,date,images,findings,locations,tests,report,masks,issues,missing';

/** Makes settings of a version from those of the version before. */
const UPGRADES: Readonly<Record<number, (saved: Saved) => Saved>> = {
  // 2 has keys and mouse; until then nobody could change them.
  2: (saved) => ({ ...saved, controls: DEFAULT_CONTROLS }),
  // 3 tells columns that were chosen from those that everybody had; the picture is no column any more.
  3: ({ columns, ...saved }) => (String(columns) === FIRST_COLUMNS_2 ? saved : { ...saved, columns }),
};

/** Settings of any version as those of the newest one. */
function upgradePreferences(saved: Saved, version: number): Saved {
  let now = saved;
  for (let next = version + 1; next <= PREFERENCES_VERSION; next++) now = UPGRADES[next]?.(now) ?? now;
  return now;
}

const asObject = (value: unknown): Saved | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Saved) : undefined;

function parse(text: string): Saved {
  try {
    return asObject(JSON.parse(text)) ?? {};
  } catch {
    // Written by something else: the defaults are right.
    return {};
  }
}

/** The newest settings that were kept. */
function findSaved(storage: Pick<Storage, 'getItem'>): Saved {
  for (let version = PREFERENCES_VERSION; version > 0; version--) {
    const text = storage.getItem(keyOf(version));
    if (text !== null) return upgradePreferences(parse(text), version);
  }
  return {};
}

function readColumns(saved: unknown): readonly ColumnId[] | undefined {
  const known: readonly unknown[] = Array.isArray(saved) ? saved : [];
  const columns = [...new Set(known.filter(isColumn))];
  return columns.length > 0 ? columns : undefined;
}

const readWidths = (saved: unknown): ColumnWidths =>
  Object.fromEntries(
    Object.entries(asObject(saved) ?? {}).filter(
      ([id, width]) => isColumn(id) && typeof width === 'number' && Number.isFinite(width),
    ),
  );

const readRules = (saved: unknown): readonly RuleId[] => {
  const known: readonly unknown[] = Array.isArray(saved) ? saved : [];
  return RULES.filter((rule) => known.includes(rule));
};

const readLocale = (saved: unknown): Preferences['locale'] | undefined =>
  (['en', 'es'] as const).find((one) => one === saved);

const readTheme = (saved: unknown): Preferences['theme'] | undefined =>
  (['page', 'dark', 'light'] as const).find((one) => one === saved);

/** Settings of an object that anybody may have written; what is missing or not understood is as in `otherwise`. */
function readPreferences(saved: Saved, otherwise: Preferences): Preferences {
  return {
    locale: readLocale(saved['locale']) ?? otherwise.locale,
    theme: readTheme(saved['theme']) ?? otherwise.theme,
    singleKeys: typeof saved['singleKeys'] === 'boolean' ? saved['singleKeys'] : otherwise.singleKeys,
    controls: readControls(saved['controls']).controls,
    columns: readColumns(saved['columns']),
    columnWidths: readWidths(saved['columnWidths']),
    density: DENSITIES.find((one) => one === saved['density']) ?? otherwise.density,
    dayZero: DAY_ZEROS.find((one) => one === saved['dayZero']) ?? otherwise.dayZero,
    rulesOff: saved['rulesOff'] === undefined ? otherwise.rulesOff : readRules(saved['rulesOff']),
    views: readViews(saved['views']),
    protocols: readProtocols(saved['protocols']),
  };
}

/** Saved settings; what is missing or not understood takes its default. `language` is the browser's. */
export function loadPreferences(storage: Pick<Storage, 'getItem'>, language: string): Preferences {
  const locale = language.toLowerCase().startsWith('es') ? 'es' : DEFAULTS.locale;
  return readPreferences(findSaved(storage), { ...DEFAULTS, locale });
}

/** Returns false when the browser refuses to keep them. */
export function savePreferences(storage: Pick<Storage, 'setItem'>, preferences: Preferences): boolean {
  try {
    storage.setItem(keyOf(PREFERENCES_VERSION), JSON.stringify(preferences));
    return true;
  } catch {
    return false;
  }
}

/** More bytes than these no settings have. */
export const MOST_SETTINGS_BYTES = 256_000;

/** Settings as a file for another browser. */
export const writeSettings = (preferences: Preferences): string =>
  `${JSON.stringify({ midscope: 'settings', version: PREFERENCES_VERSION, settings: preferences }, null, 2)}\n`;

/** Settings of a file and what of them was not understood, as a path each; or why there are none. */
export type ReadSettings =
  | {
      readonly kind: 'settings';
      readonly preferences: Preferences;
      readonly notUnderstood: readonly string[];
    }
  | { readonly kind: 'no-settings' | 'newer' };

/** Reads a file that anybody may have written. What it does not say stays as it is now. */
export function readSettings(text: string, now: Preferences): ReadSettings {
  const { midscope, version, settings } = parse(text);
  const found = asObject(settings);
  if (midscope !== 'settings' || typeof version !== 'number' || !Number.isInteger(version) || !found)
    return { kind: 'no-settings' };
  if (version > PREFERENCES_VERSION) return { kind: 'newer' };
  const saved: Saved = { ...now, ...upgradePreferences(found, version) };
  const preferences = readPreferences(saved, now);
  const isRead = (name: string): boolean =>
    Object.hasOwn(preferences, name) &&
    JSON.stringify(preferences[name as keyof Preferences]) === JSON.stringify(saved[name]);
  return {
    kind: 'settings',
    preferences,
    notUnderstood: [
      ...Object.keys(saved).filter((name) => name !== 'controls' && !isRead(name)),
      ...readControls(saved['controls']).notUnderstood,
    ],
  };
}
