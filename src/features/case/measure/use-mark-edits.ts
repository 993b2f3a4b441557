import type { ImagePoint } from '../../../domain/measure/image-point.ts';
import type { MarkTool, MeasureTool } from '../../../domain/measure/mark-tool.ts';
import type { Mark, Picture } from '../../../domain/measure/measurement.ts';
import { calibrate } from '../../../domain/measure/scale.ts';
import type { ValuedImage } from '../../../domain/measure/region-statistics.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { newId } from '../../../session/new-id.ts';
import { useMeasuring } from './measuring.ts';
import { statisticsBelow } from './values-below.ts';

/** A mark as it is drawn. */
function newMark(
  caseIds: Pick<Mark, 'subject' | 'session'>,
  tool: MarkTool,
  picture: Picture,
  points: readonly ImagePoint[],
  image: ValuedImage,
): Mark {
  const at = Date.now();
  return {
    id: newId(),
    tool,
    ...caseIds,
    picture,
    points,
    text: '',
    ...statisticsBelow(image, tool, points),
    createdAt: at,
    changedAt: at,
  };
}

/** What changes the marks of one picture; each is one step of undo. */
export function useMarkEdits(image: ValuedImage, picture: Picture, marks: readonly Mark[], session: string) {
  const { t } = useLanguage();
  const measuring = useMeasuring();
  const { apply, select, ask, say } = measuring;
  // An earlier film of the patient may hang beside those of the case.
  const ids = { subject: measuring.ids.subject, session };
  return {
    add(tool: MeasureTool, points: readonly ImagePoint[], isByKey = false): void {
      const mark = newMark(ids, tool, picture, points, image);
      if (tool === 'arrow') return ask({ mark, asks: 'text' });
      if (tool === 'calibration') {
        if (picture.spacing.kind === 'patient') return say(t.measure.notHere);
        return ask({ mark, asks: 'length' });
      }
      apply({ put: [mark] });
      if (isByKey) measuring.jump(mark);
      else select(mark.id);
    },
    move(mark: Mark, points: readonly ImagePoint[]): void {
      const { statistics: _, ...rest } = mark;
      const below = statisticsBelow(image, mark.tool, points);
      apply({ put: [{ ...rest, points, picture, ...below, changedAt: Date.now() }] });
    },
    /** Keeps what waited for the user's words; false for a length that is none. */
    answer(words: string): boolean {
      const { entry } = measuring;
      if (!entry) return false;
      const { mark, asks } = entry;
      if (asks === 'text') apply({ put: [{ ...mark, text: words.trim() }] });
      else {
        const statedMm = Number(words.trim().replace(',', '.'));
        if (!calibrate(picture.spacing, mark.points, statedMm)) return false;
        // One calibration an image: the new one takes the place of the one before.
        const before = marks.filter(({ tool }) => tool === 'calibration').map(({ id }) => id);
        apply({ put: [{ ...mark, statedMm }], remove: before });
      }
      ask(undefined);
      measuring.jump(mark);
      return true;
    },
    toggleKey(): void {
      const keys = marks.filter(({ tool }) => tool === 'key').map(({ id }) => id);
      if (keys.length > 0) apply({ remove: keys });
      else apply({ put: [newMark(ids, 'key', picture, [], image)] });
      say(keys.length > 0 ? t.measure.notKey : t.measure.isKey);
    },
    /** The number of the viewport that an element lies in. */
    viewOf: (element: HTMLElement | null): number =>
      Number(element?.closest<HTMLElement>('[data-view]')?.dataset['view'] ?? 0),
  };
}
