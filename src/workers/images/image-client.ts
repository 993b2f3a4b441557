import { createPool, type Pool } from '../pool.ts';
import type { ImageJobs } from './image-contract.ts';

/** Workers that read and decode images of one dataset; each must be sent `open` first. */
export const createImagePool = (size: number): Pool<ImageJobs> =>
  createPool<ImageJobs>(
    () => new Worker(new URL('./image-worker.ts', import.meta.url), { type: 'module' }),
    size,
  );
