import { describeFileSourceContract } from './file-source-contract.ts';
import { memorySource } from './memory-source.ts';

describeFileSourceContract('the source in memory', (files) => ({
  source: memorySource(Object.fromEntries(files)),
}));
