import { createElement, type Attributes, type ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { areSameProps, isSameNode } from './same-node.ts';

interface IconProps extends Attributes {
  readonly size?: number;
  readonly onPress?: () => void;
}

const Icon = ({ size }: IconProps): ReactNode => size;
const icon = (props: IconProps = {}): ReactNode => createElement(Icon, props);
const bold = (...children: ReactNode[]): ReactNode => createElement('b', null, ...children);

describe('isSameNode', () => {
  it.each<readonly [string, () => ReactNode]>([
    ['texts', () => 'a'],
    ['nothing', () => undefined],
    ['elements', () => icon({ size: 1 })],
    ['several contents', () => ['a', icon({ key: 'i' }), false]],
    ['what is in elements', () => bold('a', icon({ size: 2 }))],
  ])('takes %s that were written twice for the same', (_, write) => {
    expect(isSameNode(write(), write())).toBe(true);
  });

  it.each<readonly [string, ReactNode, ReactNode]>([
    ['a text', 'a', 'b'],
    ['a number and its text', 1, '1'],
    ['the type', icon(), createElement('i')],
    ['a property', icon({ size: 1 }), icon({ size: 2 })],
    ['a property that is missing', icon({ size: 1 }), icon()],
    ['the key', icon({ key: 'a' }), icon({ key: 'b' })],
    ['what is inside', bold('a'), bold('b')],
    ['how many there are', ['a'], ['a', 'b']],
    ['nothing and something', null, icon()],
    ['a function', icon({ onPress: () => undefined }), icon({ onPress: () => undefined })],
  ])('sees that %s differs', (_, a, b) => {
    expect(isSameNode(a, b)).toBe(false);
    expect(isSameNode(b, a)).toBe(false);
  });
});

describe('areSameProps', () => {
  it('asks for the same names, whatever their order', () => {
    expect(areSameProps({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(areSameProps({ a: undefined, c: 1 }, { b: 2, c: 1 })).toBe(false);
  });
});
