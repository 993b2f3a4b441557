import { CircleX, Download, Info, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import type { DatasetIndex } from '../../domain/dataset/dataset-index.ts';
import { ISSUE_SEVERITY, type Issue, type IssueCode, type Severity } from '../../domain/issues.ts';
import { useLanguage } from '../../i18n/locale.tsx';
import { useDatasetState } from '../../session/session-context.tsx';
import { exportHealth } from '../../session/export-rows.ts';
import { usePageTheme } from '../../session/use-page-theme.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import styles from './health-page.module.css';
import { IssueGroup } from './issue-group.tsx';
import { WhatIsHere } from './what-is-here.tsx';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];
const ICONS = { error: CircleX, warning: TriangleAlert, note: Info } as const;

/** Everything that is wrong with the dataset, by code, and what is there. */
export function HealthPage() {
  usePageTheme('health');
  const { t } = useLanguage();
  usePageTitle(t.health.title);
  const index = useDatasetState((state) => state.index);
  const met = useDatasetState((state) => state.met);
  if (!index) return <p className={styles.waiting}>{t.index.tables}</p>;
  return <Health index={index} met={met} />;
}

interface Group {
  readonly code: IssueCode;
  readonly issues: readonly Issue[];
}

const rank = (code: IssueCode): number => SEVERITIES.indexOf(ISSUE_SEVERITY[code]);

/** Issues by code: errors first, then the most frequent. */
function groupIssues(issues: readonly Issue[]): readonly Group[] {
  const groups = new Map<IssueCode, Issue[]>();
  for (const issue of issues) {
    const group = groups.get(issue.code);
    if (group) group.push(issue);
    else groups.set(issue.code, [issue]);
  }
  return Array.from(groups, ([code, found]) => ({ code, issues: found })).toSorted(
    (a, b) =>
      rank(a.code) - rank(b.code) || b.issues.length - a.issues.length || a.code.localeCompare(b.code),
  );
}

/** What showing an image found out may be in the index by now. */
function withoutKnown(met: readonly Issue[], issues: readonly Issue[]): readonly Issue[] {
  const known = new Set(issues.map(({ code, path }) => `${code} ${path}`));
  return met.filter(({ code, path }) => !known.has(`${code} ${path}`));
}

function Health({ index, met }: { readonly index: DatasetIndex; readonly met: readonly Issue[] }) {
  const { t, format } = useLanguage();
  const issues = useMemo(() => [...index.issues, ...withoutKnown(met, index.issues)], [index, met]);
  const groups = useMemo(() => groupIssues(issues), [issues]);
  const { readings, readingsDone, readingsTotal } = index.progress;
  const count = (severity: Severity): number =>
    issues.filter(({ code }) => ISSUE_SEVERITY[code] === severity).length;
  const save = (): void => {
    const { name, content } = exportHealth(index, issues);
    saveFile(name, content);
  };
  const words = { error: t.health.errors, warning: t.health.warnings, note: t.health.notes } as const;
  return (
    <div className={styles.page}>
      <section className={styles.issues} aria-labelledby="health-title">
        <header className={styles.head}>
          <h1 id="health-title" className="visually-hidden">
            {t.health.title}
          </h1>
          {SEVERITIES.map((severity) => {
            const Icon = ICONS[severity];
            const found = count(severity);
            return (
              <p key={severity} className={styles.total} data-severity={severity}>
                <Icon aria-hidden />
                <strong>{format.number(found)}</strong> {words[severity](found)}
              </p>
            );
          })}
          <span className={styles.save}>
            <Button onPress={save} data-testid="export" data-kind="health">
              <Download aria-hidden /> {t.health.save}
            </Button>
          </span>
        </header>
        {readings !== 'done' && (
          <p className={styles.partial}>
            {t.health.partial(format.number(readingsDone), format.number(readingsTotal))}
          </p>
        )}
        {groups.length === 0 ? (
          <EmptyState title={t.health.none} hint={readings === 'done' ? '' : t.health.noneHint} />
        ) : (
          <ul>
            {groups.map(({ code, issues: own }) => (
              <IssueGroup key={code} code={code} issues={own} />
            ))}
          </ul>
        )}
      </section>
      <WhatIsHere index={index} />
    </div>
  );
}
