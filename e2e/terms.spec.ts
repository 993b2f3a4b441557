import { expectAccessible } from './support/accessible.ts';
import { expect, indexDone, renderedViewport, test } from './support/app.ts';
import { BIMCV } from './support/bimcv.ts';
import { PATIENT, SUBJECT } from './support/patient.ts';

const TREE = 'derivatives/labels/tree_term_CUI_counts_image_covid_posi.csv';

test('terms count with or without what is below them, in a list or a tree, and have a card', async ({
  page,
  serve,
  folder,
}) => {
  const tree = String.raw`radiological finding [counts:0, 3]\\
├── mass [CUI:C0577559, counts:0, 1]\\
│   └── consolidation [CUI:C0521530, counts:1, 1]\\
differential diagnosis [counts:0, 1]\\
└── pneumonia [CUI:C0032285, counts:0, 1]\\
    └── COVID 19 [CUI:C5203670, counts:1, 1]\\
`;
  await page.goto(`${await serve(await folder({ ...BIMCV, [TREE]: tree }))}/library`);
  await page.getByTestId('agreement-accept').click();
  await indexDone(page);
  const facet = page.locator('[data-testid=facet][data-facet=finding]');
  const option = (value: string) => facet.locator(`[data-testid=facet-option][data-value="${value}"]`);
  await expect(option('pneumonia')).toHaveAttribute('data-count', '1');

  // As written and resolved, with children and alone.
  await facet.getByRole('radio', { name: 'Resolved' }).click();
  await expect(option('pneumonia')).toHaveAttribute('data-count', '2');
  await facet.getByRole('radio', { name: 'This term' }).click();
  await expect(option('pneumonia')).toHaveCount(0);
  await expect(option('COVID 19')).toHaveAttribute('data-count', '2');
  await expect(page).toHaveURL(/unchanged=resolved&terms=own/);
  await facet.getByRole('radio', { name: 'With children' }).click();

  // The dataset's own tree has consolidation below mass.
  await facet.getByRole('button', { name: 'As a tree' }).click();
  await expect(option('consolidation')).toHaveCount(0);
  await facet.getByRole('button', { name: 'Show what is below mass' }).click();
  await expect(option('consolidation')).toHaveAttribute('data-count', '2');
  await expectAccessible(page, 'terms as a tree');

  // From the menu of a row, the label below the pointer first; from a facet by key.
  const card = page.getByTestId('term-card');
  const chip = page.locator('[data-session=ses-E07001] [data-term="COVID 19"]');
  await chip.click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: /^About/ }).first()).toHaveText('About COVID 19');
  await page.getByRole('menuitem', { name: 'About COVID 19' }).click();
  await expect(card).toHaveAttribute('data-label', 'COVID 19');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await option('consolidation').getByRole('checkbox').press('i');
  await expect(card).toHaveAttribute('data-cui', 'C0521530');
  await expect(card).toContainText('consolidación');
  await expect(card.getByTestId('term-graph')).toContainText(`This dataset’s own graph: ${TREE}`);
  await expect(card.locator('[data-scope=own]')).toContainText('This term2121');
  await expect(card.locator('[data-testid=term-beside][data-label="COVID 19"]')).toHaveAttribute(
    'data-count',
    '2',
  );
  await expectAccessible(page, 'card of a term');
  await card.getByRole('button', { name: 'mass', exact: true }).click();
  await expect(card).toHaveAttribute('data-label', 'mass');
  await expect(card.locator('[data-scope=own]')).toContainText('This term0000');
  await card.getByRole('button', { name: 'Filter by this' }).click();
  await expect(card).toBeHidden();
  await expect(page).toHaveURL(/finding=mass/);
  await expect(page.getByTestId('case-count')).toHaveAttribute('data-count', '2');

  // The session labelled “unchanged”: what it inherits, from where, and the way to the library.
  await page.locator('[data-testid=case-row][data-session=ses-E07003]').press('Enter');
  await expect(page.getByTestId('case')).toHaveAttribute('data-session', 'ses-E07003');
  const inherited = page.locator('[data-testid=inherited]');
  await expect(inherited).toHaveCount(4);
  await expect(inherited.first()).toContainText('from 18 Mar 2020, “unchanged”');
  await expect(page.locator('[data-testid=inherited][data-label="COVID 19"]')).toHaveAttribute(
    'data-from',
    'ses-E07001',
  );
  await expect(page.getByRole('heading', { name: /^Findings/ })).toContainText('1 as written, 2 resolved');
  await expect(page.getByTestId('unchanged-chain')).toContainText('18 Mar 2020');
  await page
    .locator('[data-testid=inherited][data-label="COVID 19"]')
    .getByRole('button', { name: 'About COVID 19' })
    .click();
  await expect(card).toContainText('Opens the library.');
  await card.getByRole('button', { name: 'Exclude' }).click();
  await expect(page).toHaveURL(/library\?.*not\.finding=COVID/);
  await expect(page.getByTestId('case-count')).toHaveAttribute('data-count', '0');
});

test('what contradicts itself is told with its reason; a rule that is off marks nothing', async ({
  page,
  serve,
  folder,
}) => {
  await page.goto(`${await serve(await folder(PATIENT))}/case/${SUBJECT}/ses-3`);
  await page.getByTestId('agreement-accept').click();
  await renderedViewport(page, 0);
  await indexDone(page);
  const told = page.getByTestId('contradiction');
  await expect(told).toHaveText(['Label that no sentence saysno sentence says “pneumonia”']);
  await expect(page.getByTestId('contradiction-mark')).toHaveText('1 contradiction');
  await expectAccessible(page, 'contradictions');
  await page.getByRole('button', { name: 'Rules' }).click();
  const rule = page.locator('[data-testid=rule][data-rule=label-unsupported]');
  await rule.getByRole('switch').press('Space');
  await page.keyboard.press('Escape');
  await expect(told).toHaveCount(0);

  await page.goto(page.url().replace(/case.*/, 'library'));
  const facet = page.locator('[data-testid=facet][data-facet=contradiction]');
  await expect(facet.getByTestId('facet-option')).toHaveCount(0);
  await facet.getByRole('button', { name: 'Rules' }).click();
  await rule.getByRole('switch').press('Space');
  await page.keyboard.press('Escape');
  await expect(facet.getByTestId('facet-option')).toHaveCount(1);
});
