import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { cleanAddress } from "../src/addresses.mjs";
import { speaking, WORDS } from "../src/words.mjs";

const folder = new URL("../src/", import.meta.url);

test("the Fluent file has the same keys and sentences", async () => {
  const text = await readFile(new URL("../../crates/desk/strings/en/editor.ftl", import.meta.url), "utf8");
  const messages = Object.fromEntries([...text.matchAll(/^([a-z][a-z0-9-]*) = (.*)$/gm)].map(([, key, value]) => [key, value]));
  assert.deepEqual(messages, WORDS);
});

test("every key that the sources name exists, and every key is named", async () => {
  let sources = "";
  for (const file of await readdir(folder)) if (file !== "words.mjs") sources += await readFile(new URL(file, folder), "utf8");
  const named = new Set([...sources.matchAll(/"(editor-[a-z0-9-]+)"/g)].map((match) => match[1]));
  // Keys that are put together: a role's name, a state of saving, a heading's level.
  const built = /^editor-(question|answer|speech|narration|save-(unchanged|pending|saving|conflict|session)|heading-[234])$/;
  const unused = Object.keys(WORDS).filter((key) => !named.has(key) && !built.test(key));
  assert.deepEqual(unused, []);
  const classes = new Set(["editor-tools", "editor-hint", "editor-dialog", "editor-found", "editor-own"]);
  const missing = [...named].filter((key) => !(key in WORDS) && !classes.has(key));
  assert.deepEqual(missing, []);
});

test("a translation wins, what it lacks is English, and values are filled in", () => {
  const say = speaking({ "editor-ok": "Appliquer" });
  assert.equal(say("editor-ok"), "Appliquer");
  assert.equal(say("editor-cancel"), "Cancel");
  assert.equal(say("editor-save-saved", { time: "22:14:05" }), "Saved at 22:14:05");
});

test("links are allowed and cleaned as the server does", () => {
  const table = [
    ["https://halvern.example/a b", "https://halvern.example/a%20b"],
    ["  /en/contacts ", "/en/contacts"],
    ["//halvern.example/x", "https://halvern.example/x"],
    ["#p-00000000", "#p-00000000"],
    ["mailto:press@halvern.example", "mailto:press@halvern.example"],
    ["tel:+1 555 0100", "tel:+15550100"],
    ["https://halvern.example:8080/#a#b", "https://halvern.example:8080/#a%23b"],
    ["https://[2001:db8::1]/", "https://[2001:db8::1]/"],
    ["100%", "100%25"],
    ["javascript:alert(1)", null],
    ["java\tscript:alert(1)", null],
    ["data:text/html,x", null],
    ["https://", null],
    ["https://bank.example@elsewhere.example/", null],
    ["https://halvern.example:99999/", null],
    ["\\\\halvern", null],
    ["https://hal\u200bvern.example", null],
    ["", null],
  ];
  for (const [raw, clean] of table) assert.equal(cleanAddress(raw), clean, raw);
});
