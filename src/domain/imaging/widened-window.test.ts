import { expect, test } from 'vitest';
import type { DisplayChain } from './display-chain.ts';
import type { Pixels } from './pixels.ts';
import { widenedWindow } from './widened-window.ts';

const grey = (data: Int16Array | Float32Array) => ({ kind: 'grey', columns: 2, rows: 1, data }) as Pixels;
const whole = grey(new Int16Array([0, 9]));
const real = grey(new Float32Array([0, 0.5]));

const shown = (center: number, width: number): Pick<DisplayChain, 'modality' | 'voi'> => ({
  modality: { kind: 'none', reason: 'applied' },
  voi: { kind: 'window', function: 'LINEAR_EXACT', center, width },
});

test('a window becomes wider and narrower about its centre', () => {
  expect(widenedWindow(shown(40, 400), whole, 1.25)).toEqual({ center: 40, width: 500 });
  expect(widenedWindow(shown(-600, 1500), whole, 0.8)).toEqual({ center: -600, width: 1200 });
});

test('of whole numbers no window is narrower than one, of others any may be', () => {
  expect(widenedWindow(shown(3, 1.1), whole, 0.5).width).toBe(1);
  expect(widenedWindow(shown(0.2, 0.1), real, 0.5).width).toBe(0.05);
});
