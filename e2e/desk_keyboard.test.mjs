// Everything with the keyboard: signing in, a text with turns, approval, release. No mouse, and the focus always visible.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { decoded, enrol, Office, saved, textOf, until } from "./desk.mjs";

/** More stops than any page of the desk has before what is looked for. */
const STOPS_MAX = 150;

/** How long an element may take to come; one that is there already may also go again. */
const GONE_MS = 10_000;

let browser;
let office;
const people = {};
/** Stops of the keyboard at which nothing showed the focus. */
const bare = new Set();
before(async () => {
  [browser, office] = await Promise.all([openBrowser(), Office.open({ languages: "en" })]);
  for (const name of ["writer", "editor", "publisher"]) {
    people[name] = await enrol(browser, office, name);
    await people[name].context.addInitScript(() => {
      for (const kind of ["pointerdown", "mousedown", "mousemove"]) {
        addEventListener(kind, (event) => event.isTrusted && sessionStorage.setItem("mouse", kind), true);
      }
    });
  }
});
after(async () => {
  await browser?.close();
  await office?.close();
});

/** What shows that an element has the focus; nothing when nothing does. */
const ring = (page) =>
  page.evaluate(() => {
    const shown = (element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
    };
    const element = document.activeElement;
    // A date's picker is a button inside its input; the browser draws its ring where a page cannot look.
    const isInner = ["date", "time"].includes(element.type) && !element.matches(":focus-visible");
    const box = element.getBoundingClientRect();
    // The editor's frame shows the focus of the text inside it.
    const good = box.width > 0 && box.height > 0 && [element, ...element.children, element.closest(".editor") ?? element].some(shown);
    const { top, bottom } = box;
    const inView = bottom > 0 && top < innerHeight;
    return { good: isInner || (good && inView), name: `${element.localName}#${element.id}.${element.className} ${element.textContent.slice(0, 40)}` };
  });

/**
 * Presses Tab until the element has the focus, and notes every stop on the way that cannot be seen. An element that goes
 * with its page is not waited for: at each of so many stops that would take half a minute.
 */
async function tabTo(page, locator, what) {
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await page.keyboard.press("Tab");
    const { good, name } = await ring(page);
    if (!good && !name.startsWith("body")) bare.add(name);
    const [element] = await locator.elementHandles();
    if (!element) break;
    if (await element.evaluate((found) => found === document.activeElement)) return;
  }
  assert.fail(`Tab does not reach ${what ?? locator}`);
}

async function press(page, name, role = "button") {
  const target = page.getByRole(role, { name }).first();
  await target.waitFor({ timeout: GONE_MS });
  await tabTo(page, target, name);
  await page.keyboard.press("Enter");
}

test("sign out, and in again with a passkey", async () => {
  const { page } = people.writer;
  await page.goto(`${office.base}/desk/`);
  await press(page, "Sign out");
  await page.waitForURL(/sign-in/);
  // A browser that offers the passkey by itself needs no key pressed; the made-up device then says yes at once.
  const button = page.getByRole("button", { name: "Sign in with a passkey" });
  const isIn = () => page.url() === `${office.base}/desk/`;
  await until("the button, or the desk", async () => isIn() || (await button.isVisible()));
  // The page may go while its buttons are still being looked for: that it ends at the desk is what counts.
  if (!isIn()) await press(page, "Sign in with a passkey").catch(() => {});
  await page.waitForURL(`${office.base}/desk/`);
});

test("a new message is begun by its shortcut", async () => {
  const { page } = people.writer;
  await page.keyboard.press("g");
  await page.keyboard.press("n");
  await page.waitForURL("**/desk/new");
  await tabTo(page, page.getByLabel("Kind"));
  await page.keyboard.type("Interv");
  await press(page, "Begin writing");
  await textOf(page).waitFor();
  assert.equal(await page.locator("#kind").inputValue(), "interview");
});

