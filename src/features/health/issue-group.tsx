import { ChevronRight, CircleX, Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { Link } from 'react-router';
import { severityOf, type Issue, type IssueCode } from '../../domain/issues.ts';
import { sentenceOf } from '../../i18n/issue-texts.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { caseAddress } from '../../session/query-url.ts';
import { Button as PlainButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './issue-group.module.css';

const ICONS = { error: CircleX, warning: TriangleAlert, note: Info } as const;
/** Places shown at once; there may be thousands. */
const FIRST_PLACES = 50;

interface IssueGroupProps {
  readonly code: IssueCode;
  readonly issues: readonly Issue[];
}

/** All issues of one code: what they mean, how many, and where. */
export function IssueGroup({ code, issues }: IssueGroupProps) {
  const { t, format } = useLanguage();
  const [shown, setShown] = useState(FIRST_PLACES);
  const severity = severityOf(code);
  const Icon = ICONS[severity];
  const [first] = issues;
  const common = first ? sentenceOf(t.issues, first) : '';
  // The sentence of a single issue names its own facts; that of many says what they have in common.
  const isSame = issues.every((issue) => sentenceOf(t.issues, issue) === common);
  return (
    <li
      className={styles.group}
      data-testid="issue"
      data-code={code}
      data-severity={severity}
      data-count={issues.length}
    >
      <Disclosure>
        <Heading level={2} className={cx(styles.heading)}>
          <Button slot="trigger" className={cx(styles.trigger)}>
            <span className={styles.icon} data-severity={severity}>
              <Icon aria-label={t.health.severity[severity]} />
            </span>
            <span className={styles.text}>
              <span className={styles.title}>{t.issues[code].title}</span>
              {isSame && <span className={styles.sentence}>{common}</span>}
            </span>
            <span className={styles.code}>{code}</span>
            <span className={styles.count}>{format.number(issues.length)}</span>
            <ChevronRight aria-hidden className={styles.arrow} />
          </Button>
        </Heading>
        <DisclosurePanel>
          <ul className={styles.places} aria-label={t.health.fileList}>
            {issues.slice(0, shown).map((issue, at) => (
              <Place
                // Issues have no identity of their own, and the list only grows at its end.
                key={at}
                issue={issue}
                sentence={isSame ? '' : sentenceOf(t.issues, issue)}
              />
            ))}
          </ul>
          {issues.length > shown && (
            <PlainButton tone="quiet" onPress={() => setShown(shown + 500)}>
              {t.app.more(issues.length - shown)}
            </PlainButton>
          )}
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

function Place({ issue, sentence }: { readonly issue: Issue; readonly sentence: string }) {
  const { t } = useLanguage();
  const { path, subject, session } = issue;
  return (
    <li className={styles.place}>
      <span className={styles.path}>{path ?? [subject, session].filter(Boolean).join(' / ')}</span>
      {sentence !== '' && <span className={styles.detail}>{sentence}</span>}
      {subject !== undefined && session !== undefined && (
        <Link to={caseAddress(subject, session)} className={cx(styles.open)}>
          {t.health.openSession}
        </Link>
      )}
    </li>
  );
}
