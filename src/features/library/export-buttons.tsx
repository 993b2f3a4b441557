import { memo, useEffect, useRef } from 'react';
import { Download, SquareTerminal } from 'lucide-react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { isAbort } from '../../domain/error.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { exportRows, pandasLineFor } from '../../session/export-rows.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useStable } from '../../ui/use-stable.ts';
import styles from './toolbar.module.css';
import type { Library } from './use-library.ts';

interface ExportButtonsProps {
  readonly index: DatasetIndex;
  readonly library: Library;
  readonly onMessage: (message: string) => void;
}

const KINDS = ['tsv', 'json'] as const;

/** The rows of the list as a file: ids, paths, labels and tests; no pixels, no report, no birth date. */
export function ExportButtons({ index, library, onMessage }: ExportButtonsProps) {
  const { t, format } = useLanguage();
  const { rows } = library.result;
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const run = useStable(async (kind: (typeof KINDS)[number]): Promise<void> => {
    running.current?.abort();
    running.current = new AbortController();
    onMessage(t.library.exporting);
    try {
      const { name, content } = await exportRows(index, rows, library.query, kind, running.current.signal);
      saveFile(name, content);
      onMessage(t.library.exported(format.number(rows.length)));
    } catch (thrown) {
      if (!isAbort(thrown)) throw thrown;
    }
  });
  const copyLine = useStable((): void => {
    navigator.clipboard.writeText(pandasLineFor(index)).then(
      () => onMessage(t.library.pandasCopied),
      () => onMessage(t.library.notCopied),
    );
  });
  return <Buttons onExport={run} onCopyLine={copyLine} />;
}

interface ButtonsProps {
  readonly onExport: (kind: (typeof KINDS)[number]) => Promise<void>;
  readonly onCopyLine: () => void;
}

const Buttons = memo(function Buttons({ onExport, onCopyLine }: ButtonsProps) {
  const { t } = useLanguage();
  return (
    <div role="group" aria-label={t.library.exportRows} className={styles.export}>
      {KINDS.map((kind) => (
        <Button
          key={kind}
          aria-label={t.library.exportAs(kind.toUpperCase())}
          data-testid="export"
          data-kind={kind}
          onPress={() => void onExport(kind)}
        >
          {kind === 'tsv' && <Download aria-hidden />}
          {kind.toUpperCase()}
        </Button>
      ))}
      <IconButton name={t.library.copyPandas} onPress={onCopyLine}>
        <SquareTerminal aria-hidden />
      </IconButton>
    </div>
  );
});
