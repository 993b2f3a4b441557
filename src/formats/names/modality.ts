/** Suffixes that are DICOM modalities, PS3.3 C.7.3.1.1.1; structured and derived objects are left out. */
const MODALITY_CODES: ReadonlySet<string> = new Set(
  'cr ct dx es gm io mg mr nm oct op opt ot pt px rf sc sm us xa xc'.split(' '),
);

/** Suffixes and folder names of BIDS and of the MIDS writers that stand for one modality. */
const MODALITY_OF_WORD: ReadonlyMap<string, string> = new Map([
  ...(
    't1w t2w t2star t2starw flair stir flash pd pdw pdt2 t1rho t1map t2map pdmap inplanet1 inplanet2 angio swi ' +
    'bold sbref dwi pwi asl fmri fieldmap anat func fmap perf perfusion mri rm'
  )
    .split(' ')
    .map((word) => [word, 'MR'] as const),
  ['bf', 'SM'],
  ['micr', 'SM'],
  ['eco', 'US'],
  ['pet', 'PT'],
]);

const modalityOfWord = (word: string): string | undefined =>
  MODALITY_CODES.has(word) ? word.toUpperCase() : MODALITY_OF_WORD.get(word);

/** The two last words of a stem: a derivative carries the suffix of its image before its own (`…_dx_dseg`). */
const suffixWords = (stem: string): readonly string[] =>
  stem
    .split('_')
    .slice(-2)
    .toReversed()
    .map((word) => word.toLowerCase());

/**
 * The modality that a file's place states, as DICOM Modality (0008,0060): from the suffix first, else from the
 * folders, innermost first. `mod-rx` and `rx` decide nothing, since CTs are filed there too.
 */
export function modalityOf(stem: string, folder: string): string | undefined {
  const folders = folder
    .toLowerCase()
    .split('/')
    .toReversed()
    .map((name) => name.replace(/^m(?:od|im)-/, ''));
  for (const word of [...suffixWords(stem), ...folders]) {
    const modality = modalityOfWord(word);
    if (modality !== undefined) return modality;
  }
  return undefined;
}

/** Whether a folder's name is one that MIDS writers use below a session. */
export const isModalityFolder = (name: string): boolean =>
  /^(?:mod|mim)-./i.test(name) || /^rx$/i.test(name) || modalityOfWord(name.toLowerCase()) !== undefined;
