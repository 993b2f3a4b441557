import type { BarNode, Pourer } from './grains.ts';
import { add, cross, unit } from './solid.ts';
import type { Point } from './solid.ts';
import type { Thorax } from './thorax.ts';

/** Height of the middle of each vertebral body from C5 to L2, average chest, mm. */
export const VERTEBRAE: readonly number[] = [
  152, 136, 119, 101, 81.5, 61.5, 40.5, 18.5, -4.5, -28.5, -53, -78.5, -105, -132, -160, -189, -220, -252,
];
/** Index of T1 among them. */
export const FIRST_THORACIC = 3;

/** Pours vertebrae from C5 to L2 along the spine. */
export function pourVertebrae(pourer: Pourer, thorax: Thorax): void {
  const { habitus, spineX, spineY } = thorax;
  const bone = habitus.bone;
  VERTEBRAE.forEach((height, n) => {
    const z = height * habitus.height;
    const grow = 0.62 + 0.035 * n;
    const next = VERTEBRAE[n + 1];
    const tall = ((next === undefined ? 31 : height - next) - 5.5 + 0.06 * n) * habitus.height;
    const lean = (spineY(z + 5) - spineY(z - 5)) / 10;
    const tilt = (spineX(z + 5) - spineX(z - 5)) / 10;
    const up = unit([tilt, lean, 1]);
    const across = unit(cross([0, 1, 0], up));
    const centre: Point = [spineX(z), spineY(z), z];
    pourBody(pourer, centre, up, across, { wide: 37 * grow, deep: 32 * grow, tall, bone });
    pourArch(pourer, centre, up, across, { wide: 37 * grow, deep: 32 * grow, tall, bone });
  });
}

interface Block {
  readonly wide: number;
  readonly deep: number;
  readonly tall: number;
  readonly bone: number;
}

/** A vertebral body: spongy core, waist, and two endplates. */
function pourBody(pourer: Pourer, centre: Point, up: Point, across: Point, block: Block): void {
  const { wide, deep, tall, bone } = block;
  const node = (t: number, shift = 0): BarNode => {
    const waist = 0.9 + 0.1 * (2 * t) ** 2;
    const at = add(centre, up, t * tall + shift);
    return { at, broad: across, wide: wide * waist, thick: deep * waist };
  };
  const heights = [-0.5, -0.4, -0.25, 0, 0.25, 0.4, 0.5];
  const shell = { wall: 1.1, wallDensity: 0.85 * bone };
  pourer.bar(
    heights.map((t) => node(t)),
    { density: 0.28 * bone, ...shell },
  );
  for (const end of [-0.5, 0.5])
    pourer.bar([node(end, -0.8), node(end, 0.8)], { density: 1.1 * bone, ...shell });
}

/** Pedicles, transverse processes, spinous process and joints. */
function pourArch(pourer: Pourer, centre: Point, up: Point, across: Point, block: Block): void {
  const { wide, deep, tall, bone } = block;
  const place = (x: number, y: number, z: number): Point =>
    add(add(add(centre, across, x), up, z), [0, 1, 0], y);
  const matter = { density: 0.12 * bone, wall: 1.1, wallDensity: 0.7 * bone };
  for (const side of [1, -1]) {
    const pedicle = side * wide * 0.36;
    pourer.tube(
      [
        { at: place(pedicle, deep * 0.42, tall * 0.18), radius: 3.6 },
        { at: place(pedicle * 1.03, deep * 0.85, tall * 0.1), radius: 4.4 },
      ],
      { density: 0.1 * bone, wall: 1.3, wallDensity: 0.42 * bone },
    );
    pourer.tube(
      [
        { at: place(pedicle, deep * 0.85, tall * 0.12), radius: 4.6 },
        { at: place(side * wide * 0.62, deep * 1.05, tall * 0.2), radius: 3.6 },
        { at: place(side * wide * 0.84, deep * 1.22, tall * 0.26), radius: 3.8 },
      ],
      matter,
    );
    pourer.tube(
      [
        { at: place(side * wide * 0.3, deep * 0.95, tall * 0.55), radius: 3.6 },
        { at: place(side * wide * 0.28, deep * 0.98, -tall * 0.45), radius: 3.8 },
      ],
      matter,
    );
    pourer.bar(
      [
        { at: place(side * wide * 0.3, deep * 0.92, 0), broad: up, wide: tall * 0.7, thick: 3.2 },
        { at: place(0, deep * 1.18, -tall * 0.15), broad: up, wide: tall * 0.75, thick: 3.4 },
      ],
      matter,
    );
  }
  pourer.bar(
    [
      { at: place(0, deep * 1.15, -tall * 0.1), broad: up, wide: 9, thick: 3.6 },
      { at: place(0, deep * 1.6, -tall * 0.75), broad: up, wide: 8, thick: 4 },
      { at: place(0, deep * 1.85, -tall * 1.15), broad: up, wide: 8, thick: 5.5 },
    ],
    matter,
  );
}
