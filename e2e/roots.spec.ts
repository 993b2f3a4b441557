import { filmMask } from './support/bimcv.ts';
import { expect, indexDone, renderedViewport, test, type Files } from './support/app.ts';
import { filmPng, sidecar, STORED } from './support/films.ts';
import { hold } from './support/hold.ts';

const STEM = 'sub-S1/ses-E1/mod-rx/sub-S1_ses-E1_run-1_vp-pa_dx';
const LABELS_HEAD =
  '\tPatientID\tReportID\tReport\tLabels\tLocalizations\tLabelsLocalizationsBySentence\tlabelCUIS\tLocalizationsCUIS\n';
const SIDECAR = {
  '00080060': ['CS', 'DX'],
  '00281050': ['DS', 2048],
  '00281051': ['DS', 4096],
} as const;

/** Another person's film, labels, report and tests under the same ids. */
const person = (root: string, shift: number, label: string): Files => ({
  [`${root}/${STEM}.png`]: filmPng(STORED.map((_, at) => STORED[(at + shift) % STORED.length] ?? 0)),
  [`${root}/${STEM}.json`]: sidecar(SIDECAR),
  [`${root}/sub-S1/sub-S1_sessions.tsv`]: `session_id\tstudy_date\tmedical_evaluation\nses-E1\t20200318\t['Informe ${label}.']\n`,
  [`${root}/derivatives/labels/labels_covid_posi.tsv`]: `${LABELS_HEAD}0\tsub-S1\tses-E1\tr\t['${label}']\t[]\t['${label}']\t[]\t[]\n`,
});

test('two people of one id in two folders are two patients, each with what lies in its own folder', async ({
  page,
  serve,
  folder,
}) => {
  const mask = `releases/two/derivatives/masks/sub-S1/ses-E1/${STEM.split('/').pop()}_dseg.png`;
  const url = await serve(
    await folder({
      ...person('releases/one', 0, 'pneumonia'),
      ...person('releases/two', 9, 'nodule'),
      [mask]: filmMask(),
    }),
  );
  await page.goto(url);
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);
  await expect(page.getByTestId('case-count')).toHaveAttribute('data-subjects', '2');
  for (const [subject, root, label, segments] of [
    ['sub-S1', 'releases/one', 'pneumonia', 0],
    ['sub-S1@releases~two', 'releases/two', 'nodule', 2],
  ] as const) {
    await page.locator(`[data-testid=case-row][data-subject="${subject}"]`).click();
    // The address of such a patient can be opened as well.
    await page.reload();
    const viewport = await renderedViewport(page);
    await expect(viewport).toHaveAttribute('data-image', `${root}/${STEM}.png`);
    await expect(page.getByTestId('finding')).toHaveCount(1);
    await expect(page.getByTestId('finding')).toHaveAttribute('data-label', label);
    await expect(page.getByTestId('report-sentence')).toHaveText([`Informe ${label}.`]);
    await expect(page.getByTestId('segment')).toHaveCount(segments);
    await page.keyboard.press('b');
  }
  await page.getByRole('link', { name: /Health/ }).click();
  await expect(page.locator('[data-testid=issue][data-code=SESSION_CONFLICT]')).toContainText(
    'The images are different in releases/one/',
  );
});

test('the agreement comes over a case that was open when a sidecar tells that the data is BIMCV’s', async ({
  page,
  serve,
  folder,
}) => {
  const files = {
    'dataset_description.json': '{"Name": "mine", "synthetic": true}',
    [`${STEM}.png`]: filmPng(),
    [`${STEM}.json`]: sidecar(SIDECAR),
    'sub-S2/ses-E1/mod-rx/sub-S2_ses-E1_run-1_dx.png': filmPng(),
    'sub-S2/ses-E1/mod-rx/sub-S2_ses-E1_run-1_dx.json': sidecar({
      ...SIDECAR,
      '00104000': ['LT', 'Project:covid19_posi Subject:000384 Session:000700'],
    }),
  };
  const { held, release } = hold();
  await page.route('**/dataset/batch?**sub-S2**', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${await serve(await folder(files))}/case/sub-S1/ses-E1`);
  const viewport = await renderedViewport(page);
  release();
  const accept = page.getByTestId('agreement-accept');
  await expect(accept).toBeVisible();
  await expect(viewport).toHaveCount(0);
  await expect(page.getByRole('region', { name: /dataset/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(accept).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(await renderedViewport(page)).toHaveAttribute('data-image', `${STEM}.png`);
});
