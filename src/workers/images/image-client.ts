import { transfersOf, type SourceDescriptor } from '../../sources/source-descriptor.ts';
import { createPool, type Pool } from '../pool.ts';
import type { ImageJobs } from './image-contract.ts';

/** Decoders run to their end whatever is wanted meanwhile; most are done by then, and a new worker takes about as long to start. */
const PATIENCE_MS = 500;

/**
 * Workers that read and decode images of one dataset.
 * @param describe says where the dataset is, for each worker that is started.
 */
export const createImagePool = (size: number, describe: () => SourceDescriptor): Pool<ImageJobs> =>
  createPool<ImageJobs>(
    () => new Worker(new URL('./image-worker.ts', import.meta.url), { type: 'module' }),
    size,
    {
      patience: PATIENCE_MS,
      greet: () => {
        const source = describe();
        return { job: 'open', input: { source }, transfer: transfersOf(source) };
      },
    },
  );
