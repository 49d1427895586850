// A journalist's way through the record: search, narrow, open at the passage, cite it, check a quote, follow an old link.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { address, digits, messages, STARTS } from "./demo.mjs";
import { startDemo } from "./server.mjs";

const spoken = messages.find((m) => m.lang === "en" && m.kind === "press-conference" && m.speakers.includes("doran-valseri"));
const changed = messages.find((m) => m.group === "scholarships-agreement" && m.lang === "en");

let demo;
let browser;
let context;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
  context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** The turns of a message as written: label and paragraphs. */
function turns(message) {
  const found = [];
  for (const paragraph of message.body.split("\n\n")) {
    const label = /^\**([^:*\n]{1,60})\**:\**\s+/.exec(paragraph);
    if (label) found.push({ label: label[1], paragraphs: [paragraph.slice(label[0].length)] });
    else found.at(-1)?.paragraphs.push(paragraph);
  }
  return found;
}

const plain = (markdown) => markdown.replace(/[*_\\]/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
const quoteOf = (base, text) => `${base}/en/quote?q=${encodeURIComponent(text)}`;

async function inView(page, id) {
  return page.evaluate((id) => {
    const { top, bottom } = document.getElementById(id).getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  }, id);
}

test("from any page to a passage: search, narrow, open where it is said", async () => {
  const page = await context.newPage();
  await page.goto(`${demo.base}/en/`);
  await page.getByRole("search").getByRole("searchbox").first().fill("fishing quotas OR harbour");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/en\/search\?.*q=/);
  const count = async () => Number(/\d+/.exec(await page.locator("#count").innerText())[0]);
  const all = await count();
  assert.ok(all > 3, `${all} results`);
  await page.locator("#facets").getByRole("link", { name: /press conference/i }).first().click();
  await page.waitForURL(/kind=press-conference/);
  const narrowed = await count();
  assert.ok(narrowed > 0 && narrowed < all, `${narrowed} of ${all}`);
  const passage = page.locator(".results .snippet a").first();
  const words = await passage.locator("mark").first().innerText();
  const href = await passage.getAttribute("href");
  const anchor = /#((?:p|t)-[^:]+)/.exec(href)[1];
  await passage.click();
  await page.waitForURL(new RegExp(anchor));
  assert.ok(await inView(page, anchor), "the passage is on the screen");
  assert.match((await page.locator(`#${anchor}`).innerText()).toLowerCase(), new RegExp(words.toLowerCase()));
  await page.close();
});

test("what one person said is found by name, and by office", async () => {
  const page = await context.newPage();
  await page.goto(`${demo.base}/en/search?q=${encodeURIComponent('speaker:"Doran Valseri"')}`);
  const ofName = await page.locator("#count").innerText();
  assert.ok(Number(/\d+/.exec(ofName)[0]) > 3, ofName);
  await page.goto(`${demo.base}/en/search?q=${encodeURIComponent('speaker:"Minister of Foreign Affairs"')}`);
  assert.ok(Number(/\d+/.exec(await page.locator("#count").innerText())[0]) > 0);
  await page.goto(`${demo.base}/en/speakers/doran-valseri`);
  assert.match(await page.locator("main").innerText(), /Minister of Foreign Affairs/);
  await page.close();
});

test("a passage is cited with speaker, date, address and version, and copied", async () => {
  const page = await context.newPage();
  await page.goto(demo.base + (await address(demo.base, spoken, STARTS)));
  const mark = page.locator('.text p a.mark[href^="?cite=p-"]').last();
  await mark.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/cite=p-/);
  const structured = JSON.parse(await page.locator("textarea").last().inputValue().then((text) => text.replace(/^<script[^>]*>|<\/script>$/g, "")));
  assert.equal(structured["@type"], "Quotation");
  assert.match(JSON.stringify(structured), /p-[a-z0-9]+/);
  const copy = page.getByRole("button", { name: /copy/i }).first();
  await copy.click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied.trim(), (await page.locator("textarea").first().inputValue()).trim());
  assert.match(copied, /at=p-[a-z0-9]+&v=1/);
  await page.close();
});

