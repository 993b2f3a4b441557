import { DEMO_CASES } from '../src/phantom/demo-cases.ts';
import { expect, indexDone, renderedViewport, test, turnTo } from './support/app.ts';

const caseOf = ({ subject, session }: { readonly subject: string; readonly session: string }): string =>
  `/case/${subject}/${session}`;

test('the demo opens with one click, without an agreement, and its first row is a case to look at', async ({
  page,
  serve,
}) => {
  await page.goto(await serve());
  await page.getByTestId('open-demo').click();
  await expect(page).toHaveURL(/\/library$/);
  const count = page.getByTestId('case-count');
  await expect(count).toHaveAttribute('data-count', '68');
  await expect(count).toHaveAttribute('data-subjects', '25');
  await expect(page.getByTestId('agreement-accept')).toHaveCount(0);
  await page.getByTestId('case-row').first().click();
  await expect(page.getByTestId('case')).toHaveAttribute('data-subject', DEMO_CASES.showcase.subject);
  await renderedViewport(page);
});

test('/?open=demo opens it by itself, and a reload comes back to the same case', async ({ page, serve }) => {
  await page.goto(`${await serve()}/?open=demo`);
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  await page.locator(`[data-testid=case-row][data-session=${DEMO_CASES.showcase.session}]`).click();
  const shown = page.getByTestId('case');
  await expect(shown).toHaveAttribute('data-session', DEMO_CASES.showcase.session);
  await page.reload();
  await expect(shown).toHaveAttribute('data-session', DEMO_CASES.showcase.session);
  await renderedViewport(page);
});

test('the index of the demo completes, and its health report names what was put into it', async ({
  page,
  serve,
}) => {
  await page.goto(`${await serve()}/?open=demo`);
  await indexDone(page);
  await page.getByRole('link', { name: /Health/ }).click();
  const severities = {
    FILE_EMPTY: 'error',
    SIDECAR_JSON: 'error',
    LABEL_TRUNCATED: 'error',
    SIDECAR_MISSING: 'warning',
    SIDECAR_SHARED: 'note',
    VOI_MISSING: 'warning',
    VIEW_MISMATCH: 'warning',
    LABEL_NO_IMAGE: 'note',
    LABEL_NONE: 'note',
    LABEL_DUPLICATE: 'note',
    IMAGE_COLOUR: 'note',
    IMAGE_BURNED_IN: 'warning',
    IMAGE_LOCALIZER: 'note',
    DATES_MODIFIED: 'note',
    PARTICIPANT_STRAY: 'note',
  };
  for (const [code, severity] of Object.entries(severities))
    await expect(page.locator(`[data-testid=issue][data-code=${code}]`)).toHaveAttribute(
      'data-severity',
      severity,
    );
  for (const code of [
    'IMAGE_UNDECODABLE',
    'IMAGE_TRUNCATED',
    'DICOM_INVALID',
    'NIFTI_INVALID',
    'LABEL_UNKNOWN',
    'MASK_UNMATCHED',
  ])
    await expect(page.locator(`[data-testid=issue][data-code=${code}]`)).toHaveCount(0);
  // A lateral that is named frontal says so, too.
  await page.getByRole('link', { name: 'Library' }).click();
  await page
    .locator(`[data-testid=case-row][data-session=${DEMO_CASES.lateralNamedFrontal.session}]`)
    .click();
  const lateral = await renderedViewport(page, 1);
  await expect(lateral).toContainText('lateral');
  await expect(lateral).toContainText('Projection disagrees');
});

/** A case that is about a sidecar names that alone. */
const imageOf = (path: string): string => path.replace(/\.json$/, '.png');

/** What each case of the demo must look like: container, window, polarity. */
const SHOWN = [
  ['png16', 'window', false],
  ['png8', 'window', false],
  ['dicomFilm', 'window', false],
  ['monochrome1Png', undefined, true],
  ['monochrome1Dicom', undefined, true],
  ['inverseShape', undefined, true],
  ['voiLutPng', 'lut', undefined],
  ['voiLutDicom', 'lut', undefined],
  ['severalWindows', 'window', undefined],
  ['noWindow', 'percentile', undefined],
  ['missingSidecar', 'percentile', undefined],
  ['invalidSidecar', 'percentile', undefined],
  ['ctAxial', 'window', false],
  ['ctSagittal', 'window', false],
  ['ctDicom', 'window', false],
  ['ctLocalizer', undefined, undefined],
] as const;

test('every kind of image in the demo comes on screen as its file says', async ({ page, serve }) => {
  const url = await serve();
  await page.goto(`${url}/?open=demo`);
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  for (const [name, voi, inverted] of SHOWN) {
    const one = DEMO_CASES[name];
    const asked = imageOf(one.paths[0] ?? '');
    await turnTo(page, `${caseOf(one)}?image=${encodeURIComponent(asked)}`);
    await expect(page.getByTestId('viewport').first(), name).toHaveAttribute('data-session', one.session);
    const viewport = await renderedViewport(page);
    if (!name.startsWith('ct')) await expect(viewport, name).toHaveAttribute('data-image', asked);
    if (voi !== undefined) await expect(viewport, name).toHaveAttribute('data-voi', voi);
    if (inverted !== undefined)
      await expect(viewport, name).toHaveAttribute('data-inverted', String(inverted));
  }
});

test('a colour screenshot is shown in colour, an empty file as a sentence beside its readable sibling', async ({
  page,
  serve,
}) => {
  const url = await serve();
  await page.goto(`${url}/?open=demo`);
  await expect(page.getByTestId('case-row').first()).toBeVisible();
  const { screenshot, emptyImage } = DEMO_CASES;
  await page.goto(`${url}${caseOf(screenshot)}?image=${encodeURIComponent(screenshot.paths[0] ?? '')}`);
  await expect((await renderedViewport(page)).getByTestId('truth-badge')).toContainText('Colour');
  await page.goto(`${url}${caseOf(emptyImage)}?image=${encodeURIComponent(emptyImage.paths[0] ?? '')}`);
  await expect(page.getByTestId('viewport-error')).toHaveAttribute('data-code', 'FILE_EMPTY');
  await renderedViewport(page, 1);
});
