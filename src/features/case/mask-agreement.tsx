import { useMemo } from 'react';
import { baseName } from '../../domain/dataset/file-source.ts';
import { dice, iou, overlapOf, type Overlap } from '../../domain/segmentation/overlap.ts';
import { lookOf } from '../../domain/segmentation/segment-look.ts';
import { foldText } from '../../domain/dataset/text.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useVocabulary } from '../../session/session-context.tsx';
import styles from './masks-section.module.css';
import type { ImageMask, Mask } from './use-masks.ts';

interface ComparedSegments {
  readonly label: string;
  readonly overlap: Overlap;
}

interface ComparedMasks {
  readonly one: string;
  readonly other: string;
  readonly segments: readonly ComparedSegments[];
}

interface ReadMask {
  readonly name: string;
  readonly mask: Mask;
}

/** Segments of two masks that have one name, or are the only ones of theirs. */
function compare(vocabulary: Vocabulary, one: ReadMask, other: ReadMask): ComparedMasks {
  const nameOf = (segment: Mask['segments'][number]): string => {
    const { name, term } = lookOf(vocabulary, segment);
    return foldText(term ?? name);
  };
  const areAlone = one.mask.segments.length === 1 && other.mask.segments.length === 1;
  const segments = one.mask.segments.flatMap((segment) => {
    const same = other.mask.segments.find((candidate) => areAlone || nameOf(candidate) === nameOf(segment));
    if (!same) return [];
    const label = lookOf(vocabulary, segment).name;
    return [{ label, overlap: overlapOf(segment.slices, same.slices) }];
  });
  return { one: one.name, other: other.name, segments };
}

/** How far several masks of one image agree: Dice and intersection over union of segments of one name. */
export function MaskAgreement({ masks }: { readonly masks: readonly ImageMask[] }) {
  const { t, format } = useLanguage();
  const vocabulary = useVocabulary();
  // A new list of the same masks is made at each render.
  const read = masks.flatMap(({ path, mask }) => (mask ? [{ name: baseName(path), mask }] : []));
  const key = masks.map(({ path, mask }) => `${path} ${mask !== undefined}`).join('\n');
  const pairs = useMemo(
    () =>
      read.flatMap((one, at) =>
        read
          .slice(at + 1)
          .filter(
            ({ mask }) =>
              mask.columns === one.mask.columns &&
              mask.rows === one.mask.rows &&
              mask.slices === one.mask.slices,
          )
          .map((other) => compare(vocabulary, one, other)),
      ),
    // oxlint-disable-next-line react/exhaustive-deps -- The key stands for the list.
    [vocabulary, key],
  );
  if (pairs.length === 0) return null;
  const isStack = read.some(({ mask }) => mask.slices > 1);
  const share = (value: number | undefined): string => (value === undefined ? '–' : format.fixed(value, 3));
  return (
    <div className={styles.agreement}>
      <h3 className={styles.subtitle}>
        {t.masks.agreement}
        {isStack && <span className={styles.faint}> {t.masks.overAllSlices}</span>}
      </h3>
      {pairs.map(({ one, other, segments }) => (
        <table key={`${one}\n${other}`} className={styles.table}>
          <caption className={styles.fileName}>{t.masks.agreementOf(one, other)}</caption>
          <thead>
            <tr>
              <th scope="col">{t.masks.label}</th>
              <th scope="col">{t.masks.dice}</th>
              <th scope="col">{t.masks.iou}</th>
            </tr>
          </thead>
          <tbody>
            {segments.length === 0 && (
              <tr>
                <td colSpan={3} className={styles.faint}>
                  {t.masks.noCommon}
                </td>
              </tr>
            )}
            {segments.map(({ label, overlap }) => (
              <tr
                key={label}
                data-testid="mask-overlap"
                data-label={label}
                data-dice={dice(overlap)?.toFixed(6) ?? ''}
                data-iou={iou(overlap)?.toFixed(6) ?? ''}
              >
                <th scope="row">{label}</th>
                <td>{share(dice(overlap))}</td>
                <td>{share(iou(overlap))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
