/** A named window for CT, in Hounsfield units. */
export interface CtPreset {
  readonly id: 'soft-tissue' | 'lung' | 'liver' | 'bone' | 'brain' | 'mediastinum';
  readonly width: number;
  readonly center: number;
}

/** By their numbers, from 1, which are their keys: those of OHIF, and the mediastinum of Weasis. */
export const CT_PRESETS: readonly CtPreset[] = [
  { id: 'soft-tissue', width: 400, center: 40 },
  { id: 'lung', width: 1500, center: -600 },
  { id: 'liver', width: 150, center: 90 },
  { id: 'bone', width: 2500, center: 480 },
  { id: 'brain', width: 80, center: 40 },
  { id: 'mediastinum', width: 400, center: 80 },
];
