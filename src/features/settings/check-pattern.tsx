import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { drawCheckPattern } from '../../domain/imaging/check-pattern.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './check-pattern.module.css';

/** A pattern to judge the monitor by, with what to look for; Esc and the button close it. */
export function CheckPattern({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage();
  const { pattern } = t;
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className={cx(styles.overlay)}>
      <Modal className={cx(styles.modal)}>
        <Dialog className={cx(styles.dialog)} data-testid="check-pattern">
          <Pattern name={pattern.image} />
          <div className={styles.text}>
            <header className={styles.header}>
              <Heading slot="title" className={cx(styles.title)}>
                {pattern.title}
              </Heading>
              <IconButton name={t.app.close} onPress={onClose}>
                <X aria-hidden />
              </IconButton>
            </header>
            <ol className={styles.signs}>
              {pattern.signs.map((sign) => (
                <li key={sign}>{sign}</li>
              ))}
            </ol>
            <p className={styles.note}>{pattern.note}</p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Pixels of the screen that an element has. Safari does not tell, but its pixels are whole multiples of CSS pixels. */
function devicePixels({ devicePixelContentBoxSize, contentRect }: ResizeObserverEntry): {
  readonly width: number;
  readonly height: number;
} {
  const box = devicePixelContentBoxSize?.[0];
  const ratio = window.devicePixelRatio;
  return {
    width: box?.inlineSize ?? Math.round(contentRect.width * ratio),
    height: box?.blockSize ?? Math.round(contentRect.height * ratio),
  };
}

function paint(canvas: HTMLCanvasElement, width: number, height: number): void {
  const context = canvas.getContext('2d');
  if (!context || width === 0 || height === 0) return;
  canvas.width = width;
  canvas.height = height;
  const image = context.createImageData(width, height);
  drawCheckPattern(width, height).forEach((grey, at) => image.data.fill(grey, 4 * at, 4 * at + 3));
  for (let alpha = 3; alpha < image.data.length; alpha += 4) image.data[alpha] = 255;
  context.putImageData(image, 0, 0);
}

/** The pattern in as much room as there is, one of its pixels on one of the screen. */
function Pattern({ name }: { readonly name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const room = element?.parentElement;
    if (!element || !room) return undefined;
    const watch = new ResizeObserver((entries) => {
      const entry = entries.at(-1);
      if (!entry) return;
      const { width, height } = devicePixels(entry);
      paint(element, width, height);
    });
    try {
      watch.observe(room, { box: 'device-pixel-content-box' });
    } catch {
      watch.observe(room);
    }
    return () => watch.disconnect();
  }, []);
  return (
    <div className={styles.room}>
      <canvas ref={canvas} role="img" aria-label={name} className={styles.canvas} />
    </div>
  );
}
