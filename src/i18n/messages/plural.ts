/** The word for one or for another number of things. */
export const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);
