import { useCommand } from '../../../commands/command-scope.tsx';
import type { Link } from '../../../domain/hanging/protocol.ts';
import type { Reading } from '../use-reading.ts';
import { stepStage } from './step-stage.ts';

/** The keys that lead from stage to stage, and have viewports do things together. */
export function useHangingCommands(reading: Reading): void {
  const toggle = (...links: readonly Link[]): void =>
    reading.setLinked(links, !links.every(reading.isLinked));
  useCommand('next-stage', stepStage(reading, 1));
  useCommand('previous-stage', stepStage(reading, -1));
  useCommand('toggle-linked-view', () => toggle('zoom', 'pan'));
  useCommand('toggle-linked-window', () => toggle('window'));
  useCommand('toggle-linked-scroll', () => toggle('scroll'));
}
