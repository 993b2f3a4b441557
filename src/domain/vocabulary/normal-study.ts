export const NORMAL = 'normal';

/** Labels that say nothing against a normal study. */
const ALLOWED: ReadonlySet<string> = new Set([NORMAL, 'exclude', 'suboptimal study']);

/**
 * Whether the labels of a session are those of a normal study: `normal`, and nothing but `exclude` and `suboptimal
 * study` beside it, which is how the authors of BIMCV COVID-19+ count. A quarter of the sessions of iteration 1 that hold
 * the word have other labels too.
 */
export const isNormalStudy = (labels: readonly string[]): boolean =>
  labels.includes(NORMAL) && labels.every((label) => ALLOWED.has(label));
