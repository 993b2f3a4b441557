import { describe, expect, test } from 'vitest';
import { MidscopeError } from '../domain/error.ts';
import {
  ISSUE_SEVERITY,
  type ConflictSubject,
  type Finding,
  type Issue,
  type IssueCode,
  type IssueFacts,
  type MaskFault,
  type SeriesDifference,
  type UndecodableReason,
} from '../domain/issues.ts';
import { sentenceOf, type IssueTexts } from './issue-texts.ts';
import { issuesEn } from './messages/en/issues.ts';
import { issuesEs } from './messages/es/issues.ts';

/** Every fact of every code; a fact that is added has to be added here. */
const FACTS: { readonly [Code in IssueCode]: Required<IssueFacts<Code>> } = {
  FILE_EMPTY: {},
  FILE_GONE: {},
  FILE_DENIED: {},
  FILE_READ: { status: 500 },
  FILE_MISSING: { by: 'partitions.tsv' },
  FILE_UNKNOWN: {},
  NAME_MISFORMED: { parts: 'vp-' },
  NAME_CONFLICT: { folder: 'sub-S1', name: 'sub-S2' },
  SIDECAR_MISSING: {},
  SIDECAR_JSON: { line: 2, column: 19 },
  SIDECAR_SHAPE: { bytes: 71 },
  SIDECAR_SHARED: {},
  SIDECAR_VALUE: { tag: '00281050', value: 'n/d' },
  SIDECAR_SIZE: { sidecar: '3 × 4', image: '5 × 6' },
  SIDECAR_DEPTH: { sidecar: 12, image: 8 },
  TABLE_UNREADABLE: { missing: 'session, labels', bytes: 73 },
  TABLE_UNKNOWN: {},
  TABLE_ROW: { line: 11, fields: 22, columns: 33, value: 'garbage' },
  TABLE_ENCODING: { encoding: 'windows-1252', bytes: 31 },
  TEXT_CUT: {},
  TABLE_UNPLACED: { rows: 32 },
  LIST_CELL: { line: 12, column: 'age', value: '[54, 5' },
  LABEL_TRUNCATED: { line: 13, column: 'Labels', kept: 24 },
  LABEL_UNKNOWN: { label: 'catheder', sessions: 25 },
  LABEL_DUPLICATE: { line: 14, column: 'Labels', labels: 'normal' },
  LABEL_NONE: {},
  LABEL_NO_IMAGE: {},
  CUI_LENGTH: { line: 15, column: 'Localizations', labels: 26, cuis: 37 },
  DATE_UNREADABLE: { line: 16, value: '31.02.2020' },
  TEST_UNKNOWN: { line: 17, test: 'ELISA', result: 'POSITIVO' },
  TEST_NO_SUBJECT: { tests: 28 },
  PARTICIPANT_STRAY: { line: 18, value: 'derivatives' },
  SESSION_REPEATED: { line: 19 },
  SESSION_CONFLICT: { what: 'age-or-sex', other: 'b/participants.tsv' },
  LISTING_UNREADABLE: { lines: 29, first: 41, value: 'tar: Removing' },
  IMAGE_UNKNOWN: {},
  IMAGE_TRUNCATED: { bytes: 64, needed: 66, frame: 3 },
  IMAGE_UNDECODABLE: { reason: 'decoder', detail: 'bad marker' },
  IMAGE_TOO_LARGE: { columns: 651, rows: 652, bytes: 653 },
  IMAGE_COLOUR: {},
  IMAGE_TRANSPARENT: {},
  IMAGE_FIRST_ONLY: { images: 44 },
  IMAGE_BURNED_IN: {},
  IMAGE_LOCALIZER: {},
  IMAGE_DERIVED: { kind: 'mip' },
  PNG_INVALID: { chunk: 'IHDR' },
  NIFTI_INVALID: { field: 'vox_offset' },
  NIFTI_ORIENTATION: {},
  NIFTI_ROUNDED: {},
  DICOM_INVALID: { offset: 132 },
  DICOM_NO_PIXELS: {},
  TRANSFER_SYNTAX: { uid: '1.2.840.10008.1.2.4.100' },
  VOI_MISSING: {},
  POLARITY_CONFLICT: {},
  VIEW_MISMATCH: {},
  MODALITY_MISMATCH: { name: 'DX', header: 'CT' },
  DATES_MODIFIED: {},
  SERIES_MIXED: { what: 'size' },
  SERIES_DUPLICATES: { slices: 45 },
  SERIES_GAPS: { gaps: 46, widest: 47 },
  SERIES_UNEVEN: { least: 48, most: 49 },
  SERIES_TILTED: { degrees: 52 },
  SERIES_SHEARED: {},
  MASK_INVALID: { reason: 'outline-too-long', value: 7 },
  MASK_SIZE: { mask: '7 × 8', image: '9 × 10' },
  MASK_UNMATCHED: {},
  MASK_IMAGES_UNKNOWN: { images: 42, first: 'a/film.png' },
  MASK_IMAGES_AMBIGUOUS: { images: 43, first: 'b/film.png' },
  MASK_REFERENCE: { first: '2.25.7' },
  MASK_OTHER_IMAGE: {},
  MASK_PARTLY: { missing: 55, parts: 58 },
  MASK_NAMES: {},
  OVERLAY_INVALID: { group: '6000' },
};

/** Facts from a closed set, which each language says in its own words. */
const SAID_IN_WORDS: ReadonlySet<string> = new Set(['reason', 'what', 'kind']);

