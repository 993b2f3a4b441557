import type { DatasetPath } from '../brand.ts';
import type { CaseSeries } from '../dataset/case-series.ts';
import type { PatientSeries, SessionOrder } from '../dataset/patient-sessions.ts';
import { hangSeries, isFrontal, isLateral } from './hang-series.ts';
import type { ImageKind } from './image-kinds.ts';

/** A film or a stack that can be hung. */
export interface HangingImage {
  /** Of its series. */
  readonly key: string;
  readonly kind: ImageKind;
  /** How its session lies to the one that is read. */
  readonly when: SessionOrder;
  readonly hasMasks: boolean;
}

/** What there is to hang: of the session that is read, and of the patient's others. */
export interface CaseContents {
  /**
   * Those on disk: first the one asked for, then the session that is read in the order of the strip, then the earlier
   * and the later sessions, the nearest first. Scouts come after all others of their session.
   */
  readonly images: readonly HangingImage[];
  /** Series of the session that is read as they hang without a protocol; what is only listed where there is no other. */
  readonly usual: readonly string[];
  /** The series that comes first among its like; with it, a protocol that is chosen by itself begins. */
  readonly asked: string | undefined;
}

interface ContentFacts {
  readonly asked?: CaseSeries | undefined;
  /** Whether a series has masks, as far as is known. */
  readonly hasMasks?: (series: CaseSeries) => boolean;
  /** Paths of images that only plan others. */
  readonly scouts?: ReadonlySet<DatasetPath>;
}

const STACKED: ReadonlySet<string> = new Set(['MR', 'PT']);

export function kindOf(series: CaseSeries): ImageKind {
  if (series.modality === 'CT') return 'ct';
  if (STACKED.has(series.modality)) return 'other';
  if (isFrontal(series)) return 'frontal';
  return isLateral(series) ? 'lateral' : 'film';
}

/** What a case and the patient's other sessions hold. */
export function contentsOf(patient: PatientSeries, facts: ContentFacts = {}): CaseContents {
  const { asked, hasMasks = () => false, scouts } = facts;
  const { series } = patient.current;
  const isScout = ({ images }: CaseSeries): boolean =>
    scouts?.has(images[0]?.path ?? ('' as DatasetPath)) ?? false;
  const images = patient.sessions.flatMap(({ order, series: all }) =>
    all
      .filter(({ presence }) => presence === 'found')
      .toSorted((a, b) => Number(isScout(a)) - Number(isScout(b)))
      .map((one): HangingImage => ({
        key: one.key,
        kind: kindOf(one),
        when: order,
        hasMasks: hasMasks(one),
      })),
  );
  return {
    images: images.toSorted((a, b) => Number(b.key === asked?.key) - Number(a.key === asked?.key)),
    usual: hangSeries(series, asked && series.includes(asked) ? asked : undefined).flatMap((one) =>
      one ? [one.key] : [],
    ),
    asked: asked?.key,
  };
}
