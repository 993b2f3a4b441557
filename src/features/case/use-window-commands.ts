import { useCommand } from '../../commands/command-scope.tsx';
import { CT_PRESETS } from '../../domain/imaging/ct-presets.ts';
import type { VoiChoice } from '../../domain/imaging/voi.ts';
import { widenedWindow } from '../../domain/imaging/widened-window.ts';
import type { ViewState } from '../../engine/index.ts';
import type { Reading } from './use-reading.ts';

/** One press widens a window by this factor. */
const STEP = 1.25;

type Run = (() => void) | undefined;

/** What can be done with the greys of an image; undefined what cannot. */
export interface WindowActions {
  readonly isCt: boolean;
  readonly asFiled: () => void;
  /** The next LUT of the file, from the last one to the first. */
  readonly nextLut: Run;
  readonly percentile: Run;
  readonly narrower: Run;
  readonly wider: Run;
  /** A preset by its number, from 1; of CT only. */
  readonly preset: (number: number) => Run;
}

function nextLut({ image, chain }: ViewState): VoiChoice | undefined {
  const luts = image?.attributes.voiLuts.length ?? 0;
  if (luts === 0) return undefined;
  return { kind: 'lut', index: chain?.choice.kind === 'lut' ? (chain.choice.index + 1) % luts : 0 };
}

/** How the image of the active viewport can be windowed. */
export function windowActions(reading: Reading): WindowActions {
  const state = reading.views[reading.active]?.state;
  const { image, chain } = state ?? {};
  const isGrey = image?.pixels.kind === 'grey';
  const isCt = image?.attributes.Modality === 'CT';
  const choose = (choice: VoiChoice | undefined) => (): void => reading.setChoice(reading.active, choice);
  const ifGrey = (choice: VoiChoice | undefined): Run => (isGrey && choice ? choose(choice) : undefined);
  const widen = (factor: number): Run =>
    ifGrey(image && chain && { kind: 'manual', ...widenedWindow(chain, image.pixels, factor) });
  return {
    isCt,
    asFiled: choose(undefined),
    nextLut: ifGrey(state && nextLut(state)),
    percentile: ifGrey({ kind: 'percentile' }),
    narrower: widen(1 / STEP),
    wider: widen(STEP),
    preset: (number) => {
      const found = CT_PRESETS[number - 1];
      return found && isCt ? choose({ kind: 'preset', center: found.center, width: found.width }) : undefined;
    },
  };
}

/** The keys of the windows: presets of CT, and what a film's file offers. */
export function useWindowCommands(reading: Reading): void {
  const { isCt, asFiled, nextLut: lut, percentile, narrower, wider, preset } = windowActions(reading);
  useCommand('preset-1', preset(1));
  useCommand('preset-2', preset(2));
  useCommand('preset-3', preset(3));
  useCommand('preset-4', preset(4));
  useCommand('preset-5', preset(5));
  useCommand('preset-6', preset(6));
  useCommand('as-filed', asFiled);
  useCommand('voi-lut', isCt ? undefined : lut);
  useCommand('voi-percentile', isCt ? undefined : percentile);
  useCommand('window-narrower', narrower);
  useCommand('window-wider', wider);
}
