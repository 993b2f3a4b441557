/** What reads reports, binds them to labels and finds contradictions; apart from the page, which does not wait for it. */
export { filedReportOf } from '../../../domain/report/filed-report.ts';
export { linkReport } from '../../../domain/report/link-report.ts';
export { createReportReader } from '../../../domain/report/report-reader.ts';
export { contradictionsOf } from '../../../domain/report/rules/contradictions.ts';
