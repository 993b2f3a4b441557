import { readImageAttributes } from '../domain/imaging/read-image-attributes.ts';
import { readReorientation } from '../domain/imaging/reorient.ts';
import { readControls } from '../domain/controls/controls.ts';
import { readViews } from '../domain/dataset/saved-views.ts';
import { MAX_PIXELS } from '../domain/imaging/pixels.ts';
import type { ParsedTable } from '../domain/dataset/rows.ts';
import { parseListing } from '../formats/archives/parse-listing.ts';
import { openCoco } from '../formats/masks/coco-file.ts';
import { parseLabelNames } from '../formats/masks/label-names.ts';
import { datasetPath } from '../formats/names/dataset-path.ts';
import { parseName } from '../formats/names/parse-name.ts';
import { parsePath } from '../formats/names/parse-path.ts';
import { parseSidecar } from '../formats/sidecar/parse-sidecar.ts';
import { decodeText } from '../formats/tables/decode-text.ts';
import { detectTable } from '../formats/tables/detect-table.ts';
import { readListCell } from '../formats/tables/list-cell.ts';
import { parseChecksums } from '../formats/tables/parse-checksums.ts';
import { parseCohortLinks } from '../formats/tables/parse-cohort-links.ts';
import { parseLabels } from '../formats/tables/parse-labels.ts';
import { parseParticipants } from '../formats/tables/parse-participants.ts';
import { parsePartitions } from '../formats/tables/parse-partitions.ts';
import { parseScans } from '../formats/tables/parse-scans.ts';
import { parseSessions } from '../formats/tables/parse-sessions.ts';
import { parseTests } from '../formats/tables/parse-tests.ts';
import { parseTree } from '../formats/tables/parse-tree.ts';
import type { Bytes, FuzzTarget } from './fuzz.ts';
import { readPlanes } from './mask-context.ts';

const encode = (text: string): Bytes => new TextEncoder().encode(text);
const seeds = (...texts: readonly string[]): FuzzTarget['seeds'] => {
  const encoded = texts.map(encode);
  return () => encoded;
};
const wordsOf = (text: string): readonly Bytes[] => text.split(' ').map(encode);

const TABLE_WORDS = [
  ...wordsOf(`" ' [ ] , \\ \\u \\n ( ) │ ├── .. / : NaN None n/a`),
  ...['\t', '\n', '\r\n', '\0', '\ufeff', ' ', '[[', "']", `"['a'\t 'b']"`].map(encode),
];

type Table = readonly [
  name: string,
  parse: (text: string) => ParsedTable<unknown>,
  ...seeds: readonly string[],
];

