// axe-core finds no violation on any kind of page: light and dark, desktop and phone, three scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { axeIn, violations } from "./axe.mjs";
import { DESKTOP, openBrowser, PHONE } from "./browser.mjs";
import { kinds, LANGUAGES } from "./demo.mjs";
import { startDemo } from "./server.mjs";

let demo;
let browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

for (const lang of LANGUAGES) {
  test(`axe finds nothing on any kind of page in ${lang}`, async (t) => {
    const page = await browser.newPage();
    for (const { kind, path } of await kinds(demo.base, lang)) {
      await t.test(kind, async () => {
        await page.goto(demo.base + path);
        await axeIn(page);
        await page.evaluate(() => document.querySelectorAll("details").forEach((all) => (all.open = true)));
        for (const colorScheme of ["light", "dark"]) {
          for (const viewport of [DESKTOP, PHONE]) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize(viewport);
            assert.deepEqual(await violations(page), [], `${colorScheme}, ${viewport.width} px`);
          }
        }
      });
    }
    await page.close();
  });
}
