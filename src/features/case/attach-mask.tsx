import { useRef } from 'react';
import { Paperclip } from 'lucide-react';
import { useStore } from 'zustand';
import type { DatasetPath } from '../../domain/brand.ts';
import { useLanguage, type Language } from '../../i18n/locale.tsx';
import { MOST_ATTACHED_BYTES, type AttachedNews } from '../../session/attached-masks.ts';
import { useDataset } from '../../session/session-context.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './masks-section.module.css';

function newsText({ t, format }: Language, news: AttachedNews): string {
  switch (news.what) {
    case 'attached':
      return t.masks.attached(news.mask.file.name);
    case 'removed':
      return t.masks.removed(news.mask.file.name);
    case 'empty':
      return t.masks.empty(news.name);
    case 'too-large':
      return t.masks.tooLarge(news.name, format.bytes(MOST_ATTACHED_BYTES));
  }
}

interface AttachMaskProps {
  /** The image in view. */
  readonly image: DatasetPath;
  /** All images of its series. */
  readonly images: readonly DatasetPath[];
}

/** Chooses masks for an image by hand, and says what became of it. */
export function AttachMask({ image, images }: AttachMaskProps) {
  const language = useLanguage();
  const { t } = language;
  const { attached } = useDataset();
  const { news, isKept } = useStore(attached.state);
  const input = useRef<HTMLInputElement>(null);
  const own = news && images.includes(news.image) ? news : undefined;
  return (
    <div className={styles.attach}>
      <Button onPress={() => input.current?.click()} aria-describedby="attach-mask-hint">
        <Paperclip aria-hidden /> {t.masks.attach}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="mask-input"
        onChange={({ currentTarget }) => {
          void attached.attach(image, [...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <p id="attach-mask-hint" className={styles.faint}>
        {t.masks.attachHint}
      </p>
      <div className={styles.told}>
        <p role="status" data-testid="mask-message">
          {own ? newsText(language, own) : ''}
        </p>
        {own && (own.what === 'attached' || own.what === 'removed') && (
          <Button tone="quiet" onPress={attached.undo} data-testid="undo-mask">
            {t.masks.undo}
          </Button>
        )}
      </div>
      {!isKept && <p className={styles.warning}>{t.masks.notKept}</p>}
    </div>
  );
}
