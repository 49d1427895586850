// Public pages are complete for a reader whose browser runs no scripts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { homeDate, kinds, site } from "./demo.mjs";
import { startDemo } from "./server.mjs";

let demo;
let browser;
let page;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Days from one civil date to another; both as `YYYY-MM-DD`. */
const days = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

test("the front page says the date of the home zone in words", async () => {
  await page.goto(`${demo.base}/en/`);
  const today = page.locator(".today time");
  assert.equal(await today.textContent(), "20 November 2026");
  assert.equal(await today.getAttribute("datetime"), "2026-11-20");
});

test("every clock is right at the moment of the answer", async () => {
  await page.goto(`${demo.base}/en/`);
  const now = await page.locator("[data-now]").getAttribute("data-now");
  const clocks = await page.locator(".clocks time").all();
  assert.equal(clocks.length, site.clocks.length);
  for (const [index, clock] of clocks.entries()) {
    const { zone } = site.clocks[index];
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    assert.equal(await clock.textContent(), format.format(new Date(now)), zone);
    assert.equal(await clock.getAttribute("data-zone"), zone);
  }
});

test("a control that only a script could obey is not shown", async () => {
  await page.goto(`${demo.base}/en/`);
  assert.equal(await page.locator(".now button").isVisible(), false);
});

test("every counter shows the civil days from its date", async () => {
  await page.goto(`${demo.base}/en/`);
  const { year, month, day } = homeDate(await page.locator("[data-now]").getAttribute("data-now"));
  const today = `${year}-${month}-${day}`;
  const shown = await page.locator(".counter b").allTextContents();
  const expected = site.counters.map(({ start, end, direction, inclusive }) => {
    const passed = direction === "down" ? days(today, end ?? start) : days(start, today);
    return String(passed + (inclusive ? 1 : 0));
  });
  assert.deepEqual(shown.map((text) => text.replace(/\D/g, "")), expected);
});

test("the consular number is shown as written and can be dialled", async () => {
  await page.goto(`${demo.base}/en/`);
  const written = site.contacts.flatMap((contact) => contact.phones);
  const links = page.locator('.strip a[href^="tel:"]');
  assert.deepEqual((await links.allTextContents()).map((text) => text.trim()), written);
  const dialled = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  for (const [index, href] of dialled.entries()) {
    assert.match(href, /^tel:\+\d+$/);
    assert.equal(href, `tel:${written[index].replace("(0)", "").replace(/[^+\d]/g, "")}`);
  }
});

test("the ten latest messages stand as date, dash and title", async () => {
  await page.goto(`${demo.base}/en/`);
  const entries = await page.locator(".latest li h3").allTextContents();
  assert.equal(entries.length, 10);
  for (const entry of entries) assert.match(entry.trim(), /^\d\d\.\d\d\.\d{4} - \S/);
  const dates = entries.map((entry) => entry.trim().slice(0, 10).split(".").reverse().join("-"));
  assert.deepEqual(dates, dates.toSorted().reverse(), "newest first");
});

test("from the front page the archive, a month and a message can be read", async () => {
  await page.goto(`${demo.base}/en/`);
  await page.locator(".latest .more a").click();
  assert.equal(new URL(page.url()).pathname, "/en/messages/");
  assert.ok((await page.locator(".ledger li").count()) > 10);
  await page.locator(".month h2 a").first().click();
  assert.match(new URL(page.url()).pathname, /^\/en\/messages\/2026\/11\/$/);
  const entry = page.locator(".ledger a").first();
  const title = await entry.textContent();
  await entry.click();
  assert.equal(await page.locator("h1").textContent(), title);
  assert.ok((await page.locator(".text").innerText()).length > 200);
});

test("the archive's filters work as a plain form", async () => {
  await page.goto(`${demo.base}/en/messages/`);
  const isOpen = await page.locator(".filters").evaluate((details) => details.open);
  if (!isOpen) await page.locator(".filters summary").click();
  await page.locator('select[name="kind"]').selectOption("interview");
  await page.locator('.filters button[type="submit"]').click();
  assert.equal(new URL(page.url()).searchParams.get("kind"), "interview");
  const kindsShown = await page.locator(".ledger small").allTextContents();
  assert.ok(kindsShown.length > 0);
  for (const text of kindsShown) assert.match(text, /^Interview/);
});

test("turns of speech name their speakers, and every turn and paragraph has its address", async () => {
  const list = await kinds(demo.base, "en");
  await page.goto(demo.base + list.find(({ kind }) => kind === "message with turns").path);
  const anchors = page.locator('.text [id^="t-"], .text [id^="p-"]');
  assert.ok((await anchors.count()) > 5);
  const ids = await anchors.evaluateAll((all) => all.map((element) => element.id));
  assert.equal(new Set(ids).size, ids.length, "an address leads to one place");
});

test("a message leads to its other languages", async () => {
  const list = await kinds(demo.base, "ar");
  await page.goto(demo.base + list.find(({ kind }) => kind === "message with turns").path);
  const other = page.locator(".facts a[hreflang]").first();
  const lang = await other.getAttribute("hreflang");
  await other.click();
  assert.equal(await page.locator("h1").getAttribute("lang"), lang);
});
