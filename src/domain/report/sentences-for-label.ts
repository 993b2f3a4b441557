import { wordsOf } from '../dataset/text.ts';
import { supportOf } from './evidence.ts';
import { linkReport, type FiledReport, type LinkedSentence } from './link-report.ts';
import type { ReportReader } from './report-reader.ts';

/** A sentence that is about a label. */
export interface LabelSentence {
  readonly text: string;
  /** It says that there is none. */
  readonly isDenied: boolean;
}

/**
 * The sentences of a report that are about a label: those that name it or say it by implication, that deny it, and those
 * to which the tables give it. Of names that are no label, those that have the same words in a row.
 */
export function sentencesForLabel(
  filed: FiledReport,
  label: string,
  reader: ReportReader,
): readonly LabelSentence[] {
  return linkReport(filed, reader).sentences.flatMap((sentence) => {
    const stand = standOf(sentence, label, reader);
    return stand === 'none' ? [] : [{ text: sentence.text, isDenied: stand === 'denied' }];
  });
}

function standOf(
  { text, labels }: LinkedSentence,
  label: string,
  reader: ReportReader,
): 'about' | 'denied' | 'none' {
  if (!reader.knows(label)) return labels.includes(label) || hasWords(text, label) ? 'about' : 'none';
  const support = supportOf(reader.read(text).evidence, label, reader.graph);
  if (support === 'denied') return 'denied';
  return support === 'named' || support === 'implied' || labels.includes(label) ? 'about' : 'none';
}

/** Whether a sentence has the words of a name in a row, whatever their accents and capitals. */
function hasWords(sentence: string, name: string): boolean {
  const wanted = wordsOf(name);
  const words = wordsOf(sentence);
  return (
    wanted.length > 0 && words.some((_, at) => wanted.every((word, place) => words[at + place] === word))
  );
}
