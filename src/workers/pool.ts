import { createJobClient, type JobClient, type JobClientOptions } from './job-client.ts';
import { type JobMap } from './rpc.ts';

/** A fixed number of workers that answer the same jobs. */
export interface Pool<Jobs extends JobMap> {
  /** The worker with the least under way. */
  pick(): JobClient<Jobs>;
  /** Every worker, for what each of them must know. */
  readonly all: readonly JobClient<Jobs>[];
  close(): void;
}

export function createPool<Jobs extends JobMap>(
  startWorker: () => Worker,
  size: number,
  options: JobClientOptions<Jobs> = {},
): Pool<Jobs> {
  const all = Array.from({ length: Math.max(1, size) }, () => createJobClient<Jobs>(startWorker, options));
  return {
    all,
    pick: () => all.reduce((least, client) => (client.busy < least.busy ? client : least)),
    close: () => all.forEach((client) => client.close()),
  };
}
