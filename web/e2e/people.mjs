// Signing in, administration, audit and emergency access, against a running server with LOCAL_USERS=true, SETUP_TOKEN=TOKEN
// and an OpenID provider (provider.mjs): URL=... TOKEN=... PROVIDER=... node web/e2e/people.mjs
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { accessible, check, equal, finish } from './checks.mjs';

const URL_ROOT = (process.env.URL ?? 'http://127.0.0.1:8000').replace(/\/$/, '');
const SHOTS = process.env.SHOTS;
const PASSWORD = 'correct horse battery staple';
const NOTE = fileURLToPath(new globalThis.URL('../../test_docs/clinical-note-diabetes.txt', import.meta.url));

const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', locale: 'en-US' });
const page = await context.newPage();
const complaints = [];
page.on('console', (message) => {
  if (message.type() === 'error' && !/status of 40[0-9]/.test(message.text())) complaints.push(message.text());
});
page.on('pageerror', (error) => complaints.push(error.message));

const line = (name) => page.locator('section[aria-label=Users] li', { hasText: name });

await setUp();
await users();
await keys();
await audit();
await emergency();
await appearance();
await provider();
await check('no error in the console, the content security policy included', async () => equal(complaints.join('\n'), '', 'console'));
await browser.close();
process.exit(finish());

