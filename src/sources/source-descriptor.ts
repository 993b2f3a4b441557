/** How a worker opens the page's source; can be posted, with {@link transfersOf} as the transfer list. */
export type SourceDescriptor =
  | { readonly kind: 'served'; readonly name: string; readonly baseUrl: string }
  | { readonly kind: 'demo' }
  | { readonly kind: 'handle'; readonly handle: FileSystemDirectoryHandle }
  | { readonly kind: 'port'; readonly name: string; readonly port: MessagePort };

/** What must be handed over with a descriptor: a port belongs to one side only. */
export const transfersOf = (descriptor: SourceDescriptor): Transferable[] =>
  descriptor.kind === 'port' ? [descriptor.port] : [];
