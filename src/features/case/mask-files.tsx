import { Trash2 } from 'lucide-react';
import { baseName } from '../../domain/dataset/file-source.ts';
import { sentenceOf } from '../../i18n/issue-texts.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import type { AttachedMask } from '../../session/attached-masks.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './masks-section.module.css';
import type { ImageMask } from './use-masks.ts';
import type { Issue } from '../../domain/issues.ts';

interface MaskFilesProps {
  readonly masks: readonly ImageMask[];
  /** What each brings up, in the same order. */
  readonly issues: readonly (readonly Issue[])[];
  readonly attached: readonly AttachedMask[];
  readonly onRemove: (mask: AttachedMask) => void;
}

/** The files that masks come from: what they are, how they came to this image, and what is wrong with them. */
export function MaskFiles({ masks, issues, attached, onRemove }: MaskFilesProps) {
  const { t } = useLanguage();
  if (masks.length === 0) return null;
  return (
    <ul aria-label={t.masks.files} className={styles.files}>
      {masks.map((of, at) => {
        const own = attached.find(({ id }) => id === of.attached);
        const name = baseName(of.path);
        return (
          <li
            key={of.path}
            className={styles.file}
            data-testid="mask-file"
            data-format={of.mask?.format ?? ''}
            data-match={of.match}
          >
            <span className={styles.fileName}>{name}</span>
            <span className={styles.faint}>
              {[
                of.mask ? t.masks.formats[of.mask.format] : of.failure ? '' : t.masks.reading,
                t.masks.matches[of.match],
              ]
                .filter((text) => text !== '')
                .join(t.app.listSeparator)}
            </span>
            {own && (
              <IconButton name={t.masks.remove(name)} onPress={() => onRemove(own)}>
                <Trash2 aria-hidden />
              </IconButton>
            )}
            {(issues[at] ?? []).map((issue) => (
              <p key={issue.code} className={styles.warning} data-testid="mask-issue" data-code={issue.code}>
                {sentenceOf(t.issues, issue)}
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
