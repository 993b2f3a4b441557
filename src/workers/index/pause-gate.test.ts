import { expect, test } from 'vitest';
import { createPauseGate } from './pause-gate.ts';

const signal = new AbortController().signal;

test('an open gate lets pass at once, a shut one when it is opened', async () => {
  const gate = createPauseGate();
  await gate.pass(signal);
  gate.set(true);
  let passed = 0;
  const waiting = Promise.all([1, 2].map(async () => (await gate.pass(signal), (passed += 1))));
  await Promise.resolve();
  expect([gate.paused, passed]).toEqual([true, 0]);
  gate.set(false);
  await waiting;
  expect([gate.paused, passed]).toEqual([false, 2]);
});

test('who waits at a shut gate can be called off', async () => {
  const gate = createPauseGate();
  gate.set(true);
  const controller = new AbortController();
  const waiting = gate.pass(controller.signal);
  controller.abort();
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});
