import { createContext, use, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Vocabulary } from '../domain/vocabulary/vocabulary.ts';
import type { Preferences } from '../storage/preferences.ts';
import type { DatasetState, OpenDataset } from './open-dataset.ts';
import type { Workspace } from './workspace.ts';

const WorkspaceContext = createContext<Workspace | undefined>(undefined);
const DatasetContext = createContext<OpenDataset | undefined>(undefined);
const VocabularyContext = createContext<Vocabulary | undefined>(undefined);

export function WorkspaceProvider({
  workspace,
  children,
}: {
  readonly workspace: Workspace;
  readonly children: ReactNode;
}) {
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/** The vocabulary is handed in, so that the start page, which shares this module and needs none, stays light. */
export function DatasetProvider({
  dataset,
  vocabulary,
  children,
}: {
  readonly dataset: OpenDataset;
  readonly vocabulary: Vocabulary;
  readonly children: ReactNode;
}) {
  return (
    <DatasetContext value={dataset}>
      <VocabularyContext value={vocabulary}>{children}</VocabularyContext>
    </DatasetContext>
  );
}

/** The labels with their CUIs and their places in the graph. */
export function useVocabulary(): Vocabulary {
  const vocabulary = use(VocabularyContext);
  if (!vocabulary) throw new Error('no DatasetProvider above');
  return vocabulary;
}

export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error('no WorkspaceProvider above');
  return workspace;
}

export const usePreferences = (): Preferences =>
  useStore(useWorkspace().state, ({ preferences }) => preferences);

/** The dataset that is open, or undefined on the start page. */
export const useOpenDataset = (): OpenDataset | undefined =>
  useStore(useWorkspace().state, ({ dataset }) => dataset);

/** The dataset of the page; pages below the shell have one. */
export function useDataset(): OpenDataset {
  const dataset = use(DatasetContext);
  if (!dataset) throw new Error('no DatasetProvider above');
  return dataset;
}

export const useDatasetState = <Value,>(select: (state: DatasetState) => Value): Value =>
  useStore(useDataset().state, select);
