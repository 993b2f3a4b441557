/** For tests: what a header says; what is left out is as in a plain volume of 4 × 5 × 6 16-bit voxels. */
export interface Fields {
  readonly dim?: readonly number[];
  readonly pixdim?: readonly number[];
  readonly datatype?: number;
  readonly bitpix?: number;
  readonly voxOffset?: number;
  readonly slope?: number;
  readonly intercept?: number;
  readonly units?: number;
  readonly qformCode?: number;
  readonly sformCode?: number;
  readonly quatern?: readonly number[];
  readonly qoffset?: readonly number[];
  readonly srow?: readonly number[];
  readonly description?: string;
}

/** For tests: a NIfTI-1 header after the offsets of nifti1.h. */
export function header1(fields: Fields = {}, littleEndian = true): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(352);
  const view = new DataView(bytes.buffer);
  const floats = (at: number, values: readonly number[] = []) =>
    values.forEach((value, index) => view.setFloat32(at + 4 * index, value, littleEndian));
  view.setInt32(0, 348, littleEndian);
  (fields.dim ?? [3, 4, 5, 6]).forEach((value, index) => view.setInt16(40 + 2 * index, value, littleEndian));
  view.setInt16(70, fields.datatype ?? 4, littleEndian);
  view.setInt16(72, fields.bitpix ?? 16, littleEndian);
  floats(76, fields.pixdim ?? [1, 0.5, 0.25, 2]);
  floats(108, [fields.voxOffset ?? 352, fields.slope ?? 0, fields.intercept ?? 0]);
  bytes[123] = fields.units ?? 10;
  bytes.set(new TextEncoder().encode(fields.description ?? ''), 148);
  view.setInt16(252, fields.qformCode ?? 0, littleEndian);
  view.setInt16(254, fields.sformCode ?? 0, littleEndian);
  floats(256, fields.quatern);
  floats(268, fields.qoffset);
  floats(280, fields.srow);
  bytes.set(new TextEncoder().encode('n+1'), 344);
  return bytes;
}

/** For tests: a NIfTI-2 header after the offsets of nifti2.h. */
export function header2(fields: Fields = {}, littleEndian = true): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(544);
  const view = new DataView(bytes.buffer);
  const doubles = (at: number, values: readonly number[] = []) =>
    values.forEach((value, index) => view.setFloat64(at + 8 * index, value, littleEndian));
  view.setInt32(0, 540, littleEndian);
  bytes.set(Uint8Array.from([0x6e, 0x2b, 0x32, 0, 0x0d, 0x0a, 0x1a, 0x0a]), 4);
  view.setInt16(12, fields.datatype ?? 4, littleEndian);
  view.setInt16(14, fields.bitpix ?? 16, littleEndian);
  (fields.dim ?? [3, 4, 5, 6]).forEach((value, index) =>
    view.setBigInt64(16 + 8 * index, BigInt(value), littleEndian),
  );
  doubles(104, fields.pixdim ?? [1, 0.5, 0.25, 2]);
  view.setBigInt64(168, BigInt(fields.voxOffset ?? 544), littleEndian);
  doubles(176, [fields.slope ?? 0, fields.intercept ?? 0]);
  bytes.set(new TextEncoder().encode(fields.description ?? ''), 240);
  view.setInt32(344, fields.qformCode ?? 0, littleEndian);
  view.setInt32(348, fields.sformCode ?? 0, littleEndian);
  doubles(352, fields.quatern);
  doubles(376, fields.qoffset);
  doubles(400, fields.srow);
  view.setInt32(500, fields.units ?? 10, littleEndian);
  return bytes;
}
