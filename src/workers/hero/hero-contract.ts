import type { Thumbnail } from '../../domain/imaging/thumbnail.ts';

export interface HeroSegment {
  /** Label of the vocabulary. */
  readonly label: string;
  /** SVG path data in pixels of the picture. */
  readonly outline: string;
  /** Where a leader line ends. */
  readonly anchor: { readonly x: number; readonly y: number };
}

export interface HeroPicture {
  readonly film: Thumbnail;
  readonly segments: readonly HeroSegment[];
}

/** The picture of the start page. */
export type HeroJobs = {
  hero: { input: { readonly width: number; readonly height: number }; output: HeroPicture };
};
