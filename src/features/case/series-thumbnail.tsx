import { ImageOff } from 'lucide-react';
import { Picture } from '../../ui/picture.tsx';
import { useSeriesPicture, type WantedPicture } from './use-series-picture.ts';

/** A small picture of a series, or the sign that there is none. */
export function SeriesThumbnail(wanted: WantedPicture) {
  const { picture, failure } = useSeriesPicture(wanted);
  return failure ? <ImageOff role="img" aria-label={failure.title} /> : <Picture picture={picture} />;
}
