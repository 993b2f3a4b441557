import type { FoundSeries } from '../../domain/dataset/patient-sessions.ts';
import { PLANE_AXES, planeSize, type PatientPlane } from '../../domain/imaging/reslice-grid.ts';
import { seriesKind } from '../../domain/imaging/series-kind.ts';
import type { Slab } from '../../domain/imaging/slab.ts';
import type { Vector } from '../../domain/imaging/vector.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import type { OpenVolume } from '../../session/mpr.ts';
import styles from './captions.module.css';
import { coordinateText } from './crosshair.tsx';
import { SessionBadge } from './session-badge.tsx';
import { TruthBadges, type Trace } from './truth-badge.tsx';
import { useTruths, type Truth } from './truths.ts';
import type { View } from './use-reading.ts';

interface PlaneCaptionProps {
  readonly found: FoundSeries | undefined;
  readonly view: View;
  readonly open: OpenVolume;
  readonly plane: PatientPlane;
  readonly point: Vector;
  readonly slab: Slab;
  readonly trace: Trace;
}

/** What was made of the voxels, in words; undefined where a plane shows them as they are. */
export function useMade({ grid }: OpenVolume, slab: Slab): string | undefined {
  const { t, format } = useLanguage();
  const parts = [
    ...(grid.isExact ? [] : [t.ct.interpolated]),
    ...(slab.mode === 'slice' ? [] : [t.ct.slabBadge(t.ct.slabs[slab.mode], format.number(slab.thickness))]),
  ];
  return parts.length > 0 ? parts.join(', ') : undefined;
}

/** Which plane this is, where it lies, and what was made of the voxels. */
export function PlaneCaption({ found, view, open, plane, point, slab, trace }: PlaneCaptionProps) {
  const language = useLanguage();
  const { t, format } = language;
  const { grid, volume } = open;
  const axis = PLANE_AXES[plane].layer;
  const { layers } = planeSize(grid, plane);
  // The axial plane says in words what the others, with less room, say by a sign.
  const truths = useTruths({ series: found?.series, view, stack: open.stack }).map((truth): Truth => ({
    ...truth,
    isSmall: plane !== 'axial',
  }));
  const made: readonly Truth[] = [
    ...(grid.isExact
      ? []
      : [{ parts: [t.ct.interpolated, t.ct.interpolatedHow[volume.shape]], isGuess: true }]),
    ...(slab.mode === 'slice'
      ? []
      : [
          {
            parts: [t.ct.slabBadge(t.ct.slabs[slab.mode], format.number(slab.thickness))],
            isGuess: false,
          },
        ]),
  ];
  const kind = plane === 'axial' ? seriesKind(open.like.attributes) : undefined;
  return (
    <header className={styles.caption}>
      <strong className={styles.name}>{t.ct.planes[plane]}</strong>
      {found && plane === 'axial' && <SessionBadge session={found.session} />}
      {kind && <span title={t.ct.kindNames[kind]}>{t.ct.kinds[kind]}</span>}
      <span>
        {plane === 'axial' && `${t.case.slice(format.number(point[axis] + 1), format.number(layers))}, `}
        <span data-testid="plane-place">{coordinateText(language, grid, point, axis)}</span>
      </span>
      <TruthBadges truths={[...made, ...truths]} trace={trace} />
    </header>
  );
}
