import type { DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import { writeDicom } from '../../formats/dicom/write-dicom.ts';
import { gzipStored, writeNifti } from '../../formats/nifti/write-nifti.ts';
import type { NiftiAffine } from '../../formats/nifti/write-nifti.ts';
import type { Chest } from '../anatomy/chest.ts';
import { chestScan } from '../ct/ct-geometry.ts';
import { OUTSIDE } from '../ct/scanner.ts';
import type { CtGeometry, CtScanner } from '../ct/scanner.ts';
import { renderFilm } from '../film/film.ts';
import { exposureOf } from '../film/techniques.ts';
import { pause } from '../../domain/pause.ts';
import type { DemoCt, DemoSession } from '../plan/demo-plan.ts';
import { createRandom } from '../random.ts';
import { CT_INTERCEPT, CT_PADDING, ctAttributes, sliceAttributes } from './attributes.ts';

type Bytes = Uint8Array<ArrayBuffer>;
const DESCRIPTION = 'midscope demo, synthetic';

/** Grid of a CT of the plan; a localizer has that of its two projections. */
const ctGeometry = ({ plan }: DemoCt): CtGeometry =>
  plan.storage === 'localizer'
    ? { columns: 256, rows: 280, slices: 2, spacing: [1.5, 1.5, 1.5], origin: [-191.25, 0, 150] }
    : chestScan(plan.slices);

/** What the sidecar of a CT says; the values of its NIfTI are Hounsfield units already, as in the published files. */
export const ctSidecar = (session: DemoSession, ct: DemoCt): DicomDataset =>
  ctAttributes(session, ct.run, ctGeometry(ct), ct.plan.storage === 'localizer');

/** A volume as gzipped NIfTI, its axes in the order and direction of the plan. */
export async function renderNifti(scanner: CtScanner, ct: DemoCt, signal: AbortSignal): Promise<Bytes> {
  const { geometry } = scanner;
  const { columns, rows, slices } = geometry;
  const sagittal = ct.plan.storage === 'sagittal';
  const data = new Int16Array(columns * rows * slices);
  for (let k = 0; k < slices; k++) {
    if (k % 8 === 0) await pause(signal);
    const slice = scanner.slice(k);
    if (sagittal) turnSlice(slice, data, geometry, k);
    else data.set(slice, k * columns * rows);
  }
  const dimensions = sagittal ? ([rows, slices, columns] as const) : ([columns, rows, slices] as const);
  const affine = sagittal ? sagittalAffine(geometry) : axialAffine(geometry);
  return gzipStored(writeNifti({ dimensions, data, affine, description: DESCRIPTION }));
}

/** Sagittal storage: i runs from back to front, j from foot to head, k from left to right. */
function turnSlice(
  slice: Int16Array,
  data: Int16Array,
  { columns, rows, slices }: CtGeometry,
  k: number,
): void {
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++)
      data[((columns - 1 - c) * slices + k) * rows + (rows - 1 - r)] = slice[r * columns + c] ?? 0;
}

/** LPS to RAS turns the signs of x and y. */
function axialAffine({ spacing: [dx, dy, dz], origin: [x, y, z] }: CtGeometry): NiftiAffine {
  return [
    [-dx, 0, 0, -x],
    [0, -dy, 0, -y],
    [0, 0, dz, z],
  ];
}

function sagittalAffine({
  columns,
  rows,
  spacing: [dx, dy, dz],
  origin: [x, y, z],
}: CtGeometry): NiftiAffine {
  return [
    [0, 0, dx, -(x + (columns - 1) * dx)],
    [dy, 0, 0, -(y + (rows - 1) * dy)],
    [0, dz, 0, z],
  ];
}

/** One slice of a DICOM series; file names, instance numbers and positions are in three different orders. */
export async function renderDicomSlice(
  scanner: CtScanner,
  session: DemoSession,
  ct: DemoCt,
  file: number,
): Promise<Bytes> {
  const { geometry } = scanner;
  const index = shuffled(ct.plan.slices, `${session.session}/files`)[file] ?? 0;
  const instance = (shuffled(ct.plan.slices, `${session.session}/instances`)[file] ?? 0) + 1;
  const slice = scanner.slice(index);
  const view = new DataView(new ArrayBuffer(slice.byteLength));
  slice.forEach((hounsfield, n) => {
    const stored = hounsfield === OUTSIDE ? CT_PADDING : hounsfield - CT_INTERCEPT;
    view.setInt16(2 * n, stored, true);
  });
  const [x, y, z] = geometry.origin;
  const position = [x, y, Math.round(100 * (z + index * geometry.spacing[2])) / 100] as const;
  const attributes = sliceAttributes(
    ctSidecar(session, ct),
    session,
    { run: ct.run, index, instance },
    position,
  );
  return writeDicom(attributes, new Uint8Array(view.buffer));
}

/** The numbers from 0 up, in a fixed disorder. */
function shuffled(count: number, seed: string): number[] {
  const random = createRandom(seed);
  const order = Array.from({ length: count }, (_, n) => n);
  for (let n = count - 1; n > 0; n--) {
    const other = random.integer(0, n);
    [order[n], order[other]] = [order[other] ?? 0, order[n] ?? 0];
  }
  return order;
}

/** A localizer: a frontal and a lateral scout as the two slices of one NIfTI. */
export async function renderLocalizer(chest: Chest, ct: DemoCt, signal: AbortSignal): Promise<Bytes> {
  const { columns, rows, spacing, origin } = ctGeometry(ct);
  const data = new Int16Array(columns * rows * 2);
  for (const [k, view] of (['PA', 'lateral'] as const).entries()) {
    await pause(signal);
    const geometry = {
      view,
      columns,
      rows,
      pixel: spacing[0],
      distance: 4000,
      centre: [0, origin[2] - (rows * spacing[1]) / 2] as const,
      rotation: 0,
    };
    const { values } = renderFilm(chest, { geometry, exposure: exposureOf(view) });
    for (let n = 0; n < values.length; n++)
      data[k * values.length + n] = Math.round(Math.min(1500, -500 + 620 * Math.max(-0.8, values[n] ?? 0)));
  }
  const affine: NiftiAffine = [
    [-spacing[0], 0, 0, -origin[0]],
    [0, 0, spacing[2], 0],
    [0, -spacing[1], 0, origin[2]],
  ];
  return gzipStored(writeNifti({ dimensions: [columns, rows, 2], data, affine, description: DESCRIPTION }));
}
