import { bundledVocabulary, isLocation } from '../../../src/domain/vocabulary/vocabulary.ts';
import { normalised } from '../../../src/phantom/report/report.ts';
import { createRandom, type Random } from '../../../src/phantom/random.ts';
import { imagePaths, type BenchSession } from './plan.ts';

const SENTENCES = [
  'Opacidad en base derecha',
  'Senos costofrénicos libres',
  'Infiltrados bilaterales de predominio periférico, compatibles con neumonía por COVID-19',
  'Silueta cardiomediastínica dentro de la normalidad',
  'Sin cambios significativos respecto a la exploración previa',
  'Patrón en vidrio deslustrado en ambos lóbulos inferiores',
  'Pequeño derrame pleural izquierdo',
  'Cardiomegalia con redistribución vascular',
  'No se observan alteraciones pleuroparenquimatosas',
  'Tubo endotraqueal con extremo distal a cuatro centímetros de la carina',
  'Elongación aórtica y cambios degenerativos en columna dorsal',
  'Consolidación retrocardíaca con broncograma aéreo',
] as const;

const { terms, cui } = bundledVocabulary();
const FINDINGS = [...terms.values()].filter(({ kind }) => kind === 'finding' || kind === 'diagnosis');
const LOCATIONS = [...terms.keys()].filter(isLocation);

const lines = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.join('\t')}\n`).join('');

/** Some terms are in most reports and most in few. */
const pickSkewed = <Item>(random: Random, items: readonly Item[]): Item =>
  random.pick(items.slice(0, Math.ceil(items.length * random.next() ** 3 + 0.01)));

const pickSome = <Item>(random: Random, items: readonly Item[], most: number): readonly Item[] => [
  ...new Set(Array.from({ length: random.integer(1, most) }, () => pickSkewed(random, items))),
];

/** What is said of a session, the same whichever table asks. */
function reportOf(session: string) {
  const random = createRandom('bench', 'report', session);
  return {
    sentences: pickSome(random, SENTENCES, 6),
    labels: pickSome(random, FINDINGS, 6).map(({ label }) => label),
    locations: pickSome(random, LOCATIONS, 5),
  };
}

function bySubject(sessions: readonly BenchSession[]): ReadonlyMap<string, readonly BenchSession[]> {
  const groups = new Map<string, BenchSession[]>();
  for (const one of sessions) {
    const group = groups.get(one.subject);
    if (group) group.push(one);
    else groups.set(one.subject, [one]);
  }
  return groups;
}

function participants(sessions: readonly BenchSession[]): string {
  const rows = [...bySubject(sessions)].map(([subject, own]) => {
    const random = createRandom('bench', 'person', subject);
    const modalities = [...new Set(own.map(({ modality }) => `'${modality}'`))].join(', ');
    return [
      subject,
      `[${modalities}]`,
      "[['chest']]",
      `[${random.integer(18, 99)}]`,
      random.pick(['M', 'F']),
    ];
  });
  return lines([
    ['participant', 'modality_dicom', 'body_parts', 'age', 'gender'],
    ...rows,
    ['derivatives', '[]', '[]', '[]', 'None'],
  ]);
}

/** A list as the public file of iteration 1 has it: quoted, with a tab for each comma. */
const listCell = (items: readonly string[]): string => `"[${items.join('\t ')}]"`;
const textList = (items: readonly string[]): string => listCell(items.map((item) => `'${item}'`));
const cuiList = (items: readonly string[]): string => listCell(items.map(cui).filter((one) => one !== ''));

function labels(sessions: readonly BenchSession[]): string {
  const rows = sessions.map(({ subject, session }, at) => {
    const report = reportOf(session);
    return [
      String(at),
      subject,
      session,
      report.sentences.map((sentence) => `${normalised(sentence)} .`).join(' '),
      textList(report.labels),
      textList(report.locations),
      textList([...report.labels, ...report.locations]),
      cuiList(report.labels),
      cuiList(report.locations),
    ];
  });
  const columns =
    'PatientID ReportID Report Labels Localizations LabelsLocalizationsBySentence labelCUIS LocalizationsCUIS';
  return lines([['', ...columns.split(' ')], ...rows]);
}

function tests(sessions: readonly BenchSession[]): string {
  const rows = [...bySubject(sessions).keys()].flatMap((subject, at) => {
    const random = createRandom('bench', 'tests', subject);
    return Array.from({ length: random.integer(1, 10) }, () => [
      subject,
      pickSkewed(random, ['PCR', 'IGG', 'ACT', 'IGM']),
      pickSkewed(random, ['POSITIVO', 'NEGATIVO', 'INDETERMINADO']),
      `${random.integer(10, 28)}.03.2020`,
      String(at + 1),
    ]);
  });
  return lines([['participant', 'prueba', 'resultado', 'fecha', 'Subject'], ...rows]);
}

function partitions(sessions: readonly BenchSession[]): string {
  const rows = sessions.flatMap(({ subject, session, images }) =>
    images.flatMap(imagePaths).map((path) => [subject, session, `./${path}`]),
  );
  return `subject session filepath\n${lines(rows)}`;
}

/** Reports as iteration 1 files them: raw text of several lines, without dates. */
const sessionsTable = (sessions: readonly BenchSession[]): string =>
  `session\tmedical_evaluation\n${sessions
    .map(({ session }) => `${session}\tDatos clínicos: tos.\n\n${reportOf(session).sentences.join('.\n')}.\n`)
    .join('\n')}`;

const scansTable = ({ subject, session, images }: BenchSession): string =>
  lines([
    ['filename', "Patient's Sex (00100040)", 'Series Description (0008103E)'],
    ...images.map((image) => [
      imagePaths(image)
        .map((path) => path.replace(`${subject}/${session}/`, ''))
        .join(','),
      'M',
      'Tórax',
    ]),
  ]);

/** The tables that come without images, by path, in the dialect of iteration 1 (FORMAT.md section 2). */
export const makeRootTables = (sessions: readonly BenchSession[]): ReadonlyMap<string, string> =>
  new Map([
    ['participants.tsv', participants(sessions)],
    ['derivatives/partitions.tsv', partitions(sessions)],
    ['derivatives/EHR/sil_reg_covid.tsv', tests(sessions)],
    ['derivatives/labels/labels_covid19_posi.tsv', labels(sessions)],
  ]);

/** Every table of the tree, those inside the subjects' folders too. */
export const makeTables = (sessions: readonly BenchSession[]): ReadonlyMap<string, string> =>
  new Map([
    ...makeRootTables(sessions),
    ...[...bySubject(sessions)].map(
      ([subject, own]) => [`${subject}/${subject}_sessions.tsv`, sessionsTable(own)] as const,
    ),
    ...sessions.map(
      (one) =>
        [`${one.subject}/${one.session}/${one.subject}_${one.session}_scans.tsv`, scansTable(one)] as const,
    ),
  ]);
