import { useVocabulary } from '../../session/session-context.tsx';
import { placeName } from '../../ui/facet-names.ts';
import { Highlight } from './highlight.tsx';
import styles from './highlight.module.css';
import { findsCui } from '../../ui/label-title.ts';

interface LabelNameProps {
  readonly label: string;
  readonly pattern: RegExp | undefined;
}

/** The name of a label, with what the search found in it; all of it where the search found its CUI. */
export function LabelName({ label, pattern }: LabelNameProps) {
  const name = placeName(label);
  return findsCui(useVocabulary(), label, pattern) ? (
    <mark className={styles.mark}>{name}</mark>
  ) : (
    <Highlight text={name} pattern={pattern} />
  );
}
