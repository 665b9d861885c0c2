// The page against a running server: URL=http://127.0.0.1:8000 npm run frontend:e2e
// FILES: the documents to upload, separated by commas (default: a text, a PDF and a scan of test_docs).
// SHOW: the name of the document to open (default: the first of FILES); it must have a code.
// CHROMIUM: the browser, where it is not in its usual place.
// SHOTS: a folder for screenshots; without it none are made.
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { coder } from './coder.mjs';
import { operations } from './operations.mjs';
import { accessible, check, equal, finish } from './checks.mjs';

const URL_ROOT = (process.env.URL ?? 'http://127.0.0.1:8000').replace(/\/$/, '');
const SHOTS = process.env.SHOTS;
const here = (path) => fileURLToPath(new globalThis.URL(path, import.meta.url));
const SAMPLES = ['clinical-note-diabetes.txt', 'ed-note-asthma.pdf', 'progress-note-scan.pdf'];
const FILES = process.env.FILES?.split(',') ?? SAMPLES.map((name) => here(`../../test_docs/${name}`));
const SHOWN = process.env.SHOW ?? basename(FILES[0]);
const WORK_MS = 60_000;

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', locale: 'en-US' });
const page = await context.newPage();
const complaints = [];
page.on('console', (message) => {
  if (message.type() === 'error' && !/status of (403|404|409|412|503)/.test(message.text())) complaints.push(message.text());
});
page.on('pageerror', (error) => complaints.push(error.message));

const squeeze = (text) => text.replace(/\s+/g, '');

await uploads();
await review();
await coder(page, { root: URL_ROOT, shots: SHOTS });
await operations(page, { root: URL_ROOT, shots: SHOTS, open: openDocument });
await evals();
await costs();
await phone();
await appearance();
await check('no error in the console, the content security policy included', async () => equal(complaints.join('\n'), '', 'console'));
await browser.close();
process.exit(finish());

async function uploads() {
  console.log('Upload and list');
  await page.goto(`${URL_ROOT}/app/`);
  await check(`${FILES.length} files are uploaded and processed`, async () => {
    await page.locator('input[type=file]').setInputFiles(FILES);
    await page.waitForFunction(
      (n) => document.querySelectorAll('[data-upload-state=done], [data-upload-state=failed]').length === n,
      FILES.length,
      { timeout: WORK_MS },
    );
    const failed = await page.locator('[data-upload-state=failed]').allInnerTexts();
    equal(failed.join('; '), '', 'failed uploads');
  });
  await check('they stand in the list', async () => {
    for (const file of FILES) await page.locator('section[aria-label=Documents] li', { hasText: basename(file) }).first().waitFor();
  });
  await check('the search narrows the list and leaves the address alone', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('no-such-file');
    await page.getByText('No document matches').waitFor();
    equal(page.url().includes('no-such-file'), false, 'search in the address');
    await page.getByRole('searchbox').fill('');
  });
  await check('a filter goes into the address and survives a reload', async () => {
    await page.getByLabel('State').selectOption('processed');
    await page.waitForURL(/state=processed/);
    await page.reload();
    equal(await page.getByLabel('State').inputValue(), 'processed', 'filter after reload');
    await page.getByLabel('State').selectOption('');
  });
  await check('axe: documents', () => accessible(page));
}

async function openDocument() {
  await page.goto(`${URL_ROOT}/app/`);
  await page.locator('section[aria-label=Documents] li a', { hasText: SHOWN }).first().click();
  await page.locator('[data-answer]').first().waitFor({ timeout: WORK_MS });
}

