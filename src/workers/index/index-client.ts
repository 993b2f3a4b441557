import { createJobClient, type JobClient } from '../job-client.ts';
import type { IndexJobs } from './index-contract.ts';

/** A worker of its own for one dataset's index. */
export const createIndexClient = (): JobClient<IndexJobs> =>
  createJobClient<IndexJobs>(
    () => new Worker(new URL('./index-worker.ts', import.meta.url), { type: 'module' }),
  );