test("turns are written: Enter makes the next one, Question and Answer alternate", async () => {
  const { page } = people.writer;
  await tabTo(page, page.getByLabel("Title", { exact: true }));
  await page.keyboard.type("Interview with the Ambassador on the ferry line");
  await tabTo(page, textOf(page), "the text");
  await page.keyboard.type("The Ambassador met the press.");
  await page.keyboard.press("Control+Enter");
  const turns = page.locator(".editor .turn");
  await until("a first turn", async () => (await turns.count()) === 1);
  // The caret stands in the label when there is nothing to copy, else in the words.
  const inLabel = () => page.evaluate(() => Boolean(getSelection().anchorNode?.parentElement?.closest("[data-label]")));
  if (await inLabel()) await page.keyboard.press("Enter");
  await page.keyboard.type("Will it sail in winter?");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await until("a second turn", async () => (await turns.count()) === 2);
  if (await inLabel()) await page.keyboard.press("Enter");
  await page.keyboard.type("Yes, twice a day.");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await until("a third turn", async () => (await turns.count()) === 3);
  if (await inLabel()) await page.keyboard.press("Enter");
  await page.keyboard.type("And on Sundays?");
  const labels = await page.locator(".editor .turn [data-label]").allTextContents();
  assert.deepEqual(labels, ["Question", "Answer", "Question"]);
  const roles = await turns.evaluateAll((all) => all.map((turn) => /turn-(question|answer)/.exec(turn.className)?.[1]));
  assert.deepEqual(roles, ["question", "answer", "question"]);
});

test("the toolbar and the help are reached and left with keys", async () => {
  const { page } = people.writer;
  await page.keyboard.press("Alt+F10");
  assert.equal(await page.evaluate(() => Boolean(document.activeElement.closest("[role=toolbar]"))), true);
  assert.ok((await ring(page)).good, "the toolbar's focus can be seen");
  await page.keyboard.press("ArrowRight");
  assert.ok((await ring(page)).good);
  await page.keyboard.press("Escape");
  assert.equal(await textOf(page).evaluate((element) => element === document.activeElement), true);
  await page.keyboard.press("F1");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await until("the help gone", async () => (await page.getByRole("dialog").count()) === 0);
  assert.equal(await textOf(page).evaluate((element) => element === document.activeElement), true, "the focus is back");
  await saved(page);
});

test("it is submitted, approved by another, and released by a third", async () => {
  const { page } = people.writer;
  await page.keyboard.press("Escape");
  await press(page, "Save and go on to submitting");
  await page.waitForURL("**/submit");
  const anyway = page.locator("#anyway");
  if (await anyway.count()) {
    await tabTo(page, anyway);
    await page.keyboard.press("Space");
  }
  await press(page, "Submit for approval");
  await page.waitForURL("**?done=submitted");

  const editor = people.editor.page;
  await editor.goto(`${office.base}/desk/`);
  await press(editor, "Interview with the Ambassador on the ferry line", "link");
  await editor.waitForURL(/\/desk\/review\//);
  await press(editor, "Approve what was submitted");
  await editor.waitForURL(/done=approved/);

  const publisher = people.publisher.page;
  await publisher.goto(`${office.base}/desk/`);
  await press(publisher, "Interview with the Ambassador on the ferry line", "link");
  await publisher.waitForURL(/\/desk\/release/);
  await press(publisher, "Go on and check");
  await press(publisher, "Release now in one language");
  await publisher.waitForURL("**/desk/release/done**");
  const address = await publisher.locator("li.panel a[href*='/en/messages/']").getAttribute("href");
  const html = decoded(await (await fetch(new URL(address, office.base))).text());
  for (const words of ["The Ambassador met the press.", "Will it sail in winter?", "Yes, twice a day.", "And on Sundays?"]) {
    assert.ok(html.includes(words), words);
  }
});

test("no mouse was used", async () => {
  for (const { page } of Object.values(people)) {
    assert.equal(await page.evaluate(() => sessionStorage.getItem("mouse")), null);
  }
});

test("the focus could be seen at every stop", () => {
  assert.deepEqual([...bare], []);
});
