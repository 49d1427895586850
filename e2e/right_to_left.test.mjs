// Arabic pages run from right to left, and what must not be turned round is not.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, openBrowser } from "./browser.mjs";
import { kinds, messages, STARTS } from "./demo.mjs";
import { startDemo } from "./server.mjs";

let demo;
let browser;
let page;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  page = await browser.newPage({ viewport: DESKTOP });
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Where each character of an element's text stands, from the left of the page. */
function places(locator) {
  return locator.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    return [...text.data].map((letter, index) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return { letter, left: range.getBoundingClientRect().left };
    });
  });
}

test("Arabic pages say that they are Arabic and run from right to left", async () => {
  for (const { kind, path } of await kinds(demo.base, "ar")) {
    await page.goto(demo.base + path);
    assert.equal(await page.locator("html").getAttribute("lang"), "ar", kind);
    assert.equal(await page.locator("html").getAttribute("dir"), "rtl", kind);
    const title = await page.locator("h1").first().evaluate((element) => getComputedStyle(element).direction);
    assert.equal(title, "rtl", kind);
  }
});

test("a phone number inside Arabic reads from left to right", async () => {
  await page.goto(`${demo.base}/ar/`);
  const isolated = page.locator('a[href^="tel:"] bdi[dir="ltr"]').first();
  const letters = (await places(isolated)).filter(({ letter }) => letter.trim());
  assert.equal(letters[0].letter, "+");
  const lefts = letters.map(({ left }) => left);
  assert.deepEqual(lefts, lefts.toSorted((a, b) => a - b));
});

test("clocks inside Arabic show hours before minutes", async () => {
  await page.goto(`${demo.base}/ar/`);
  for (const clock of await page.locator(".clocks time").all()) {
    assert.match(await clock.textContent(), /^\d\d:\d\d$/);
    const lefts = (await places(clock)).map(({ left }) => left);
    assert.deepEqual(lefts, lefts.toSorted((a, b) => a - b));
  }
});

test("the layout is mirrored, not only the text", async () => {
  const middle = DESKTOP.width / 2;
  for (const [lang, isRight] of [["ar", true], ["en", false]]) {
    await page.goto(`${demo.base}/${lang}/`);
    const brand = await page.locator(".brand img").boundingBox();
    assert.equal(brand.x > middle, isRight, `crest in ${lang}`);
    const latest = await page.locator(".latest").boundingBox();
    assert.equal(latest.x + latest.width / 2 < middle, isRight, `second column in ${lang}`);
  }
});

test("a message that exists only in Arabic can be read there", async () => {
  const alone = messages.find(
    ({ group, lang, release }) =>
      lang === "ar" &&
      release <= STARTS &&
      messages.filter((other) => other.group === group).length === 1,
  );
  assert.ok(alone, "the demo has one");
  await page.goto(`${demo.base}/ar/messages/`);
  const link = page.getByRole("link", { name: alone.title, exact: true }).first();
  await link.click();
  assert.equal((await page.locator("h1").textContent()).trim(), alone.title);
});
