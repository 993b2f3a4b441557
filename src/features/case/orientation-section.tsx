import { RotateCw } from 'lucide-react';
import { useShownKey } from '../../commands/command-scope.tsx';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import {
  AS_FILED,
  isAsFiled,
  mirrorAxis,
  turnInPlane,
  writeReorientation,
} from '../../domain/imaging/reorient.ts';
import { PATIENT_PLANES } from '../../domain/imaging/reslice-grid.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './orientation-section.module.css';
import { useOrientation } from './use-orientation.ts';
import type { Reading } from './use-reading.ts';

interface OrientationSectionProps {
  readonly series: CaseSeries;
  readonly reading: Reading;
}

/** How a series lies: as its file says, or as the user has turned it. The images are the preview. */
export function OrientationSection({ series, reading }: OrientationSectionProps) {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  const [now, set] = useOrientation(series);
  const isFiled = isAsFiled(now);
  return (
    <section className={styles.section} aria-label={t.ct.orientation} data-testid="orientation">
      <p className={styles.head}>
        <strong>{t.ct.orientation}</strong>
        <span className={isFiled ? styles.faint : styles.byYou} data-testid="orientation-state">
          {isFiled ? t.ct.asFiled : t.ct.byYou}
        </span>
        <span className={styles.end}>
          <Button
            aria-expanded={reading.isReorienting}
            onPress={() => reading.setReorienting(!reading.isReorienting)}
          >
            {t.ct.reorient}
            <KeyCap keys={shownKey('reorient')} />
          </Button>
        </span>
      </p>
      {reading.isReorienting && (
        <>
          <p className={styles.hint}>{t.ct.reorientHint}</p>
          <div className={styles.actions}>
            {PATIENT_PLANES.map((plane) => (
              <Button key={plane} onPress={() => set(turnInPlane(now, plane))}>
                <RotateCw aria-hidden /> {t.ct.turn(t.ct.planes[plane])}
              </Button>
            ))}
            {([0, 1, 2] as const).map((axis) => (
              <Button key={axis} onPress={() => set(mirrorAxis(now, axis))}>
                {t.ct.mirror[axis]}
              </Button>
            ))}
          </div>
          {!isFiled && (
            <p className={styles.head}>
              <span className={styles.code}>
                {t.ct.filedAxes(writeReorientation(now).split('').join(', '))}
              </span>
              <span className={styles.end}>
                <Button onPress={() => set(AS_FILED)}>{t.ct.backToFiled}</Button>
              </span>
            </p>
          )}
        </>
      )}
    </section>
  );
}
