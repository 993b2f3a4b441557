import { expect, test } from 'vitest';
import { turnedBy, WheelSteps } from './wheel-steps.ts';

test('a notch is one step, whatever the system counts it for', () => {
  const wheel = new WheelSteps();
  expect([100, 120, 53, -100, -120].map((pixels) => wheel.add(pixels))).toEqual([1, 1, 1, -1, -1]);
  expect(wheel.add(240)).toBe(2);
});

test('the small turns of a pad are added up, and begin anew the other way', () => {
  const wheel = new WheelSteps();
  const steps = Array.from({ length: 12 }, () => wheel.add(10));
  expect(steps.reduce((sum, one) => sum + one, 0)).toBe(3);
  wheel.add(30);
  expect(Math.abs(wheel.add(-10))).toBe(0);
  expect(wheel.add(-30)).toBe(-1);
});

test('lines are counted in pixels, and a wheel that is turned sideways with Shift counts, too', () => {
  expect(turnedBy({ deltaX: 0, deltaY: 3, deltaMode: 1 })).toBe(120);
  expect(turnedBy({ deltaX: -100, deltaY: 0, deltaMode: 0 })).toBe(-100);
});
