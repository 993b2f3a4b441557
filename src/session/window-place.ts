import { keepItem, type SmallStorage } from '../storage/web-storage.ts';

/** Names of windows of images begin so; the rest is the pair. A name stays with its window while pages come and go. */
export const IMAGES_NAME = 'midscope-images-';

export const isImagesWindow = ({ name }: Pick<Window, 'name'>): boolean => name.startsWith(IMAGES_NAME);

/** In a window of images: which opening of a folder the other window handed over. */
export const OPENING_KEY = 'midscope:pair-opening';

/** Where a window is on the desktop, in CSS pixels. */
interface WindowPlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** In this browser: where the window of images was left. */
const PLACE_KEY = 'midscope:images-window:1';

const isPlace = (value: unknown): value is WindowPlace =>
  typeof value === 'object' &&
  value !== null &&
  ['left', 'top', 'width', 'height'].every((key) =>
    Number.isFinite((value as Readonly<Record<string, unknown>>)[key]),
  );

function lastPlace(kept: SmallStorage): WindowPlace | undefined {
  try {
    const value: unknown = JSON.parse(kept.getItem(PLACE_KEY) ?? 'null');
    return isPlace(value) ? value : undefined;
  } catch {
    // Written by something else: a place beside this window is right.
    return undefined;
  }
}

/** Half of the screen's width to the right of where this window is, which a reader moves to the other monitor once. */
const placeBeside = (): WindowPlace => ({
  left: window.screenX + window.outerWidth,
  top: window.screenY,
  width: window.outerWidth,
  height: window.outerHeight,
});

/** Keeps where this window is. */
export function keepPlace(kept: SmallStorage): void {
  const place: WindowPlace = {
    left: window.screenX,
    top: window.screenY,
    width: window.outerWidth,
    height: window.outerHeight,
  };
  keepItem(kept, PLACE_KEY, JSON.stringify(place));
}

/** Opens a window of a name where it was left, or brings the one of that name to an address; false where refused. */
export function openBeside(address: string, name: string, kept: SmallStorage): boolean {
  const { left, top, width, height } = lastPlace(kept) ?? placeBeside();
  const opened = window.open(address, name, `popup,left=${left},top=${top},width=${width},height=${height}`);
  opened?.focus();
  return opened !== null;
}
