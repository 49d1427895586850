// Saves pictures of every kind of page for looking at: three widths, light and dark, three scripts, and
// paper. `node screenshots.mjs [FOLDER]`; the folder e2e/screenshots is not tracked.

import { mkdir } from "node:fs/promises";
import path from "node:path";

import { openBrowser } from "./browser.mjs";
import { kinds, LANGUAGES } from "./demo.mjs";
import { startDemo } from "./server.mjs";

const WIDTHS = [360, 768, 1280];
const folder = path.resolve(process.argv[2] ?? new URL("screenshots", import.meta.url).pathname);

await mkdir(folder, { recursive: true });
const [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
try {
  const page = await browser.newPage();
  for (const lang of LANGUAGES) {
    for (const { kind, path: address } of await kinds(demo.base, lang)) {
      const name = path.join(folder, `${lang}-${kind.replaceAll(" ", "-")}`);
      await page.goto(demo.base + address);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          await page.screenshot({ path: `${name}-${width}-${colorScheme}.png`, fullPage: true });
        }
      }
      await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
      await page.screenshot({ path: `${name}-1280-forced.png`, fullPage: true });
      await page.emulateMedia({ colorScheme: null, forcedColors: null });
      await page.pdf({ path: `${name}.pdf`, format: "A4" });
    }
  }
} finally {
  await browser.close();
  await demo.stop();
}
console.log(folder);