const TABLES: readonly Table[] = [
  [
    'participants',
    parseParticipants,
    "participant\tmodality_dicom\tbody_parts\tage\tgender\nsub-S03999\t['CR', 'DX']\t[['chest']]\t[67]\tM\nderivatives\t[]\t[]\t[]\tNone\n",
  ],
  [
    'sessions',
    parseSessions,
    'session\tmedical_evaluation\nses-E07001\tDatos clínicos: tos.\n\nInforme:\nOpacidad.\n\nses-E07003\tSin cambios.\n',
    String.raw`session_id	study_date	medical_evaluation
ses-E07001	20200318	["Opacidad en base derecha.\nSenos libres.", 'd\'Orsay']
ses-E07004		
`,
  ],
  [
    'scans',
    parseScans,
    "filename\tPatient's Sex (00100040)\tRows (0028,0010)\nmod-rx/a_acq-1_dx.png,mod-rx/a_acq-2_dx.png\tM\t2336\n",
  ],
  [
    'labels',
    parseLabels,
    `\tPatientID\tReportID\tReport\tLabels\tLocalizations\tLabelsLocalizationsBySentence\tlabelCUIS\tLocalizationsCUIS\n0\tsub-S03999\tses-E07001\topacidad . senos libres .\t"['increased density'\t ' normal']"\t[]\t[['a'], ['b', 'loc c']]\t[C1443940,,]\t[]\n1\tsub-S03999\tses-E07002\tsin\t['unchanged', ' pneu\t[]\t[]\t[C1]\t[]\n`,
  ],
  [
    'tests',
    parseTests,
    'label\tsubject\tdate\ttest\tresult\tparticipant\t\n1\t1\t20.03.2020\tPCR\tPOSITIVO\tsub-S03999\t\n',
    'participant\tprueba\tresultado\tfecha\tSubject\nsub-S03999\tPCR\tPOSITIVO\t20.03.2020\t1\n',
  ],
  [
    'partitions',
    parsePartitions,
    'subject session filepath\nsub-S03999\tses-E07001\t./sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_dx.png\n',
  ],
  ['cohort links', parseCohortLinks, 'label\tcovid19_neg\tcovid19_posi\n1\tsub-S10001\tsub-S03999\n'],
  ['checksums', parseChecksums, 'da39a3ee5e6b4b0d3255bfef95601890afd80709  LICENSE.md\n'],
  [
    'label tree',
    parseTree,
    'infiltrates [CUI:C0277877, counts:10, 42]\\\\\n├── interstitial pattern [CUI:C2073538, counts:9, 20]\\\\\n│   └── reticular [counts:2, 2]\\\\\n',
  ],
  [
    'archive listing',
    parseListing,
    '-rw-r--r-- root/root 8123456 2020-10-02 11:20 covid19_posi/sub-S03999/a b.png\ndrwxr-xr-x root/root 0 2020-10-02 11:20 x/\n-rw-r--r-- 1 0 0 77 Oct 2 x/y.json\n',
  ],
];

const tables: readonly FuzzTarget[] = TABLES.map(([name, parse, ...texts]) => ({
  name,
  seeds: seeds(...texts),
  words: TABLE_WORDS,
  run: (input) => {
    const { text } = decodeText(input);
    detectTable(text);
    return parse(text).rows.length > 0;
  },
}));

const lists: FuzzTarget = {
  name: 'list cells',
  seeds: seeds(
    `['increased density', ' loc basal']`,
    `"['a'\t 'b']"`,
    `[['unchanged'], ['normal', "d'Orsay"]]`,
    `['C1' 'C2' '']`,
    '[C0006267,,C5203671]',
    String.raw`['Opacidad.\nSenos \'libres\'.', "\u00e1"]`,
  ),
  words: TABLE_WORDS,
  run: (input) => readListCell(decodeText(input).text),
};

const names: FuzzTarget = {
  name: 'names and paths',
  seeds: seeds(
    'covid19_posi/sub-S03999/ses-E07001/mod-rx/sub-S03999_ses-E07001_acq-2_run-1_bp-chest_vp-ap_dx.png',
    'mim-light/op/sub-S1_ses-E2_run-4__vp-ax_lat-l_chunk-1_t1w.nii.json',
    'derivatives/labels/../a/./b.tar-tvf.txt',
  ),
  words: wordsOf('_ - -- / // .. . sub- ses- .nii .gz .json vp_ap bp-'),
  run: (input) => {
    const { text } = decodeText(input);
    parseName(text);
    const path = datasetPath(text);
    return path === undefined ? false : parsePath(path);
  },
};

const JSON_WORDS = [
  ...wordsOf(
    '{ } [ ] , : " \\ \\ud800 null true -1e999 1e-7 00280010 "vr" "Value" "InlineBinary" "BulkDataURI" "SQ" "US"',
  ),
  encode('[[[[[[[['),
  encode('{"a":'),
];

