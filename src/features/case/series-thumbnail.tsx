import { useQuery } from '@tanstack/react-query';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import { useDataset } from '../../session/session-context.tsx';
import { Picture } from '../../ui/picture.tsx';

/** CSS pixels of the strip's pictures, for displays of two device pixels each. */
const SIDE = 160;

interface SeriesThumbnailProps {
  readonly series: CaseSeries;
  /** The viewports come first; pictures of the strip are made when they have what they need. */
  readonly mayLoad: boolean;
}

/** A small picture of a series: of its middle slice, if there are several. */
export function SeriesThumbnail({ series, mayLoad }: SeriesThumbnailProps) {
  const { images, key } = useDataset();
  const file = series.images[Math.floor(series.images.length / 2)];
  const { data } = useQuery({
    queryKey: ['thumbnail', key, file?.path],
    queryFn: async ({ signal }) => {
      const files = file ? [{ path: file.path, ...(file.sidecar && { sidecar: file.sidecar }) }] : [];
      const { description } = await images.stack(files, signal);
      const slice = description.slices[Math.floor(description.slices.length / 2)];
      return slice ? images.thumbnail(slice, SIDE, signal) : null;
    },
    enabled: mayLoad && file !== undefined,
  });
  return <Picture picture={data ?? undefined} />;
}
