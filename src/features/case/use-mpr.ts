import { useMemo, useState } from 'react';
import type { PatientPlane } from '../../domain/imaging/reslice-grid.ts';
import type { Slab } from '../../domain/imaging/slab.ts';

export type SlabMode = Slab['mode'];

/** Thicknesses of slabs, mm. */
export const THICKNESSES: readonly number[] = [3, 5, 10, 20, 30];
const FIRST_THICKNESS: Readonly<Record<Exclude<SlabMode, 'slice'>, number>> = { mean: 3, max: 10, min: 10 };

/** Whether and how planes of the body are shown in place of slices as stored. It stays from case to case. */
export interface Mpr {
  readonly isOn: boolean;
  readonly setOn: (isOn: boolean) => void;
  /** The plane that keys and tools act on. */
  readonly plane: PatientPlane;
  readonly setPlane: (plane: PatientPlane) => void;
  /** Shows the active plane alone, or again with the others. */
  readonly isAlone: boolean;
  readonly toggleAlone: () => void;
  /** The same object until it is chosen anew. */
  readonly slab: Slab;
  readonly setMode: (mode: SlabMode) => void;
  readonly setThickness: (thickness: number) => void;
  /** Both at once. */
  readonly setSlab: (slab: Slab) => void;
}

/** @param isPossible the series in view has slices; others stay as they are. */
export function useMpr(isPossible: boolean): Mpr {
  const [isWanted, setOn] = useState(false);
  const [plane, setPlane] = useState<PatientPlane>('axial');
  const [isAlone, setAlone] = useState(false);
  const [mode, setMode] = useState<SlabMode>('slice');
  const [thickness, setThickness] = useState(FIRST_THICKNESS);
  const slab = useMemo<Slab>(
    () => (mode === 'slice' ? { mode } : { mode, thickness: thickness[mode] }),
    [mode, thickness],
  );
  return {
    isOn: isWanted && isPossible,
    setOn,
    plane,
    setPlane,
    isAlone,
    toggleAlone: () => setAlone(!isAlone),
    slab,
    setMode,
    setThickness: (next) => {
      if (mode !== 'slice') setThickness((old) => ({ ...old, [mode]: next }));
    },
    setSlab: (next) => {
      setMode(next.mode);
      if (next.mode !== 'slice') setThickness((old) => ({ ...old, [next.mode]: next.thickness }));
    },
  };
}