test("a quote is checked: verbatim, altered, the questioner's, not in this record", async () => {
  const page = await context.newPage();
  const said = turns(spoken);
  const answer = said.find((turn) => /valseri|minister/i.test(turn.label) && plain(turn.paragraphs[0]).split(" ").length > 15);
  const question = said.find((turn) => /question|journalist|correspondent/i.test(turn.label) && plain(turn.paragraphs[0]).split(" ").length > 8);
  const words = plain(answer.paragraphs[0]);

  await page.goto(`${demo.base}/en/quote`);
  await page.getByRole("textbox").fill(words);
  await page.getByRole("main").getByRole("button").first().click();
  await page.locator(".verdict").waitFor();
  assert.match(await page.locator(".verdict").getAttribute("class"), /verbatim/);
  assert.match(await page.locator(".match figcaption").first().innerText(), /Valseri|Minister/);
  await page.locator(".match .more a").first().click();
  await page.waitForURL(/at=p-.*#p-/);

  await page.goto(quoteOf(demo.base, words.replaceAll("“", '"').replaceAll("’", "'").replace(/[.,]/g, "").toUpperCase().toLowerCase()));
  assert.match(await page.locator(".verdict").getAttribute("class"), /typography|verbatim/);

  const parts = words.split(" ");
  parts[6] = "seventeen";
  await page.goto(quoteOf(demo.base, parts.join(" ")));
  assert.match(await page.locator(".verdict").getAttribute("class"), /altered/);
  assert.match(await page.locator(".diff").first().innerText(), /seventeen/);

  await page.goto(quoteOf(demo.base, plain(question.paragraphs[0])));
  assert.match(await page.locator(".verdict").getAttribute("class"), /questioner/);

  await page.goto(quoteOf(demo.base, "We shall never again build a lighthouse on the moon, whatever the tides may say."));
  assert.match(await page.locator(".verdict").getAttribute("class"), /not-found/);
  await page.close();
});

test("words of an earlier version are known as such, and an old link shows both wordings", async () => {
  const page = await context.newPage();
  const before = new Date(Date.parse(changed.corrected[0].release) - 1000);
  const path = await address(demo.base, changed, before);
  const old = await (await fetch(`${demo.base}/web/${digits(before)}${path}`)).text();
  const anchor = /\bid="(p-[^"]+)"/.exec(old)[1];
  await page.goto(quoteOf(demo.base, "It provides for 120 full scholarships a year, shared equally between students from the two countries"));
  assert.match(await page.locator(".verdict").getAttribute("class"), /earlier/);
  assert.match(await page.locator("main").innerText(), /102/);
  await page.goto(`${demo.base}${path}?at=${anchor}&v=1#${anchor}`);
  const panel = await page.locator("main").innerText();
  assert.match(panel, /120/);
  assert.match(panel, /102/);
  assert.match(panel, /copied wrongly/);
  await page.close();
});

test("without scripts the same questions are answered", async () => {
  const bare = await browser.newContext({ javaScriptEnabled: false });
  const page = await bare.newPage();
  await page.goto(`${demo.base}/en/search`);
  await page.getByRole("searchbox").fill("ferry");
  await page.getByRole("search").getByRole("button").click();
  await page.waitForURL(/q=ferry/);
  assert.ok((await page.locator(".results > li").count()) > 0);
  await page.goto(`${demo.base}/en/quote`);
  await page.getByRole("textbox").fill("Credits earned abroad will be recognised in full.");
  await page.getByRole("main").getByRole("button").first().click();
  await page.locator(".verdict.verbatim").waitFor();
  await bare.close();
});

test("whatever is typed is answered", async () => {
  for (const typed of ["(((((", '"', "AND OR NOT", "*", "-", "a".repeat(10_000), "speaker:", "\u0000\u0007", "(a+)+$", "年年年", "\u202Eabc", "from:yesterday"]) {
    for (const room of ["search", "quote"]) {
      const response = await fetch(`${demo.base}/en/${room}?q=${encodeURIComponent(typed)}`);
      assert.equal(response.status, 200, `${room}: ${typed.slice(0, 20)}`);
    }
  }
});