const UNDECODABLE: Readonly<Record<UndecodableReason, true>> = {
  compression: true,
  'too-many-pixels': true,
  'row-filter': true,
  'no-such-frame': true,
  'size-missing': true,
  'bit-depth': true,
  'colour-space': true,
  'stream-differs': true,
  'too-little-data': true,
  'voxel-type': true,
  'voxels-apart': true,
  decoder: true,
  unforeseen: true,
};
const MASK_FAULTS: Readonly<Record<MaskFault, true>> = {
  'unknown-format': true,
  'too-many-colours': true,
  'too-many-segments': true,
  'outline-too-long': true,
  'not-labels': true,
  'not-polygons': true,
  'not-run-lengths': true,
  'broken-json': true,
  'broken-xml': true,
  'too-many-entries': true,
  'other-dicom': true,
  'no-segments': true,
  'not-points': true,
  'no-such-image': true,
  'no-place': true,
  'other-frame': true,
  'not-parallel': true,
};
const CONFLICTS: Readonly<Record<ConflictSubject, true>> = {
  'age-or-sex': true,
  modalities: true,
  labels: true,
  cuis: true,
  'date-or-report': true,
  images: true,
  owner: true,
  sidecars: true,
  masks: true,
};
const DIFFERENCES: Readonly<Record<SeriesDifference, true>> = {
  size: true,
  orientation: true,
  'size-and-orientation': true,
};

const CODES = Object.keys(ISSUE_SEVERITY) as IssueCode[];

/** A code with some of its facts. */
const found = (code: IssueCode, facts: readonly (readonly [string, unknown])[]): Finding =>
  ({ code, facts: Object.fromEntries(facts) }) as Finding;

const subsets = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  items.reduce<readonly (readonly Item[])[]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]],
  );

describe.each([
  ['English', issuesEn],
  ['Spanish', issuesEs],
] as const)('%s', (_language, texts: IssueTexts) => {
  test('has a text for each code and none besides', () => {
    expect(Object.keys(texts).toSorted()).toEqual(CODES.toSorted());
  });

  test.each(CODES)('%s reads well with any of its facts and without', (code) => {
    expect(texts[code].title).toMatch(/^[^\s?.].*[^\s?.]$/);
    for (const facts of subsets(Object.entries(FACTS[code]))) {
      const sentence = sentenceOf(texts, found(code, facts));
      expect(sentence).toMatch(/^[\p{Lu}\d“«\w].*\.$/u);
      expect(sentence).not.toMatch(/\?|undefined|NaN|null|\[object| {2}|\.\.| [.,;:]|“”|«»/);
    }
  });

  test.each(CODES)('%s reads well when cells are blank', (code) => {
    const facts = Object.entries<unknown>(FACTS[code]).filter(
      ([name, value]) =>
        typeof value === 'string' && ['value', 'test', 'result', 'label', 'detail'].includes(name),
    );
    const sentence = sentenceOf(
      texts,
      found(
        code,
        facts.map(([name]) => [name, ' ']),
      ),
    );
    expect(sentence).not.toMatch(/“\s*”|«\s*»| {2}| [.,;:]/);
  });

  test.each(CODES)('%s names each of its facts', (code) => {
    const facts = Object.entries<unknown>(FACTS[code]);
    const sentence = sentenceOf(texts, found(code, facts));
    for (const [name, value] of facts) {
      expect(sentence).toContain(SAID_IN_WORDS.has(name) ? '' : String(value));
      const others = facts.filter(([other]) => other !== name);
      expect(sentenceOf(texts, found(code, others))).not.toBe(sentence);
    }
  });

  test.each([
    ['IMAGE_UNDECODABLE', 'reason', Object.keys(UNDECODABLE)],
    ['MASK_INVALID', 'reason', Object.keys(MASK_FAULTS)],
    ['SESSION_CONFLICT', 'what', Object.keys(CONFLICTS)],
    ['SERIES_MIXED', 'what', Object.keys(DIFFERENCES)],
  ] as const)('%s has words of its own for each %s', (code, name, values) => {
    const sentences = values.map((value) => sentenceOf(texts, found(code, [[name, value]])));
    expect(new Set(sentences).size).toBe(values.length);
    for (const sentence of sentences) expect(sentence).not.toContain('undefined');
  });
});

const said = (texts: IssueTexts, tests: number): string =>
  sentenceOf(texts, { code: 'TEST_NO_SUBJECT', facts: { tests } });

test('one is said in the singular, several in the plural', () => {
  expect(said(issuesEn, 1)).toBe('1 test; no session of this person is here.');
  expect(said(issuesEn, 2000)).toBe('2,000 tests; no session of this person is here.');
  expect(said(issuesEs, 1)).toBe('1 prueba; aquí no hay ninguna sesión de esta persona.');
  expect(said(issuesEs, 2000)).toBe('2.000 pruebas; aquí no hay ninguna sesión de esta persona.');
});

test('the compiler refuses facts of another code', () => {
  // @ts-expect-error -- the sentence of an empty file names nothing
  const empty: Issue = { code: 'FILE_EMPTY', facts: { bytes: 0 } };
  // @ts-expect-error -- the size of an image is told in rows, columns or bytes
  const large = new MidscopeError('IMAGE_TOO_LARGE', { pixels: 1 });
  expect([empty.code, large.code]).toEqual(['FILE_EMPTY', 'IMAGE_TOO_LARGE']);
});
