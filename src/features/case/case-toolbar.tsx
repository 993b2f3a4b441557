import {
  Columns2,
  Contrast,
  FlipHorizontal2,
  FlipVertical2,
  Grid2x2,
  Hand,
  Layers,
  Maximize,
  RotateCcw,
  RotateCw,
  Search,
  Square,
  SquareCenterlineDashedHorizontal,
  Undo2,
} from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import { shownKey } from '../../commands/registry.ts';
import type { CaseSeries } from '../../domain/dataset/case-series.ts';
import type { LeftTool, ViewportHandle } from '../../engine/index.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { cx } from '../../ui/cx.ts';
import { Segmented } from '../../ui/segmented.tsx';
import styles from './case-toolbar.module.css';
import type { Layout } from './use-layout.ts';
import type { Reading } from './use-reading.ts';
import { WindowChoices } from './window-choices.tsx';

interface CaseToolbarProps {
  readonly reading: Reading;
  readonly series: readonly CaseSeries[];
  readonly handle: () => ViewportHandle | null;
}

/** Tools of the viewport that is active. */
export function CaseToolbar({ reading, series, handle }: CaseToolbarProps) {
  const { t } = useLanguage();
  const view = reading.views[reading.active];
  return (
    <Toolbar aria-label={t.case.tools} className={cx(styles.bar)}>
      <LeftTools reading={reading} />
      <span aria-hidden className={styles.rule} />
      <IconButton
        name={t.case.invert}
        shortcut={shownKey('invert')}
        pressed={view?.display.invert ?? false}
        onPress={() => reading.setDisplay(reading.active, { invert: !(view?.display.invert ?? false) })}
      >
        <SquareCenterlineDashedHorizontal aria-hidden />
      </IconButton>
      <IconButton
        name={t.case.rotateLeft}
        shortcut={shownKey('rotate-left')}
        onPress={() => handle()?.rotate(-90)}
      >
        <RotateCcw aria-hidden />
      </IconButton>
      <IconButton
        name={t.case.rotateRight}
        shortcut={shownKey('rotate-right')}
        onPress={() => handle()?.rotate(90)}
      >
        <RotateCw aria-hidden />
      </IconButton>
      <IconButton
        name={t.case.flipHorizontal}
        shortcut={shownKey('flip-horizontal')}
        onPress={() => handle()?.flip('horizontal')}
      >
        <FlipHorizontal2 aria-hidden />
      </IconButton>
      <IconButton
        name={t.case.flipVertical}
        shortcut={shownKey('flip-vertical')}
        onPress={() => handle()?.flip('vertical')}
      >
        <FlipVertical2 aria-hidden />
      </IconButton>
      <IconButton name={t.case.fit} shortcut={shownKey('fit')} onPress={() => handle()?.fit()}>
        <Maximize aria-hidden />
      </IconButton>
      <IconButton
        name={t.case.reset}
        shortcut={shownKey('reset')}
        onPress={() => {
          reading.setDisplay(reading.active, { invert: false });
          reading.setChoice(reading.active, undefined);
          handle()?.reset();
        }}
      >
        <Undo2 aria-hidden />
      </IconButton>
      <span aria-hidden className={styles.rule} />
      <WindowChoices reading={reading} series={series} />
      <span className={styles.end}>
        <span className={styles.name}>{t.case.labels}</span>
        <Segmented
          name={t.case.labels}
          value={reading.labels}
          onChange={reading.setLabels}
          options={[
            { value: 'off', label: t.case.labelsOff },
            { value: 'names', label: t.case.labelsNames },
            { value: 'cuis', label: t.case.labelsCuis },
          ]}
        />
        <span className={styles.name}>{t.case.masks}</span>
        <Segmented
          name={t.case.masks}
          value={reading.masks}
          onChange={reading.setMasks}
          options={[
            { value: 'off', label: t.case.masksOff },
            { value: 'outline', label: t.case.masksOutline },
            { value: 'fill', label: t.case.masksFill },
          ]}
        />
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
      </span>
    </Toolbar>
  );
}

function LeftTools({ reading }: { readonly reading: Reading }) {
  const { t } = useLanguage();
  const tools: readonly (readonly [LeftTool, string, typeof Hand])[] = [
    ['window', t.case.windowTool, Contrast],
    ['zoom', t.case.zoomTool, Search],
    ['pan', t.case.panTool, Hand],
    ['scroll', t.case.scrollTool, Layers],
  ];
  return (
    <span role="group" aria-label={t.case.leftButton} className={styles.group}>
      {tools.map(([tool, name, Icon]) => (
        <IconButton
          key={tool}
          name={name}
          pressed={reading.leftTool === tool}
          onPress={() => reading.setLeftTool(tool)}
        >
          <Icon aria-hidden />
        </IconButton>
      ))}
    </span>
  );
}
