// Documents with scripts in names, texts, evidence and summaries, opened in a real browser: URL=... node payloads.mjs N
import { launch } from '../web/e2e/browser.mjs';

const ROOT = process.env.URL;
const COUNT = Number(process.argv[2] ?? 100);

/** Each would call hit(n) if any part of the page took it for code. */
const VECTORS = [
  '<script>hit(N)</script>',
  '<ScRiPt src="data:text/javascript,hit(N)"></sCrIpT>',
  '<img src=x onerror=hit(N)>',
  '"><img src=x onerror=hit(N)>',
  "'><svg/onload=hit(N)>",
  '<svg onload=hit(N)>',
  '<svg><animate onbegin=hit(N) attributeName=x dur=1s>',
  '<svg><script>hit(N)</script></svg>',
  '<iframe srcdoc="<script>parent.hit(N)</script>"></iframe>',
  '<iframe src="javascript:parent.hit(N)"></iframe>',
  '<details open ontoggle=hit(N)>x</details>',
  '<input autofocus onfocus=hit(N)>',
  '<video><source onerror=hit(N)></video>',
  '<body onload=hit(N)>',
  '<object data="data:text/html,<script>parent.hit(N)</script>"></object>',
  '<embed src="javascript:hit(N)">',
  '<meta http-equiv=refresh content="0;url=javascript:hit(N)">',
  '<base href="http://127.0.0.1:9/">',
  '<link rel=stylesheet href="http://127.0.0.1:9/N.css">',
  '<form action="javascript:hit(N)"><input type=submit autofocus></form>',
  '<math><mtext><table><mglyph><style><img src=x onerror=hit(N)>',
  '<noscript><p title="</noscript><img src=x onerror=hit(N)>">',
  '<!--<img src="--><img src=x onerror=hit(N)//">',
  '<scr<script>ipt>hit(N)</scr</script>ipt>',
  '&lt;script&gt;hit(N)&lt;/script&gt;',
  '%3Cscript%3Ehit(N)%3C%2Fscript%3E',
  '\\u003cscript\\u003ehit(N)\\u003c/script\\u003e',
  '[x](javascript:hit(N))',
  'javascript:hit(N)',
  "{{constructor.constructor('hit(N)')()}}",
  '${hit(N)}',
  '" onmouseover="hit(N)" autofocus onfocus="hit(N)',
  '</textarea></title></style></script><script>hit(N)</script>',
  '\u2028hit(N)//\u2029',
];

/** Where in a note it stands: within what becomes evidence and summary, beside it, or in a laboratory row. */
const PLACES = [
  (x) => `ASSESSMENT AND PLAN:\n1. Type 2 diabetes mellitus ${x} with diabetic chronic kidney disease.\n2. Essential hypertension.`,
  (x) => `HISTORY OF PRESENT ILLNESS: ${x}\n\nASSESSMENT AND PLAN:\n1. Asthma, moderate persistent. ${x}\n2. Essential hypertension ${x}.`,
  (x) => `LABORATORY RESULTS\n${x} Hemoglobin A1c 9.1 % 4.0-5.6 H\n\nASSESSMENT: Type 2 diabetes mellitus, ${x} uncontrolled.`,
];

function note(n) {
  const payload = VECTORS[n % VECTORS.length].replaceAll('N', String(n + 1));
  const text = `CLINICAL NOTE ${payload}\nDate of service: 05/04/2026\n\n${PLACES[Math.floor(n / VECTORS.length) % PLACES.length](payload)}\n`;
  return { payload, text };
}

/** A name that the server refuses is tried, and the document then gets another. */
async function upload(name, text) {
  const form = new FormData();
  form.set('file', new File([text], name));
  const reply = await fetch(`${ROOT}/documents`, { method: 'POST', body: form });
  return { status: reply.status, id: (await reply.json()).document_id };
}

async function documents() {
  const ids = [];
  let named = 0;
  for (let n = 0; n < COUNT; n++) {
    const { payload, text } = note(n);
    let reply = await upload(`${payload}.txt`, text);
    if (reply.status < 300) named++;
    else reply = await upload(`visit-${n}.txt`, text);
    if (reply.status >= 300) throw new Error(`document ${n} was refused with ${reply.status}`);
    ids.push(reply.id);
  }
  return { ids, named };
}

const policy = (await fetch(`${ROOT}/app/`)).headers.get('content-security-policy') ?? '';
const strict = policy.includes('script-src') && !/unsafe-(inline|eval)/.test(policy);
const { ids, named } = await documents();
const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
const ran = [];
const strangers = [];
await page.exposeFunction('hit', (n) => ran.push(n));
page.on('dialog', (dialog) => {
  ran.push('dialog');
  dialog.dismiss();
});
page.on('request', (request) => {
  if (!request.url().startsWith(ROOT) && !/^(data|blob|about):/.test(request.url())) strangers.push(request.url());
});

await page.goto(`${ROOT}/app/`);
await page.evaluate(() => window.hit(0));
if (ran.splice(0).length !== 1) throw new Error('what should be noticed would not be');
await page.locator('section[aria-label=Documents] li').first().waitFor();
let opened = 0;
for (const id of ids) {
  await page.goto(`${ROOT}/app/documents/${id}`);
  await page.locator('[data-answer^=c]').first().waitFor({ timeout: 30_000 });
  await page.locator('[data-answer^=c] button').first().click();
  await page.locator('mark[data-lit]').first().waitFor();
  await page.waitForTimeout(150);
  opened++;
}
await browser.close();
console.log(
  `${ran.length} scripts run and ${strangers.length} addresses of others asked over ${opened} payloads in text, evidence and` +
    ` summary, ${named} of them also as name; policy ${strict ? 'strict' : `NOT strict: ${policy}`}`,
);
const good = ran.length === 0 && strangers.length === 0 && strict && opened === COUNT;
console.log(`${good ? 1 : 0} passed, ${good ? 0 : 1} failed, 0 skipped`);
process.exit(good ? 0 : 1);
