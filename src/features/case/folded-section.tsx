import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { cx } from '../../ui/cx.ts';
import styles from './folded-section.module.css';

interface FoldedSectionProps {
  readonly title: string;
  /** Made when the section is open. */
  readonly children: () => ReactNode;
}

/** A part of the panel that is opened on demand. */
export function FoldedSection({ title, children }: FoldedSectionProps) {
  return (
    <Disclosure className={cx(styles.folded)}>
      {({ isExpanded }) => (
        <>
          <Heading level={2}>
            <Button slot="trigger" className={cx(styles.trigger)}>
              <ChevronRight aria-hidden /> {title}
            </Button>
          </Heading>
          <DisclosurePanel>{isExpanded && children()}</DisclosurePanel>
        </>
      )}
    </Disclosure>
  );
}
