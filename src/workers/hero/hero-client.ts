import { createJobClient } from '../job-client.ts';
import type { HeroJobs, HeroPicture } from './hero-contract.ts';

/** Renders the start page's film in a worker of its own, which ends with it. */
export async function renderHero(width: number, height: number, signal: AbortSignal): Promise<HeroPicture> {
  const client = createJobClient<HeroJobs>(
    () => new Worker(new URL('./hero-worker.ts', import.meta.url), { type: 'module' }),
  );
  try {
    return await client.call('hero', { width, height }, { signal });
  } finally {
    client.close();
  }
}
