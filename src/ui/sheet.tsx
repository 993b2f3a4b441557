import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { X } from 'lucide-react';
import { useFirstLanguage } from '../i18n/locale.tsx';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import styles from './sheet.module.css';

interface SheetProps {
  readonly title: string;
  readonly subtitle?: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** As wide as the page. */
  readonly full?: boolean;
  readonly children: ReactNode;
}

/** The one floating page over another; Esc, the button or a press beside it close it. */
export function Sheet({
  title,
  subtitle,
  isOpen,
  onClose,
  wide = false,
  full = false,
  children,
}: SheetProps) {
  const { t } = useFirstLanguage();
  return (
    <ModalOverlay
      isDismissable
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      className={cx(styles.overlay)}
    >
      <Modal className={cx(styles.sheet, wide && styles.wide, full && styles.full)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.header}>
            <Heading slot="title" className={cx(styles.title)}>
              {title}
            </Heading>
            {subtitle !== undefined && <span className={styles.subtitle}>{subtitle}</span>}
            <IconButton name={t.app.close} onPress={onClose}>
              <X aria-hidden />
            </IconButton>
          </header>
          <div className={styles.body}>{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
