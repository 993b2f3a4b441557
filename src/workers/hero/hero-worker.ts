import { toSvgPath, traceContours } from '../../domain/segmentation/trace-contours.ts';
import { heroFilm } from '../../phantom/hero-film.ts';
import { serveJobs, withTransfer, type Endpoint } from '../rpc.ts';
import type { HeroJobs } from './hero-contract.ts';

serveJobs<HeroJobs>(self as unknown as Endpoint, {
  async hero({ width, height }) {
    const { columns, rows, pixels, segments } = heroFilm(width, height);
    const picture = {
      film: { kind: 'grey' as const, columns, rows, data: pixels },
      segments: segments.map((segment) => ({
        label: segment.label,
        outline: toSvgPath(traceContours(segment, segment.value)),
        anchor: segment.anchor,
      })),
    };
    return withTransfer(picture, [pixels.buffer]);
  },
});
