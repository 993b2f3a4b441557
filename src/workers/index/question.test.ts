import { describe, expect, it } from 'vitest';
import { createQuestion } from './question.ts';

describe('a question', () => {
  it('waits for its answer', async () => {
    const question = createQuestion<number>();
    const asked = question.ask(new AbortController().signal);
    question.answer(7);
    await expect(asked).resolves.toBe(7);
  });

  it('ends with an AbortError, at once when it was aborted before', async () => {
    const question = createQuestion<number>();
    const controller = new AbortController();
    const asked = question.ask(controller.signal);
    controller.abort();
    await expect(asked).rejects.toThrow(/abort/i);
    await expect(question.ask(controller.signal)).rejects.toThrow(/abort/i);
  });

  it('is not answered by what was said before it was asked', async () => {
    const question = createQuestion<number>();
    question.answer(1);
    const asked = question.ask(new AbortController().signal);
    question.answer(2);
    await expect(asked).resolves.toBe(2);
  });
});
