import { useState } from 'react';
import { kindOf } from '../../../domain/hanging/case-contents.ts';
import { linkedChoice, type WindowContext } from '../../../domain/hanging/linked-window.ts';
import type { PatientSeries } from '../../../domain/dataset/patient-sessions.ts';
import { buildDisplayChain } from '../../../domain/imaging/display-chain.ts';
import { equivalentWindow, type CenterWidth } from '../../../domain/imaging/equivalent-window.ts';
import type { VoiChoice } from '../../../domain/imaging/voi.ts';
import type { ViewState } from '../../../engine/index.ts';

type Image = NonNullable<ViewState['image']>;

/** What a viewport shows, as far as windows go. */
interface Windowed {
  readonly seriesKey: string | undefined;
  readonly state: Pick<ViewState, 'image'> | undefined;
}

/** The window that an image opens with. */
const windowAsFiled = ({ attributes, pixels, valuesAreModality }: Image): CenterWidth =>
  equivalentWindow(buildDisplayChain({ attributes, pixels, valuesAreModality, invert: false }));

export interface LinkedWindow {
  /** The viewports that are windowed with one: those of images of its kind. */
  readonly followers: (leader: number) => readonly number[];
  /** What the choice of one viewport is in another; undefined for that of its file. */
  readonly choiceFor: (
    choice: VoiChoice | undefined,
    leader: number,
    follower: number,
  ) => VoiChoice | undefined;
}

/** Takes the window of one viewport to others. */
export function useLinkedWindow(
  isLinked: boolean,
  patient: PatientSeries,
  views: readonly Windowed[],
  shown: readonly number[],
): LinkedWindow {
  // A window as filed may have to be counted out of all pixels, and a drag asks for it at every move.
  const [asFiled] = useState(() => new WeakMap<Image, CenterWidth>());
  const kindAt = (at: number): string | undefined => {
    const found = patient.find(views[at]?.seriesKey);
    return found && kindOf(found.series);
  };
  const contextOf = (at: number): WindowContext | undefined => {
    const image = views[at]?.state?.image;
    if (!image || image.pixels.kind === 'rgb') return undefined;
    const own = asFiled.get(image) ?? windowAsFiled(image);
    asFiled.set(image, own);
    return { isCt: image.attributes.Modality === 'CT', own, offers: image.attributes };
  };
  return {
    followers: (leader) =>
      isLinked && shown.includes(leader)
        ? shown.filter((at) => at !== leader && kindAt(at) !== undefined && kindAt(at) === kindAt(leader))
        : [],
    choiceFor: (choice, leader, follower) => {
      const [from, to] = [contextOf(leader), contextOf(follower)];
      return from && to ? linkedChoice(choice, from, to) : undefined;
    },
  };
}