async function review() {
  console.log('Review');
  await openDocument();
  const lit = page.locator('mark[data-lit]');
  await check('a click on a code lights its evidence, word for word', async () => {
    const card = page.locator('[data-answer=c0]');
    await card.getByRole('button').first().click();
    await lit.first().waitFor();
    const quotes = await card.locator('q').allInnerTexts();
    const marked = (await lit.allInnerTexts()).join('');
    for (const quote of quotes) equal(squeeze(marked).includes(squeeze(quote)), true, `"${quote.length} characters" lit`);
  });
  await check('its first quote is in view, word for word', async () => {
    await page.waitForTimeout(600);
    const quote = await page.locator('[data-answer=c0] q').first().innerText();
    const seen = await lit.evaluateAll((marks) =>
      marks.filter((mark) => mark.getBoundingClientRect().top > 0 && mark.getBoundingClientRect().bottom < innerHeight).map((mark) => mark.textContent).join(''),
    );
    equal(squeeze(seen).includes(squeeze(quote)), true, 'in view');
  });
  await check('only the panes scroll, the page stands still', async () => {
    await page.locator('[data-answer]').last().getByRole('button').first().click();
    await page.waitForTimeout(600);
    equal(await page.evaluate(() => [document.scrollingElement, document.querySelector('main')].map((e) => e.scrollTop).join()), '0,0', 'scrolled by');
    equal((await page.getByRole('banner').first().boundingBox()).y, 0, 'header at');
    await page.locator('[data-answer=c0]').getByRole('button').first().click();
  });
  await check('j and k go from code to code', async () => {
    const codes = await page.locator('[data-answer^=c]').count();
    await page.keyboard.press('j');
    equal(new globalThis.URL(page.url()).searchParams.get('at'), codes > 1 ? 'c1' : 'c0', 'after j');
    await page.keyboard.press('k');
    equal(new globalThis.URL(page.url()).searchParams.get('at'), 'c0', 'after k');
  });
  await check('a click on a highlight selects its card', async () => {
    await page.keyboard.press('Escape');
    await page.locator('mark[data-kind=code]').first().click();
    await page.locator('[data-answer^=c] button[aria-pressed=true]').waitFor();
  });
  await check('a click on a sentence of the summary lights its evidence', async () => {
    await page.locator('[data-answer=s0] button').click();
    await page.locator('mark[data-lit=note]').first().waitFor();
  });
  await check('axe: document', () => accessible(page));
  await check('? shows the keys', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await accessible(page);
    await page.keyboard.press('Escape');
  });
  await check('v shows the runs; another can be ordered and compared', async () => {
    await page.keyboard.press('v');
    const dialog = page.getByRole('dialog', { name: 'Runs on this document' });
    const before = await dialog.locator('[data-version]').first().getAttribute('data-version');
    await dialog.getByLabel('Encounter').selectOption('inpatient');
    await dialog.getByRole('button', { name: 'Run again' }).click();
    await dialog.locator(`[data-version="${Number(before) + 1}"]`).waitFor({ timeout: WORK_MS });
    await dialog.locator(`[data-comparison="${before}-${Number(before) + 1}"]`).waitFor();
    await accessible(page);
    if (SHOTS) {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, 'versions-1440-light.png') });
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(/^Inpatient/).filter({ visible: true }).first().waitFor();
  });
  await check('an earlier run is shown in full, to be read only', async () => {
    await page.keyboard.press('v');
    await page.getByRole('link', { name: 'Show version 1' }).click();
    const earlier = page.getByRole('region', { name: 'Earlier results' });
    await earlier.getByText(/^Version 1 of \d+/).waitFor();
    equal(await page.getByRole('dialog').count(), 0, 'dialogs');
    await page.locator('[data-answer=c0]').getByRole('button').first().click();
    await lit.first().waitFor();
    await page.waitForURL(/version=1.*at=c0/);
    await page.getByRole('region', { name: 'Review' }).getByText(/decided|No code/).waitFor();
    equal(await page.getByRole('button', { name: 'Accept', exact: true }).count(), 0, 'buttons to accept');
    await accessible(page);
    if (SHOTS) await page.screenshot({ path: join(SHOTS, 'earlier-1440-light.png') });
    await earlier.getByRole('link', { name: 'Show the newest' }).click();
    await earlier.waitFor({ state: 'detached' });
    await page.locator('[data-answer=c0]').waitFor();
  });
  await check('a version that never was is said in a sentence', async () => {
    const address = page.url();
    await page.goto(`${address.split('?')[0]}?version=999`);
    await page.getByText('These results could not be loaded').waitFor();
    await accessible(page);
    await page.goto(address);
    await page.locator('[data-answer=c0]').waitFor();
  });
  await check('an order to run again has a name of its own', async () => {
    await page.keyboard.press('v');
    const ordered = page.waitForRequest((asked) => asked.method() === 'POST' && asked.url().endsWith('/analyses'));
    await page.getByRole('dialog').getByRole('button', { name: 'Run again' }).click();
    equal(/^[0-9a-f]{32}$/.test((await ordered).headers()['idempotency-key']), true, 'a key');
    await page.getByText('Done: the document shows the new run.').waitFor({ timeout: WORK_MS });
    await page.keyboard.press('Escape');
  });
  await check('deleting asks first', async () => {
    await page.getByLabel('Delete document').click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    equal(await page.getByRole('dialog').count(), 0, 'dialogs');
  });
  await check('nothing about the document is kept in the browser', async () => {
    const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    equal(kept.filter((key) => !['theme', 'shortcuts'].includes(key)).join(), '', 'stored keys');
  });
}

