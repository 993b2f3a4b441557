import { useEffect, useState } from 'react';

/** Milliseconds after which something counts as standing still. */
const CALM = 250;

/** Whether a value has stood still for a while; false at once when it changes. */
export function useCalm(value: unknown): boolean {
  const [calm, setCalm] = useState<{ readonly value: unknown }>();
  useEffect(() => {
    const timer = setTimeout(() => setCalm({ value }), CALM);
    return () => clearTimeout(timer);
  }, [value]);
  return calm !== undefined && calm.value === value;
}
