import { useEffect, useMemo, type CSSProperties } from 'react';
import { Link } from 'react-router';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import type { MaskedSeries } from '../../domain/dataset/masked-series.ts';
import { areaMm2 } from '../../domain/imaging/area.ts';
import { filedReportOf } from '../../domain/report/filed-report.ts';
import type { ReportReader } from '../../domain/report/report-reader.ts';
import { sentencesForLabel } from '../../domain/report/sentences-for-label.ts';
import { sentenceOf } from '../../i18n/issue-texts.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import type { Turns } from '../../session/turns.ts';
import { areaText } from '../../ui/area-text.ts';
import { MaskShapes } from '../../ui/mask-shapes.tsx';
import { BranchDot } from '../../ui/marks.tsx';
import { Picture } from '../../ui/picture.tsx';
import { useInView } from '../../ui/use-in-view.ts';
import styles from './mask-card.module.css';
import { useMaskedImage, type CardSegment, type MaskedImage } from './use-masked-image.ts';
import { useTurn } from './use-turn.ts';

interface MaskCardProps {
  readonly index: DatasetIndex;
  readonly masked: MaskedSeries;
  readonly reader: ReportReader;
  /** In which the cards are read. */
  readonly turns: Turns;
}

/** One segmented image: the picture with its outlines, and each segment with its area and what the report says of it. */
export function MaskCard({ index, masked, reader, turns }: MaskCardProps) {
  const { t, format } = useLanguage();
  const [card, isNear] = useInView<HTMLLIElement>();
  const [isOn, finish] = useTurn(turns, isNear);
  const image = useMaskedImage(index, masked, isOn);
  useEffect(() => {
    if (isOn && image.isDone) finish();
  }, [isOn, image.isDone, finish]);
  const { session, series } = masked;
  const subject = index.subjects.ids[index.sessions.subject[session] ?? 0] ?? '';
  const name = index.sessions.ids[session] ?? '';
  const date = index.sessions.date[session] ?? 0;
  const { slice, slices, failures } = image;
  const address = `/case/${encodeURIComponent(subject)}/${encodeURIComponent(name)}?${new URLSearchParams({ image: series.key }).toString()}`;
  return (
    <li
      ref={card}
      className={styles.card}
      data-testid="masked-image"
      data-subject={subject}
      data-session={name}
      data-image={series.key}
      data-ready={image.isDone}
    >
      <header className={styles.head}>
        <h2 className={styles.subject}>
          <Link to={address} aria-label={t.masks.openCase(subject, name)}>
            {subject}
          </Link>
        </h2>
        <span className={styles.faint}>
          {[name, date > 0 ? format.date(date) : '', series.view || series.modality]
            .filter((text) => text !== '')
            .join(' · ')}
        </span>
      </header>
      <MaskedPicture image={image} isReading={isOn && !image.isDone} />
      {slices > 1 && image.picture && (
        <p className={styles.faint}>{t.masks.sliceOf(format.number(slice + 1), format.number(slices))}</p>
      )}
      {failures.map((failure, at) =>
        failure.kind === 'issue' ? (
          <p key={`${at} ${failure.issue.code}`} className={styles.failed} data-code={failure.issue.code}>
            {sentenceOf(t.issues, failure.issue)}
          </p>
        ) : (
          failure.kind === 'defect' && (
            <p key={at} className={styles.failed}>
              {t.masks.notShown}
            </p>
          )
        ),
      )}
      <ul className={styles.segments}>
        {image.segments.map((segment) => (
          <Segment
            key={segment.key}
            index={index}
            session={session}
            segment={segment}
            image={image}
            reader={reader}
          />
        ))}
      </ul>
    </li>
  );
}

interface MaskedPictureProps {
  readonly image: MaskedImage;
  readonly isReading: boolean;
}

function MaskedPicture({ image, isReading }: MaskedPictureProps) {
  const { t } = useLanguage();
  const { picture, size, segments } = image;
  const names = segments.map(({ look }) => look.name).join(t.app.listSeparator);
  return (
    <div className={styles.film}>
      {isReading && <p className={styles.waiting}>{t.case.readingImage}</p>}
      {size && (
        <div
          role="img"
          aria-label={t.masks.picture(names)}
          className={styles.picture}
          style={{ '--columns': size.columns, '--rows': size.rows } as CSSProperties}
        >
          <Picture picture={picture} />
          <svg
            aria-hidden
            viewBox={`0 0 ${size.columns} ${size.rows}`}
            preserveAspectRatio="none"
            className={styles.outlines}
            data-testid="masked-outlines"
          >
            <MaskShapes
              shapes={segments}
              scale={(picture?.columns ?? 320) / (2 * size.columns)}
              opacity={0.28}
              isHatched
            />
          </svg>
        </div>
      )}
    </div>
  );
}

interface SegmentProps {
  readonly index: DatasetIndex;
  readonly session: number;
  readonly segment: CardSegment;
  readonly image: MaskedImage;
  readonly reader: ReportReader;
}

function Segment({ index, session, segment, image, reader }: SegmentProps) {
  const language = useLanguage();
  const { t, format } = language;
  const { look, areaPx, points } = segment;
  const filed = useMemo(() => filedReportOf(index, session), [index, session]);
  const hasReport = filed.readable.length > 0 || filed.normalised !== '';
  const sentences = useMemo(
    () => sentencesForLabel(filed, look.term ?? look.name, reader),
    [filed, look.term, look.name, reader],
  );
  const mm2 = image.spacing && areaMm2(areaPx, image.spacing);
  const area = image.spacing && (mm2 === undefined ? t.spacing.none : areaText(language, mm2, image.spacing));
  return (
    <li className={styles.segment} data-testid="masked-segment" data-label={look.name} data-area-px={areaPx}>
      <p className={styles.name}>
        <BranchDot square branch={look.branch} colour={look.colour} />
        <span className={styles.label}>{look.name}</span>
        <span className={styles.area}>
          {points > 0 && t.masks.points(points, format.number(points))}
          {(areaPx > 0 || points === 0) && t.case.area(format.number(areaPx))}
          {areaPx > 0 && <span className={styles.faint}> {area}</span>}
        </span>
      </p>
      {sentences.length > 0 ? (
        <ul aria-label={t.masks.sentences}>
          {sentences.map(({ text, isDenied }, at) => (
            <li
              // The same sentence may stand twice in a report.
              key={`${at} ${text}`}
              lang="es"
              className={styles.sentence}
              data-testid="report-sentence"
            >
              {text}
              {isDenied && (
                <span lang={language.locale} className={styles.denied}>
                  {t.masks.denied}
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.faint}>{hasReport ? t.masks.noSentence : t.masks.noReport}</p>
      )}
    </li>
  );
}
