import type { Random } from '../random.ts';

/** What makes one person's chest differ from the next one's. Lengths in millimetres. */
export interface Habitus {
  readonly sex: 'M' | 'F';
  /** Years. */
  readonly age: number;
  /** Size of the bony chest against an average man, per axis. */
  readonly width: number;
  readonly depth: number;
  readonly height: number;
  /** Subcutaneous fat of the chest wall. */
  readonly fat: number;
  /** Size of the breast shadows, 0 to 1. */
  readonly breast: number;
  /** Only the left breast is there. */
  readonly oneBreast?: boolean;
  /** Enlargement of the thyroid into the upper mediastinum, 0 to 1. */
  readonly goiter?: number;
  /** How far both domes stand below their usual height at full inspiration; negative for shallow breaths. */
  readonly inspiration: number;
  /** Extra height of one dome. */
  readonly rightDome: number;
  readonly leftDome: number;
  /** Transverse size of the heart against the average. */
  readonly heart: number;
  /** Unfolding of the aorta, 0 in the young to 1. */
  readonly aorta: number;
  /** Side shift of the spine at its apex, to the left. */
  readonly scoliosis: number;
  /** Extra backward bow of the thoracic spine. */
  readonly kyphosis: number;
  /** Mineral content of the bones against the average. */
  readonly bone: number;
}

/** A person of a sex and age, varied by the stream. */
export function createHabitus(random: Random, sex: 'M' | 'F', age: number): Habitus {
  const size = (sex === 'M' ? 1 : 0.92) + 0.04 * random.normal();
  const weight = random.next();
  const old = Math.max(0, age - 45) / 45;
  return {
    sex,
    age,
    width: size + 0.05 * random.normal(),
    depth: size * (0.97 + 0.12 * old + 0.05 * weight) + 0.03 * random.normal(),
    height: size * (1.02 - 0.05 * old) + 0.05 * random.normal(),
    fat: 5 + 22 * weight * weight + (sex === 'F' ? 3 : 0),
    breast: sex === 'F' ? 0.45 + 0.5 * weight : 0,
    inspiration: random.between(-18, 10),
    rightDome: random.between(-5, 7),
    leftDome: random.between(-7, 6),
    heart: 0.95 + 0.12 * old + 0.045 * random.normal(),
    aorta: Math.min(1, Math.max(0, old + 0.22 * random.normal())),
    scoliosis: random.normal() * (3 + 4 * old),
    kyphosis: 10 * old * random.next(),
    bone: (1.05 - 0.3 * old * (sex === 'F' ? 1.2 : 0.8)) * random.between(0.85, 1.15),
  };
}
