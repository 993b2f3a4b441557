import {
  MOST_SETTINGS_BYTES,
  readSettings,
  writeSettings,
  type Preferences,
  type ReadSettings,
} from '../storage/preferences.ts';

/** What a file of settings is called. */
export const SETTINGS_FILE = 'midscope-settings.json';

export const settingsBlob = (preferences: Preferences): Blob =>
  new Blob([writeSettings(preferences)], { type: 'application/json' });

/** Reads settings that anybody may have written; nothing of a file that is larger than settings can be. */
export async function readSettingsFile(
  file: File,
  now: Preferences,
): Promise<ReadSettings | { readonly kind: 'too-large'; readonly most: number } | { readonly kind: 'gone' }> {
  if (file.size > MOST_SETTINGS_BYTES) return { kind: 'too-large', most: MOST_SETTINGS_BYTES };
  try {
    return readSettings(await file.text(), now);
  } catch {
    return { kind: 'gone' };
  }
}

export type { Preferences } from '../storage/preferences.ts';
