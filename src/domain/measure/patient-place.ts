import { planeDirections } from '../imaging/geometry.ts';
import type { ImageAttributes } from '../imaging/image-attributes.ts';
import { add, scale } from '../imaging/vector.ts';
import type { PatientPlace } from './measurement.ts';

/** Where a picture lies in the patient; undefined where its file does not say, as for films. */
export function patientPlaceOf(attributes: ImageAttributes): PatientPlace | undefined {
  const { ImagePositionPatient: centre, PixelSpacing, FrameOfReferenceUID: frameOfReference } = attributes;
  const directions = planeDirections(attributes);
  if (!directions || !centre || !PixelSpacing) return undefined;
  const [right, down] = [scale(directions.row, PixelSpacing[1]), scale(directions.column, PixelSpacing[0])];
  // Image Position is the middle of the first pixel.
  const corner = add(centre, add(scale(right, -0.5), scale(down, -0.5)));
  return { corner, right, down, ...(frameOfReference !== undefined && { frameOfReference }) };
}
