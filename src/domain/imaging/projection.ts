import type { ImageAttributes } from './image-attributes.ts';

/** Projection of a chest film. `LL` is a left lateral, `lateral` one of either side. */
export type Projection = 'AP' | 'PA' | 'lateral' | 'LL';

export interface ProjectionFacts {
  /** What the file name states. */
  readonly named?: Projection;
  /** What the header or sidecar states. */
  readonly read?: Projection;
  /** The one to show: as read, else as named. */
  readonly shown: Projection | undefined;
  /** Name and header state projections that cannot both be true. */
  readonly conflict: boolean;
  /** Taken at the bedside with a mobile unit. */
  readonly portable: boolean;
}

const MAX_TEXT = 1024;

const WORDS: ReadonlyMap<string, Projection> = new Map([
  ['ap', 'AP'],
  ['anteroposterior', 'AP'],
  ['pa', 'PA'],
  ['posteroanterior', 'PA'],
  ['ll', 'LL'],
  ['laterolateral', 'LL'],
  ['lat', 'lateral'],
  ['lateral', 'lateral'],
  ['laterales', 'lateral'],
  ['rl', 'lateral'],
  ['perfil', 'lateral'],
]);

/** `porta` is what is left of a `portátil` whose accent was destroyed. */
const PORTABLE_WORDS: ReadonlySet<string> = new Set([
  'portatil',
  'portatiles',
  'portable',
  'port',
  'porta',
  'movil',
  'mobile',
]);

/** Words of a patient who lies; `supina` is a decúbito supino as some write it. */
const LYING_WORDS: ReadonlySet<string> = new Set([
  'supine',
  'supino',
  'supina',
  'prone',
  'prono',
  'tumbado',
  'tumbada',
  'acostado',
  'acostada',
  'encamado',
  'encamada',
]);

/** UTF-8 that was read as Latin-1: `Ã³` for `ó`. Two-byte characters of U+00C0…U+00FF only. */
const unmangle = (text: string): string =>
  text.replaceAll(/Ã([\u0080-\u00bf])/g, (_, low: string) => String.fromCharCode(low.charCodeAt(0) + 0x40));

/** Lower-case words without accents; `A.P.` and `antero-posterior` are one word each. */
function wordsOf(text: string): readonly string[] {
  const folded = unmangle(text.slice(0, MAX_TEXT)).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return folded
    .replaceAll(/\b([apl])[./-]([apl])\b/g, '$1$2')
    .replaceAll(/\b(antero|postero|latero)[ .-](posterior|anterior|lateral)\b/g, '$1$2')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/**
 * The one projection a text names, in Spanish or English. A text that names several describes an examination,
 * not an image (`TORAX PA Y LAT`), and a lateral decubitus is no lateral projection: neither says anything.
 */
function projectionInText(text: string): Projection | undefined {
  const words = wordsOf(text);
  const decubitus = words.some((word) => word.startsWith('decub'));
  const named = new Set(words.flatMap((word) => WORDS.get(word) ?? []));
  if (decubitus) named.delete('lateral');
  if (named.has('LL')) named.delete('lateral');
  const [only] = named;
  return named.size === 1 ? only : undefined;
}

/** Projection of a file name's `vp-` entity; none for one that is no projection of a chest. */
export const namedProjection = (view: string): Projection | undefined => WORDS.get(view.toLowerCase());

type ProjectionAttributes = Pick<ImageAttributes, 'ViewPosition' | 'SeriesDescription' | 'procedure'>;

/** Projection of View Position (PS3.3 C.8.1.1 and C.8.11.1), else of the words of series description or procedure. */
export const readProjection = (attributes: ProjectionAttributes): Projection | undefined =>
  textsOf(attributes)
    .map(projectionInText)
    .find((projection) => projection !== undefined);

/** Free texts in the order in which they are believed. */
const textsOf = ({ ViewPosition, SeriesDescription, procedure }: ProjectionAttributes): string[] =>
  [ViewPosition, SeriesDescription, procedure].filter((text) => text !== undefined);

/** The projection that stands for this one too: a left lateral is a lateral. */
export const widerProjection = (projection: string): Projection | undefined =>
  projection === 'LL' ? 'lateral' : undefined;

const isLateral = (projection: Projection): boolean => projection === 'lateral' || projection === 'LL';

/**
 * Projection of a film, from its name and from its header. Of the published films every tenth that is named
 * frontal is a lateral, so what was read is shown where the two disagree.
 */
export function projectionOf(view: string | undefined, attributes: ProjectionAttributes): ProjectionFacts {
  const named = view === undefined ? undefined : namedProjection(view);
  const read = readProjection(attributes);
  const bothLateral = named && read && isLateral(named) && isLateral(read);
  const shown = bothLateral && named === 'LL' ? named : (read ?? named);
  return {
    ...(named && { named }),
    ...(read && { read }),
    shown,
    conflict: named !== undefined && read !== undefined && named !== read && !bothLateral,
    portable: textsOf(attributes).some((text) => wordsOf(text).some((word) => PORTABLE_WORDS.has(word))),
  };
}

/**
 * Whether a film was taken of a patient who lies: by Patient Position (PS3.3 C.7.3.1.1.2; head or feet first, then
 * supine, prone, or on a side), or by a word. Without either nobody says so.
 */
export const isLying = (
  attributes: ProjectionAttributes & Pick<ImageAttributes, 'PatientPosition'>,
): boolean =>
  /^(HF|FF)(S|P|DR|DL)$/.test(attributes.PatientPosition ?? '') ||
  textsOf(attributes).some((text) =>
    wordsOf(text).some((word) => LYING_WORDS.has(word) || word.startsWith('decub')),
  );
