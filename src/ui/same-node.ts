import { isValidElement, type ReactNode } from 'react';

type Props = Readonly<Record<string, unknown>>;

/** Whether two contents are drawn alike: texts and elements that were written anew with the same types and properties. */
export function isSameNode(a: ReactNode, b: ReactNode): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    const others: readonly ReactNode[] = b;
    return a.length === b.length && a.every((one: ReactNode, at) => isSameNode(one, others[at]));
  }
  if (!isValidElement<Props>(a) || !isValidElement<Props>(b)) return false;
  return a.type === b.type && a.key === b.key && areSameProps(a.props, b.props);
}

/** Whether two sets of properties are drawn alike; functions have to be the same ones. */
export function areSameProps(a: object, b: object): boolean {
  const [before, after] = [a as Props, b as Props];
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every(
      (name) =>
        name in after &&
        (name === 'children'
          ? isSameNode(before[name] as ReactNode, after[name] as ReactNode)
          : Object.is(before[name], after[name])),
    )
  );
}
