import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const KNOWN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own Chromium; nothing is downloaded. */
export async function launch() {
  const executablePath = process.env.CHROMIUM ?? KNOWN.find((path) => existsSync(path));
  if (!executablePath) throw new Error('No Chromium found. Install the package chromium, or set CHROMIUM to its path.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
}
