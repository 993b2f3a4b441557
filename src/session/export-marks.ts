import { version } from '../../package.json';
import type { DatasetPath } from '../domain/brand.ts';
import { CONTAINERS, type DatasetIndex } from '../domain/dataset/dataset-index.ts';
import { findSession } from '../domain/dataset/case-series.ts';
import { placeKey, type Mark } from '../domain/measure/measurement.ts';
import { scaleOf } from '../domain/measure/picture-scale.ts';
import { marksAsCsv, marksAsJson } from '../formats/export/export-marks.ts';
import type { ScaledMark } from '../formats/export/mark-record.ts';
import type { ReferencedImage } from '../formats/dicom/sr/content.ts';
import type { ReportedMark } from '../formats/dicom/sr/mark-groups.ts';
import { namedUid, uuidUid } from '../formats/dicom/named-uid.ts';
import type { ImageStore } from './image-store.ts';
import { newId } from './new-id.ts';

export type MarkExport = 'json' | 'csv' | 'sr';

export interface MarksFile {
  readonly name: string;
  readonly content: Blob;
}

const TYPES: Readonly<Record<MarkExport, string>> = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  sr: 'application/dicom',
};

const ENDINGS: Readonly<Record<MarkExport, string>> = { json: 'json', csv: 'csv', sr: 'dcm' };

/** Each mark with the scale of its picture, which a calibration line may set. */
function scaled(marks: readonly Mark[]): readonly ScaledMark[] {
  const pictures = new Map<string, Mark[]>();
  for (const mark of marks) {
    const key = placeKey(mark.picture.place);
    pictures.set(key, [...(pictures.get(key) ?? []), mark]);
  }
  return marks.map((mark) => ({
    mark,
    scale: scaleOf(mark.picture.spacing, pictures.get(placeKey(mark.picture.place)) ?? []),
  }));
}

interface ExportContext {
  readonly index: DatasetIndex;
  /** Under which the browser keeps things of the dataset. */
  readonly storageKey: string;
  readonly images: Pick<ImageStore, 'tags'>;
  readonly signal: AbortSignal;
}

/** Marks as a file. A report is of one case: all its marks are of one session. */
export async function exportMarks(
  marks: readonly Mark[],
  kind: MarkExport,
  of: ExportContext & { readonly name: string },
): Promise<MarksFile> {
  const all = scaled(marks);
  const name = `${of.name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-measurements.${ENDINGS[kind]}`;
  const facts = { dataset: of.index.name, at: new Date().toISOString() };
  const content =
    kind === 'sr' ? await report(all, of) : kind === 'csv' ? marksAsCsv(all) : marksAsJson(all, facts);
  return { name, content: new Blob([content], { type: TYPES[kind] }) };
}

/** SOP classes of what is named by midscope, since its file has no DICOM identity: Secondary Capture. */
const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';
const MULTI_FRAME_CAPTURE = '1.2.840.10008.5.1.4.1.1.7.3';

/** Finds out under which UIDs files are known. */
function referencer(of: ExportContext) {
  const { index, images, storageKey, signal } = of;
  const rows = new Map(index.images.paths.map((path, row) => [path, row] as const));
  const tags = async (path: DatasetPath): Promise<ReadonlyMap<string, string>> => {
    const row = rows.get(path);
    const sidecar = row === undefined ? undefined : index.images.sidecars[index.images.sidecar[row] ?? -1];
    // The sidecar of a sibling has the identity of the sibling, and that of a volume has one of its slices'.
    const isOwn =
      row !== undefined &&
      index.images.sidecarShared[row] !== 1 &&
      CONTAINERS[index.images.container[row] ?? 0] !== 'nifti';
    if (!isOwn) return new Map();
    const found = await images.tags({ path, ...(sidecar && { sidecar }) }, signal).catch(() => undefined);
    return new Map(
      found?.rows.filter(({ depth }) => depth === 0).map(({ keyword, value }) => [keyword, value]),
    );
  };
  const known = new Map<string, Promise<ReadonlyMap<string, string>>>();
  return async ({ picture, subject, session }: Mark): Promise<ReferencedImage> => {
    const { place } = picture;
    const path = place.path as DatasetPath;
    const found = known.get(path) ?? tags(path);
    known.set(path, found);
    const named = await found;
    const own = (keyword: string, otherwise: string): string => named.get(keyword) || otherwise;
    const frame = place.kind === 'image' ? place.frame : 0;
    const isMany =
      Number(named.get('NumberOfFrames') ?? 1) > 1 || (named.size === 0 && path.includes('.nii'));
    return {
      study: own('StudyInstanceUID', namedUid(`${storageKey} ${subject} ${session}`)),
      series: own('SeriesInstanceUID', namedUid(`${storageKey} ${path} series`)),
      sopClass: own('SOPClassUID', isMany ? MULTI_FRAME_CAPTURE : SECONDARY_CAPTURE),
      sopInstance: own('SOPInstanceUID', namedUid(`${storageKey} ${path}`)),
      ...(isMany && { frame: frame + 1 }),
    };
  };
}

/** Names that tell the marks of a report apart: the user's words, else the tool and a number. */
const nameOf = ({ text, tool }: Mark, at: number): string => `${at + 1} ${text === '' ? tool : text}`;

async function report(marks: readonly ScaledMark[], of: ExportContext): Promise<Uint8Array<ArrayBuffer>> {
  const { writeMeasurementReport } = await import('../formats/dicom/sr/measurement-report.ts');
  const reference = referencer(of);
  const { index, storageKey } = of;
  // A key image measures nothing.
  const drawn = marks.filter(({ mark }) => mark.tool !== 'key');
  const [first] = drawn;
  const reported: ReportedMark[] = [];
  let study = first && namedUid(`${storageKey} ${first.mark.subject} ${first.mark.session}`);
  for (const [at, { mark, scale }] of drawn.entries()) {
    const image = await reference(mark);
    // The report joins the study of its images, where they have one.
    if (at === 0) ({ study } = image);
    const { place, patient } = mark.picture;
    const on =
      place.kind === 'image'
        ? { image }
        : { frameOfReference: patient?.frameOfReference ?? namedUid(`${storageKey} ${place.path} frame`) };
    reported.push({ mark, scale, on, name: nameOf(mark, at), uid: uuidUid(mark.id) });
  }
  const row = first ? findSession(index, first.mark.subject, first.mark.session) : -1;
  const sex = index.subjects.sex[index.sessions.subject[row] ?? -1] ?? 'unknown';
  const date = index.sessions.date[row] ?? 0;
  return writeMeasurementReport({
    patientId: first?.mark.subject ?? '',
    patientSex: sex === 'unknown' ? '' : sex,
    study: study ?? namedUid(storageKey),
    studyDate: date > 0 ? String(date) : '',
    series: uuidUid(newId()),
    instance: uuidUid(newId()),
    device: namedUid('midscope'),
    version,
    at: new Date(),
    isTomography: drawn.some(({ mark }) => mark.picture.modality === 'CT'),
    marks: reported,
  });
}
