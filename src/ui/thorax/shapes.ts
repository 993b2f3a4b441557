/** How a shape is drawn at rest; `none`: not at all, until it stands for something. */
export type ShapeLook =
  | 'none'
  | 'body'
  | 'bone'
  | 'faint'
  | 'rib'
  | 'lung'
  | 'pleura'
  | 'soft'
  | 'heart'
  | 'vessel'
  | 'airway'
  | 'line'
  | 'dashed'
  | 'dome';

/** One shape of the schematic thorax, in units of its view box. */
export interface ThoraxShape {
  /** The name of a place without `loc `, with hyphens; `--right` or `--left` for one of a pair. */
  readonly id: string;
  readonly look: ShapeLook;
  /** SVG path data; even-odd. */
  readonly d: string;
  /** Cut off outside this lung. */
  readonly clip?: 'right' | 'left' | 'lateral';
  /** It is a line, not an area. */
  readonly isLine?: true;
  /** The other one of a pair is its mirror image. */
  readonly isPaired?: true;
}

/** Both drawings share it: x, y, width, height. */
export const VIEW_BOX = [0, 40, 600, 560] as const;

/** Which shapes of a pair there are. */
export const sidesOf = ({
  id,
  isPaired,
}: ThoraxShape): readonly { readonly id: string; readonly isMirrored: boolean }[] =>
  isPaired
    ? [
        { id: `${id}--right`, isMirrored: false },
        { id: `${id}--left`, isMirrored: true },
      ]
    : [{ id, isMirrored: false }];
