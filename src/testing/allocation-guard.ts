/** Tells when a parser asks for more memory than its input justifies. */
export interface AllocationGuard {
  /** Begins to count from nothing. */
  allow(bytes: number): void;
  /** What was asked for beyond that, if anything. */
  fault(): string | undefined;
  /** Takes the guard away. */
  end(): void;
}

const BUFFERS = [
  'ArrayBuffer',
  'Uint8Array',
  'Uint8ClampedArray',
  'Int8Array',
  'Uint16Array',
  'Int16Array',
  'Uint32Array',
  'Int32Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
] as const;

/** Bytes that an element of an ordinary array takes. */
const ELEMENT = 8;

type Constructor = new (...args: unknown[]) => object;

/**
 * Puts itself before the constructors of buffers and typed arrays, and before `Array.from`, and counts the sizes asked for. What
 * is beyond the bound is refused with a RangeError, and told even where that is caught.
 */
export function guardAllocations(): AllocationGuard {
  let left = Infinity;
  let fault: string | undefined;
  const take = (what: string, bytes: number): void => {
    // Nothing is made of what is no number.
    if (Number.isNaN(bytes)) return;
    left -= bytes;
    if (left >= 0) return;
    fault ??= `asked for ${bytes} bytes more than its input justifies (${what})`;
    throw new RangeError(fault);
  };
  const restore = BUFFERS.map((name) => {
    const original = globalThis[name] as unknown as Constructor;
    const size = 'BYTES_PER_ELEMENT' in original ? Number(original.BYTES_PER_ELEMENT) : 1;
    const guarded: Constructor = new Proxy(original, {
      construct: (target, args: unknown[], newTarget: unknown) => {
        if (typeof args[0] === 'number') take(name, args[0] * size);
        const made = newTarget === guarded ? target : (newTarget as Constructor);
        return Reflect.construct(target, args, made);
      },
    });
    Object.assign(globalThis, { [name]: guarded });
    return () => Object.assign(globalThis, { [name]: original });
  });
  const { from } = Array;
  Array.from = ((...args: Parameters<typeof from>) => {
    const items: unknown = args[0];
    if (typeof items === 'object' && items !== null && 'length' in items)
      take('Array.from', ELEMENT * Number(items.length));
    return Reflect.apply(from, Array, args) as unknown;
  }) as typeof from;
  return {
    allow(bytes) {
      left = bytes;
      fault = undefined;
    },
    fault: () => fault,
    end() {
      Array.from = from;
      for (const put of restore) put();
    },
  };
}