const sidecars: FuzzTarget = {
  name: 'sidecars',
  seeds: seeds(
    '{"00080060": {"Value": ["DX"], "vr": "CS"}, "00187004": {"vr": "CS"}, "00280010": {"Value": [2336], "vr": "US"}, "00281050": {"Value": [32768.0, "1\\\\2"], "vr": "DS"}, "00100010": {"Value": [{"Alphabetic": "A^B"}], "vr": "PN"}, "00283010": {"vr": "SQ", "Value": [{"00283002": {"vr": "US", "Value": [2, 0, 16]}, "00283006": {"vr": "OW", "InlineBinary": "AAEC"}}]}}',
    '{"Modality": "DX", "Rows": "2336", "WindowCenter": "[40, 50]", "PixelSpacing": "[0.139, 0.139]", "VOILUTSequence": [{"LUTDescriptor": "[2, 0, 16]", "LUTData": "b\'\\\\x00\\\\x01\'"}], "x": [[{"y": "1"}]]}',
    '{"ResultSet": {"Result": [{"tag1": "(0008,0060)", "tag2": "", "vr": "CS", "value": "DX"}, {"tag1": "(0028,3010)", "vr": "SQ", "value": ""}, {"tag1": "(0028,3010)", "tag2": "(0028,3002)", "vr": "US", "value": "2\\\\0\\\\16 &amp;"}]}}',
  ),
  words: JSON_WORDS,
  run: (input) => {
    const sidecar = parseSidecar(input);
    return sidecar.ok ? readImageAttributes(sidecar.value.dataset) : false;
  },
};

const labelNames: FuzzTarget = {
  name: 'names of labels',
  seeds: seeds(
    '{"1": "consolidation", "2": "ground glass"}',
    '{"labels": [{"value": 1, "name": "a"}, {"id": "2.0", "label": "b"}]}',
    'index\tname\n1\tconsolidation\n2\t"a b"\n',
  ),
  words: JSON_WORDS,
  run: (input) => parseLabelNames(decodeText(input).text).ok,
};

/** A mask may be as large as an image, whatever the file says it in. */
const cocoBytes = (input: Bytes): number => 8 * MAX_PIXELS + 64 * input.length;

const coco: FuzzTarget = {
  name: 'COCO',
  seeds: seeds(
    '{"info": {"x": [1, "\\u00e1"]}, "images": [{"id": 1, "file_name": "a/film.png", "width": 9, "height": 7}, {"id": "b", "file_name": "b.png", "width": 4, "height": 4}], "annotations": [{"id": 1, "image_id": 1, "category_id": 3, "segmentation": [[1, 1, 5.5, 1, 5, 6], [0, 0, 2, 0, 2, 2]]}, {"image_id": "b", "category_id": 2, "segmentation": {"size": [4, 4], "counts": [3, 2, 11]}}], "categories": [{"id": 3, "name": "c"}]}',
    '{"images": [{"id": 1, "file_name": "film.png", "width": 9, "height": 7}], "annotations": [{"image_id": 1, "category_id": 1, "iscrowd": 1, "segmentation": {"size": [7, 9], "counts": "32N4"}}]}',
  ),
  words: [...JSON_WORDS, ...wordsOf('"images" "annotations" "segmentation" "counts" "size" "width"')],
  run: async (input) => {
    const file = openCoco(input);
    for (const { id } of file.images) for (const annotation of file.annotationsOf(id)) void annotation;
    return readPlanes(input);
  },
  allocates: cocoBytes,
};

/** What this browser kept, or a file from another one holds. */
const settings: FuzzTarget = {
  name: 'settings',
  seeds: seeds(
    '{"scheme": "weasis", "keys": {"next-case": ["n", "ctrl+ArrowDown"], "x": []}, "mouse": {"left": "window", "wheel": "scroll"}}',
    '[{"name": "positives", "kind": "bimcv", "search": "?finding=C0032285&sort=age"}, {"name": "a", "kind": "mids", "search": ""}]',
    '"x+ y- z+"',
  ),
  words: [...JSON_WORDS, ...wordsOf('"__proto__" "keys" "mouse" "scheme" "name" "search" ctrl+')],
  run: (input) => {
    let value: unknown;
    try {
      value = JSON.parse(decodeText(input).text);
    } catch {
      return false;
    }
    readControls(value);
    readReorientation(value);
    return readViews(value);
  },
};

export const TEXT_TARGETS: readonly FuzzTarget[] = [
  ...tables,
  lists,
  names,
  sidecars,
  labelNames,
  coco,
  settings,
];
