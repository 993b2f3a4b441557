import { describe, expect, it } from 'vitest';
import type { DatasetIndex } from './dataset-index.ts';
import { neighboursOf } from './neighbours.ts';

/** Patient 0 has sessions 0 and 3 (by date 3, 0), patient 1 has 1, patient 2 has 2 and 4. */
const INDEX = {
  sessions: { subject: Uint32Array.of(0, 1, 2, 0, 2) },
  subjects: {
    sessions: { offsets: Uint32Array.of(0, 2, 3, 5), values: Uint32Array.of(3, 0, 1, 2, 4) },
  },
} as unknown as DatasetIndex;

describe('neighboursOf', () => {
  it('steps through the list, the patients of the list and the sessions of the patient', () => {
    expect(neighboursOf(INDEX, [0, 4, 2, 1], 4)).toEqual({
      position: 2,
      next: 2,
      previous: 0,
      nextSession: undefined,
      previousSession: 2,
      nextPatient: 1,
      previousPatient: 0,
    });
  });

  it('reaches priors that the filter leaves out', () => {
    expect(neighboursOf(INDEX, [0, 1], 0)).toMatchObject({ previousSession: 3, nextSession: undefined });
  });

  it('knows the patients around a session that is not in the list itself', () => {
    const near = neighboursOf(INDEX, [0, 4, 1], 2);
    expect(near).toMatchObject({ position: 0, previousPatient: 0, nextPatient: 1 });
    expect([near.next, near.previous]).toEqual([undefined, undefined]);
    expect(neighboursOf(INDEX, [1], 0)).toMatchObject({ nextPatient: undefined, previousPatient: undefined });
  });
});
