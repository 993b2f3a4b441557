/** What an image is to a hanging protocol. `film` is one of unknown projection, `other` a stack that is no CT. */
export const IMAGE_KINDS = ['frontal', 'lateral', 'film', 'ct', 'other'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];
