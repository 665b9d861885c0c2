import { AxeBuilder } from '@axe-core/playwright';

const results = [];

/** Runs one check and notes how it went; the others run all the same. */
export async function check(name, run) {
  try {
    await run();
    results.push({ name, ok: true });
    console.log(`  ok    ${name}`);
  } catch (error) {
    results.push({ name, ok: false });
    console.log(`  FAIL  ${name}\n        ${String(error.message ?? error).split('\n').slice(0, 8).join('\n        ')}`);
  }
}

export function equal(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

/** No violation of WCAG 2.2 AA or of axe's own best practices. */
export async function accessible(page) {
  // Colours fade for 150 ms after a change of theme; what is judged is where they end.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((a) => (a.effect.getTiming().iterations === Infinity ? null : a.finished))));
  const { violations } = await new AxeBuilder({ page }).analyze();
  if (violations.length === 0) return;
  const lines = violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target.join(' ')} (${n.failureSummary?.split('\n')[1]?.trim() ?? ''})`).join('; ')}`);
  throw new Error(lines.join('\n'));
}

/** Prints the sum and gives the exit code. */
export function finish() {
  const failed = results.filter((r) => !r.ok).length;
  console.log(`${results.length - failed} passed, ${failed} failed, 0 skipped`);
  return failed ? 1 : 0;
}
