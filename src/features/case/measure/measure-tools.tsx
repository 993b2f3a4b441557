import { ChevronDown, Ellipsis, Redo2, Star, Undo2 } from 'lucide-react';
import { useShownKey } from '../../../commands/command-scope.tsx';
import type { CommandId } from '../../../commands/registry.ts';
import { placeKey } from '../../../domain/measure/measurement.ts';
import type { ViewportHandle } from '../../../engine/index.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuButton, type MenuChoice } from '../../../ui/menu.tsx';
import type { Reading } from '../use-reading.ts';
import styles from './measure-tools.module.css';
import { useMeasuring } from './measuring.ts';
import { MEASURE_TOOLS, type PageTool } from './reading-tool.ts';
import { ToolIcon } from './tool-icon.tsx';
import { useFullScreen } from './use-full-screen.ts';
import { TOOL_COMMANDS } from './use-measure-commands.ts';

/** On buttons; the others are in the menu beside them, with these. */
const OF_FILMS: readonly PageTool[] = ['length', 'angle', 'ellipse', 'ctr'];
const OF_SLICES: readonly PageTool[] = ['length', 'ellipse'];
const ALL: readonly PageTool[] = [...MEASURE_TOOLS, 'region-window', 'magnifier'];

interface MeasureToolsProps {
  readonly reading: Reading;
  /** Slices have more tools of their own, and less room for these. */
  readonly isCompact: boolean;
}

/** What measures: the tools most used on buttons, all of them in a menu, and what takes back. */
export function MeasureTools({ reading, isCompact }: MeasureToolsProps) {
  const { t } = useLanguage();
  const measuring = useMeasuring();
  const shownKey = useShownKey();
  const { leftTool, setLeftTool } = reading;
  const inSight = isCompact ? OF_SLICES : OF_FILMS;
  const nameOf = (tool: PageTool): string =>
    tool === 'region-window'
      ? t.measure.regionWindow
      : tool === 'magnifier'
        ? t.measure.magnifier
        : t.measure.tools[tool];
  const take = (tool: PageTool): void => (leftTool === tool ? reading.dropTool?.() : setLeftTool(tool));
  const choices: readonly MenuChoice[] = ALL.map((tool) => ({
    id: tool,
    label: nameOf(tool),
    note: shownKey(TOOL_COMMANDS[tool]),
    selected: leftTool === tool,
    onAction: () => take(tool),
  }));
  const hide: MenuChoice = {
    id: 'hide',
    label: measuring.isShown ? t.measure.hideAll : t.measure.showAll,
    note: shownKey('toggle-marks'),
    onAction: () => measuring.setShown(!measuring.isShown),
  };
  const taken: readonly MenuChoice[] = isCompact
    ? [
        { id: 'undo', label: t.measure.undo, note: shownKey('undo'), onAction: () => measuring.undo?.() },
        { id: 'redo', label: t.measure.redo, note: shownKey('redo'), onAction: () => measuring.redo?.() },
      ]
    : [];
  const hidden = ALL.find((tool) => tool === leftTool && !inSight.includes(tool));
  return (
    <span role="group" aria-label={t.measure.group} className={styles.group}>
      {inSight.map((tool) => (
        <IconButton
          key={tool}
          name={nameOf(tool)}
          shortcut={shownKey(TOOL_COMMANDS[tool])}
          pressed={leftTool === tool}
          onPress={() => take(tool)}
        >
          <ToolIcon tool={tool} />
        </IconButton>
      ))}
      <span data-pressed={hidden !== undefined} className={styles.more}>
        <MenuButton name={t.measure.more} choices={[...choices, hide, ...taken]}>
          {hidden && <ToolIcon tool={hidden} />}
          <ChevronDown aria-hidden />
        </MenuButton>
      </span>
      {!isCompact && <Undoing />}
    </span>
  );
}

/** Takes back the last step, or goes it again. */
function Undoing() {
  const { t } = useLanguage();
  const { undo, redo } = useMeasuring();
  const shownKey = useShownKey();
  return (
    <>
      <IconButton
        name={t.measure.undo}
        shortcut={shownKey('undo')}
        isDisabled={!undo}
        onPress={() => undo?.()}
      >
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton
        name={t.measure.redo}
        shortcut={shownKey('redo')}
        isDisabled={!redo}
        onPress={() => redo?.()}
      >
        <Redo2 aria-hidden />
      </IconButton>
    </>
  );
}

/** Whether the picture in front is a key image. */
function useIsKey(reading: Reading): boolean {
  const { byPlace } = useMeasuring();
  const image = reading.views[reading.active]?.state?.image;
  if (!image || reading.mpr.isOn) return false;
  const key = placeKey({ kind: 'image', path: image.path, frame: image.frame });
  return byPlace.get(key)?.some(({ tool }) => tool === 'key') ?? false;
}

interface PictureToolsProps {
  readonly reading: Reading;
  readonly handle: () => ViewportHandle | null;
  /** What has no room beside the menu. */
  readonly more: readonly MenuChoice[];
}

/** What is done with the picture in front as a whole: the seldom things, which have keys, are in a menu. */
export function PictureTools({ reading, handle, more }: PictureToolsProps) {
  const { t } = useLanguage();
  const { front, say } = useMeasuring();
  const shownKey = useShownKey();
  const fullScreen = useFullScreen(say);
  const isKey = useIsKey(reading);
  const choice = (id: CommandId, label: string, onAction: () => void): MenuChoice => ({
    id,
    label,
    note: shownKey(id),
    onAction,
  });
  // Planes of the body hang as usual.
  const turns = reading.mpr.isOn
    ? []
    : [
        choice('rotate-right', t.case.rotateRight, () => handle()?.rotate(90)),
        choice('rotate-left', t.case.rotateLeft, () => handle()?.rotate(-90)),
        choice('flip-horizontal', t.case.flipHorizontal, () => handle()?.flip('horizontal')),
        choice('flip-vertical', t.case.flipVertical, () => handle()?.flip('vertical')),
      ];
  const choices = [
    ...more,
    ...turns,
    choice('actual-size', t.measure.actualSize, () => handle()?.actualSize()),
    choice('capture', t.measure.capture, () => front.current?.capture()),
    choice(
      'full-screen',
      fullScreen.isOn ? t.measure.leaveFullScreen : t.measure.fullScreen,
      fullScreen.toggle,
    ),
  ];
  return (
    <>
      <IconButton
        name={t.measure.keyImage}
        shortcut={shownKey('key-image')}
        pressed={isKey}
        onPress={() => front.current?.toggleKey()}
      >
        <Star aria-hidden {...(isKey && { fill: 'currentColor' })} />
      </IconButton>
      <MenuButton name={t.measure.imageTools} choices={choices}>
        <Ellipsis aria-hidden />
      </MenuButton>
    </>
  );
}
