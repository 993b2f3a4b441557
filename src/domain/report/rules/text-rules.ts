import { isLocation } from '../../vocabulary/vocabulary.ts';
import { supportOf, type Evidence, type Support } from '../evidence.ts';
import { linkReport, type FiledReport, type ReportLink } from '../link-report.ts';
import { isReported, sentencesOf } from '../report-sentences.ts';
import type { ReportReader } from '../report-reader.ts';
import { bitOf, type TextRuleBits } from './rule-ids.ts';
import { LEFT, RIGHT, sidesOfPlace, sidesSaid } from './sides.ts';

export type TextContradiction =
  /** What the report only denies became a label. */
  | { readonly rule: 'label-denied'; readonly label: string; readonly sentences: readonly number[] }
  /** No sentence of the report says a label, or anything like it. */
  | { readonly rule: 'label-unsupported'; readonly label: string; readonly sentences: readonly number[] }
  /** A sentence says one side, and its places are all on the other. */
  | {
      readonly rule: 'side-mismatch';
      readonly said: 'right' | 'left';
      readonly places: readonly string[];
      readonly sentences: readonly number[];
    };

/** Labels that are no claim about what is in the image. */
const NO_CLAIMS: ReadonlySet<string> = new Set(['normal', 'exclude', 'suboptimal study']);

const RANK: readonly Support[] = ['none', 'denied', 'weak', 'hinted', 'implied', 'named'];

function bestSupport(evidence: readonly Evidence[], label: string, { graph }: ReportReader): Support {
  let best = 0;
  for (const one of evidence) best = Math.max(best, RANK.indexOf(supportOf(one, label, graph)));
  return RANK[best] ?? 'none';
}

interface Doubt {
  readonly rule: 'label-denied' | 'label-unsupported';
  readonly label: string;
}

/** The labels that a text denies, and those it does not word at all. */
function doubtsIn(
  evidence: readonly Evidence[],
  labels: readonly string[],
  reader: ReportReader,
): readonly Doubt[] {
  if (evidence.length === 0) return [];
  return labels.flatMap((label): readonly Doubt[] => {
    const support = bestSupport(evidence, label, reader);
    if (support === 'denied') return [{ rule: 'label-denied', label }];
    return support === 'none' ? [{ rule: 'label-unsupported', label }] : [];
  });
}

/** What the report itself says in its readable texts, the clinical reason left out. */
function readableEvidence({ readable }: FiledReport, { read }: ReportReader): readonly Evidence[] {
  const sentences = sentencesOf(readable);
  const own = isReported(sentences);
  return sentences.flatMap(({ text }, at) => (own[at] === true ? read(text).evidence : []));
}

/**
 * Labels that the report denies or does not word. They were made from the normalised text; where there is a readable
 * one too, it has to agree, since its commas and full stops tell more.
 */
function labelDoubts(filed: FiledReport, reader: ReportReader): readonly Doubt[] {
  const labels = filed.findings.filter((label) => !NO_CLAIMS.has(label) && reader.knows(label));
  if (labels.length === 0) return [];
  const hasText = filed.normalised.trim() !== '';
  const first = hasText
    ? sentencesOf([filed.normalised]).map(({ text }) => reader.read(text).evidence)
    : readableEvidence(filed, reader);
  const doubts = doubtsIn(first, labels, reader);
  if (doubts.length === 0 || !hasText || filed.readable.length === 0) return doubts;
  return doubtsIn(
    readableEvidence(filed, reader),
    doubts.map(({ label }) => label),
    reader,
  );
}

/** Whether the sides of places and sentences can differ at all: no side has more groups of places than sentences. */
function mayMismatch({ items, normalised, readable }: FiledReport, { read }: ReportReader): boolean {
  let [groupsRight, groupsLeft, sides] = [0, 0, 0];
  const close = (): void => {
    groupsRight += Number(sides === RIGHT);
    groupsLeft += Number(sides === LEFT);
    sides = 0;
  };
  for (const { label } of items)
    if (isLocation(label)) sides |= sidesOfPlace(label);
    else close();
  close();
  if (groupsRight + groupsLeft === 0) return false;
  let [saidRight, saidLeft] = [0, 0];
  for (const { text } of sentencesOf(normalised.trim() === '' ? readable : [normalised])) {
    const said = sidesSaid(read(text).reading);
    saidRight += Number((said & RIGHT) !== 0);
    saidLeft += Number((said & LEFT) !== 0);
  }
  return groupsRight > saidRight || groupsLeft > saidLeft;
}

function sideMismatches({ sentences }: ReportLink): readonly TextContradiction[] {
  return sentences.flatMap(({ reading, places, certainty }, number): readonly TextContradiction[] => {
    const said = sidesSaid(reading);
    if (certainty === 'unknown' || (said !== RIGHT && said !== LEFT)) return [];
    const onSides = places.filter((place) => sidesOfPlace(place) !== 0);
    const agrees = onSides.some((place) => (sidesOfPlace(place) & said) !== 0);
    if (onSides.length === 0 || agrees) return [];
    return [
      {
        rule: 'side-mismatch',
        said: said === RIGHT ? 'right' : 'left',
        places: onSides,
        sentences: [number],
      },
    ];
  });
}

/** The sentences on screen in which a doubted label is denied, or to which it was given. */
function sentencesFor(
  { rule, label }: Doubt,
  { sentences }: ReportLink,
  { graph, read }: ReportReader,
): readonly number[] {
  return sentences.flatMap(({ text, labels }, number) => {
    const isThere =
      rule === 'label-denied'
        ? supportOf(read(text).evidence, label, graph) === 'denied'
        : labels.includes(label);
    return isThere ? [number] : [];
  });
}

/** Everything in which a session's labels and its report contradict each other. */
export function textContradictions(
  filed: FiledReport,
  reader: ReportReader,
  link: ReportLink = linkReport(filed, reader),
): readonly TextContradiction[] {
  const doubts = labelDoubts(filed, reader).map((doubt): TextContradiction => ({
    ...doubt,
    sentences: sentencesFor(doubt, link, reader),
  }));
  return mayMismatch(filed, reader) ? [...doubts, ...sideMismatches(link)] : doubts;
}

/** Which text rules find something; the report is aligned only where the sides ask for it. */
export function checkTexts(filed: FiledReport, reader: ReportReader): TextRuleBits {
  let bits = 0;
  for (const { rule } of labelDoubts(filed, reader)) bits |= bitOf(rule);
  if (mayMismatch(filed, reader) && sideMismatches(linkReport(filed, reader)).length > 0)
    bits |= bitOf('side-mismatch');
  return bits;
}
