import type { Place } from './move-camera.ts';

/** What two fingers did between two moments: the picture follows both of them, but for a turn. */
export interface Pinch {
  readonly factor: number;
  /** Where the middle between the fingers was, and how far it went. */
  readonly middle: Place;
  readonly dx: number;
  readonly dy: number;
}

const middleOf = (a: Place, b: Place): Place => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const distance = (a: Place, b: Place): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** CSS pixels: fingers that meet have no ratio of distances. */
const LEAST_DISTANCE = 8;

export function pinchBetween(before: readonly [Place, Place], now: readonly [Place, Place]): Pinch {
  const [was, is] = [distance(...before), distance(...now)];
  const [from, to] = [middleOf(...before), middleOf(...now)];
  return {
    factor: was < LEAST_DISTANCE || is < LEAST_DISTANCE ? 1 : is / was,
    middle: from,
    dx: to[0] - from[0],
    dy: to[1] - from[1],
  };
}

/** A finger that went down and up again; times in milliseconds. */
export interface Tap {
  readonly at: Place;
  readonly down: number;
  readonly up: number;
  /** How far it strayed meanwhile, in CSS pixels. */
  readonly strayed: number;
}

const LONGEST_TAP = 300;
const LONGEST_PAUSE = 350;
const SLACK = 12;
const NEAR = 40;

export const isTap = ({ down, up, strayed }: Tap): boolean => up - down <= LONGEST_TAP && strayed <= SLACK;

/** Whether a tap makes a double tap with the one before. */
export const isDoubleTap = (former: Tap | undefined, tap: Tap): boolean =>
  former !== undefined && tap.down - former.up <= LONGEST_PAUSE && distance(former.at, tap.at) <= NEAR;
