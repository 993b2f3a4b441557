import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonLines } from './http-body.ts';

/** An answer whose bytes come in pieces of the given lengths, again and again. */
function inPieces(bytes: Uint8Array, lengths: readonly number[]): Response {
  let position = 0;
  let piece = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const end = position + (lengths[piece++ % lengths.length] ?? 1);
      controller.enqueue(bytes.slice(position, end));
      position = end;
      if (position >= bytes.length) controller.close();
    },
  });
  return new Response(body);
}

async function allOf(response: Response): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  for await (const some of jsonLines(response)) values.push(...some);
  return values;
}

const pieces = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });

describe('an answer of one JSON value per line', () => {
  test('gives the same values wherever the network cut it', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme' }));
    const property = fc.asyncProperty(texts, pieces, fc.boolean(), async (values, lengths, lastLineEnds) => {
      const lines = values.map((value) => JSON.stringify(value)).join('\n') + (lastLineEnds ? '\n' : '');
      expect(await allOf(inPieces(new TextEncoder().encode(lines), lengths))).toEqual(values);
    });
    await fc.assert(property);
  });

  test('ends with values or an error, whatever its bytes', async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), pieces, async (bytes, lengths) => {
      const outcome = await allOf(inPieces(bytes, lengths)).catch((thrown: unknown) => thrown);
      expect(Array.isArray(outcome) || outcome instanceof Error).toBe(true);
    });
    await fc.assert(property, { seed: 20_200_318, numRuns: 500 });
  });

  test('may be empty', async () => {
    expect(await allOf(new Response(null))).toEqual([]);
    expect(await allOf(new Response(''))).toEqual([]);
  });
});
