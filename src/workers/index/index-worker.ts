import { bundledVocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { openSource } from '../../sources/open-source.ts';
import { serveJobs, type Endpoint } from '../rpc.ts';
import type { IndexJobs } from './index-contract.ts';
import { createPauseGate } from './pause-gate.ts';
import { createQuestion } from './question.ts';
import { scanDataset } from './scan-dataset.ts';

/** A served folder answers many reads in one request; elsewhere more at a time are not faster. */
const SERVED_READS = 96;
const LOCAL_READS = 8;

const gate = createPauseGate();
const question = createQuestion<boolean>();

serveJobs<IndexJobs>(self as unknown as Endpoint, {
  async scan({ source }, { signal, emit }) {
    const vocabulary = bundledVocabulary();
    await scanDataset(await openSource(source, true), {
      parallelReads: source.kind === 'served' ? SERVED_READS : LOCAL_READS,
      signal,
      gate,
      vocabulary,
      now: () => performance.now(),
      emit,
      isKept: (signature, asking) => {
        emit({ kind: 'signature', signature });
        return question.ask(asking);
      },
    });
    return null;
  },
  async goOn({ isKept }) {
    question.answer(isKept);
    return null;
  },
  async pause({ paused }) {
    gate.set(paused);
    return null;
  },
});
