import { BRANCH_COLOURS, type Branch } from '../../domain/vocabulary/branch.ts';
import type { Vocabulary } from '../../domain/vocabulary/vocabulary.ts';
import { DETECTORS } from '../image/detectors.ts';
import type { DemoImage, DemoSession, DemoSubject } from '../plan/demo-plan.ts';
import { cuiCell, normalisedReport, pythonList, readableReport, reportLabels } from '../report/report.ts';

/** A person who was tested but never had an image: in the tests table only. */
const TESTED_ONLY = 'sub-S04999';

const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.join('\t')}\n`).join('');

/** `participants.tsv`, with the stray row that the published file has. */
export function participantsTable(subjects: readonly DemoSubject[]): string {
  const rows = subjects.map(({ subject, person, sessions }) => {
    const modalities = [...new Set(sessions.flatMap(({ images }) => images.map(modalityOf)))].toSorted();
    const years = sessions.map(({ plan }) => Math.floor((plan.date || 20200401) / 10000));
    const ages = [...new Set(years.map((year) => person.age + year - Math.min(...years)))];
    return [subject, pythonList(modalities), "[['chest']]", `[${ages.join(', ')}]`, person.sex];
  });
  return table([
    ['participant', 'modality_dicom', 'body_parts', 'age', 'gender'],
    ...rows,
    ['derivatives', '[]', '[]', '[]', 'None'],
  ]);
}

const modalityOf = (image: DemoImage): string =>
  image.kind === 'ct' ? 'CT' : DETECTORS[image.plan.detector].modality;

/** `sub-…_sessions.tsv` in the dialect with dates: the reports are Python list literals. */
export function sessionsTable({ sessions }: DemoSubject): string {
  const rows = sessions.map(({ session, plan, sentences }) => [
    session,
    plan.date === 0 ? '' : String(plan.date),
    sentences.length === 0 ? '' : pythonList(reportsOf(plan.id, plan.images, sentences)),
  ]);
  return table([['session_id', 'study_date', 'medical_evaluation'], ...rows]);
}

/** One text, or an original and an annex where advice was added later. */
function reportsOf(id: string, images: readonly unknown[], sentences: DemoSession['sentences']): string[] {
  const between = Number(id.slice(1)) % 3 === 0 || images.length === 0 ? '\n' : ' ';
  const last = sentences.at(-1);
  if (sentences.length > 2 && last?.text.startsWith('Se recomienda'))
    return [readableReport(sentences.slice(0, -1), between), `Anexo: ${last.text}`];
  return [readableReport(sentences, between)];
}

/** `…_scans.tsv`: one row per series, the files of a series joined by commas in one cell. */
export function scansTable(session: DemoSession): string {
  const { person } = session;
  const series = new Map<number, DemoImage[]>();
  for (const image of session.images) series.set(image.run, [...(series.get(image.run) ?? []), image]);
  const rows = [...series.values()].map((images) => [
    images
      .flatMap((image) => (image.kind === 'ct' ? image.images : [image.image]))
      .map((path) => path.slice(path.indexOf('mod-rx/')))
      .join(','),
    person.sex,
    `${String(person.age).padStart(3, '0')}Y`,
    descriptionOf(images[0]),
  ]);
  return table([
    ['filename', "Patient's Sex (00100040)", "Patient's Age (00101010)", 'Series Description (0008103E)'],
    ...rows,
  ]);
}

function descriptionOf(image: DemoImage | undefined): string {
  if (!image) return 'n/a';
  if (image.kind === 'ct') return image.plan.storage === 'localizer' ? 'Topograma' : 'Tórax sin contraste';
  const detector = DETECTORS[image.plan.detector];
  if (image.plan.view === 'AP') return detector.portable;
  return image.plan.view === 'PA' ? detector.frontal : detector.lateral;
}

/** The labels table, broken rows included. */
export function labelsTable(subjects: readonly DemoSubject[], vocabulary: Vocabulary): string {
  const header = ['', ...LABEL_COLUMNS].join('\t');
  const sessions = subjects.flatMap((subject) => subject.sessions).filter(({ plan }) => plan.row !== 'none');
  const rows = sessions.map((session, n) => labelRow(session, n, vocabulary));
  return `${[header, ...rows].join('\n')}\n`;
}

const LABEL_COLUMNS = [
  'PatientID',
  'ReportID',
  'Report',
  'Labels',
  'Localizations',
  'LabelsLocalizationsBySentence',
  'labelCUIS',
  'LocalizationsCUIS',
];

function labelRow(session: DemoSession, index: number, vocabulary: Vocabulary): string {
  const { subject, plan, sentences } = session;
  const start = [String(index), subject, session.session];
  if (plan.row === 'empty') return [...start, '', '', '', '', '', ''].join('\t');
  const { labels, locations, bySentence } = reportLabels(sentences);
  const filed = filedLabels(labels, plan.row);
  const sentenceCell = pythonList(plan.row === 'empty label' ? ['', ...bySentence] : bySentence);
  const upToSentences = [...start, normalisedReport(sentences), pythonList(filed), pythonList(locations)];
  // Two rows of the published file end in the middle of a word; the list never closes.
  if (plan.row === 'truncated') return [...upToSentences, sentenceCell.slice(0, -7)].join('\t');
  return [...upToSentences, sentenceCell, cuiCell(vocabulary, labels), cuiCell(vocabulary, locations)].join(
    '\t',
  );
}

function filedLabels(labels: readonly string[], row: DemoSession['plan']['row']): readonly string[] {
  if (row === 'empty label') return ['', ...labels];
  return row === 'duplicate label' ? [...labels, ...labels] : labels;
}

/** The tests table: a trailing tab makes an empty seventh column. */
export function testsTable(subjects: readonly DemoSubject[]): string {
  const rows = subjects.flatMap(({ subject, person }, n) =>
    person.tests.map(([date, test, result]) => [
      String(n + 1),
      String(n + 1),
      date,
      test,
      result,
      subject,
      '',
    ]),
  );
  const last = String(subjects.length + 1);
  return table([
    ['label', 'subject', 'date', 'test', 'result', 'participant', ''],
    ...rows,
    [last, last, '02.04.2020', 'PCR', 'POSITIVO', TESTED_ONLY, ''],
  ]);
}

/** `partitions.tsv`: a header divided by spaces over rows divided by tabs; it indexes images. */
export function partitionsTable(subjects: readonly DemoSubject[]): string {
  const rows = subjects
    .flatMap(({ sessions }) => sessions)
    .flatMap(({ subject, session, images }) =>
      images.flatMap((image) =>
        (image.kind === 'ct' ? image.images : [image.image]).map((path) => [subject, session, `./${path}`]),
      ),
    );
  return `subject session filepath\n${table(rows)}`;
}

/** Names and colours of a mask, as BIDS files them beside it. */
export const maskNamesTable = (labels: readonly string[]): string =>
  table([
    ['index', 'name', 'color'],
    ...labels.map((label, n) => [
      String(n + 1),
      label,
      BRANCH_COLOURS[MASK_BRANCHES[label] ?? 'neutral'].toUpperCase(),
    ]),
  ]);

/** Branches of the findings that have masks, so that a mask has the colour of its finding. */
export const MASK_BRANCHES: Readonly<Record<string, Branch>> = {
  'alveolar pattern': 'alveolar',
  consolidation: 'alveolar',
  infiltrates: 'interstitial',
  'ground glass pattern': 'interstitial',
  'pleural effusion': 'pleura',
  'pulmonary mass': 'nodule',
  nodule: 'nodule',
};
