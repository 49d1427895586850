import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { LocalCopy } from "../src/local_copy.mjs";

/** What behaves like localStorage: its keys are its properties. */
function storage() {
  const hidden = { enumerable: false };
  return Object.defineProperties({}, {
    getItem: { ...hidden, value(key) { return Object.hasOwn(this, key) ? this[key] : null; } },
    setItem: { ...hidden, value(key, value) { this[key] = value; } },
    removeItem: { ...hidden, value(key) { delete this[key]; } },
  });
}

const text = (words, title) => ({ base: 4, fields: { title }, document: { words }, at: 1 });
const never = () => false;

test("nobody is offered what another account left on this computer", () => {
  const shared = storage();
  new LocalCopy(shared, "ada", "/desk/write/1/en", "before").write(text("Ada's words", "Statement"));
  assert.deepEqual(new LocalCopy(shared, "ben", "/desk/write/1/en", "now").found(never), []);
  const [found] = new LocalCopy(shared, "ada", "/desk/write/1/en", "now").found(never);
  assert.deepEqual(found.document, { words: "Ada's words" });
});

/** An element of a page, with no more than the desk's script asks of it. */
function element(more = {}) {
  return {
    children: [], dataset: {}, heard: {},
    append(child) { this.children.push(child); },
    addEventListener(name, run) { this.heard[name] = run; },
    querySelector(selector) { return this.parts?.[selector] ?? null; },
    focus() { this.isFocused = true; },
    ...more,
  };
}

/** Runs the desk's script on a page that is for signing out. */
async function signOutPage(kept) {
  const source = await readFile(new URL("../../crates/desk/assets/desk.js", import.meta.url), "utf8");
  const button = element();
  const form = element({ dataset: { account: "ada" }, action: "/desk/sign-out" });
  const list = element();
  const box = element({ dataset: { account: "ada", untitled: "Untitled" }, hidden: true, parts: { ul: list, button } });
  const gone = [];
  const document = {
    documentElement: {},
    addEventListener() {},
    querySelector: () => form,
    querySelectorAll: (selector) => ({ "form[data-sign-out]": [form], "[data-kept-texts]": [box] })[selector] ?? [],
    createElement: () => element(),
  };
  runInNewContext(source, { document, window: {}, localStorage: kept, location: { assign: (to) => gone.push(to) } });
  const submit = () => {
    const event = { defaultPrevented: false, preventDefault() { this.defaultPrevented = true; } };
    form.heard.submit(event);
    return event.defaultPrevented;
  };
  return { box, list, button, form, gone, submit };
}

test("signing out warns of the texts that this computer alone has, and discards them when asked", async () => {
  const kept = storage();
  new LocalCopy(kept, "ada", "/desk/write/1/en", "t").write(text("one", "Statement"));
  new LocalCopy(kept, "ada", "/desk/write/2/en", "t").write(text("two", ""));
  new LocalCopy(kept, "ada", "/desk/write/2/en", "later").found(never);
  new LocalCopy(kept, "ben", "/desk/write/3/en", "t").write(text("three", "Of another account"));
  const page = await signOutPage(kept);
  assert.equal(page.submit(), true);
  assert.deepEqual(page.gone, ["/desk/sign-out"]);
  assert.equal(page.box.hidden, false);
  const links = page.list.children.map((line) => line.children[0]);
  assert.deepEqual(links.map(({ href, textContent }) => [href, textContent]), [["/desk/write/1/en", "Statement"], ["/desk/write/2/en", "Untitled"]]);
  page.button.heard.click();
  assert.equal(page.box.hidden, true);
  assert.deepEqual(Object.keys(kept), ["chancery:ben:/desk/write/3/en"]);
  assert.equal(page.submit(), false);
});

test("signing out asks nothing where nothing is kept", async () => {
  const page = await signOutPage(storage());
  assert.equal(page.box.hidden, true);
  assert.equal(page.submit(), false);
  assert.deepEqual(page.gone, []);
});
