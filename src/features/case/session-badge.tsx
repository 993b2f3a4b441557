import { History } from 'lucide-react';
import type { PatientSession } from '../../domain/dataset/patient-sessions.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './session-badge.module.css';
import { useDayCount } from './time/day-count.tsx';

/** How another session of the patient lies to the one that is read: "prior, 12 d before". Empty for that one itself. */
export function sessionOrderText({ t, format }: Language, { order, days }: PatientSession): string {
  if (order === 'current') return '';
  const isPrior = order === 'earlier';
  if (days === undefined) return isPrior ? t.hanging.priorByNumber : t.hanging.laterByNumber;
  if (days === 0) return isPrior ? t.hanging.priorSameDay : t.hanging.laterSameDay;
  // A distance, not the number of a day: days are counted from what the time line says.
  const distance = format.number(Math.abs(days));
  return isPrior ? t.hanging.prior(distance) : t.hanging.later(distance);
}

interface SessionBadgeProps {
  readonly session: PatientSession;
}

/** Says that an image is not of the session that is read, and when it was made; dashed where that is in doubt. */
export function SessionBadge({ session }: SessionBadgeProps) {
  const language = useLanguage();
  const { dates } = useDayCount();
  const { t, format } = language;
  if (session.order === 'current') return null;
  const isByNumber = session.days === undefined;
  const doubt = isByNumber ? t.hanging.noDateHow : dates === 'altered' ? t.time.altered : undefined;
  return (
    <span
      className={cx(styles.badge, doubt !== undefined && styles.doubt)}
      title={doubt}
      data-testid="session-badge"
      data-order={session.order}
    >
      <History aria-hidden />
      {session.date > 0 && <strong>{format.date(session.date)}</strong>}
      <span>{sessionOrderText(language, session)}</span>
      {doubt !== undefined && <span className="visually-hidden">{doubt}</span>}
    </span>
  );
}
