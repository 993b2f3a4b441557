import { createContext, use } from 'react';

/** Opens the card of a term beside an element. */
export type OpenTerm = (label: string, anchor: Element) => void;

export const OpenTermContext = createContext<OpenTerm | undefined>(undefined);

/** The way to the cards of terms; pages that have them are within a {@link TermHost}. */
export function useOpenTerm(): OpenTerm {
  const open = use(OpenTermContext);
  if (!open) throw new Error('no TermHost above');
  return open;
}
