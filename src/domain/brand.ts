declare const brand: unique symbol;

/** A primitive that carries its meaning in its type; made only by the parser or rule that checked it. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Subject label as filed, with its entity key: `sub-S03999`. */
export type SubjectId = Brand<string, 'SubjectId'>;
/** Session label as filed, with its entity key: `ses-E07001`. */
export type SessionId = Brand<string, 'SessionId'>;
/** Path inside a dataset: relative, `/`-separated, no leading `/`, no `.` or `..` segment; letters as on disk. */
export type DatasetPath = Brand<string, 'DatasetPath'>;
/** Calendar date as the integer yyyymmdd; 0 stands for "no date". */
export type DateNumber = Brand<number, 'DateNumber'>;
export type Millimetres = Brand<number, 'Millimetres'>;
