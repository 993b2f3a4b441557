import type { Side } from './lung.ts';

/**
 * What a finding adds to a chest. Places inside a lung are given by parts of it: `out` from the
 * mediastinum (0) to the side wall (1), `down` from the apex (0) to the diaphragm (1), `back` from the
 * front (0) to the back (1). Lengths in millimetres, densities as parts of the air replaced.
 */
export type Place = readonly [out: number, down: number, back: number];

/** An irregular cloud: consolidation, ground glass, mass, nodule. */
export interface CloudShadow {
  readonly kind: 'cloud';
  readonly side: Side;
  readonly place: Place;
  /** Half axes: across, front to back, up and down. */
  readonly size: readonly [number, number, number];
  readonly density: number;
  /** Hugs the pleura instead of filling its ellipsoid. */
  readonly peripheral?: boolean;
  /** Sharp and round instead of patchy. */
  readonly round?: boolean;
  /** Air-filled bronchi run through it. */
  readonly bronchogram?: boolean;
  /** Finding whose mask takes this cloud in. */
  readonly label: string;
}

/** A network of fine lines. */
export interface ReticleShadow {
  readonly kind: 'reticle';
  readonly side: Side;
  readonly place: Place;
  readonly size: readonly [number, number, number];
  readonly lines: number;
}

/** A thin plate seen on edge: plate atelectasis, a thick fissure, a fibrotic band. */
export interface PlateShadow {
  readonly kind: 'plate';
  readonly side: Side;
  readonly place: Place;
  readonly length: number;
  readonly thickness: number;
  /** Degrees by which the outer end stands higher. */
  readonly slope: number;
  readonly label: string;
}

/** Something calcified. */
interface CalcificationShadow {
  readonly kind: 'calcification';
  readonly side: Side;
  readonly place: Place;
  readonly radius: number;
}

/** Fluid of the pleural space, up to a height above the lateral angle. */
export interface FluidShadow {
  readonly kind: 'fluid';
  readonly side: Side;
  readonly height: number;
  readonly label: string;
}

/** Devices, and calcified lines that are drawn like them. */
export type DeviceName =
  | 'endotracheal tube'
  | 'NSG tube'
  | 'central venous catheter via jugular vein'
  | 'central venous catheter via subclavian vein'
  | 'reservoir central venous catheter'
  | 'tracheostomy tube'
  | 'pacemaker'
  | 'sternotomy'
  | 'chest drain tube'
  | 'external foreign body'
  | 'artificial mitral heart valve'
  | 'aortic atheromatosis'
  | 'pleural plaques';

/** Something that was put in. */
interface DeviceShadow {
  readonly kind: 'device';
  readonly name: DeviceName;
}

/** Hila of another size than usual. */
interface HilumShadow {
  readonly kind: 'hilum';
  readonly factor: number;
}

/** A lump of callus on a rib. */
interface CallusShadow {
  readonly kind: 'callus';
  readonly side: Side;
  readonly rib: number;
}

/** A change of the build of the chest itself. */
export interface BuildShadow {
  readonly kind: 'build';
  readonly change:
    | 'cardiomegaly'
    | 'aortic elongation'
    | 'hiatal hernia'
    | 'scoliosis'
    | 'hyperinflation'
    | 'shallow breath'
    | 'right dome'
    | 'mastectomy'
    | 'goiter';
}

/** Anything that a sentence of a report can make visible. */
export type Shadow =
  | CloudShadow
  | ReticleShadow
  | PlateShadow
  | CalcificationShadow
  | FluidShadow
  | DeviceShadow
  | HilumShadow
  | CallusShadow
  | BuildShadow;
