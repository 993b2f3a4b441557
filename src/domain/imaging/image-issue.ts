import type { DatasetPath } from '../brand.ts';
import type { Finding } from '../issues.ts';
import type { Tag } from './dicom-dataset.ts';

/** What was found wrong with an image or its sidecar; the caller knows the path, unless one is given. */
export type ImageIssue = Finding & { readonly path?: DatasetPath };

/** The value of an attribute that cannot be used as filed. */
export const valueIssue = (tag: Tag, value: string | number): ImageIssue => ({
  code: 'SIDECAR_VALUE',
  facts: { tag, value },
});