async function signIn(name) {
  await page.goto(`${URL_ROOT}/app/`);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

async function signOut() {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('Password').waitFor();
}

async function setUp() {
  console.log('The first administrator');
  await check('is made with the token, and is signed in', async () => {
    await page.goto(`${URL_ROOT}/app/`);
    await page.getByLabel(/Set-up token/).fill(process.env.TOKEN);
    await page.getByLabel('Name').fill('root');
    await page.getByLabel(/Password/).fill(PASSWORD);
    await accessible(page);
    await page.getByRole('button', { name: 'Set up' }).click();
    await page.getByRole('link', { name: 'Administration' }).waitFor();
  });
  await check('uploads a document', async () => {
    await page.locator('input[type=file]').setInputFiles([NOTE]);
    await page.locator('[data-upload-state=done]').waitFor({ timeout: 60_000 });
    await page.locator('section[aria-label=Documents] li a').first().click();
    await page.locator('[data-answer]').first().waitFor();
  });
}

async function addUser(name, ...roles) {
  await page.getByRole('button', { name: 'Add a user' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a user' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel(/password/i).fill(PASSWORD);
  for (const role of roles) await dialog.getByLabel(role, { exact: true }).check();
  await accessible(page);
  await page.keyboard.press('Enter');
  await page.locator('section[aria-label=Users] li', { hasText: name }).waitFor();
}

async function users() {
  console.log('Users');
  await check('are added', async () => {
    await page.getByRole('link', { name: 'Administration' }).click();
    await addUser('audra', 'auditor');
    await addUser('cody', 'coder');
  });
  await check('get other roles by the keyboard alone', async () => {
    await page.getByRole('button', { name: 'Roles of cody' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('viewer', { exact: true }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await line('cody').getByText('viewer').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
  await check('a name that is taken is said in one sentence', async () => {
    await page.getByRole('button', { name: 'Add a user' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a user' });
    await dialog.getByLabel('Name').fill('cody');
    await dialog.getByLabel(/password/i).fill(PASSWORD);
    await dialog.getByLabel('coder', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await dialog.getByText('user_name is taken').waitFor();
    await page.keyboard.press('Escape');
  });
  await check('are unlocked after five wrong passwords', async () => {
    for (let i = 0; i < 5; i++) {
      const body = JSON.stringify({ user_name: 'cody', password: `wrong password ${i}` });
      await fetch(`${URL_ROOT}/session`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    }
    await page.reload();
    await line('cody').getByText('locked out').waitFor();
    await page.getByRole('button', { name: 'Unlock cody' }).click();
    await line('cody').getByText('locked out').waitFor({ state: 'detached' });
  });
  await check('are disabled and enabled', async () => {
    await page.getByRole('button', { name: 'Disable cody' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
    await line('cody').getByText('disabled', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Enable cody' }).click();
    await line('cody').getByText('disabled', { exact: true }).waitFor({ state: 'detached' });
  });
  await check('axe: users', () => accessible(page));
}

async function keys() {
  console.log('API keys');
  let secret = '';
  await check('are made, and shown once', async () => {
    await page.getByRole('tab', { name: 'API keys' }).click();
    await page.getByRole('button', { name: 'Make a key' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make an API key' });
    await dialog.getByLabel(/Name/).fill('nightly upload');
    await dialog.getByLabel('read', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Make' }).click();
    const made = page.getByRole('dialog', { name: 'The key, shown once' });
    secret = await made.locator('output').innerText();
    equal(/^meddoc_[\w-]{43}$/.test(secret), true, 'a key');
    await accessible(page);
    await made.getByRole('button', { name: 'I have kept it' }).click();
    equal((await page.content()).includes(secret), false, 'shown again');
  });
  const status = async () => (await fetch(`${URL_ROOT}/documents`, { headers: { Authorization: `Bearer ${secret}` } })).status;
  await check('do what they were made for until they are revoked', async () => {
    equal(await status(), 200, 'before');
    await page.getByRole('button', { name: 'Revoke nightly upload' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText(/^revoked/).waitFor();
    equal(await status(), 401, 'after');
  });
  await check('axe: API keys', () => accessible(page));
}

async function audit() {
  console.log('Audit');
  const rows = page.locator('section[aria-label="Audit trail"] li');
  await check('an auditor sees who did what', async () => {
    await signOut();
    await signIn('audra');
    await page.getByRole('link', { name: 'Audit' }).click();
    await rows.filter({ hasText: 'made user cody' }).first().waitFor();
    equal(await page.getByRole('link', { name: 'Administration' }).count(), 0, 'links to administration');
  });
  await check('and finds what one person did', async () => {
    await page.getByLabel('Who').fill('cody');
    await rows.filter({ hasText: 'made user cody' }).waitFor({ state: 'detached' });
    await rows.filter({ hasText: 'denied' }).first().waitFor();
    equal(page.url().includes('cody'), false, 'search in the address');
    await page.getByRole('button', { name: 'Clear' }).click();
  });
  await check('and verifies the chain', async () => {
    await page.getByRole('button', { name: 'Verify the chain' }).click();
    await page.getByText(/the chain holds/).waitFor();
  });
  await check('and exports it', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export as FHIR' }).click()]);
    equal(download.suggestedFilename(), 'audit.fhir.json', 'file');
  });
  await check('and sees again what was shown', async () => {
    await page.getByRole('button', { name: /^Shown in row/ }).first().click();
    await page.getByText('Character by character what was shown.').waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Close' }).click();
  });
  await check('axe: audit', () => accessible(page));
}

async function emergency() {
  console.log('Emergency');
  await check('who may see no document is told so, and how to see one in an emergency', async () => {
    await page.getByRole('link', { name: 'Documents' }).click();
    await page.getByText('Your role shows no documents').waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Emergency access' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Unbewusster Patient – kein Arzt im Haus');
    await accessible(page);
    await page.getByRole('button', { name: 'See documents' }).click();
    await page.locator('section[aria-label=Documents] li').first().waitFor();
    await page.getByText(/Emergency access until/).waitFor();
    await accessible(page);
  });
  await check('it is in the trail with its reason', async () => {
    await page.getByRole('link', { name: 'Audit' }).click();
    await page.getByText('Emergency: Unbewusster Patient').first().waitFor();
  });
  await check('ending it takes the documents away', async () => {
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByText(/Emergency access until/).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Documents' }).click();
    await page.getByText('Your role shows no documents').waitFor();
  });
  await signOut();
}

async function appearance() {
  console.log('Appearance');
  if (SHOTS) mkdirSync(SHOTS, { recursive: true });
  await signIn('root');
  for (const theme of ['light', 'dark']) {
    await page.evaluate((chosen) => localStorage.setItem('theme', chosen), theme);
    for (const [width, height] of [[1440, 900], [390, 844]]) {
      await page.setViewportSize({ width, height });
      for (const [name, path, seen] of [
        ['users', '/app/admin', 'section[aria-label=Users] li'],
        ['audit', '/app/audit', 'section[aria-label="Audit trail"] li'],
      ]) {
        await check(`axe, and nothing sticks out: ${name}, ${width} px, ${theme}`, async () => {
          await page.goto(URL_ROOT + path);
          await page.locator(seen).first().waitFor();
          await page.waitForTimeout(500);
          equal(await page.evaluate(() => document.querySelector('main').scrollWidth <= innerWidth), true, 'main fits');
          equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'the page fits');
          await accessible(page);
          if (SHOTS) await page.screenshot({ path: join(SHOTS, `${name}-${width}-${theme}.png`) });
        });
      }
    }
  }
  await signOut();
}

async function provider() {
  console.log('The organisation’s sign-in');
  await check('leads to the provider and back, signed in', async () => {
    await page.goto(`${URL_ROOT}/app/`);
    await accessible(page);
    await page.getByRole('link', { name: 'Sign in with your organisation' }).click();
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await page.getByText('jdoe').waitFor({ state: 'attached' });
    await page.locator('section[aria-label=Documents] li').first().waitFor();
    equal(new globalThis.URL(page.url()).search, '', 'left in the address');
  });
  await check('and signing out leads to the provider too', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('signed out at the provider').waitFor();
  });
  await check('an answer to nothing is refused in a sentence', async () => {
    await page.goto(`${URL_ROOT}/api/session/provider/callback?state=made-up&code=x`);
    await page.getByText(/answer was not taken/).waitFor();
    await accessible(page);
  });
}
