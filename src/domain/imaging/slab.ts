/** How many layers of a volume are shown as one picture: one of them, or those of a slab of so many millimetres. */
export type Slab =
  { readonly mode: 'slice' } | { readonly mode: 'mean' | 'max' | 'min'; readonly thickness: number };

/** One layer of a slab, as many layers away from its middle, and what part of the layer lies inside. */
export interface SlabLayer {
  readonly offset: number;
  /** Greater than 0, at most 1. */
  readonly share: number;
}

/** A layer of which less than this part lies inside a slab is left out: it is rounding. */
const LEAST_SHARE = 1e-6;

/**
 * The layers that a slab cuts, from its one side to the other. A layer reaches half its thickness to either side of
 * its middle, so a slab of 3 mm in layers of 2 mm has one whole layer and a quarter of each neighbour.
 * @param spacing mm from layer to layer.
 */
export function slabLayers(slab: Slab, spacing: number): readonly SlabLayer[] {
  if (slab.mode === 'slice') return [{ offset: 0, share: 1 }];
  const half = slab.thickness / spacing / 2;
  const reach = Math.max(0, Math.ceil(half - 0.5));
  return Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach).flatMap((offset) => {
    const share = Math.min(half, offset + 0.5) - Math.max(-half, offset - 0.5);
    return share > LEAST_SHARE ? [{ offset, share }] : [];
  });
}

/** Joins the layers of a slab, one after the other, into one picture. */
export interface SlabSum {
  /** Adds a layer; what is not a number counts for nothing. */
  add(layer: Float64Array<ArrayBuffer>, share: number): void;
  /** The picture; not a number where no layer had a value. */
  result(): Float64Array<ArrayBuffer>;
}

/** An empty slab of so many pixels. */
export const slabSum = (mode: Exclude<Slab['mode'], 'slice'>, pixels: number): SlabSum =>
  mode === 'mean' ? meanOf(pixels) : extremeOf(mode, pixels);

function meanOf(pixels: number): SlabSum {
  const sum = new Float64Array(pixels);
  const shares = new Float64Array(pixels);
  return {
    add(layer, share) {
      for (let at = 0; at < pixels; at++) {
        const value = layer[at]!;
        // Only what is not a number is not itself.
        if (value !== value) continue;
        sum[at]! += value * share;
        shares[at]! += share;
      }
    },
    result() {
      // Nothing divided by nothing is not a number.
      for (let at = 0; at < pixels; at++) sum[at]! /= shares[at]!;
      return sum;
    },
  };
}

function extremeOf(mode: 'max' | 'min', pixels: number): SlabSum {
  const best = new Float64Array(pixels).fill(NaN);
  return {
    add(layer) {
      // A comparison with what is not a number is false: the first value stays out of reach of a plain `>`.
      if (mode === 'max') {
        for (let at = 0; at < pixels; at++)
          if (!(layer[at]! <= best[at]!) && layer[at] === layer[at]) best[at] = layer[at]!;
      } else
        for (let at = 0; at < pixels; at++)
          if (!(layer[at]! >= best[at]!) && layer[at] === layer[at]) best[at] = layer[at]!;
    },
    result: () => best,
  };
}
