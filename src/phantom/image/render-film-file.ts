import { encodePng, pngHead } from '../../formats/png/encode-png.ts';
import { writeDicom } from '../../formats/dicom/write-dicom.ts';
import { TAG } from '../../domain/imaging/dicom-dataset.ts';
import type { DicomDataset, DicomElement } from '../../domain/imaging/dicom-dataset.ts';
import type { Chest } from '../anatomy/chest.ts';
import { paintText } from '../bitmap-font.ts';
import { renderFilm } from '../film/film.ts';
import type { Film } from '../film/film.ts';
import { renderMasks } from '../film/masks.ts';
import type { FilmGeometry } from '../film/projection.ts';
import { exposureOf, geometryOf } from '../film/techniques.ts';
import { pause } from '../../domain/pause.ts';
import type { DemoFilm, DemoSession } from '../plan/demo-plan.ts';
import { maskNamesTable } from '../tables/write-tables.ts';
import { filmAttributes } from './attributes.ts';
import { DETECTORS } from './detectors.ts';
import { shown, storeFilm } from './stored-film.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** How the film of a session is taken. */
const filmGeometry = (session: DemoSession, { plan, run }: DemoFilm): FilmGeometry =>
  geometryOf(plan.view, `${session.seed}/${session.subject}/${session.session}/${run}`, plan.pixel);

/** The image file of a film: stored values as the detector writes them. */
export async function renderFilmFile(
  chest: Chest,
  session: DemoSession,
  film: DemoFilm,
  signal: AbortSignal,
): Promise<Bytes> {
  if (film.plan.defect === 'empty') return new Uint8Array(0);
  const rendered = filmOf(chest, session, film);
  await pause(signal);
  if (film.plan.defect === 'screenshot') return screenshot(rendered);
  const data = storeFilm(rendered, DETECTORS[film.plan.detector]);
  if (film.plan.format === 'dcm')
    return writeDicom(attributesOf(session, film), new Uint8Array(littleEndian(data)));
  return encodePng({ columns: rendered.columns, rows: rendered.rows, samples: 1, data });
}

/** The first bytes of a film's PNG, which tell its size. */
export function filmHead(session: DemoSession, film: DemoFilm): Bytes {
  if (film.plan.defect === 'empty') return new Uint8Array(0);
  const { columns, rows } = filmGeometry(session, film);
  const isColour = film.plan.defect === 'screenshot';
  const depth = isColour || DETECTORS[film.plan.detector].bitsStored <= 8 ? 8 : 16;
  return pngHead({ columns, rows, samples: isColour ? 3 : 1, depth });
}

/** The first bytes of a mask's PNG. */
export function maskHead(session: DemoSession, film: DemoFilm): Bytes {
  const { columns, rows } = filmGeometry(session, film);
  return pngHead({ columns, rows, samples: 1, depth: 8 });
}

function filmOf(chest: Chest, session: DemoSession, film: DemoFilm): Film {
  return renderFilm(chest, {
    geometry: filmGeometry(session, film),
    exposure: exposureOf(film.plan.view),
    // The right side of the patient, in Spanish; laterals carry the side next to the detector.
    marker: { text: film.plan.view === 'lateral' ? 'I' : 'D', side: 'right' },
  });
}

/** What the header or the sidecar of a film says. */
export function attributesOf(session: DemoSession, film: DemoFilm): DicomDataset {
  const attributes = filmAttributes(session, film.plan, film.run, filmGeometry(session, film));
  return film.plan.defect === 'screenshot' ? new Map([...attributes, ...SCREENSHOT]) : attributes;
}

const SCREENSHOT: readonly (readonly [string, DicomElement])[] = [
  [TAG.ImageType, { vr: 'CS', values: ['DERIVED', 'SECONDARY', 'SCREEN SAVE'] }],
  [TAG.SamplesPerPixel, { vr: 'US', values: [3] }],
  [TAG.PhotometricInterpretation, { vr: 'CS', values: ['RGB'] }],
  [TAG.PlanarConfiguration, { vr: 'US', values: [0] }],
  [TAG.BitsAllocated, { vr: 'US', values: [8] }],
  [TAG.BitsStored, { vr: 'US', values: [8] }],
  [TAG.HighBit, { vr: 'US', values: [7] }],
  [TAG.BurnedInAnnotation, { vr: 'CS', values: ['YES'] }],
];

/** The film as somebody photographed it from a workstation, with writing in colour. */
function screenshot({ columns, rows, values }: Film): Bytes {
  const data = new Uint8Array(columns * rows * 3);
  for (let n = 0; n < values.length; n++)
    data.fill(Math.round(255 * shown(values[n] ?? 0)), 3 * n, 3 * n + 3);
  paintText('SIN DIAGNOSTICO', columns * 0.06, rows * 0.05, columns / 320, (column, row, ink) => {
    if (column >= columns || row >= rows) return;
    const at = 3 * (row * columns + column);
    [250, 205, 60].forEach((colour, n) => {
      data[at + n] = Math.round((data[at + n] ?? 0) * (1 - ink) + colour * ink);
    });
  });
  return encodePng({ columns, rows, samples: 3, data });
}

/** Bytes of stored values with the least significant first, whatever the machine. */
function littleEndian(data: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>): ArrayBuffer {
  if (data instanceof Uint8Array) return data.buffer;
  const view = new DataView(new ArrayBuffer(data.byteLength));
  data.forEach((value, n) => view.setUint16(2 * n, value, true));
  return view.buffer;
}

/** The findings of a film as a label map: 0 is none, n the nth finding of the names file. */
export async function renderMaskFile(
  chest: Chest,
  session: DemoSession,
  film: DemoFilm,
  signal: AbortSignal,
): Promise<Bytes> {
  const { columns, rows } = filmGeometry(session, film);
  await pause(signal);
  const data = new Uint8Array(columns * rows);
  [...masksOf(chest, session, film).values()].forEach((mask, index) => {
    for (let n = 0; n < data.length; n++) if (mask[n] === 1) data[n] = index + 1;
  });
  return encodePng({ columns, rows, samples: 1, data });
}

/** The names file beside it. */
export const maskNames = (chest: Chest, session: DemoSession, film: DemoFilm): string =>
  maskNamesTable([...masksOf(chest, session, film).keys()]);

const masksOf = (chest: Chest, session: DemoSession, film: DemoFilm): ReadonlyMap<string, Bytes> =>
  renderMasks(chest, filmGeometry(session, film));
