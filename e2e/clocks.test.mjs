// Clocks tick by the server's instant, across a minute and across midnight; a reader can stop them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { messages } from "./demo.mjs";
import { startDemo } from "./server.mjs";

// How long before an instant the server's clock starts. The page must be open before the instant comes;
// the second number serves a machine that is too slow for the first.
const LEADS_S = [12, 60];
const TICK_MS_MAX = 90_000;

let browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
});

/** Opens the front page of a demo whose clock is a little before the instant; hands both to `look`. */
async function shortlyBefore(instant, look, lang = "en") {
  for (const lead of LEADS_S) {
    const clock = new Date(Date.parse(instant) - lead * 1000).toISOString();
    const demo = await startDemo({ clock });
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${demo.base}/${lang}/`);
      const now = await page.locator("[data-now]").getAttribute("data-now");
      // With less than two seconds left the midnight could pass between two questions; start again earlier.
      if (Date.parse(now) + 2000 < Date.parse(instant)) return await look(page, demo);
    } finally {
      await context.close();
      await demo.stop();
    }
  }
  throw new Error(`the demo was not open before ${instant}`);
}

const clocksOf = (page) => page.locator(".clocks time").allTextContents();
const countersOf = async (page) =>
  (await page.locator(".counter b").allTextContents()).map((text) => Number(text.replace(/\D/g, "")));

/** Waits until an element's text is no longer what it was. */
function changed(page, selector, old) {
  return page.waitForFunction(
    ([where, text]) => document.querySelector(where).textContent !== text,
    [selector, old],
    { timeout: TICK_MS_MAX },
  );
}

test("clocks tick across a minute", async () => {
  await shortlyBefore("2026-10-15T10:30:00Z", async (page) => {
    assert.deepEqual((await clocksOf(page)).toSorted(), ["11:29", "13:29"]);
    await changed(page, ".clocks time", (await clocksOf(page))[0]);
    assert.deepEqual((await clocksOf(page)).toSorted(), ["11:30", "13:30"]);
    const attribute = await page.locator(".clocks time").first().getAttribute("datetime");
    assert.equal(Date.parse(attribute) - (Date.parse(attribute) % 60_000), Date.parse("2026-10-15T10:30:00Z"));
  });
});

const MIDNIGHTS = [
  { season: "winter", instant: "2026-11-20T00:00:00Z", day: "19 November 2026", next: "20 November 2026" },
  { season: "summer", instant: "2026-06-15T23:00:00Z", day: "15 June 2026", next: "16 June 2026" },
];
for (const { season, instant, day, next } of MIDNIGHTS) {
  test(`at midnight in the home zone, in ${season}, date and counters turn`, async () => {
    await shortlyBefore(instant, async (page) => {
      assert.equal(await page.locator(".today time").textContent(), day);
      const counters = await countersOf(page);
      await changed(page, ".today time", day);
      assert.equal(await page.locator(".today time").textContent(), next);
      const turned = await countersOf(page);
      assert.deepEqual(turned.map((number, index) => number - counters[index]).toSorted(), [-1, 1]);
      assert.ok((await clocksOf(page)).includes("00:00"));
    });
  });
}

test("an embargoed statement appears at its release, without a restart", async () => {
  const release = "2026-11-20T10:00:00Z";
  const { title } = messages.find((message) => message.lang === "en" && message.release === release);
  await shortlyBefore(release, async (page) => {
    assert.ok(!(await page.content()).includes(title), "nothing of it shows before");
    await page.waitForFunction(
      () => [...document.querySelectorAll(".clocks time")].some((time) => time.textContent === "10:00"),
      null,
      { timeout: TICK_MS_MAX },
    );
    await page.reload();
    assert.ok((await page.locator("main").innerText()).includes(title));
  });
});

test("no clock is a live region", async () => {
  await shortlyBefore("2026-10-15T10:30:00Z", async (page) => {
    const live = page.locator('[aria-live]:not([aria-live="off"]), [role="timer"], [role="status"], [role="alert"], [role="log"], [role="marquee"]');
    assert.equal(await live.count(), 0);
  });
});

test("the pause control stops the clocks, is remembered, and lets them go on", async () => {
  // At night nothing else changes: where something does, the page asks the server, whose time is not ours.
  const demo = await startDemo({ clock: "2026-10-14T02:10:00Z" });
  const context = await browser.newContext();
  try {
    const serverTime = async () => {
      const html = await (await fetch(`${demo.base}/en/`)).text();
      return new Date(/data-now="([^"]+)"/.exec(html)[1]);
    };
    const page = await context.newPage();
    // The browser's time is ours here, so that minutes pass without waiting for them. It hides what the
    // server said about its own, so the two must agree whenever the page is loaded.
    await page.clock.install({ time: await serverTime() });
    await page.goto(`${demo.base}/en/`);
    const button = page.locator(".now button");
    const running = await clocksOf(page);
    await page.clock.runFor("02:00");
    const ticked = await clocksOf(page);
    assert.notDeepEqual(ticked, running, "it runs before it is stopped");

    const stopLabel = await button.textContent();
    await button.click();
    const startLabel = await button.textContent();
    assert.notEqual(startLabel, stopLabel, "the button says what it will do next");
    await page.clock.runFor("03:00");
    assert.deepEqual(await clocksOf(page), ticked);

    await page.clock.setSystemTime(await serverTime());
    await page.reload();
    assert.equal(await button.textContent(), startLabel, "remembered");
    const stopped = await clocksOf(page);
    await page.clock.runFor("05:00");
    assert.deepEqual(await clocksOf(page), stopped);

    await button.click();
    assert.equal(await button.textContent(), stopLabel);
    assert.notDeepEqual(await clocksOf(page), stopped, "right again at once");
  } finally {
    await context.close();
    await demo.stop();
  }
});

test("a page as at a past instant stands still", async () => {
  const demo = await startDemo();
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${demo.base}/web/20261001120000/en/`);
    assert.equal(await page.locator(".today time").textContent(), "1 October 2026");
    assert.deepEqual((await clocksOf(page)).toSorted(), ["13:00", "15:00"]);
    assert.equal(await page.locator(".now button").count(), 0);
    assert.equal(await page.locator("script").count(), 0);
    const links = await page
      .locator(".latest li a")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const href of links) assert.match(href, /^\/web\/20261001120000\//, "browsing stays in that instant");
  } finally {
    await context.close();
    await demo.stop();
  }
});
