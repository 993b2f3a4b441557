import { useState, type ReactNode } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { FoundSeries } from '../../domain/dataset/patient-sessions.ts';
import type { Failure } from '../../domain/error.ts';
import { PLANE_AXES, type PatientPlane } from '../../domain/imaging/reslice-grid.ts';
import type { Vector } from '../../domain/imaging/vector.ts';
import type { ViewportHandle, ZoomMemory } from '../../engine/index.ts';
import { sentenceOf } from '../../i18n/issue-texts.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import type { NoVolume, OpenVolume } from '../../session/mpr.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { useMedia } from '../../ui/use-media.ts';
import type { BodyAxis } from './crosshair.tsx';
import { usePlaneTarget } from './measure/use-jump.ts';
import styles from './mpr-view.module.css';
import { PlaneViewport } from './plane-viewport.tsx';
import { useMasks } from './use-masks.ts';
import { useOpenMasks } from './use-plane-masks.ts';
import type { Reading } from './use-reading.ts';
import { useReportedIssues } from './use-reported-issues.ts';
import { useStack } from './use-stack.ts';
import { useVolume } from './use-volume.ts';
import { ViewportMessage } from './viewport-message.tsx';

interface MprViewProps {
  readonly index: DatasetIndex;
  /** The series that the planes are cut of. */
  readonly found: FoundSeries | undefined;
  readonly reading: Reading;
  /** The series as a stack, for one that has no planes. */
  readonly stack: ReactNode;
  readonly onHandle: (handle: ViewportHandle | null) => void;
}

/** Why a stack stays one, in a sentence. */
function whyText({ t, format }: Language, why: NoVolume): string {
  return why.kind === 'size'
    ? t.ct.tooLarge(format.bytes(why.bytes), format.bytes(why.most))
    : t.ct.faults[why.fault];
}

const failureText = ({ t }: Language, failure: Failure | undefined): string =>
  failure?.kind === 'issue' ? sentenceOf(t.issues, failure.issue) : '';

/** The active series in three planes of the body, through one point. */
export function MprView(props: MprViewProps) {
  const { found, reading } = props;
  const series = found?.series;
  const language = useLanguage();
  const { t, format } = language;
  const { stack, failure: stackFailure } = useStack(series);
  const state = useVolume(stack);
  const failure: Failure | undefined = stackFailure ?? (state.kind === 'failed' ? state.failure : undefined);
  useReportedIssues(series?.key ?? '', failure, stack, reading.views[reading.active]?.state, NO_MASKS);
  if (state.kind === 'open') return <OpenMpr key={state.open.stack.key} {...props} open={state.open} />;
  if (failure || state.kind === 'none') {
    const why = state.kind === 'none' ? whyText(language, state.why) : failureText(language, failure);
    return (
      <div className={styles.stays}>
        <p role="status" className={styles.note} data-testid="mpr-note">
          <strong>{t.ct.staysStack}.</strong> {why}
        </p>
        {props.stack}
      </div>
    );
  }
  return (
    <section
      className={styles.message}
      aria-label={t.ct.mpr}
      data-testid="viewport"
      data-status="loading"
      data-image={series?.key ?? ''}
    >
      <ViewportMessage
        text={
          stack && state.kind === 'reading'
            ? t.ct.reading(format.number(state.done), format.number(stack.slices))
            : t.case.readingImage
        }
      />
    </section>
  );
}

const NO_MASKS = [] as const;

/** Where a point is to begin with: in the middle. */
const middleOf = ({ grid }: OpenVolume): Vector => [
  Math.floor(grid.size[0] / 2),
  Math.floor(grid.size[1] / 2),
  Math.floor(grid.size[2] / 2),
];

const NARROW = '(max-width: 1100px)';

function OpenMpr(props: Omit<MprViewProps, 'stack'> & { readonly open: OpenVolume }) {
  const { open, reading } = props;
  const { t } = useLanguage();
  const { mpr } = reading;
  const { grid } = open;
  // In voxels of the grid, whose volume is the same as long as this is on the page.
  const [point, setPoint] = useState(() => middleOf(open));
  const masks = useMasks(props.index, props.found?.series, open.like.path);
  const openMasks = useOpenMasks(open, masks);
  const isNarrow = useMedia(NARROW);
  const [zooms] = useState<ZoomMemory>(() => new Map());
  const [beside, setBeside] = useState<PatientPlane>('coronal');
  const inside = (axis: BodyAxis, to: number): number => Math.max(0, Math.min(grid.size[axis] - 1, to));
  const move = (change: Partial<Record<BodyAxis, number>>): void =>
    setPoint(([x, y, z]) => [
      inside(0, change[0] ?? x),
      inside(1, change[1] ?? y),
      inside(2, change[2] ?? z),
    ]);
  usePlaneTarget(props.found?.series.key ?? '', move);
  // Steps may come faster than the page is drawn.
  const step = (axis: BodyAxis, by: number): void =>
    setPoint(
      (now) => now.map((at, of) => (of === axis ? inside(axis, at + by) : at)) as readonly number[] as Vector,
    );
  const planeOf = (plane: PatientPlane) => (
    <PlaneViewport
      key={plane}
      {...props}
      plane={plane}
      point={point}
      zooms={zooms}
      masks={masks}
      openMasks={openMasks}
      onMove={move}
      onStep={(by) => step(PLANE_AXES[plane].layer, by)}
    />
  );
  if (mpr.isAlone)
    return (
      <div className={styles.planes} data-alone="true">
        {planeOf(mpr.plane)}
      </div>
    );
  if (!isNarrow)
    return (
      <div className={styles.planes} data-testid="mpr">
        {planeOf('axial')}
        {planeOf('coronal')}
        {planeOf('sagittal')}
      </div>
    );
  return (
    <div className={styles.planes} data-testid="mpr" data-narrow="true">
      {planeOf('axial')}
      <div className={styles.beside}>
        <div className={styles.tabs}>
          <Segmented
            name={t.ct.otherPlanes}
            value={beside}
            onChange={setBeside}
            options={[
              { value: 'coronal', label: t.ct.planes.coronal },
              { value: 'sagittal', label: t.ct.planes.sagittal },
            ]}
          />
        </div>
        {planeOf(beside)}
      </div>
    </div>
  );
}
