import type { Mark } from '../domain/measure/measurement.ts';

/** A length of 5 pixels on the only image of a case. */
export const sampleMark = (more: Partial<Mark> = {}): Mark => ({
  id: 'a',
  tool: 'length',
  subject: 'sub-1',
  session: 'ses-1',
  picture: {
    place: { kind: 'image', path: 'a.png', frame: 0 },
    columns: 10,
    rows: 10,
    spacing: { kind: 'none' },
    basis: 'pa',
  },
  points: [
    [0, 0],
    [3, 4],
  ],
  text: '',
  createdAt: 1,
  changedAt: 2,
  ...more,
});
