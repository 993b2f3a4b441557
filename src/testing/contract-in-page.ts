import { entrySource } from '../sources/entry-source.ts';
import { handleSource } from '../sources/handle-source.ts';
import { describeFileSourceContract, type ContractOptions } from './file-source-contract.ts';
import { runSuite } from './suite-in-page.ts';

/** What a page hands over to be tested. */
export type PageFolder =
  | { readonly kind: 'handle'; readonly folder: FileSystemDirectoryHandle }
  | { readonly kind: 'entry'; readonly folder: FileSystemDirectoryEntry };

/** Runs the contract suite of a source on a folder of the browser that holds the files of the contract. */
export function runContract(
  { kind, folder }: PageFolder,
  options: ContractOptions,
): ReturnType<typeof runSuite> {
  describeFileSourceContract(
    kind,
    () => ({ source: kind === 'handle' ? handleSource(folder) : entrySource(folder) }),
    options,
  );
  return runSuite();
}
