/** A named window for CT, in Hounsfield units. */
export interface CtPreset {
  readonly id: 'soft-tissue' | 'lung' | 'liver' | 'bone' | 'brain' | 'mediastinum';
  readonly width: number;
  readonly center: number;
  /** Key that chooses it, as in OHIF. */
  readonly key?: string;
}

/** The presets of OHIF under its keys 1 to 5, and the mediastinum of Weasis. */
export const CT_PRESETS: readonly CtPreset[] = [
  { id: 'soft-tissue', width: 400, center: 40, key: '1' },
  { id: 'lung', width: 1500, center: -600, key: '2' },
  { id: 'liver', width: 150, center: 90, key: '3' },
  { id: 'bone', width: 2500, center: 480, key: '4' },
  { id: 'brain', width: 80, center: 40, key: '5' },
  { id: 'mediastinum', width: 400, center: 80 },
];
