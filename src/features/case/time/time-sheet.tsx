import { Columns2, ExternalLink, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import type { TimeLine, TimeMark } from '../../../domain/labs/time-line.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import type { MarkActions } from './mark-actions.ts';
import { useMarkWords } from './mark-words.ts';
import { TimeChart } from './time-chart.tsx';
import { DatesNote, Legend } from './time-line.tsx';
import styles from './time-sheet.module.css';
import { TimeTable } from './time-table.tsx';
import { ZeroSwitch } from './zero-switch.tsx';

interface TimeSheetProps {
  readonly index: DatasetIndex;
  readonly row: number;
  readonly line: TimeLine;
  readonly actions: MarkActions;
  readonly mayLoad: boolean;
  readonly onClose: () => void;
}

const VIEWS = ['chart', 'table'] as const;
const ZOOMS = [1, 1.5, 2, 3, 4, 6, 8, 12, 16];

/** The time line with room: every lane, larger pictures, stretched where days lie close, or as a table. */
export function TimeSheet({ index, row, line, actions, mayLoad, onClose }: TimeSheetProps) {
  const { t } = useLanguage();
  const [view, setView] = useState<(typeof VIEWS)[number]>('chart');
  const [zoom, setZoom] = useState(0);
  const [told, setTold] = useState<TimeMark | undefined>(() =>
    line.marks.find((mark) => mark.kind === 'images' && mark.isCurrent),
  );
  const subject = index.subjects.ids[index.sessions.subject[row] ?? 0] ?? '';
  return (
    <Sheet title={t.time.title} subtitle={subject} isOpen full onClose={onClose}>
      <div className={styles.sheet} data-testid="time-sheet">
        <div className={styles.controls}>
          <ZeroSwitch />
          <Segmented
            name={t.time.view}
            value={view}
            options={VIEWS.map((value) => ({ value, label: t.time.views[value] }))}
            onChange={setView}
          />
          {view === 'chart' && (
            <span className={styles.zoom}>
              <IconButton
                name={t.time.zoomOut}
                isDisabled={zoom === 0}
                onPress={() => setZoom(Math.max(0, zoom - 1))}
              >
                <Minus aria-hidden />
              </IconButton>
              <IconButton
                name={t.time.zoomIn}
                isDisabled={zoom === ZOOMS.length - 1}
                onPress={() => setZoom(Math.min(ZOOMS.length - 1, zoom + 1))}
              >
                <Plus aria-hidden />
              </IconButton>
              <Button tone="quiet" isDisabled={zoom === 0} onPress={() => setZoom(0)}>
                {t.time.fit}
              </Button>
            </span>
          )}
          <Legend />
        </div>
        <DatesNote />
        {view === 'chart' ? (
          <>
            <TimeChart
              index={index}
              row={row}
              line={line}
              size="large"
              zoom={ZOOMS[zoom] ?? 1}
              actions={actions}
              mayLoad={mayLoad}
              onTell={setTold}
              onDone={onClose}
            />
            <Told index={index} mark={told} actions={actions} onDone={onClose} />
          </>
        ) : (
          <TimeTable index={index} line={line} actions={actions} onDone={onClose} />
        )}
      </div>
    </Sheet>
  );
}

interface ToldProps {
  readonly index: DatasetIndex;
  readonly mark: TimeMark | undefined;
  readonly actions: MarkActions;
  readonly onDone: () => void;
}

/** The mark that was last looked at, and what can be done with it. */
function Told({ index, mark, actions, onDone }: ToldProps) {
  const { t } = useLanguage();
  const wordsOf = useMarkWords(index);
  const navigate = useNavigate();
  const images = mark?.kind === 'images' ? mark : undefined;
  const address = images && actions.addressOf(images);
  const compare = images && actions.compare(images);
  return (
    <div className={styles.told}>
      <span className={styles.words}>{mark ? wordsOf(mark) : t.time.how}</span>
      {images && (
        <Button
          onPress={() => {
            if (address === undefined) actions.show(images);
            else void navigate(address);
            onDone();
          }}
        >
          <ExternalLink aria-hidden /> {address === undefined ? t.time.show : t.time.openCase}
        </Button>
      )}
      {compare && (
        <Button
          onPress={() => {
            compare();
            onDone();
          }}
        >
          <Columns2 aria-hidden /> {t.time.compare}
        </Button>
      )}
      {mark && <span className={styles.how}>{t.time.how}</span>}
    </div>
  );
}
