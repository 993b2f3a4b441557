import {
  BookOpen,
  Columns2,
  Contrast,
  Crosshair,
  Grid2x2,
  Hand,
  Layers,
  Search,
  SeparatorHorizontal,
  Square,
} from 'lucide-react';
import { useState } from 'react';
import { Toolbar } from 'react-aria-components';
import { useShownKey } from '../../commands/command-scope.tsx';
import type { CommandId } from '../../commands/registry.ts';
import type { PatientSeries } from '../../domain/dataset/patient-sessions.ts';
import type { Layout } from '../../domain/hanging/protocol.ts';
import type { LeftTool, ViewportHandle } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { cx } from '../../ui/cx.ts';
import { useMedia } from '../../ui/use-media.ts';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './case-toolbar.module.css';
import { HangingChoice } from './hanging/hanging-choice.tsx';
import { LinkChoice } from './hanging/link-choice.tsx';
import { ImageTools, inMenu, useImageActions } from './image-tools.tsx';
import { MeasureTools, PictureTools } from './measure/measure-tools.tsx';
import { ModeChoice, SlabChoice } from './mpr-tools.tsx';
import { LabelChoice, MaskChoice } from './overlay-choices.tsx';
import { useFold } from './use-fold.ts';
import { SLICED, type Reading } from './use-reading.ts';
import { WindowChoices } from './window-choices.tsx';

interface CaseToolbarProps {
  readonly caseKey: string;
  readonly reading: Reading;
  readonly patient: PatientSeries;
  readonly handle: () => ViewportHandle | null;
}

/** Labels and masks go into menus first, then what measures, then windows, then what is done with the picture. */
const MOST_FOLDED = 4;
/** What a case with slices needs on an ordinary page, from its beginning: nothing folds when they arrive. */
const WITH_SLICES = 2;
/** Room for all tools of slices side by side. */
const WIDE = '(min-width: 1800px)';

/** Tools of the viewport that is active. */
export function CaseToolbar({ caseKey, reading, patient, handle }: CaseToolbarProps) {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  const view = reading.views[reading.active];
  const isSliced = reading.mpr.isOn || (view?.state?.slices ?? 0) > 1;
  const isWide = useMedia(WIDE);
  const hasSlices = patient.current.series.some(
    ({ modality, images }) => images.length > 1 || SLICED.has(modality),
  );
  const [bar, setBar] = useState<HTMLElement | null>(null);
  const [content, setContent] = useState<HTMLElement | null>(null);
  const first = hasSlices && !isWide ? WITH_SLICES : 0;
  const fold = useFold({ bar, content, most: MOST_FOLDED, first, caseKey });
  const isFolded = fold >= 1;
  const isNarrow = fold >= MOST_FOLDED;
  const actions = useImageActions(reading, handle);
  return (
    <Toolbar
      ref={setBar}
      aria-label={t.case.tools}
      className={cx(styles.bar)}
      data-scrolls="inline"
      data-region
      data-fold={fold}
    >
      <div ref={setContent} className={styles.content}>
        <LeftTools reading={reading} />
        <span aria-hidden className={styles.rule} />
        <MeasureTools reading={reading} isCompact={fold >= 2} />
        <span aria-hidden className={styles.rule} />
        {!isNarrow && <ImageTools actions={actions} />}
        <PictureTools reading={reading} handle={handle} more={isNarrow ? inMenu(actions, shownKey) : []} />
        <span aria-hidden className={styles.rule} />
        <WindowChoices reading={reading} patient={patient} isCompact={fold >= 3} />
        <span className={styles.end}>
          {/* What comes with slices comes first, where it pushes nothing aside. */}
          {isSliced && <ModeChoice mpr={reading.mpr} />}
          <SliceTools reading={reading} />
          {reading.mpr.isOn && <SlabChoice mpr={reading.mpr} />}
          {!reading.mpr.isOn && <LabelChoice reading={reading} isCompact={isFolded} />}
          {!reading.mpr.isOn && <MaskChoice reading={reading} isCompact={isFolded} />}
          {!reading.mpr.isOn && <LinkChoice reading={reading} />}
          {!reading.mpr.isOn && <HangingChoice reading={reading} isCompact={isFolded} />}
          {!reading.mpr.isOn && <LayoutChoice reading={reading} />}
        </span>
      </div>
    </Toolbar>
  );
}

function LeftTools({ reading }: { readonly reading: Reading }) {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  const tools: readonly (readonly [LeftTool, CommandId, string, typeof Hand])[] = [
    ['window', 'tool-window', t.case.windowTool, Contrast],
    ['zoom', 'tool-zoom', t.case.zoomTool, Search],
    ['pan', 'tool-pan', t.case.panTool, Hand],
    ['scroll', 'tool-scroll', t.case.scrollTool, Layers],
    ...(reading.mpr.isOn ? ([['crosshair', 'tool-crosshair', t.ct.crosshairTool, Crosshair]] as const) : []),
  ];
  return (
    <span role="group" aria-label={t.case.leftButton} className={styles.group}>
      {tools.map(([tool, command, name, Icon]) => (
        <IconButton
          key={tool}
          name={name}
          shortcut={shownKey(command)}
          pressed={reading.leftTool === tool}
          onPress={() => reading.setLeftTool(tool)}
        >
          <Icon aria-hidden />
        </IconButton>
      ))}
    </span>
  );
}

/** What shows how slices of several viewports lie to each other. */
function SliceTools({ reading }: { readonly reading: Reading }) {
  const { t } = useLanguage();
  const shownKey = useShownKey();
  if (reading.mpr.isOn || !reading.shown.some((at) => (reading.views[at]?.state?.slices ?? 0) > 1))
    return null;
  return (
    <span role="group" aria-label={t.ct.stack} className={styles.group}>
      {reading.layout > 1 && (
        <IconButton
          name={t.ct.referenceLines}
          shortcut={shownKey('toggle-reference-lines')}
          pressed={reading.referenceLines}
          onPress={() => reading.setReferenceLines(!reading.referenceLines)}
        >
          <SeparatorHorizontal aria-hidden />
        </IconButton>
      )}
      {reading.sideBySide && (
        <IconButton name={t.ct.sideBySide} shortcut={shownKey('side-by-side')} onPress={reading.sideBySide}>
          <BookOpen aria-hidden />
        </IconButton>
      )}
    </span>
  );
}

function LayoutChoice({ reading }: { readonly reading: Reading }) {
  const { t } = useLanguage();
  return (
    <Segmented
      name={t.case.layout}
      value={String(reading.layout)}
      onChange={(layout) => reading.setLayout(Number(layout) as Layout)}
      options={[
        { value: '1', label: <Square aria-hidden />, name: t.case.layoutOne },
        { value: '2', label: <Columns2 aria-hidden />, name: t.case.layoutTwo },
        { value: '4', label: <Grid2x2 aria-hidden />, name: t.case.layoutFour },
      ]}
    />
  );
}
