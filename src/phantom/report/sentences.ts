import { DEVICES, HEART_AND_BONE } from './chest-sentences.ts';
import { CONCLUSIONS, CT, MISLABELLED, NORMAL } from './general-sentences.ts';
import { PARENCHYMA, PLEURA } from './lung-sentences.ts';
import type { Sentence } from './sentence.ts';

/** Every sentence that a report of the demo can hold. */
export const SENTENCES = {
  ...PARENCHYMA,
  ...PLEURA,
  ...HEART_AND_BONE,
  ...DEVICES,
  ...CONCLUSIONS,
  ...NORMAL,
  ...CT,
  ...MISLABELLED,
} as const satisfies Readonly<Record<string, Sentence>>;

/** Name of a sentence. */
export type SentenceKey = keyof typeof SENTENCES;
