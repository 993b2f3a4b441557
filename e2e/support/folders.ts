import type { Page } from '@playwright/test';
import { BIMCV } from './bimcv.ts';
import type { Files } from './app.ts';

const FILM = BIMCV['sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_run-1_bp-chest_vp-pa_dx.png'] ?? '';

/** A dataset of one film per subject, without tables. */
export const filmsOf = (...subjects: readonly string[]): Files =>
  Object.fromEntries(
    subjects.map((name) => [`sub-${name}/ses-1/mod-rx/sub-${name}_ses-1_run-1_dx.png`, FILM]),
  );

/** Drags a real folder or file over the page, as the system does. */
export async function dragOver(page: Page, ...paths: readonly string[]): Promise<{ drop(): Promise<void> }> {
  // Before the page listens, the browser would open the folder itself.
  await page.locator('#root > *').first().waitFor({ state: 'attached' });
  const protocol = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<unknown> =>
    protocol.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await send('dragEnter');
  await send('dragOver');
  // Over an image the image says what becomes of a file.
  await page.locator('[data-testid=drop-target], [data-testid=mask-drop]').waitFor();
  return {
    drop: async () => {
      await send('drop');
      await protocol.detach();
    },
  };
}

export const dropFolder = async (page: Page, ...paths: readonly string[]): Promise<void> =>
  (await dragOver(page, ...paths)).drop();

/** Takes handles away, as in Firefox and Safari. */
export const withoutHandles = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showDirectoryPicker');
    Reflect.deleteProperty(DataTransferItem.prototype, 'getAsFileSystemHandle');
  });

/**
 * Writes files into a folder of the origin's private file system and makes the folder prompt hand it out: the same
 * interface as a folder on disk, but a test can press its buttons.
 */
export async function pickable(page: Page, name: string, files: Files): Promise<void> {
  const encoded = Object.entries(files).map(
    ([path, content]) => [path, Buffer.from(content).toString('base64')] as const,
  );
  await page.evaluate(
    async ([folderName, entries]) => {
      const root = await navigator.storage.getDirectory();
      const dataset = await root.getDirectoryHandle(folderName, { create: true });
      for (const [path, base64] of entries) {
        const segments = path.split('/');
        const last = segments.pop() ?? '';
        let folder = dataset;
        for (const segment of segments) folder = await folder.getDirectoryHandle(segment, { create: true });
        const file = await folder.getFileHandle(last, { create: true });
        const stream = await file.createWritable();
        await stream.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
        await stream.close();
      }
      window.showDirectoryPicker = async () => dataset;
    },
    [name, encoded] as const,
  );
}

/** Makes the browser ask before a kept folder is read; `answers` come one after the other, then `granted`. */
export const askBeforeReading = (page: Page, ...answers: readonly PermissionState[]): Promise<unknown> =>
  page.addInitScript((given) => {
    let state: PermissionState = 'prompt';
    const left = [...given];
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => state,
      requestPermission: async () => {
        const isGesture = navigator.userActivation.isActive;
        state = isGesture ? (left.shift() ?? 'granted') : 'prompt';
        return state;
      },
    });
  }, answers);

/** The datasets whose index the browser keeps, by their storage keys. */
export const keptIndexes = (page: Page): Promise<unknown> =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('midscope');
        opening.onsuccess = () => {
          const database = opening.result;
          const keys = database.transaction('indexes').objectStore('indexes').getAllKeys();
          keys.onsuccess = () => {
            database.close();
            resolve(keys.result);
          };
        };
      }),
  );
