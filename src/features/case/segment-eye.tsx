import { Eye, EyeOff } from 'lucide-react';
import { useLanguage } from '../../i18n/locale.tsx';
import styles from './segment-eye.module.css';
import type { Reading } from './use-reading.ts';

interface SegmentEyeProps {
  readonly label: string;
  /** Key of the segment. */
  readonly segment: string;
  readonly reading: Reading;
}

/** Whether a segment is drawn now. */
const isSegmentShown = (reading: Reading, segment: string): boolean =>
  reading.masks !== 'off' && !reading.masksHeld && !reading.hiddenSegments.has(segment);

/** Shows or hides one segment; while masks are off, shows them all. */
export function SegmentEye({ label, segment, reading }: SegmentEyeProps) {
  const { t } = useLanguage();
  const isVisible = isSegmentShown(reading, segment);
  return (
    <button
      type="button"
      className={styles.eye}
      aria-label={isVisible ? t.case.hideSegment(label) : t.case.showSegment(label)}
      aria-pressed={isVisible}
      onClick={() => {
        if (reading.masks === 'off') reading.setMasks('outline');
        else reading.toggleSegment(segment);
      }}
    >
      {isVisible ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
    </button>
  );
}
