/** A function that keeps its last few results, by key; the one unused for longest goes first. */
export function keepLast<Input, Value>(
  most: number,
  keyOf: (input: Input) => string,
  make: (input: Input) => Value,
): (input: Input) => Value {
  const kept = new Map<string, Value>();
  return (input) => {
    const key = keyOf(input);
    const known = kept.get(key);
    const value = known === undefined ? make(input) : known;
    kept.delete(key);
    kept.set(key, value);
    for (const old of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(old);
    }
    return value;
  };
}
