import type { Millimetres } from '../brand.ts';
import type { ImageAttributes } from './image-attributes.ts';
import { seriesKind } from './series-kind.ts';

/**
 * What a distance between pixel centres means, PS3.3 10.7.1.3.
 *
 * patient: millimetres in the patient (cross-sections); projection: of a CT localizer, which sees all depths at once, so that
 * Pixel Spacing is right in one of them alone. On projection X-rays the patient lies off the detector, so there it is one of
 * detector: millimetres on the detector, magnified by an unknown factor; calibrated: corrected by the maker's
 * geometry or by an object of known size; magnified: on the detector, divided by the estimated magnification;
 * none: lengths can only be counted in pixels.
 */
export type Spacing =
  | {
      readonly kind: 'patient' | 'projection' | 'detector';
      readonly rowMm: Millimetres;
      readonly columnMm: Millimetres;
    }
  | {
      readonly kind: 'calibrated';
      readonly rowMm: Millimetres;
      readonly columnMm: Millimetres;
      /** Pixel Spacing Calibration Type, `GEOMETRY` or `FIDUCIAL`, where it is filed. */
      readonly calibrationType?: string;
    }
  | {
      readonly kind: 'magnified';
      readonly rowMm: Millimetres;
      readonly columnMm: Millimetres;
      /** Estimated Radiographic Magnification Factor, by which the spacings were divided. */
      readonly factor: number;
    }
  | { readonly kind: 'none' };

type SpacingAttributes = Pick<
  ImageAttributes,
  | 'Modality'
  | 'PixelSpacing'
  | 'ImagerPixelSpacing'
  | 'PixelSpacingCalibrationType'
  | 'EstimatedRadiographicMagnificationFactor'
  | 'ImageOrientationPatient'
  | 'ImageType'
>;

/** Cross-sectional modalities, whose Pixel Spacing is in the patient (PS3.3 C.7.6.2). */
const CROSS_SECTIONS: ReadonlySet<string> = new Set(['CT', 'MR', 'PT']);
/** Two spacings this close to each other are the same number, rounded differently: 0.01 %. */
const SAME_SPACING = 1e-4;

type Pair = readonly [row: number, column: number];

const millimetres = ([row, column]: Pair, factor = 1) => ({
  rowMm: (row / factor) as Millimetres,
  columnMm: (column / factor) as Millimetres,
});

const areSame = (a: Pair, b: Pair): boolean =>
  [a[0] / b[0], a[1] / b[1]].every((ratio) => Math.abs(ratio - 1) <= SAME_SPACING);

/** Distance from one row to the next and from one column to the next, with what it means. */
export function spacingOf(attributes: SpacingAttributes): Spacing {
  const { Modality, PixelSpacing, ImageOrientationPatient } = attributes;
  const isCrossSection = Modality ? CROSS_SECTIONS.has(Modality) : ImageOrientationPatient !== undefined;
  if (!isCrossSection) return projectionSpacing(attributes);
  if (!PixelSpacing) return { kind: 'none' };
  const isLocalizer = seriesKind(attributes) === 'localizer';
  return { kind: isLocalizer ? 'projection' : 'patient', ...millimetres(PixelSpacing) };
}

function projectionSpacing({
  PixelSpacing,
  ImagerPixelSpacing,
  PixelSpacingCalibrationType: calibrationType,
  EstimatedRadiographicMagnificationFactor: factor,
}: SpacingAttributes): Spacing {
  const differs = PixelSpacing && ImagerPixelSpacing && !areSame(PixelSpacing, ImagerPixelSpacing);
  if (PixelSpacing && (calibrationType || differs))
    return { kind: 'calibrated', ...millimetres(PixelSpacing), ...(calibrationType && { calibrationType }) };
  if (ImagerPixelSpacing && factor)
    return { kind: 'magnified', ...millimetres(ImagerPixelSpacing, factor), factor };
  const detector = ImagerPixelSpacing ?? PixelSpacing;
  return detector ? { kind: 'detector', ...millimetres(detector) } : { kind: 'none' };
}

/** The attributes of an image whose pixels are not those that the spacing was filed for, as of one made smaller. */
export function withoutSpacing(attributes: ImageAttributes): ImageAttributes {
  const {
    PixelSpacing: _patient,
    ImagerPixelSpacing: _detector,
    PixelAspectRatio: _shape,
    ...others
  } = attributes;
  return others;
}

/** Height and width of a pixel as it has to be drawn, of which only the ratio means anything; 1 and 1 where nothing is filed. */
export const pixelShape = ({
  PixelSpacing,
  ImagerPixelSpacing,
  PixelAspectRatio,
}: Pick<ImageAttributes, 'PixelSpacing' | 'ImagerPixelSpacing' | 'PixelAspectRatio'>): Pair =>
  PixelSpacing ?? ImagerPixelSpacing ?? PixelAspectRatio ?? [1, 1];

/** Pixel Aspect Ratio where it decides alone how an image is drawn, and is not that of squares (PS3.3 C.7.6.3.1.7). */
export function filedAspect(attributes: ImageAttributes): Pair | undefined {
  const { PixelSpacing, ImagerPixelSpacing, PixelAspectRatio: ratio } = attributes;
  return !PixelSpacing && !ImagerPixelSpacing && ratio && ratio[0] !== ratio[1] ? ratio : undefined;
}
