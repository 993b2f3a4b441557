import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react';
import { useEffect } from 'react';
import { useCommand, useShownKey } from '../../../commands/command-scope.tsx';
import type { FoundSeries } from '../../../domain/dataset/patient-sessions.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { cx } from '../../../ui/cx.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { seriesName } from '../series-entry.tsx';
import { SeriesThumbnail } from '../series-thumbnail.tsx';
import { sessionOrderText } from '../session-badge.tsx';
import type { Reading } from '../use-reading.ts';
import { useSeen } from '../use-seen.ts';
import styles from './film-strip.module.css';
import { useCine } from './use-cine.ts';

interface FilmStripProps {
  readonly films: readonly FoundSeries[];
  readonly reading: Reading;
}

/** All films of the patient by date below the one on screen, with what plays them like a cine. */
export function FilmStrip({ films, reading }: FilmStripProps) {
  const { t, format } = useLanguage();
  const shownKey = useShownKey();
  const cine = useCine(films, reading);
  const { isPlaying, step } = cine;
  const toggle = (): void => cine.setPlaying(!isPlaying);
  useCommand('play', toggle);
  useCommand('next-film', () => step(1));
  useCommand('previous-film', () => step(-1));
  return (
    <section
      className={styles.strip}
      aria-label={t.hanging.films}
      data-testid="film-strip"
      data-playing={isPlaying}
    >
      <div className={styles.controls}>
        <IconButton
          name={t.hanging.previousFilm}
          shortcut={shownKey('previous-film')}
          onPress={() => step(-1)}
        >
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton
          name={isPlaying ? t.hanging.pause : t.hanging.play}
          shortcut={shownKey('play')}
          onPress={toggle}
        >
          {isPlaying ? <Pause aria-hidden /> : <Play aria-hidden />}
        </IconButton>
        <IconButton name={t.hanging.nextFilm} shortcut={shownKey('next-film')} onPress={() => step(1)}>
          <ChevronRight aria-hidden />
        </IconButton>
        <span className={styles.place}>
          {t.hanging.filmOf(format.number(cine.at + 1), format.number(films.length))}
        </span>
        <Segmented
          name={t.hanging.speed}
          value={String(cine.speed)}
          onChange={(speed) => cine.setSpeed(Number(speed))}
          options={cine.speeds.map((speed) => ({
            value: String(speed),
            label: t.hanging.perSecond(speed === 0.5 ? '½' : format.number(speed)),
            name: t.hanging.filmsPerSecond(speed === 0.5 ? '½' : format.number(speed)),
          }))}
        />
      </div>
      <ol className={styles.films}>
        {films.map((film, at) => (
          <li key={film.series.key}>
            <FilmButton film={film} isShown={at === cine.at} onPress={() => cine.goTo(at)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface FilmButtonProps {
  readonly film: FoundSeries;
  readonly isShown: boolean;
  readonly onPress: () => void;
}

function FilmButton({ film: { series, session }, isShown, onPress }: FilmButtonProps) {
  const language = useLanguage();
  const { t, format } = language;
  const [element, isSeen] = useSeen<HTMLButtonElement>();
  useEffect(() => {
    if (isShown) element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [isShown, element]);
  const date = session.date > 0 ? format.date(session.date) : t.library.noDate;
  const order = sessionOrderText(language, session);
  return (
    <button
      ref={element}
      type="button"
      className={cx(styles.film)}
      aria-current={isShown ? 'true' : undefined}
      onClick={onPress}
      data-testid="strip-film"
      data-image={series.key}
    >
      <span className={styles.picture}>
        <SeriesThumbnail series={series} mayLoad={isSeen} isUrgent={false} />
      </span>
      <span>{date}</span>
      <span className={styles.faint}>
        {[seriesName(series), order].filter((text) => text !== '').join(' · ')}
      </span>
    </button>
  );
}
