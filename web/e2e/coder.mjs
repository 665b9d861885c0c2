// A coder's way through a review, by keyboard where there are keys.
import { join } from 'node:path';
import { accessible, check, equal } from './checks.mjs';

const NAME = 'coder-review.txt';
const NOTE = `CLINICAL NOTE
Date of service: 05/04/2026

HISTORY OF PRESENT ILLNESS: Follow-up. Denies chest pain and fever. Takes allopurinol for gout prevention.

ASSESSMENT AND PLAN:
1. Essential hypertension, well controlled on lisinopril.
2. Type 2 diabetes mellitus without complications.
3. Moderate persistent asthma, uncomplicated.
`;
const WORK_MS = 60_000;

const away = (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"detail":"The database does not answer."}' });

export async function coder(page, { root, shots }) {
  console.log("Coder's review");
  const badge = (key) => page.locator(`[data-answer=${key}] [data-verdict]`);
  const dialog = page.getByRole('dialog');
  const progress = (words) => page.getByText(words, { exact: true }).first().waitFor();
  const head = (key) => page.locator(`[data-answer=${key}]`).getByRole('button').first();
  let codes = 0;

  const open = async () => {
    await page.goto(`${root}/app/`);
    await page.locator('section[aria-label=Documents] li a', { hasText: NAME }).first().click();
    await page.locator('[data-answer=c0]').waitFor({ timeout: WORK_MS });
  };

  await check('a document waits for its review', async () => {
    await page.goto(`${root}/app/`);
    await page.locator('input[type=file]').setInputFiles({ name: NAME, mimeType: 'text/plain', buffer: Buffer.from(NOTE) });
    await page.locator('[data-upload-state=done]').first().waitFor({ timeout: WORK_MS });
    await open();
    codes = await page.locator('[data-answer^=c]').count();
    equal(codes > 2, true, 'more than two codes');
    await progress(`0 of ${codes} decided`);
    equal(await page.getByRole('button', { name: 'Finish the review' }).isDisabled(), true, 'finish');
    await accessible(page);
  });
  await check('a accepts a code and goes to the next', async () => {
    await head('c0').click();
    await page.keyboard.press('a');
    await badge('c0').getByText('Accepted').waitFor();
    await page.waitForURL(/at=c1/);
    await progress(`1 of ${codes} decided`);
  });
  await check('r rejects it with a reason', async () => {
    await page.keyboard.press('r');
    await dialog.waitFor();
    await accessible(page);
    const send = dialog.getByRole('button', { name: 'Reject this code' });
    equal(await send.isDisabled(), true, 'without a reason');
    await dialog.getByLabel('Reason').fill('Not treated here');
    await page.keyboard.press('Enter');
    await badge('c1').getByText('Rejected').waitFor();
    await page.locator('[data-answer=c1]').getByText('Not treated here').waitFor();
  });
  await check('u takes it back', async () => {
    await page.keyboard.press('u');
    await badge('c1').waitFor({ state: 'detached' });
    await progress(`1 of ${codes} decided`);
  });
  await check('e takes another code, found by words', async () => {
    await page.keyboard.press('e');
    await dialog.getByRole('searchbox').fill('secondary hypertension unspecified');
    await dialog.getByRole('radio').and(page.locator('[value="I15.9"]')).check();
    await accessible(page);
    if (shots) await page.screenshot({ path: join(shots, 'coder-amend-1440-light.png') });
    await dialog.getByRole('button', { name: 'Take another code instead' }).click();
    await badge('c1').getByText('Amended').waitFor();
    await page.locator('[data-answer=c1]').getByText('I15.9').waitFor();
  });
  await check('a code that lacks a character shows what is under it, and one that is excluded says so', async () => {
    await page.keyboard.press('n');
    await dialog.getByRole('searchbox').fill('S52.501');
    await dialog.getByRole('radio').and(page.locator('[value="S52.501"]')).check();
    await dialog.getByText('It lacks its 7th character.').waitFor();
    await accessible(page);
    await dialog.getByRole('button', { name: /S52\.501A/ }).click();
    await dialog.getByRole('region', { name: 'Notes on S52.501A' }).waitFor();
    await dialog.getByRole('searchbox').fill('I27.0');
    await dialog.getByRole('radio').and(page.locator('[value="I27.0"]')).check();
    await dialog.locator('[data-conflict="I10"]').getByText('Excludes1: not with I10').waitFor();
    await accessible(page);
    if (shots) await page.screenshot({ path: join(shots, 'coder-conflict-1440-light.png') });
    await dialog.getByRole('searchbox').fill('I12.9');
    await dialog.getByRole('radio').and(page.locator('[value="I12.9"]')).check();
    await dialog.locator('[data-companion=USE_ADDITIONAL_CODE]').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
  await check('words selected in the text become the evidence of an added code', async () => {
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const page1 = document.querySelector('[data-text-start]');
      const walker = document.createTreeWalker(page1, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf('allopurinol');
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 'allopurinol'.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
      }
    });
    await page.locator('q', { hasText: 'allopurinol' }).locator('..').getByRole('button', { name: 'Add a code' }).click();
    equal(await dialog.getByLabel('Evidence').inputValue(), 'allopurinol', 'evidence');
    await dialog.getByRole('searchbox').fill('Z79.899');
    await dialog.getByRole('radio').and(page.locator('[value="Z79.899"]')).check();
    await dialog.getByRole('button', { name: 'Add a code' }).click();
    const added = page.getByRole('list', { name: 'Added codes' });
    await added.getByText('Z79.899').waitFor();
    await added.getByRole('button').first().click();
    await page.locator('mark[data-lit]', { hasText: 'allopurinol' }).waitFor();
    await accessible(page);
  });
  await check('words that are not in the text are no evidence', async () => {
    await page.keyboard.press('n');
    await dialog.getByLabel('Evidence').fill('colchicine');
    await dialog.getByText('do not stand in the document').waitFor();
    equal(await dialog.getByRole('button', { name: 'Add a code' }).isDisabled(), true, 'add');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
  await check('o overrules a rule', async () => {
    await page.getByRole('button', { name: /considered and not given/ }).click();
    await head('r0').click();
    await page.keyboard.press('o');
    await dialog.getByLabel('Reason').fill('Said on the phone');
    await dialog.getByRole('button', { name: 'Overrule the rule' }).click();
    await badge('r0').getByText('Rule overruled').waitFor();
  });
  await check('of two who decide at once one is told to look again', async () => {
    await page.evaluate(async () => {
      const id = /documents\/(\d+)/.exec(location.pathname)[1];
      const { etag } = await (await fetch(`/api/documents/${id}/review`)).json();
      const answer = await fetch(`/api/documents/${id}/review/decisions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'If-Match': etag },
        body: JSON.stringify({ action: 'accept', item: 'c1' }),
      });
      return answer.status;
    });
    await head('c2').click();
    await page.keyboard.press('a');
    await page.getByText('Somebody else decided meanwhile.').waitFor();
    equal(await badge('c2').count(), 0, 'decided on c2');
    await accessible(page);
    await page.getByRole('button', { name: 'All right' }).click();
  });
  await check('the review is finished when all is decided, and its codes can be taken away', async () => {
    for (let i = 0; i < codes; i++) {
      if ((await badge(`c${i}`).count()) > 0) continue;
      await head(`c${i}`).click();
      await page.keyboard.press('a');
      await badge(`c${i}`).waitFor();
    }
    await page.getByRole('button', { name: 'Finish the review' }).click();
    await page.getByText(/^Finished by/).waitFor();
    equal(await page.getByRole('button', { name: 'Accept', exact: true }).count(), 0, 'buttons to accept');
    const csv = await page.evaluate(async () => (await fetch(document.querySelector('a[href$="format=csv"]').href)).text());
    equal(csv.split('\r\n')[0].startsWith('"sequence","code"'), true, 'csv');
    equal(csv.includes('"I15.9"') && csv.includes('"Z79.899"'), true, 'the final codes');
    await accessible(page);
  });
  await check('the history says who decided what and why', async () => {
    await page.getByRole('button', { name: /\d+ decisions/ }).click();
    for (const words of ['Finished the review', 'Said on the phone', 'Added Z79.899', 'Took back decision 2']) await dialog.getByText(words).first().waitFor();
    await accessible(page);
    await page.keyboard.press('Escape');
  });
  await check('the evaluation shows where coders disagree', async () => {
    await page.goto(`${root}/app/evals`);
    await page.getByRole('heading', { name: 'Coders and the engine' }).waitFor();
    await page.getByRole('img', { name: /accepted, 1 amended/ }).first().waitFor();
    await accessible(page);
    if (shots) await page.screenshot({ path: join(shots, 'agreement-1440-light.png'), fullPage: true });
  });
  await check('a review that cannot be loaded leaves the answers and can be asked for again', async () => {
    await page.route('**/review', away);
    await open();
    await page.getByText('The database does not answer.').waitFor({ timeout: WORK_MS });
    await accessible(page);
    await page.unroute('**/review', away);
    await page.getByRole('region', { name: 'Review' }).getByRole('button', { name: 'Try again' }).click();
    await page.getByText(/^Finished by/).waitFor();
  });
  for (const theme of ['light', 'dark']) {
    await check(`a review on a phone, ${theme}`, async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.evaluate((chosen) => localStorage.setItem('theme', chosen), theme);
      await open();
      await progress(`${codes} of ${codes} decided`);
      equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'fits');
      await accessible(page);
      await page.getByRole('button', { name: theme === 'light' ? 'Open again' : 'Add a code' }).click();
      await accessible(page);
      if (shots) await page.screenshot({ path: join(shots, `coder-dialog-390-${theme}.png`) });
      if (theme === 'light') {
        await dialog.getByLabel('Reason').fill('An answer came');
        await dialog.getByRole('button', { name: 'Open the review again' }).click();
        await page.getByRole('button', { name: 'Finish the review' }).waitFor();
      } else {
        await page.keyboard.press('Escape');
      }
      if (shots) await page.screenshot({ path: join(shots, `coder-390-${theme}.png`) });
    });
  }
  await page.evaluate(() => localStorage.removeItem('theme'));
  await page.setViewportSize({ width: 1440, height: 900 });
  await check('newer results take over the decisions that fit', async () => {
    await open();
    await page.keyboard.press('v');
    await dialog.getByRole('button', { name: 'Run again' }).click();
    await dialog.getByText('Done: the document shows the new run.').waitFor({ timeout: WORK_MS });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await progress(`0 of ${codes} decided`);
    await accessible(page);
    await page.getByRole('button', { name: /^Carry \d+ decisions over$/ }).click();
    await progress(`${codes} of ${codes} decided`);
    await page.locator('[data-answer=c0] [data-carried]').waitFor();
    await badge('c1').getByText('Amended').waitFor();
    await page.getByRole('list', { name: 'Added codes' }).getByText('Z79.899').waitFor();
    await accessible(page);
    if (shots) await page.screenshot({ path: join(shots, 'coder-carried-1440-light.png') });
  });
  await check('what was carried over is taken back like any decision', async () => {
    const carried = page.locator('[data-carried]');
    const before = await carried.count();
    await page.keyboard.press('u');
    await page.waitForFunction((n) => document.querySelectorAll('[data-carried]').length === n - 1, before);
  });
}
