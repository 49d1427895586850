// Every page of the desk: no violation of WCAG 2.2 AA in light and dark, on a desktop and a phone; valid HTML; nothing scrolls
// sideways; no error, no breach of the policy, and nobody else is asked.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";

import { axeIn, violations } from "./axe.mjs";
import { DESKTOP, openBrowser, PHONE } from "./browser.mjs";
import { send, troubleOf } from "./desk.mjs";
import { open, openDeskPages } from "./desk_pages.mjs";
import { overflow } from "./overflow.mjs";
import { temporaryFolder } from "./server.mjs";
import { checkHtml } from "./vnu.mjs";

let browser;
let desk;
let folder;
const sources = [];
before(async () => {
  [browser, folder] = await Promise.all([openBrowser(), temporaryFolder()]);
  desk = await openDeskPages(browser);
});
after(async () => {
  await desk?.stop();
  await browser?.close();
  await folder?.remove();
});

/** Colours do not depend on the width, nor boxes on the colours: two looks see what four would. */
const LOOKS = [
  { colorScheme: "light", viewport: DESKTOP },
  { colorScheme: "dark", viewport: PHONE },
];

/** Everything that is wrong with a page, in lines. */
async function wrongWith(page) {
  const found = [];
  await axeIn(page);
  await page.evaluate(() => document.querySelectorAll("details").forEach((all) => (all.open = true)));
  for (const { colorScheme, viewport } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    const where = `${colorScheme}, ${viewport.width} px: `;
    found.push(...(await violations(page)).map((violation) => where + violation));
  }
  found.push(...(await overflow(page)).map((wide) => `${PHONE.width} px: ${wide} sticks out`));
  await page.emulateMedia({ colorScheme: null });
  return found;
}

test("every page can be used by everybody, on every screen, and keeps to itself", { concurrency: true }, async (t) => {
  // Everybody has a window of their own, so they can look at the same time.
  const rounds = Object.entries(desk.people).map(async ([who, { page }]) => {
    const trouble = troubleOf(page, desk.base);
    let source = "";
    page.on("response", (response) => {
      const request = response.request();
      const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame() && response.status() !== 303;
      if (isPage) source = response.text().catch(() => "");
    });
    for (const entry of desk.pages.filter((other) => other.who === who)) {
      await t.test(entry.name, async () => {
        trouble.length = 0;
        await page.setViewportSize(DESKTOP);
        await open(desk, entry);
        sources.push({ name: entry.name, text: await source });
        assert.deepEqual([...(await wrongWith(page)), ...trouble], []);
      });
    }
  });
  await Promise.all(rounds);
});

test("with the desk in Arabic nothing scrolls sideways on a phone", { concurrency: true }, async (t) => {
  const rounds = Object.entries(desk.people).map(async ([who, person]) => {
    if (who !== "nobody") await send(person, "/desk/me/language", { lang: "ar" });
    const page = await person.context.newPage();
    await page.setViewportSize(PHONE);
    // What has to be pressed is found by its English name; those pages are looked at above.
    for (const { name, path: address, then } of desk.pages.filter((entry) => entry.who === who)) {
      if (then) continue;
      await t.test(name, async () => {
        await page.goto(desk.base + address);
        assert.deepEqual(await overflow(page), []);
      });
    }
  });
  await Promise.all(rounds);
});

test("every page is valid HTML", async (t) => {
  assert.equal(sources.length, desk.pages.length);
  const files = [];
  for (const { name, text } of sources) {
    const file = path.join(folder.path, `${name.replaceAll(/[^a-z]+/g, "-")}.html`);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    files.push(file);
  }
  const { errors, warnings } = await checkHtml(files);
  for (const warning of warnings) t.diagnostic(`warning: ${warning}`);
  assert.deepEqual(errors, []);
});
