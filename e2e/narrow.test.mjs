// A phone of 360 pixels, a desktop at 400 % zoom, forced colours, paper, and a keyboard.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { DESKTOP, openBrowser, PHONE, ZOOMED } from "./browser.mjs";
import { kinds, LANGUAGES } from "./demo.mjs";
import { overflow } from "./overflow.mjs";
import { startDemo } from "./server.mjs";

let demo;
let browser;
let page;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  page = await browser.newPage();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

for (const lang of LANGUAGES) {
  test(`nothing scrolls sideways in ${lang}, on a phone and at 400 %`, async (t) => {
    for (const { kind, path } of await kinds(demo.base, lang)) {
      await t.test(kind, async () => {
        await page.goto(demo.base + path);
        for (const viewport of [PHONE, ZOOMED]) {
          await page.setViewportSize(viewport);
          assert.deepEqual(await overflow(page), [], `${viewport.width} px`);
        }
      });
    }
  });
}

test("on a phone the consular number is there without scrolling", async () => {
  await page.setViewportSize(PHONE);
  for (const lang of LANGUAGES) {
    await page.goto(`${demo.base}/${lang}/`);
    const box = await page.locator('a[href^="tel:"]').first().boundingBox();
    assert.ok(box.y + box.height <= PHONE.height, `${lang}: ${JSON.stringify(box)}`);
    assert.ok(box.height >= 24, "large enough for a thumb");
  }
});

test("the first stop of the keyboard is the link that skips to the text", async () => {
  await page.setViewportSize(DESKTOP);
  for (const lang of LANGUAGES) {
    await page.goto(`${demo.base}/${lang}/`);
    await page.keyboard.press("Tab");
    const skip = page.locator(":focus");
    assert.equal(await skip.getAttribute("href"), "#main");
    const box = await skip.boundingBox();
    assert.ok(box && box.x >= 0 && box.y >= 0 && box.width > 40 && box.height > 16, "it can be seen");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator(":focus").getAttribute("id"), "main");
  }
});

test("every stop of the keyboard can be seen and has a ring", async () => {
  await page.setViewportSize(DESKTOP);
  const list = await kinds(demo.base, "en");
  for (const kind of ["front", "archive", "message with turns"]) {
    await page.goto(demo.base + list.find((entry) => entry.kind === kind).path);
    const bare = [];
    let stops = 0;
    for (; stops < 400; stops += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const seen = element.dataset.seen;
        element.dataset.seen = "yes";
        const rings = [element, ...element.children].some((part) => {
          const style = getComputedStyle(part);
          const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
          const stroke = style.stroke && style.stroke !== "none" && part.namespaceURI.endsWith("svg");
          return outline || stroke;
        });
        const box = element.getBoundingClientRect();
        const name = `${element.localName} ${element.getAttribute("href") ?? element.getAttribute("name") ?? ""}`;
        return { seen, name, good: rings && box.width > 0 && box.height > 0 };
      });
      if (!stop || stop.seen) break;
      if (!stop.good) bare.push(stop.name);
    }
    assert.ok(stops > 8, `${kind}: ${stops} stops`);
    assert.deepEqual(bare, [], kind);
  }
});

test("forced colours keep text, links and the picture of the archive", async () => {
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ forcedColors: "active" });
  try {
    await page.goto(`${demo.base}/en/`);
    assert.ok(await page.locator('a[href^="tel:"]').first().isVisible());
    assert.ok(await page.locator(".latest li a").first().isVisible());
    await page.goto(`${demo.base}/en/messages/`);
    const bar = await page.locator("svg a rect:last-child").first().evaluate((rect) => ({
      fill: getComputedStyle(rect).fill,
      paper: getComputedStyle(document.body).backgroundColor,
    }));
    assert.notEqual(bar.fill, bar.paper, "the bars do not vanish into the paper");
  } finally {
    await page.emulateMedia({ forcedColors: null });
  }
});

test("on paper there is the text and no furniture", async () => {
  const list = await kinds(demo.base, "en");
  await page.emulateMedia({ media: "print" });
  try {
    await page.goto(demo.base + list.find(({ kind }) => kind === "message with turns").path);
    for (const furniture of await page.locator("nav, .skip, .strip, .banners, button").all()) {
      const name = await furniture.evaluate((element) => element.outerHTML.slice(0, 60));
      assert.equal(await furniture.isVisible(), false, name);
    }
    assert.ok(await page.locator("h1").isVisible());
    assert.ok(await page.locator(".text").isVisible());
    assert.match(await page.locator(".print-source").innerText(), /\/en\/messages\/2026\//);
  } finally {
    await page.emulateMedia({ media: null });
  }
});
