import type { DatasetIndex } from '../../../domain/dataset/dataset-index.ts';
import { baseName } from '../../../domain/dataset/file-source.ts';
import type { Contradiction } from '../../../domain/report/rules/contradictions.ts';
import { useLanguage } from '../../../i18n/locale.tsx';

/** Why a rule found something, in a sentence. */
export function useReason(index: DatasetIndex): (one: Contradiction) => string {
  const { t, format } = useLanguage();
  const { contradictions: words } = t;
  const list = (parts: readonly string[]): string => parts.join(t.app.listSeparator);
  const testsText = (rows: readonly number[]): string =>
    list(
      rows.map((row) => {
        const result = t.test[index.tests.result[row] ?? 'unknown'];
        return `${index.tests.kind[row] ?? ''} ${result} ${format.date(index.tests.date[row] ?? 0)}`.trim();
      }),
    );
  const fileName = (image: number): string => {
    const path = index.images.paths[image];
    return path === undefined ? '' : baseName(path);
  };
  return (one) => {
    switch (one.rule) {
      case 'label-denied':
        return words.denied(one.label);
      case 'label-unsupported':
        return words.unsupported(one.label);
      case 'side-mismatch':
        return words.sides(one.said, list(one.places));
      case 'normal-beside-findings':
        return words.normal(list(one.labels));
      case 'covid-tests-negative':
        return words.testsNegative(testsText(one.tests));
      case 'covid-not-labelled':
        return words.notLabelled(list(one.labels), testsText(one.tests));
      case 'projection-mismatch':
        return words.projection(fileName(one.image), one.named, one.read);
      case 'projection-shared':
        return words.shared(list(one.images.map(fileName)), one.named);
    }
  };
}
