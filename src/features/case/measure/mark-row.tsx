import { Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { FoundSeries, PatientSeries } from '../../../domain/dataset/patient-sessions.ts';
import { writeReorientation } from '../../../domain/imaging/reorient.ts';
import { evaluate, plainValue } from '../../../domain/measure/evaluate.ts';
import type { Mark } from '../../../domain/measure/measurement.ts';
import type { Scale } from '../../../domain/measure/scale.ts';
import { useLanguage, type Language } from '../../../i18n/locale.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { seriesName } from '../series-entry.tsx';
import { useOrientation } from '../use-orientation.ts';
import type { Reading } from '../use-reading.ts';
import { useKnownStack, type Stack } from '../use-stack.ts';
import { isReference, labelOf, valueLines } from './mark-text.ts';
import styles from './measurements-section.module.css';
import { useMeasuring } from './measuring.ts';
import { ToolIcon } from './tool-icon.tsx';
import { seriesOf } from './use-jump.ts';
import { useDelete } from './use-measure-commands.ts';

interface MarkRowProps {
  readonly mark: Mark;
  readonly scale: Scale;
  readonly patient: PatientSeries;
  readonly reading: Reading;
}

/** On which image a mark is, as far as it is known. */
function placeText(
  { t, format }: Language,
  mark: Mark,
  own: FoundSeries | undefined,
  stack: Stack | undefined,
): string {
  const { place } = mark.picture;
  const other =
    own && own.session.order !== 'current' ? `${format.date(own.session.date) || own.session.id} · ` : '';
  const name = own ? other + seriesName(own.series) : '';
  if (place.kind === 'plane') {
    const { slab } = place;
    const thick =
      slab.mode === 'slice' ? [] : [t.ct.slabBadge(t.ct.slabs[slab.mode], format.number(slab.thickness))];
    return [name, t.measure.layer(t.ct.planes[place.plane], format.number(place.layer + 1)), ...thick].join(
      ' · ',
    );
  }
  const slice =
    (stack?.slices ?? 0) > 1
      ? (stack?.description.slices.findIndex(
          ({ file, frame }) => file.path === place.path && frame === place.frame,
        ) ?? -1)
      : -1;
  return [name, ...(slice >= 0 ? [t.measure.slice(format.number(slice + 1))] : [])].join(' · ');
}

/** Why a mark is not drawn, where it is not. */
function useDoubt(mark: Mark, own: FoundSeries | undefined, reading: Reading): string | undefined {
  const { t } = useLanguage();
  const [orientation] = useOrientation(own?.series);
  const { place, bytes, columns, rows } = mark.picture;
  if (place.kind === 'plane')
    return writeReorientation(orientation) === place.orientation ? undefined : t.measure.otherOrientation;
  const shown = reading.views.find(
    ({ state }) => state?.image?.path === place.path && state.image.frame === place.frame,
  );
  const image = shown?.state?.image;
  if (!image || reading.mpr.isOn) return undefined;
  const isSame = image.bytes === bytes && image.pixels.columns === columns && image.pixels.rows === rows;
  return isSame ? undefined : t.measure.otherFile;
}

/** One mark: where it is, what it measures; shown, renamed and deleted from here. */
export function MarkRow({ mark, scale, patient, reading }: MarkRowProps) {
  const language = useLanguage();
  const { t } = language;
  const measuring = useMeasuring();
  const remove = useDelete(measuring);
  const [isNaming, setNaming] = useState(false);
  const own = seriesOf(patient, mark.picture.place);
  const stack = useKnownStack(own?.series);
  const doubt = useDoubt(mark, own, reading);
  const value = evaluate(mark, scale);
  const plain = plainValue(value, scale);
  const statistics = value.kind === 'region' || value.kind === 'probe' ? value.statistics : undefined;
  const lines = valueLines(language, value, scale);
  const name = labelOf(language, mark);
  return (
    <li
      className={styles.row}
      data-testid={mark.tool === 'key' ? 'key-image' : 'measurement'}
      data-tool={mark.tool}
      data-value={plain?.value ?? ''}
      data-unit={plain?.unit ?? ''}
      {...(statistics && {
        'data-mean': statistics.mean,
        'data-sd': statistics.sd,
        'data-min': statistics.min,
        'data-max': statistics.max,
        'data-values': statistics.unit,
      })}
      {...(value.kind === 'axes' && { 'data-short': value.short })}
      {...(value.kind === 'ctr' && { 'data-basis': value.basis })}
      data-name={mark.text}
      data-selected={measuring.selected === mark.id}
    >
      <span className={styles.icon}>
        <ToolIcon tool={mark.tool} />
      </span>
      {isNaming ? (
        <NameField
          mark={mark}
          onDone={(text) => {
            setNaming(false);
            if (text !== undefined && text !== mark.text)
              measuring.apply({ put: [{ ...mark, text, changedAt: Date.now() }] });
          }}
        />
      ) : (
        <button
          type="button"
          className={styles.what}
          aria-current={measuring.selected === mark.id}
          onClick={() => measuring.jump(mark)}
        >
          <span className={styles.name}>{name}</span>
          <span className={styles.place}>{placeText(language, mark, own, stack)}</span>
          {lines.map((line, at) => {
            const isWarning = value.kind === 'ctr' && at === 2 && !isReference(value.basis);
            return (
              <span key={line} className={isWarning ? styles.warning : styles.value}>
                {line}
              </span>
            );
          })}
          {doubt !== undefined && <span className={styles.warning}>{doubt}</span>}
        </button>
      )}
      <IconButton name={t.measure.rename(name)} onPress={() => setNaming(true)}>
        <Pencil aria-hidden />
      </IconButton>
      <IconButton name={t.measure.remove(name)} onPress={() => remove(mark.id)}>
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  );
}

interface NameFieldProps {
  readonly mark: Mark;
  /** With no text when the name stays. */
  readonly onDone: (text: string | undefined) => void;
}

const LONGEST_NAME = 64;

function NameField({ mark, onDone }: NameFieldProps) {
  const { t } = useLanguage();
  const [text, setText] = useState(mark.text);
  const isOver = useRef(false);
  const done = (result: string | undefined): void => {
    // Leaving the field is heard once more when it goes.
    if (isOver.current) return;
    isOver.current = true;
    onDone(result);
  };
  return (
    <input
      className={styles.field}
      aria-label={t.measure.nameOf}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- It was asked for.
      autoFocus
      value={text}
      maxLength={LONGEST_NAME}
      placeholder={t.measure.names[mark.tool]}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') done(text.trim());
        if (event.key === 'Escape') done(undefined);
      }}
      onBlur={() => done(text.trim())}
    />
  );
}
