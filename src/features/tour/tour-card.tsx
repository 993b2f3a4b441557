import { X } from 'lucide-react';
import { useId, type CSSProperties, type KeyboardEvent, type Ref } from 'react';
import { useLanguage } from '../../i18n/locale.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { ResetDemo } from './reset-demo.tsx';
import type { TourPlace } from './step-machine.ts';
import styles from './tour.module.css';

interface TourCardProps {
  readonly place: TourPlace;
  readonly style: CSSProperties;
  readonly onBack: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  /** Given when the user is on another page than the step. */
  readonly onShow: (() => void) | undefined;
  readonly onEnd: () => void;
  readonly ref: Ref<HTMLElement>;
}

/** One step in words, with the ways on. A region of the page, not a dialog: the page's keys stay in force. */
export function TourCard({ place, style, onBack, onNext, onShow, onEnd, ref }: TourCardProps) {
  const { t, format } = useLanguage();
  const { step, number, count } = place;
  const { title, text } = t.tour.steps[step.id];
  const [titleId, textId, numberId] = [useId(), useId(), useId()];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const isOnCard = event.target === event.currentTarget;
    const act = {
      ArrowRight: onNext,
      ArrowLeft: onBack,
      Escape: onEnd,
      ...(isOnCard && { Enter: onNext ?? onEnd, ' ': onNext ?? onEnd }),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-labelledby={`${titleId} ${numberId}`}
      aria-describedby={textId}
      className={styles.card}
      style={style}
      onKeyDown={onKeyDown}
      data-testid="tour"
      data-step={step.id}
    >
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {onNext && (
          <IconButton name={t.tour.end} shortcut="Esc" onPress={onEnd}>
            <X aria-hidden />
          </IconButton>
        )}
      </header>
      <p id={textId} className={styles.text}>
        {text}
      </p>
      {!onBack && (
        <p className={styles.keys}>
          <KeyCap keys="← →" /> {t.tour.keysTurn} <KeyCap keys="Esc" /> {t.tour.keysEnd}
        </p>
      )}
      {!onNext && (
        <div className={styles.reset}>
          <ResetDemo after="open" />
        </div>
      )}
      <footer className={styles.foot}>
        <span id={numberId} className={styles.number} data-testid="tour-number">
          {t.tour.number(format.number(number), format.number(count))}
        </span>
        {onShow && (
          <Button tone="quiet" onPress={onShow}>
            {t.tour.show}
          </Button>
        )}
        {onBack && (
          <Button tone="quiet" onPress={onBack}>
            {t.tour.back}
          </Button>
        )}
        <Button tone="primary" onPress={onNext ?? onEnd}>
          {onNext ? t.tour.next : t.tour.end}
        </Button>
      </footer>
    </section>
  );
}
