import { useEffect } from 'react';

const NAME = 'midscope';

/** Names the page in the browser's tab and to screen readers: what it shows first, the program last. Never report text. */
export function usePageTitle(...parts: readonly string[]): void {
  const title = [...parts, NAME].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
