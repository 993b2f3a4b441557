/** DICOM Modality (0008,0060) of an image file, and whether name and header state different ones. */
export interface StatedModality {
  /** Empty when nothing states one. */
  readonly shown: string;
  readonly conflict: boolean;
}

/** "Other": what converters write when they do not know. It contradicts no name. */
const OTHER = 'OT';

/**
 * The modality of an image by what its name and folders state and by what its header or sidecar does; the latter is
 * believed, since names are given by hand. Either is empty for none.
 */
export function statedModality(named: string, read: string): StatedModality {
  if (read === '' || (read === OTHER && named !== '')) return { shown: named, conflict: false };
  return { shown: read, conflict: named !== '' && named !== read };
}
