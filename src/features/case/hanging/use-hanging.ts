import { useMemo, useState } from 'react';
import type { CaseSeries } from '../../../domain/dataset/case-series.ts';
import type { DatasetPath } from '../../../domain/brand.ts';
import type { PatientSeries } from '../../../domain/dataset/patient-sessions.ts';
import { BUILT_IN_PROTOCOLS } from '../../../domain/hanging/built-in-protocols.ts';
import { contentsOf, type CaseContents } from '../../../domain/hanging/case-contents.ts';
import { chooseProtocol, fitsCase, stagesOf, type HungStage } from '../../../domain/hanging/hang.ts';
import type { HangingProtocol, Link } from '../../../domain/hanging/protocol.ts';
import type { Display } from '../../../engine/index.ts';

/** What the user, or a stage, put into a viewport. */
export interface Hung {
  readonly seriesKey: string | undefined;
  readonly display: Display;
  /** Masks of this viewport alone; undefined as everywhere. */
  readonly masks: 'on' | 'off' | undefined;
}

/** What hangs in the viewports of a case, and by which stage of which protocol it came to hang. */
interface Arrangement {
  readonly caseKey: string;
  readonly protocol: HangingProtocol;
  readonly stage: number;
  readonly contents: CaseContents;
  readonly views: readonly Hung[];
}

export interface Hanging {
  readonly contents: CaseContents;
  /** Those that fit the case. */
  readonly protocols: readonly HangingProtocol[];
  readonly protocol: HangingProtocol;
  /** Whether the user chose it, here or in a case before; else the case did. */
  readonly isChosen: boolean;
  /** From 0, among those that the case can fill. */
  readonly stage: number;
  readonly stages: readonly HungStage[];
  readonly current: HungStage | undefined;
  /**
   * Hangs by another protocol, which stays wherever it fits; undefined leaves it to each case.
   * @param preferred the series that comes first among its like.
   */
  readonly choose: (id: string | undefined, preferred?: CaseSeries) => void;
  readonly goTo: (stage: number) => void;
  /** What hangs now was saved as a protocol, which stays wherever it fits. */
  readonly adopt: (protocol: HangingProtocol) => void;
  readonly isLinked: (link: Link) => boolean;
  readonly setLinked: (links: readonly Link[], linked: boolean) => void;
}

interface UsedHanging extends Hanging {
  readonly views: readonly Hung[];
  readonly change: (next: (old: readonly Hung[]) => readonly Hung[]) => void;
}

/** What is known of a case beyond its table. */
export interface HangingFacts {
  readonly hasMasks: (series: CaseSeries) => boolean;
  readonly scouts: ReadonlySet<DatasetPath>;
}

const AS_FILED: Display = { invert: false };

/** A stage as viewports; one that shows its series already keeps it inverted. */
const viewsOf = (stage: HungStage | undefined, old: readonly Hung[] = []): readonly Hung[] =>
  (stage?.views ?? []).map(({ key, choice, masks }) => {
    const invert =
      old.find(({ seriesKey }) => key !== undefined && seriesKey === key)?.display.invert ?? false;
    return {
      seriesKey: key,
      display: choice || invert ? { invert, ...(choice && { choice }) } : AS_FILED,
      masks,
    };
  });

const arrange = (
  caseKey: string,
  protocol: HangingProtocol,
  contents: CaseContents,
  stage = 0,
  old?: readonly Hung[],
): Arrangement => ({
  caseKey,
  protocol,
  stage,
  contents,
  views: viewsOf(stagesOf(protocol, contents)[stage], old),
});

/**
 * Hangs each case by the first protocol that fits it, or by the one that the user chose.
 * @param asked path of the image that the address asks for.
 * @param own protocols of the user.
 */
export function useHanging(
  caseKey: string,
  patient: PatientSeries,
  facts: HangingFacts,
  asked: string | null,
  own: readonly HangingProtocol[],
): UsedHanging {
  const [wanted, setWanted] = useState<string>();
  const [links, setLinks] = useState<Partial<Record<Link, boolean>>>({});
  const [arranged, setArranged] = useState<Arrangement>();
  const all = useMemo<readonly HangingProtocol[]>(() => [...BUILT_IN_PROTOCOLS, ...own], [own]);
  const contents = useMemo(
    () =>
      contentsOf(patient, {
        ...facts,
        asked: patient.current.series.find(({ images }) => images.some(({ path }) => path === asked)),
      }),
    [patient, facts, asked],
  );
  // Until the user acts, the views follow what is found of the session.
  const automatic = useMemo(
    () => arrange(caseKey, chooseProtocol(all, contents, wanted), contents),
    [all, caseKey, contents, wanted],
  );
  const inForce = (of: Arrangement | undefined): Arrangement => (of?.caseKey === caseKey ? of : automatic);
  const now = inForce(arranged);
  const stages = useMemo(() => stagesOf(now.protocol, now.contents), [now.protocol, now.contents]);
  const current = stages[now.stage];
  const hang = (protocol: HangingProtocol, of: CaseContents, stage = 0): void => {
    setLinks({});
    setArranged((old) => arrange(caseKey, protocol, of, stage, inForce(old).views));
  };
  return {
    contents,
    protocols: useMemo(() => all.filter((one) => fitsCase(one, contents)), [all, contents]),
    // It may have another name by now.
    protocol: all.find(({ id }) => id === now.protocol.id) ?? now.protocol,
    isChosen: wanted === now.protocol.id,
    stage: now.stage,
    stages,
    current,
    choose: (id, preferred) => {
      setWanted(id);
      const of = preferred ? contentsOf(patient, { ...facts, asked: preferred }) : contents;
      hang(all.find((one) => one.id === id) ?? chooseProtocol(all, contents), of);
    },
    adopt: (protocol) => {
      setWanted(protocol.id);
      setArranged((old) => ({ ...inForce(old), protocol, stage: 0 }));
    },
    goTo: (stage) => hang(now.protocol, now.contents, stage),
    isLinked: (link) => links[link] ?? current?.links.includes(link) ?? false,
    setLinked: (changed, isLinked) =>
      setLinks((old) => ({
        ...old,
        ...Object.fromEntries(changed.map((link) => [link, isLinked])),
      })),
    views: now.views,
    change: (next) =>
      setArranged((old) => {
        const before = inForce(old);
        return { ...before, views: next(before.views) };
      }),
  };
}