async function evals() {
  console.log('Evaluation');
  await page.goto(`${URL_ROOT}/app/evals`);
  await check('a report is shown, or one is run', async () => {
    await page.getByText(/Codes, F1|No evaluation has run yet/).first().waitFor();
    if (await page.getByText('No evaluation has run yet').count()) await page.getByRole('button', { name: 'Run again' }).click();
    await page.getByText('Codes, F1').waitFor({ timeout: WORK_MS });
  });
  await check('axe: evaluation', () => accessible(page));
}

async function costs() {
  console.log('Costs');
  await check('whoever may see the costs finds them', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Costs' }).click();
    await page.getByRole('heading', { name: 'Costs' }).waitFor();
    await page.getByText(/Nothing was spent|US dollars a day/).first().waitFor();
  });
  await check('axe: costs', () => accessible(page));
}

async function phone() {
  console.log('Phone');
  await page.setViewportSize({ width: 390, height: 844 });
  await openDocument();
  await check('a code leads to the text, and from there back to its card', async () => {
    await page.locator('[data-answer=c0]').getByRole('button').first().click();
    await page.getByRole('tab', { name: 'Text', selected: true }).waitFor();
    await page.locator('mark[data-lit]').first().waitFor();
    await accessible(page);
    await page.getByRole('button', { name: /among the answers/ }).click();
    await page.getByRole('tab', { name: 'Answers', selected: true }).waitFor();
    await page.locator('[data-answer=c0] button[aria-pressed=true]').waitFor();
    await accessible(page);
  });
  for (const path of ['/app/', '/app/evals', '/app/costs']) {
    await check(`nothing sticks out sideways: ${path}`, async () => {
      await page.goto(URL_ROOT + path);
      await page.getByRole('heading').first().waitFor();
      await page.waitForTimeout(500);
      equal(await page.evaluate(() => document.querySelector('main').scrollWidth <= innerWidth), true, 'fits');
      await accessible(page);
    });
  }
}

async function appearance() {
  console.log('Appearance');
  if (SHOTS) mkdirSync(SHOTS, { recursive: true });
  for (const theme of ['light', 'dark']) {
    await page.evaluate((chosen) => localStorage.setItem('theme', chosen), theme);
    for (const [width, height] of [[1440, 900], [390, 844]]) {
      await page.setViewportSize({ width, height });
      const shot = async (name) => {
        await page.waitForTimeout(700);
        await check(`axe: ${name}, ${width} px, ${theme}`, () => accessible(page));
        if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}-${width}-${theme}.png`) });
      };
      await page.goto(`${URL_ROOT}/app/`);
      await page.locator('section[aria-label=Documents] li').first().waitFor();
      await shot('documents');
      await openDocument();
      await shot('document');
      await check('a code is selected', () => page.locator('[data-answer=c0]').getByRole('button').first().click());
      await shot('document-code');
      await page.goto(`${URL_ROOT}/app/evals`);
      await page.getByText('Codes, F1').waitFor();
      await shot('evals');
    }
  }
}
