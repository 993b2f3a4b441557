/** What a film's detector writes: the makers and models of the published films, and their habits. */
export interface Detector {
  readonly modality: 'CR' | 'DX';
  /** As filed; one maker's values carry literal quote marks. */
  readonly manufacturer: string;
  readonly model: string;
  readonly bitsStored: 8 | 12 | 14;
  readonly photometric: 'MONOCHROME1' | 'MONOCHROME2';
  /** Presentation LUT Shape, where the maker writes one. */
  readonly shape?: 'IDENTITY' | 'INVERSE';
  /** VOI as delivered: windows by explanation and relative width, a VOI LUT, both, or nothing. */
  readonly windows: readonly { readonly explanation: string; readonly width: number }[];
  readonly voiLut: boolean;
  /** Whether Pixel Spacing is filed besides Imager Pixel Spacing. */
  readonly pixelSpacing: boolean;
  readonly frontal: string;
  readonly lateral: string;
  readonly portable: string;
}

const NORMAL = [{ explanation: 'NORMAL', width: 1 }] as const;

/** The detectors of the demo. */
export const DETECTORS = {
  ge: {
    modality: 'DX',
    manufacturer: '"GE Healthcare"',
    model: '"Thunder Platform"',
    bitsStored: 14,
    photometric: 'MONOCHROME2',
    shape: 'IDENTITY',
    windows: [...NORMAL, { explanation: 'HARDER', width: 0.72 }, { explanation: 'SOFTER', width: 1.4 }],
    voiLut: false,
    pixelSpacing: true,
    frontal: 'W033 Tórax PA',
    lateral: 'W034 Tórax Lat.',
    portable: 'portátil AP',
  },
  philips: {
    modality: 'DX',
    manufacturer: 'Philips Medical Systems',
    model: 'DigitalDiagnost',
    bitsStored: 12,
    photometric: 'MONOCHROME2',
    windows: [{ explanation: '', width: 1 }],
    voiLut: false,
    pixelSpacing: false,
    frontal: 'Tórax PA vertical',
    lateral: 'Tórax Lat.',
    portable: 'Tórax AP portátil',
  },
  agfaLut: {
    modality: 'DX',
    manufacturer: 'Agfa',
    model: 'DXD40',
    bitsStored: 12,
    photometric: 'MONOCHROME1',
    shape: 'INVERSE',
    windows: [],
    voiLut: true,
    pixelSpacing: false,
    frontal: 'Tórax PA',
    lateral: 'Tórax LL',
    portable: 'Tórax AP decúbito',
  },
  agfaPlain: {
    modality: 'DX',
    manufacturer: 'Agfa',
    model: '3543EZE',
    bitsStored: 12,
    photometric: 'MONOCHROME2',
    windows: [],
    voiLut: false,
    pixelSpacing: false,
    frontal: 'TÃ²RAX PA',
    lateral: 'Tórax Lat.',
    portable: 'TÃ²RAX AP',
  },
  agfaCr: {
    modality: 'CR',
    manufacturer: 'Agfa-Gevaert',
    model: 'ADC_5146',
    bitsStored: 8,
    photometric: 'MONOCHROME2',
    windows: NORMAL,
    voiLut: false,
    pixelSpacing: true,
    frontal: 'TORAX PA',
    lateral: 'TORAX LATERAL',
    portable: 'TORAX AP',
  },
  fuji: {
    modality: 'CR',
    manufacturer: 'FUJIFILM Corporation',
    model: 'DR-ID 300CL',
    bitsStored: 12,
    photometric: 'MONOCHROME1',
    windows: [{ explanation: '', width: 1 }],
    voiLut: false,
    pixelSpacing: true,
    frontal: 'Torax PA',
    lateral: 'Torax Lateral',
    portable: 'portátil AP',
  },
  gmm: {
    modality: 'DX',
    manufacturer: 'GMM',
    model: 'ACCORD DR',
    bitsStored: 14,
    photometric: 'MONOCHROME1',
    shape: 'INVERSE',
    windows: [{ explanation: '', width: 1 }],
    voiLut: false,
    pixelSpacing: false,
    frontal: 'TORAX, PA',
    lateral: 'TORAX, LAT',
    portable: 'TORAX, AP ENCAMADO',
  },
  carestream: {
    modality: 'DX',
    manufacturer: 'CARESTREAM HEALTH',
    model: 'DRX-Evolution',
    bitsStored: 12,
    photometric: 'MONOCHROME2',
    windows: [{ explanation: 'NORMAL', width: 1 }],
    voiLut: true,
    pixelSpacing: false,
    frontal: 'Tórax PA',
    lateral: 'Tórax Lat',
    portable: 'Tórax AP',
  },
} as const satisfies Readonly<Record<string, Detector>>;

/** Name of a detector. */
export type DetectorName = keyof typeof DETECTORS;
