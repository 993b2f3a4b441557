/** Something that waits until it is let go. */
export function hold(): { readonly held: Promise<void>; readonly release: () => void } {
  const releases: (() => void)[] = [];
  const held = new Promise<void>((resolve) => void releases.push(resolve));
  return { held, release: () => releases.forEach((release) => release()) };
}
