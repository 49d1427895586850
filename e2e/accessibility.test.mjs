// axe-core finds no violation on any kind of page: light and dark, desktop and phone, three scripts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { DESKTOP, openBrowser, PHONE } from "./browser.mjs";
import { kinds, LANGUAGES } from "./demo.mjs";
import { startDemo } from "./server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let demo;
let browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** What axe finds wrong, a line for each place. */
async function violations(page) {
  const found = await page.evaluate(
    // The contrast of 7 : 1 is more than the tags ask for; the look promises it.
    (tags) =>
      window.axe.run(document, {
        runOnly: { type: "tag", values: tags },
        rules: { "color-contrast-enhanced": { enabled: true } },
        resultTypes: ["violations"],
      }),
    TAGS,
  );
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}

for (const lang of LANGUAGES) {
  test(`axe finds nothing on any kind of page in ${lang}`, async (t) => {
    const page = await browser.newPage();
    for (const { kind, path } of await kinds(demo.base, lang)) {
      await t.test(kind, async () => {
        await page.goto(demo.base + path);
        // The protocol's evaluation is not subject to the page's policy, which forbids inline scripts.
        await page.evaluate(AXE);
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
