import type { SessionId, SubjectId } from '../brand.ts';

/** File contents as far as the name tells; `other` has an ending midscope does not know, or none. */
export type NamedKind = 'png' | 'nifti' | 'dicom' | 'json' | 'table' | 'other';

/** Projection that a file name states: the `vp-` entity, lower case, as filed (`ap`, `pa`, `ll`, `lateral` …). */
export type NamedView = string;

/** What a MIDS or BIDS file name says of its file. Absent entities are absent keys. */
export interface NameEntities {
  readonly subject?: SubjectId;
  readonly session?: SessionId;
  readonly acq?: string;
  readonly run?: string;
  readonly bodyPart?: string;
  readonly laterality?: string;
  readonly view?: NamedView;
  readonly chunk?: string;
  /** Last part of the name before the ending, lower case: `cr`, `dx`, `ct`, `bold`, `scans`, `sessions` … */
  readonly suffix?: string;
  readonly kind: NamedKind;
  /** Ending as filed, with its dot: `.nii.gz`. */
  readonly extension: string;
  /** The name without its ending. */
  readonly stem: string;
  /** Parts that are neither an entity nor the suffix (`vp_ap` leaves `vp` and `ap`), or a wrong entity that was repaired. */
  readonly misformed: readonly string[];
}
