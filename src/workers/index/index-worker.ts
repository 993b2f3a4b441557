import { bundledVocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { openSource } from '../../sources/source-descriptor.ts';
import { serveJobs, type Endpoint } from '../rpc.ts';
import type { IndexJobs } from './index-contract.ts';
import { createPauseGate } from './pause-gate.ts';
import { scanDataset } from './scan-dataset.ts';

const gate = createPauseGate();

serveJobs<IndexJobs>(self as unknown as Endpoint, {
  async scan({ source }, { signal, emit }) {
    const vocabulary = bundledVocabulary();
    await scanDataset(await openSource(source), {
      signal,
      gate,
      vocabulary,
      now: () => performance.now(),
      emit,
    });
    return null;
  },
  async pause({ paused }) {
    gate.set(paused);
    return null;
  },
});
