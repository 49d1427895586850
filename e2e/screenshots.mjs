// Saves pictures of every kind of page for looking at: three widths, light and dark, three scripts, and paper; of the desk two
// widths. `node screenshots.mjs [FOLDER] [public|desk]`; the folder e2e/screenshots is not tracked.

import { mkdir } from "node:fs/promises";
import path from "node:path";

import { openBrowser } from "./browser.mjs";
import { kinds, LANGUAGES } from "./demo.mjs";
import { open, openDeskPages } from "./desk_pages.mjs";
import { startDemo } from "./server.mjs";

const WIDTHS = [360, 768, 1280];
const DESK_WIDTHS = [360, 1280];
const [given, only] = process.argv.slice(2);
const folder = path.resolve(given ?? new URL("screenshots", import.meta.url).pathname);

async function pictures(page, name, widths) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `${name}-${width}-${colorScheme}.png`, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: null });
}

async function publicRooms(browser) {
  const demo = await startDemo();
  try {
    const page = await browser.newPage();
    for (const lang of LANGUAGES) {
      for (const { kind, path: address } of await kinds(demo.base, lang)) {
        const name = path.join(folder, `${lang}-${kind.replaceAll(" ", "-")}`);
        await page.goto(demo.base + address);
        await pictures(page, name, WIDTHS);
        await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
        await page.screenshot({ path: `${name}-1280-forced.png`, fullPage: true });
        await page.emulateMedia({ colorScheme: null, forcedColors: null });
        await page.pdf({ path: `${name}.pdf`, format: "A4" });
      }
    }
  } finally {
    await demo.stop();
  }
}

async function deskRooms(browser) {
  const desk = await openDeskPages(browser);
  try {
    for (const entry of desk.pages) {
      const page = await open(desk, entry);
      await pictures(page, path.join(folder, `desk-${entry.name.replaceAll(/[^a-z]+/g, "-")}`), DESK_WIDTHS);
    }
  } finally {
    await desk.stop();
  }
}

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  if (only !== "desk") await publicRooms(browser);
  if (only !== "public") await deskRooms(browser);
} finally {
  await browser.close();
}
console.log(folder);
