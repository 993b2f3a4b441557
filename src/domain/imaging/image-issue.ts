import type { Issue } from '../issues.ts';
import type { Tag } from './dicom-dataset.ts';

/** What was found wrong with an image or its sidecar; the caller knows the path. */
export type ImageIssue = Omit<Issue, 'path'>;

/** The value of an attribute that cannot be used as filed. */
export const valueIssue = (tag: Tag, value: string | number): ImageIssue => ({
  code: 'SIDECAR_VALUE',
  facts: { tag, value },
});
