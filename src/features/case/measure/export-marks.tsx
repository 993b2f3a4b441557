import { Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Mark } from '../../../domain/measure/measurement.ts';
import { isAbort } from '../../../domain/error.ts';
import { useLanguage } from '../../../i18n/locale.tsx';
import type { MarkExport } from '../../../session/export-marks.ts';
import { useDataset, useDatasetState } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import styles from './measurements-section.module.css';
import { useMeasuring } from './measuring.ts';

/** With the whole name and the one on the button. */
const KINDS: readonly (readonly [MarkExport, string, string])[] = [
  ['csv', 'CSV', 'CSV'],
  ['json', 'JSON', 'JSON'],
  ['sr', 'DICOM SR', 'SR'],
];

/** The marks of the case as a file, or those of the whole dataset. */
export function ExportMarks({ marks }: { readonly marks: readonly Mark[] }) {
  const { t, format } = useLanguage();
  const { ids, marks: all, say } = useMeasuring();
  const { storageKey, images } = useDataset();
  const index = useDatasetState((state) => state.index);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const run = async (kind: MarkExport, of: readonly Mark[], name: string): Promise<void> => {
    if (!index) return;
    running.current?.abort();
    running.current = new AbortController();
    say(t.measure.exporting);
    try {
      const { exportMarks } = await import('../../../session/export-marks.ts');
      const { signal } = running.current;
      const file = await exportMarks(of, kind, { index, storageKey, images, signal, name });
      saveFile(file.name, file.content);
      say(t.measure.exported(of.length, format.number(of.length)));
    } catch (thrown) {
      if (!isAbort(thrown)) say(t.measure.exportFailed);
    }
  };
  const own = `${ids.subject}_${ids.session}`;
  return (
    <span role="group" aria-label={t.measure.export} className={styles.export}>
      {KINDS.map(([kind, label, brief]) => (
        <Button
          key={kind}
          tone="quiet"
          aria-label={t.measure.exportAs(label)}
          data-testid="export"
          data-kind={kind}
          onPress={() => void run(kind, marks, own)}
        >
          {brief}
        </Button>
      ))}
      <MenuButton
        name={t.measure.export}
        choices={KINDS.filter(([kind]) => kind !== 'sr').map(([kind, label]) => ({
          id: kind,
          label: t.measure.exportAll(label),
          onAction: () => void run(kind, [...all.values()], index?.name ?? 'dataset'),
        }))}
      >
        <Download aria-hidden />
      </MenuButton>
    </span>
  );
}
