import { describe, expect, it } from 'vitest';
import { isNormalStudy } from './normal-study.ts';

describe('a normal study', () => {
  it.each([[['normal']], [['normal', 'suboptimal study']], [['exclude', 'normal']]])('is %j', (labels) => {
    expect(isNormalStudy(labels)).toBe(true);
  });

  it.each([[[]], [['exclude']], [['suboptimal study']], [['normal', 'COVID 19']], [['nodule']]])(
    'is not %j',
    (labels) => {
      expect(isNormalStudy(labels)).toBe(false);
    },
  );
});
