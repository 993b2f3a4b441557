import { foldText } from '../dataset/text.ts';
import { CT_PRESETS, type CtPreset } from '../imaging/ct-presets.ts';
import { IMAGE_KINDS } from './image-kinds.ts';
import {
  LAYOUTS,
  LINKS,
  type HangingProtocol,
  type HangingStage,
  type ImageRule,
  type Need,
  type Selector,
  type ViewportRule,
} from './protocol.ts';

/** A protocol of the user's own: its name is its own among them. */
export interface OwnProtocol extends HangingProtocol {
  readonly name: string;
}

/** Characters of a name. */
export const LONGEST_NAME = 60;
const MOST_VIEWPORTS = 4;
const ORDERS = ['current', 'earlier', 'later'] as const;

/** Ids of protocols of the user's own, which no built-in protocol has. */
const OWN_ID = /^own [\w-]{1,64}$/;

const tidy = (name: string): string => name.trim().slice(0, LONGEST_NAME);

const isNamed = (protocol: OwnProtocol, name: string): boolean =>
  foldText(protocol.name) === foldText(tidy(name));

/** The protocol that has a name already, whatever its capitals and accents. */
export const protocolNamed = (own: readonly OwnProtocol[], name: string): OwnProtocol | undefined =>
  own.find((protocol) => isNamed(protocol, name));

/** What a case must hold for every viewport to have its image: so many of each sort as there are selectors of it. */
function needsOf(viewports: readonly ViewportRule[]): readonly Need[] {
  const needs = new Map<string, Need>();
  for (const { select, optional } of viewports) {
    if ('sameAs' in select || optional === true) continue;
    const sort = JSON.stringify([select.kind, select.when]);
    needs.set(sort, { ...select, atLeast: (needs.get(sort)?.atLeast ?? 0) + 1 });
  }
  return [...needs.values()];
}

/**
 * A protocol that is offered wherever all viewports of its stage can be filled.
 * @param unique a text that no other protocol was made with.
 */
export const ownProtocol = (unique: string, name: string, stage: HangingStage): OwnProtocol => ({
  id: `own ${unique}`,
  name: tidy(name),
  needs: needsOf(stage.viewports),
  stages: [stage],
  offered: true,
});

/** Puts a protocol in the place of the one that has its name, else at the end. */
export function withProtocol(own: readonly OwnProtocol[], protocol: OwnProtocol): readonly OwnProtocol[] {
  const known = protocolNamed(own, protocol.name);
  return known ? own.map((one) => (one === known ? protocol : one)) : [...own, protocol];
}

/** Gives a protocol another name; one that had that name gives way. */
export const renamed = (
  own: readonly OwnProtocol[],
  protocol: OwnProtocol,
  name: string,
): readonly OwnProtocol[] =>
  own
    .filter((one) => one.id === protocol.id || !isNamed(one, name))
    .map((one) => (one.id === protocol.id ? { ...one, name: tidy(name) } : one));

type Unknown = Readonly<Record<string, unknown>>;

const asObject = (value: unknown): Unknown | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Unknown) : undefined;
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const oneOf = <Value>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((one) => one === value);

function readRule(saved: Unknown): ImageRule {
  const kind = oneOf(IMAGE_KINDS, saved['kind']);
  const when = oneOf(ORDERS, saved['when']);
  return { ...(kind && { kind }), ...(when && { when }), ...(saved['masks'] === true && { masks: true }) };
}

/** @param at number of the viewport: it can only repeat one before it. */
function readViewport(saved: unknown, at: number): ViewportRule {
  const { select, window, masks, optional } = asObject(saved) ?? {};
  const rule = asObject(select) ?? {};
  const sameAs = Array.from({ length: at }, (_, before) => before).find(
    (before) => before === rule['sameAs'],
  );
  const selector: Selector = sameAs === undefined ? readRule(rule) : { sameAs };
  const preset = oneOf<CtPreset['id']>(
    CT_PRESETS.map(({ id }) => id),
    window,
  );
  const mode = oneOf(['on', 'off'] as const, masks);
  return {
    select: selector,
    ...(preset && { window: preset }),
    ...(mode && { masks: mode }),
    ...(optional === true && { optional }),
  };
}

function readStage(saved: unknown): HangingStage | undefined {
  const { layout, viewports, links } = asObject(saved) ?? {};
  const known = oneOf(LAYOUTS, layout);
  if (!known) return undefined;
  return {
    layout: known,
    viewports: asList(viewports).slice(0, MOST_VIEWPORTS).map(readViewport),
    links: LINKS.filter((link) => asList(links).includes(link)),
  };
}

/** The protocols among what was kept, whoever wrote it; what they need is counted anew. */
export const readProtocols = (saved: unknown): readonly OwnProtocol[] =>
  asList(saved).reduce<readonly OwnProtocol[]>((own, one) => {
    const { id, name, stages } = asObject(one) ?? {};
    const stage = readStage(asList(stages)[0]);
    if (typeof id !== 'string' || !OWN_ID.test(id) || own.some((other) => other.id === id)) return own;
    if (typeof name !== 'string' || tidy(name) === '' || !stage) return own;
    return withProtocol(own, { ...ownProtocol('', name, stage), id });
  }, []);
