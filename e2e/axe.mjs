// axe-core in a page.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Puts axe into the page. The protocol's evaluation is not subject to the page's policy, which forbids inline scripts. */
export const axeIn = (page) => page.evaluate(AXE);

/** What axe finds wrong, a line for each place. */
export async function violations(page) {
  const found = await page.evaluate((tags) => {
    // A colour on its way from light to dark is neither.
    for (const animation of document.getAnimations()) animation.finish();
    const options = {
      runOnly: { type: "tag", values: tags },
      // The contrast of 7 : 1 is more than the tags ask for; the look promises it.
      rules: { "color-contrast-enhanced": { enabled: true } },
      resultTypes: ["violations"],
    };
    // A watermark is pale so that the text over it can be read; a note beside the text says the same.
    return window.axe.run({ include: [document], exclude: [[".watermark"]] }, options);
  }, TAGS);
  return found.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}
