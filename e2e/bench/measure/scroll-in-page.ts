/** How fast a stack went by, and how long the page stood still meanwhile. */
export interface ScrollTimes {
  /** Slices that came on screen, by second. */
  readonly rate: number;
  /** Milliseconds between the two frames that were farthest apart. */
  readonly longestFrame: number;
}

/**
 * Scrolls a stack as fast as it comes: the key for the next slice is pressed as soon as the slice before is on screen.
 * Runs in the page, so it uses nothing from outside.
 */
export async function scrollInPage({
  key,
  steps,
}: {
  readonly key: string;
  readonly steps: number;
}): Promise<ScrollTimes> {
  const viewport = document.querySelector('[data-testid=viewport]');
  if (!viewport) throw new Error('no viewport');
  const times = {
    shown: 0,
    slice: viewport.getAttribute('data-slice'),
    frame: performance.now(),
    longest: 0,
    done: false,
  };
  const frames = {
    next: (now: number): void => {
      times.longest = Math.max(times.longest, now - times.frame);
      times.frame = now;
      if (!times.done) requestAnimationFrame(frames.next);
    },
  };
  requestAnimationFrame(frames.next);
  const start = performance.now();
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      const slice = viewport.getAttribute('data-slice');
      if (slice === times.slice || viewport.getAttribute('data-status') !== 'rendered') return;
      times.slice = slice;
      times.shown += 1;
      if (times.shown < steps) {
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        return;
      }
      observer.disconnect();
      resolve();
    });
    observer.observe(viewport, { attributes: true });
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  const elapsed = performance.now() - start;
  times.done = true;
  return { rate: (1_000 * steps) / elapsed, longestFrame: times.longest };
}
