import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';

export function PeekFilm(_props: { readonly index: DatasetIndex; readonly row: number }) {
  return null;
}
