import { Worker } from 'node:worker_threads';

/** Ends the process when one step of it never ends, and says which. */
export interface HangWatch {
  /** @param sentence what to say if it is the last one. */
  begin(sentence: string): void;
  end(): void;
}

const SENTENCE_BYTES = 256;
const SECONDS = 60;

/**
 * Looks on from a thread of its own, since nothing else can while a loop runs: the sentence and its count are in shared memory,
 * and a count that has not changed for a minute ends the process.
 */
export function watchForHang(): HangWatch {
  const shared = new SharedArrayBuffer(4 + SENTENCE_BYTES);
  const count = new Int32Array(shared, 0, 1);
  const sentenceBytes = new Uint8Array(shared, 4);
  const encoder = new TextEncoder();
  const worker = new Worker(
    `const { workerData } = require('node:worker_threads');
     const count = new Int32Array(workerData, 0, 1);
     let last = -1;
     let since = 0;
     setInterval(() => {
       const now = Atomics.load(count, 0);
       since = now === last ? since + 1 : 0;
       last = now;
       if (since < ${SECONDS}) return;
       const said = Buffer.from(new Uint8Array(workerData, 4)).toString('utf8').replace(/\\0.*$/s, '');
       require('node:fs').writeSync(2, said + '\\n');
       process.kill(process.pid, 'SIGKILL');
     }, 1000);`,
    { eval: true, workerData: shared },
  );
  worker.unref();
  return {
    begin(sentence) {
      sentenceBytes.fill(0);
      sentenceBytes.set(encoder.encode(sentence).subarray(0, SENTENCE_BYTES));
      Atomics.add(count, 0, 1);
    },
    end: () => void worker.terminate(),
  };
}
