import type { ImageDraft, ImageReading, MaskFacts } from '../../domain/dataset/build/drafts.ts';
import type { SidecarMatch } from '../../domain/dataset/build/match-sidecars.ts';
import { isBimcvHeader } from '../../domain/dataset/build/release.ts';
import type { Container } from '../../domain/dataset/dataset-index.ts';
import type { FileSource } from '../../domain/dataset/file-source.ts';
import { isAbort, MidscopeError } from '../../domain/error.ts';
import type { DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import type { ImageAttributes } from '../../domain/imaging/image-attributes.ts';
import type { ImageIssue } from '../../domain/imaging/image-issue.ts';
import { projectionOf } from '../../domain/imaging/projection.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import { seriesKind } from '../../domain/imaging/series-kind.ts';
import { statedModality } from '../../domain/imaging/stated-modality.ts';
import { readPngHeader, type PngHeader } from '../../formats/png/png-file.ts';
import { peekNiftiHeader } from '../../formats/nifti/read-nifti.ts';
import { sniff, type SniffedKind } from '../../formats/sniff.ts';
import { readHeader } from '../images/read-header.ts';
import { readSidecar, type ReadAttributes } from '../images/read-sidecar.ts';
import { dicomMaskFacts, shownSize } from './mask-facts.ts';
import { HEAD_BYTES } from '../read-head.ts';

/** Signature and IHDR of a PNG, which is what most images are. */
const PNG_HEAD_BYTES = 33;

const FILMS: ReadonlySet<string> = new Set(['CR', 'DX']);

const KIND: Readonly<Partial<Record<SniffedKind, Container>>> = {
  dicom: 'dicom',
  png: 'png',
  nifti: 'nifti',
  gzip: 'nifti',
};

/**
 * Reads what an image's first bytes and its sidecar say. Whatever is wrong becomes an issue of the reading;
 * `failed` means that it cannot be shown. What a sidecar says counts either way.
 */
export async function readImage(
  source: FileSource,
  image: ImageDraft,
  match: SidecarMatch | undefined,
  signal: AbortSignal,
): Promise<ImageReading> {
  const [head, sidecar] = await Promise.all([
    readHead(source, image, signal),
    readSidecar(source, match?.path, signal),
  ]);
  if (head.kind === 'failed')
    return failure(image, sidecar.attributes, isOfBimcv(sidecar.dataset), [...sidecar.issues, head.issue]);
  if (head.kind === 'mask') return { ...failure(image, NO_ATTRIBUTES, false, []), mask: head.facts };
  const { attributes, dataset, issues } = head.kind === 'dicom' ? head : sidecar;
  return {
    ...reading(image, head.kind, attributes, [
      ...issues,
      ...(head.kind === 'png' ? pngIssues(head.png, attributes) : []),
    ]),
    isBimcv: isOfBimcv(dataset),
    ...sizeOf(head, attributes),
  };
}

const isOfBimcv = (dataset: DicomDataset | undefined): boolean =>
  dataset !== undefined && isBimcvHeader(dataset);

/** What the bytes of a file tell before it is decoded. */
type Head =
  | { readonly kind: 'png'; readonly png: PngHeader }
  | { readonly kind: 'nifti'; readonly columns: number; readonly rows: number }
  | ({ readonly kind: 'dicom' } & ReadAttributes)
  | { readonly kind: 'mask'; readonly facts: MaskFacts }
  | { readonly kind: 'failed'; readonly issue: ImageIssue };

async function readHead(source: FileSource, image: ImageDraft, signal: AbortSignal): Promise<Head> {
  try {
    const length = image.container === 'png' ? PNG_HEAD_BYTES : HEAD_BYTES;
    const head = await source.read(image.path, signal, { offset: 0, length });
    if (head.length === 0) throw new MidscopeError('FILE_EMPTY');
    switch (KIND[sniff(head)]) {
      case 'dicom':
        return await readDicom(source, image, signal);
      case 'png':
        return { kind: 'png', png: readPngHeader(head) };
      case 'nifti':
        return {
          kind: 'nifti',
          ...shownSize(await peekNiftiHeader(head, signal)),
        };
      default:
        throw new MidscopeError(image.container === 'unknown' ? 'FILE_UNKNOWN' : 'IMAGE_UNKNOWN');
    }
  } catch (thrown) {
    if (isAbort(thrown)) throw thrown;
    if (thrown instanceof MidscopeError) return { kind: 'failed', issue: thrown.issue };
    const facts = {
      reason: 'unforeseen',
      detail: String(thrown).slice(0, 120),
    } as const;
    return { kind: 'failed', issue: { code: 'IMAGE_UNDECODABLE', facts } };
  }
}

async function readDicom(source: FileSource, image: ImageDraft, signal: AbortSignal): Promise<Head> {
  const { header } = await readHeader(source, image.path, signal);
  const facts = dicomMaskFacts(header.dataset);
  if (facts) return { kind: 'mask', facts };
  if (!header.pixelData) throw new MidscopeError('DICOM_NO_PIXELS');
  const { attributes, issues } = readImageAttributes(header.dataset);
  return {
    kind: 'dicom',
    attributes,
    dataset: header.dataset,
    issues: [...header.issues, ...issues],
  };
}

function pngIssues(png: PngHeader, { Rows, Columns }: ImageAttributes): readonly ImageIssue[] {
  const found: ImageIssue[] = [];
  if (png.colour === 'rgb' || png.colour === 'rgb+alpha') found.push({ code: 'IMAGE_COLOUR' });
  if (Rows !== undefined && Columns !== undefined && (Rows !== png.rows || Columns !== png.columns))
    found.push({
      code: 'SIDECAR_SIZE',
      facts: {
        sidecar: `${Columns} × ${Rows}`,
        image: `${png.columns} × ${png.rows}`,
      },
    });
  return found;
}

const failure = (
  image: ImageDraft,
  attributes: ImageAttributes,
  isBimcv: boolean,
  issues: readonly ImageIssue[],
): ImageReading => ({
  state: 'failed',
  container: image.container,
  modality: attributes.Modality ?? '',
  view: '',
  viewConflict: false,
  date: attributes.date ?? 0,
  seriesUid: '',
  isBimcv,
  sopUid: '',
  columns: 0,
  rows: 0,
  issues,
});

const NO_ATTRIBUTES: ImageAttributes = { windows: [], voiLuts: [] };

function sizeOf(
  head: Exclude<Head, { readonly kind: 'failed' | 'mask' }>,
  { Columns = 0, Rows = 0 }: ImageAttributes,
): Pick<ImageReading, 'columns' | 'rows'> {
  if (head.kind === 'dicom') return { columns: Columns, rows: Rows };
  const { columns, rows } = head.kind === 'png' ? head.png : head;
  return { columns, rows };
}

function reading(
  image: ImageDraft,
  container: Container,
  attributes: ImageAttributes,
  issues: readonly ImageIssue[],
): Omit<ImageReading, 'isBimcv' | 'columns' | 'rows'> {
  const { Modality: read = '' } = attributes;
  const modality = statedModality(image.modality, read);
  const isFilm = FILMS.has(modality.shown);
  const projection = isFilm ? projectionOf(image.view, attributes) : undefined;
  return {
    state: 'read',
    container,
    modality: read,
    view: projection?.shown ?? '',
    viewConflict: projection?.conflict ?? false,
    date: attributes.date ?? 0,
    seriesUid: attributes.SeriesInstanceUID ?? '',
    sopUid: attributes.SOPInstanceUID ?? '',
    issues: [
      ...issues,
      ...(modality.conflict ? [mismatch(image.modality, read)] : []),
      ...attributeIssues(attributes, isFilm),
    ],
  };
}

const mismatch = (name: string, header: string): ImageIssue => ({
  code: 'MODALITY_MISMATCH',
  facts: { name, header },
});

/** What the attributes of an image that can be shown bring up. */
function attributeIssues(attributes: ImageAttributes, isFilm: boolean): readonly ImageIssue[] {
  const issues: ImageIssue[] = [];
  const { windows, voiLuts, PhotometricInterpretation, PresentationLUTShape } = attributes;
  if (isFilm && windows.length + voiLuts.length === 0) issues.push({ code: 'VOI_MISSING' });
  if (PhotometricInterpretation === 'MONOCHROME1' && PresentationLUTShape === 'IDENTITY')
    issues.push({ code: 'POLARITY_CONFLICT' });
  if (attributes.BurnedInAnnotation === true) issues.push({ code: 'IMAGE_BURNED_IN' });
  if (attributes.datesModified === true) issues.push({ code: 'DATES_MODIFIED' });
  const kind = isFilm ? undefined : seriesKind(attributes);
  if (kind === 'localizer') issues.push({ code: 'IMAGE_LOCALIZER' });
  else if (kind) issues.push({ code: 'IMAGE_DERIVED', facts: { kind } });
  return issues;
}
