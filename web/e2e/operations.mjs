// What administrators decide on: jobs, deliveries, legal holds.
import { join } from 'node:path';
import { accessible, check, equal } from './checks.mjs';

const json = (body) => ({ status: 200, contentType: 'application/json', body: JSON.stringify(body) });
const at = '2026-05-28T20:26:40Z';
const FAILED = {
  id: 7,
  document_id: 4,
  state: 'failed',
  priority: 'interactive',
  attempts: 5,
  created_at: at,
  started_at: at,
  finished_at: at,
  failure: { title: 'The document could not be read', detail: 'The reader died of this file five times.' },
  upgrade: false,
};
const GIVEN_UP = {
  id: 3,
  job_id: 7,
  document_id: 4,
  receiver: 'https://receiver.example.org:8443',
  event: 'job.failed',
  state: 'failed',
  attempts: 20,
  status: 503,
  created_at: at,
  finished_at: at,
};

const away = (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"detail":"Not for you."}' });

/** @param open goes to a document's page */
export async function operations(page, { root, shots, open }) {
  console.log('Operations');
  const dialog = page.getByRole('dialog');
  const shot = (name) => shots && page.screenshot({ path: join(shots, `${name}.png`) });

  await check('the page says that nothing has failed', async () => {
    await page.goto(`${root}/app/`);
    await page.getByRole('navigation').getByRole('link', { name: 'Operations' }).click();
    await page.getByText('No job has failed').waitFor();
    await accessible(page);
  });
  await check('every job that was done is found by its state', async () => {
    await page.getByLabel('State').selectOption('done');
    await page.getByRole('list', { name: 'Jobs' }).locator('li').first().waitFor();
    await accessible(page);
    await shot('jobs-1440-light');
  });
  await check('a refusal of the server stands beside the job', async () => {
    await page.route(/\/api\/jobs\?/, (route) => route.fulfill(json([{ ...FAILED, id: 999_999 }])));
    await page.reload();
    await page.getByText('The reader died of this file five times.').waitFor();
    await page.getByRole('button', { name: 'Try again: job 999999' }).click();
    await page.getByRole('alert').getByText(/no job 999999/).waitFor();
    await accessible(page);
    await shot('jobs-failed-1440-light');
    await page.unroute(/\/api\/jobs\?/);
  });
  await check('a job that waits can be taken back, and a failed one tried again', async () => {
    let job = { ...FAILED, state: 'queued', failure: null, finished_at: null };
    const asked = [];
    await page.route(/\/api\/jobs(\?|\/7\/)/, (route) => {
      const action = /\/7\/(\w+)/.exec(route.request().url())?.[1];
      if (action) {
        asked.push(action);
        job = action === 'cancel' ? { ...job, state: 'cancelled' } : { ...job, state: 'queued' };
        return route.fulfill(json(job));
      }
      return route.fulfill(json([job]));
    });
    await page.reload();
    await page.getByRole('button', { name: 'Cancel job 7' }).press('Enter');
    await page.getByRole('button', { name: 'Try again: job 7' }).press('Enter');
    await page.getByRole('button', { name: 'Cancel job 7' }).waitFor();
    equal(asked.join(), 'cancel,retry', 'asked of the server');
    await page.unroute(/\/api\/jobs(\?|\/7\/)/);
  });
  await check('without receivers the webhooks say so', async () => {
    await page.getByRole('tab', { name: 'Webhooks' }).click();
    await page.getByText('Nobody was told anything yet').waitFor();
    await page.waitForURL(/show=webhooks/);
    await accessible(page);
  });
  await check('what was given up can be told again', async () => {
    let delivery = GIVEN_UP;
    await page.route('**/api/webhooks/deliveries**', (route) => {
      if (route.request().method() === 'POST') delivery = { ...delivery, state: 'queued' };
      return route.fulfill(json(route.request().method() === 'POST' ? delivery : [delivery]));
    });
    await page.reload();
    await page.getByText('Given up').last().waitFor();
    await page.getByText('20 attempts, answered 503').waitFor();
    await accessible(page);
    await shot('webhooks-1440-light');
    await page.getByRole('button', { name: 'Tell again: delivery 3' }).click();
    await page.locator('[data-delivery="3"]').getByText('To be told').waitFor();
    await page.unroute('**/api/webhooks/deliveries**');
  });
  await check('h holds a document with a reason', async () => {
    await open();
    await page.getByRole('button', { name: 'Place a legal hold' }).waitFor();
    await page.keyboard.press('h');
    await dialog.getByRole('textbox').fill('Litigation 2026-17');
    await accessible(page);
    await dialog.getByRole('button', { name: 'Place the hold' }).click();
    await page.getByText('Under legal hold: it cannot be deleted').waitFor();
    await accessible(page);
    await shot('hold-1440-light');
  });
  await check('a document that is held is not deleted', async () => {
    await page.getByLabel('Delete document').click();
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await dialog.getByRole('alert').getByText(/legal hold/).waitFor();
    await page.getByRole('button', { name: 'Keep it' }).click();
  });
  await check('it stands among the holds, and is lifted there', async () => {
    await page.goto(`${root}/app/operations?show=holds`);
    const line = page.getByRole('list', { name: 'Holds' }).locator('li', { hasText: 'Litigation 2026-17' });
    await line.waitFor();
    await accessible(page);
    await shot('holds-1440-light');
    await line.getByRole('button', { name: /Lift the hold/ }).click();
    await accessible(page);
    await dialog.getByRole('button', { name: 'Lift the hold' }).click();
    await page.getByText('No document is held').waitFor();
    await accessible(page);
  });
  await check('lists that cannot be loaded can be asked for again', async () => {
    await page.route('**/api/holds', away);
    await page.reload();
    await page.getByText('Not for you.').waitFor();
    await accessible(page);
    await page.unroute('**/api/holds', away);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('No document is held').waitFor();
  });
  for (const theme of ['light', 'dark']) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate((chosen) => localStorage.setItem('theme', chosen), theme);
    await page.route(/\/api\/jobs\?/, (route) => route.fulfill(json([FAILED, { ...FAILED, id: 6, state: 'running', failure: null, priority: 'bulk' }])));
    await page.route('**/api/webhooks/deliveries**', (route) => route.fulfill(json([GIVEN_UP, { ...GIVEN_UP, id: 2, state: 'delivered', status: 204, attempts: 1 }])));
    await page.route('**/api/holds', (route) => route.fulfill(json([{ document_id: 4, reason: 'Litigation 2026-17', placed_by: 'root', placed_at: at }])));
    for (const tab of ['jobs', 'webhooks', 'holds']) {
      await check(`on a phone nothing sticks out: ${tab}, ${theme}`, async () => {
        await page.goto(`${root}/app/operations?show=${tab}`);
        await page.getByRole('tabpanel').locator('li').first().waitFor();
        equal(await page.evaluate(() => document.querySelector('main').scrollWidth <= innerWidth), true, 'fits');
        await accessible(page);
        await shot(`${tab}-390-${theme}`);
      });
    }
    await page.unrouteAll();
  }
  await page.evaluate(() => localStorage.removeItem('theme'));
  await page.setViewportSize({ width: 1440, height: 900 });
}
