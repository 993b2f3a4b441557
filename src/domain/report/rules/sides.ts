import type { SentenceReading } from '../read-sentence.ts';

/** Sides of the patient, as bits. */
export const RIGHT = 1;
export const LEFT = 2;

/** The sides that a place is on, as bits; 0 for one that is on neither or may be on either. */
export function sidesOfPlace(place: string): number {
  if (/\bbilateral\b/.test(place)) return RIGHT | LEFT;
  if (/\bright\b/.test(place) || place === 'loc middle lobe' || place === 'loc gallbladder') return RIGHT;
  return /\bleft\b/.test(place) || place === 'loc lingula' ? LEFT : 0;
}

/** The sides that a sentence names, as bits. */
export function sidesSaid({ mentions }: SentenceReading): number {
  let sides = 0;
  for (const { label, names } of mentions) if (names) sides |= sidesOfPlace(label);
  return sides;
}
