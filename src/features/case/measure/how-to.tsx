import type { Picture } from '../../../domain/measure/measurement.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import styles from './marks-layer.module.css';
import type { PageTool } from './reading-tool.ts';

interface HowToProps {
  readonly tool: PageTool;
  /** Points that are set. */
  readonly set: number;
  readonly picture: Picture;
}

/** How the tool in hand is used, below the lungs. */
export function HowTo({ tool, set, picture }: HowToProps) {
  const { t } = useLanguage();
  const text =
    tool === 'ctr'
      ? (t.measure.ctrSteps[set] ?? '')
      : tool === 'calibration' && picture.spacing.kind === 'patient'
        ? t.measure.notHere
        : t.measure.how[tool];
  return (
    <p role="status" className={styles.how} data-testid="how-to">
      {text}
    </p>
  );
}
