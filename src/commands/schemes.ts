import type { Scheme } from '../domain/controls/controls.ts';
import type { CommandId } from './registry.ts';

type SchemeKeys = Readonly<Partial<Record<CommandId, readonly string[]>>>;

/**
 * Where Weasis has other keys than OHIF. Its letters choose tools, so that what midscope has on those letters goes
 * with Shift; its Tab, which here leads through the page, is left out.
 */
const WEASIS: SchemeKeys = {
  'next-series': ['ArrowRight'],
  'previous-series': ['ArrowLeft'],
  'next-viewport': ['shift+ArrowRight'],
  'previous-viewport': ['shift+ArrowLeft'],
  'tool-window': ['w'],
  'tool-pan': ['t'],
  'tool-scroll': ['s'],
  'tool-crosshair': ['h'],
  'measure-length': ['d'],
  'measure-angle': ['a'],
  'measure-arrow': ['alt+t'],
  reorient: ['shift+d'],
  invert: ['shift+i'],
  'rotate-right': ['alt+r'],
  'rotate-left': ['alt+l'],
  'flip-horizontal': ['alt+f'],
  'flip-vertical': ['alt+v'],
  fit: ['ctrl+Enter', '='],
  'zoom-in': ['ctrl++', '+'],
  'zoom-out': ['ctrl+-', '-'],
  reset: ['Escape'],
  'toggle-labels': ['shift+t'],
  'toggle-guide': ['shift+a'],
  'toggle-masks': ['alt+s'],
  'toggle-corner-text': ['Space', 'i'],
  'toggle-linked-scroll': ['shift+s'],
  'side-by-side': ['shift+w'],
};

/** The keys that differ from those of the registry, by scheme. */
export const SCHEME_KEYS: Readonly<Record<Scheme, SchemeKeys>> = { ohif: {}, weasis: WEASIS };
