import { decode } from 'fast-png';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DatasetPath } from '../../domain/brand.ts';
import { TAG, type DicomDataset } from '../../domain/imaging/dicom-dataset.ts';
import { itemsOf } from '../../domain/imaging/dicom-values.ts';
import { buildDisplayChain } from '../../domain/imaging/display-chain.ts';
import { readOverlayPlanes } from '../../domain/imaging/overlay-planes.ts';
import { readImageAttributes } from '../../domain/imaging/read-image-attributes.ts';
import { readLookupTable } from '../../domain/imaging/read-lookup-table.ts';
import { renderGrey } from '../../domain/imaging/render-grey.ts';
import { readDicomHeader } from '../../formats/dicom/read-header.ts';
import { filledPath } from '../../testing/filled-path.ts';
import { memorySource } from '../../testing/memory-source.ts';
import { decodeFrame } from './decode-frame.ts';
import { loadImage } from './load-image.ts';

const FOLDER = join('..', 'shared', 'corpus', 'seg_sr_pr', 'weasis_pr');
const SOFTCOPY_VOI_LUT_SEQUENCE = '00283110';
const PRESENTATION_LUT_SEQUENCE = '20500010';

const { signal } = new AbortController();
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));

function headerOf(file: Uint8Array<ArrayBuffer>) {
  const header = readDicomHeader(file, file.length, signal);
  if (!header.ok) throw new Error(header.error.code);
  return header.value;
}

function firstItem(dataset: DicomDataset, tag: string): DicomDataset {
  const [item] = itemsOf(dataset, tag);
  if (!item) throw new Error(`${tag} is missing`);
  return item;
}

test.skipIf(!existsSync(FOLDER))(
  'the tables of a presentation state give the rendering another viewer expects of them',
  async () => {
    const file = bytesOf('imageForPrLUTs.dcm');
    const header = headerOf(file);
    const state = headerOf(bytesOf('prLUTs.dcm')).dataset;
    const own = new Map([...state].filter(([tag]) => tag === TAG.ModalityLUTSequence));
    const softcopy = firstItem(state, SOFTCOPY_VOI_LUT_SEQUENCE);
    const { attributes } = readImageAttributes(new Map([...header.dataset, ...own, ...softcopy]));
    expect(attributes.voiLuts[0]?.explanation).toBe('scrambled voi lut');
    const pixels = await decodeFrame(file, header, attributes, 0, signal);
    const shown = renderGrey(buildDisplayChain({ attributes, pixels }), pixels);
    // The presentation LUT is behind the chain: midscope reads no presentation states, the test does.
    const issues: unknown[] = [];
    const table = readLookupTable(firstItem(state, PRESENTATION_LUT_SEQUENCE), false, (issue) =>
      issues.push(issue),
    );
    const last = shown.map((grey) => table?.entries[grey] ?? 0);
    const expected = decode(bytesOf('expected_imgForPrLUT.png'));
    expect({ columns: pixels.columns, rows: pixels.rows, channels: 1 }).toEqual({
      columns: expected.width,
      rows: expected.height,
      channels: expected.channels,
    });
    expect(issues).toEqual([]);
    expect(Buffer.compare(last, expected.data as Uint8Array)).toBe(0);
  },
);

test.skipIf(!existsSync(FOLDER))(
  'overlays in elements, in bits of the pixels and in a presentation state are where another viewer draws them',
  async () => {
    const [columns, rows] = [512, 512];
    const source = memorySource({ 'overlay.dcm': bytesOf('overlay.dcm') });
    const slice = { file: { path: 'overlay.dcm' as DatasetPath }, frame: 0 };
    const { overlays = [], issues } = await loadImage(source, slice, signal);
    expect(issues).toEqual([]);
    expect(overlays.map(({ group, areaPx }) => `${group} ${areaPx}`)).toEqual([
      '6000 532',
      '6002 537',
      '6004 603',
      '6006 606',
    ]);
    const state = readOverlayPlanes(headerOf(bytesOf('prOverlay.dcm')).dataset, 0);
    const drawn = [...overlays, ...state.planes].map(({ outline }) => filledPath(outline, columns, rows));
    const expected = decode(bytesOf('expected_overlay.png'));
    // Green is what the other viewer draws in.
    const isGreen = (at: number): boolean =>
      expected.data[3 * at] === 0 && expected.data[3 * at + 1] === 255 && expected.data[3 * at + 2] === 0;
    const differing = Array.from({ length: columns * rows }, (_, at) => at).filter(
      (at) => isGreen(at) !== drawn.some((plane) => plane[at] === 1),
    );
    expect(differing).toEqual([]);
  },
);
