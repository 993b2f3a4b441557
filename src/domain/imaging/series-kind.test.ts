import { expect, it } from 'vitest';
import { seriesKind } from './series-kind.ts';

it.each([
  ['ORIGINAL\\PRIMARY\\AXIAL', undefined],
  ['ORIGINAL\\PRIMARY', undefined],
  ['', undefined],
  ['ORIGINAL\\PRIMARY\\LOCALIZER', 'localizer'],
  ['ORIGINAL\\PRIMARY\\LOCALIZER\\CT_SOM5 TOP', 'localizer'],
  ['DERIVED\\SECONDARY\\MPR', 'mpr'],
  ['DERIVED\\SECONDARY\\AXIAL\\CT_SOM5 MPR', 'mpr'],
  ['DERIVED\\SECONDARY\\REFORMATTED\\AVERAGE', 'mean'],
  ['DERIVED\\SECONDARY\\REFORMATTED\\MIN IP', 'minip'],
  ['DERIVED\\SECONDARY\\REFORMATTED\\MIN_IP', 'minip'],
  ['DERIVED\\SECONDARY\\AXIAL\\CT_SOM5 MIP', 'mip'],
  ['DERIVED\\SECONDARY\\PROJECTION IMAGE', 'mip'],
  ['derived\\secondary\\mpr', 'mpr'],
  // The first two values say how the pixels and the image came to be, not what they show.
  ['MPR\\MIP', undefined],
] as const)('%s is %s', (filed, kind) => {
  expect(seriesKind({ ImageType: filed.split('\\') })).toBe(kind);
});
