/** Gives each distinct value the next number, from 0. */
export interface Interner<Value> {
  readonly values: readonly Value[];
  number(value: Value): number;
}

export function createInterner<Value>(first: readonly Value[] = []): Interner<Value> {
  const values = [...first];
  const numbers = new Map(values.map((value, at) => [value, at]));
  return {
    values,
    number(value) {
      const known = numbers.get(value);
      if (known !== undefined) return known;
      numbers.set(value, values.length);
      values.push(value);
      return values.length - 1;
    },
  };
}
