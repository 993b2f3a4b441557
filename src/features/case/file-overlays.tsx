import type { ImagePlacement } from '../../domain/imaging/placement.ts';
import type { ViewState } from '../../engine/index.ts';
import styles from './file-overlays.module.css';

interface FileOverlaysProps {
  readonly image: NonNullable<ViewState['image']>;
  readonly placement: ImagePlacement;
}

/** What the file itself draws over its image, and what its shutter covers. */
export function FileOverlays({ image: { overlays = [], shutter }, placement }: FileOverlaysProps) {
  if (overlays.length === 0 && !shutter) return null;
  const { origin, right, down } = placement;
  return (
    <svg aria-hidden className={styles.layer} data-testid="file-overlays">
      <g transform={`matrix(${[...right, ...down, ...origin].join(' ')})`}>
        {shutter?.covered.map((path) => (
          <path
            key={path}
            d={path}
            fillRule="evenodd"
            fill={`rgb(${shutter.grey} ${shutter.grey} ${shutter.grey})`}
          />
        ))}
        {overlays.map(({ group, outline, label, kind }) => (
          <path
            key={group}
            d={outline}
            fillRule="evenodd"
            className={styles.plane}
            data-kind={kind}
            data-group={group}
          >
            <title>{label}</title>
          </path>
        ))}
      </g>
    </svg>
  );
}
