/** The system's code of a failed call (`ENOENT`), or empty text for any other thrown value. */
export const errnoOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
