import { RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useFirstLanguage } from '../../i18n/locale.tsx';
import { useWorkspace } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './tour.module.css';

interface ResetDemoProps {
  /** A demo that is open is opened anew in its library, or closed. */
  readonly after: 'open' | 'close';
  /** The demo is as new; not called when the browser refused. */
  readonly onDone?: () => void;
}

type Stage = 'idle' | 'asking' | 'resetting' | 'done' | 'refused';

/** Puts the demo back as a newcomer finds it, after a question in its place that names what goes. */
export function ResetDemo({ after, onDone }: ResetDemoProps) {
  const { t } = useFirstLanguage();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [stage, setStage] = useState<Stage>('idle');
  const frame = useFocusOnChange(stage);
  const reset = async (): Promise<void> => {
    setStage('resetting');
    if (after === 'open') void navigate('/library');
    const isForgotten = await workspace.resetDemo(after);
    setStage(isForgotten ? 'done' : 'refused');
    if (isForgotten) onDone?.();
  };
  const isAsking = stage === 'asking' || stage === 'resetting';
  return (
    <div ref={frame} className={styles.resetting} data-testid="reset-demo" data-stage={stage}>
      {isAsking ? (
        <>
          <p role="alert" className={styles.question}>
            {t.start.reset.question}
          </p>
          <Button onPress={() => void reset()} isPending={stage === 'resetting'} data-testid="reset-now">
            {t.start.reset.now}
          </Button>
          <Button tone="quiet" onPress={() => setStage('idle')}>
            {t.start.reset.not}
          </Button>
        </>
      ) : (
        <>
          {stage !== 'done' && (
            <Button tone="quiet" onPress={() => setStage('asking')}>
              <RotateCcw aria-hidden /> {t.start.reset.ask}
            </Button>
          )}
          <span role="status" className={styles.answer}>
            {stage === 'done' && t.start.reset.done}
            {stage === 'refused' && t.start.reset.refused}
          </span>
        </>
      )}
    </div>
  );
}

/** The button that was pressed goes with its question; the last one that is there takes the focus. */
function useFocusOnChange(stage: Stage) {
  const frame = useRef<HTMLDivElement>(null);
  const before = useRef(stage);
  useEffect(() => {
    const was = before.current;
    before.current = stage;
    if (was === 'idle' && stage === 'asking')
      frame.current?.querySelector<HTMLElement>('[data-testid=reset-now]')?.focus();
    if (was === 'asking' && stage === 'idle') frame.current?.querySelector<HTMLElement>('button')?.focus();
  }, [stage]);
  return frame;
}
