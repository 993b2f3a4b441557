import { splitSentences } from '../dataset/report-text.ts';
import { foldText } from '../dataset/text.ts';

/** A sentence as it is shown. */
export interface ReportSentence {
  readonly text: string;
  /** What stands between it and the next one. */
  readonly gap: string;
  /** Which of the session's texts it is of, from 0. */
  readonly part: number;
}

/** The sentences of all texts of a session, in order. */
export const sentencesOf = (texts: readonly string[]): readonly ReportSentence[] =>
  texts.flatMap((text, part) =>
    splitSentences(text).map(({ sentence, gap }) => ({ text: sentence, gap, part })),
  );

const REASON =
  /^(datos|informacion|antecedentes|juicio|motivo|indicacion|diagnostico|orientacion|sospecha|clinica|peticion|comentario clinico)\b[^.:]{0,60}:/;
const BODY =
  /^(informe|hallazgos|descripcion|comentario|conclusion|exploracion|estudio|tecnica|resultado|impresion|anexo|rx|tc)\b[^.:]{0,60}:?/;

/**
 * Whether each sentence is part of the report itself, and not of the clinical reason that stands before it: that lasts
 * from its heading up to the heading of the report, or up to an empty line.
 */
export function isReported(sentences: readonly ReportSentence[]): readonly boolean[] {
  let isReason = false;
  return sentences.map(({ text, gap }, at) => {
    if (sentences[at - 1]?.part !== sentences[at]?.part) isReason = false;
    const folded = foldText(text).trim();
    if (REASON.test(folded)) isReason = true;
    else if (isReason && BODY.test(folded)) isReason = false;
    const own = !isReason;
    if (/\n\s*\n/.test(gap)) isReason = false;
    return own;
  });
}
