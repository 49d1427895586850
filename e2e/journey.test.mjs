// From an empty folder to a site that shows what was imported, as a new owner goes about it.

import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";

import { run, startSite, temporaryFolder } from "./server.mjs";

const CLOCK = "2026-03-10T12:00:00Z";

const SAMPLES = Array.from({ length: 14 }, (_, index) => ({
  id: `note-${index + 1}`,
  title: `Harbour notice ${index + 1}`,
  body: `The pilots of Port Selby begin their watch at ${6 + (index % 3)} o'clock.\n\nThe office answers questions.`,
  lang: "en",
  date: `2026-02-${String(index + 10)}T09:00:00Z`,
  kind: "notice",
}));

let folder;
let home;
before(async () => {
  folder = await temporaryFolder();
  home = path.join(folder.path, "site");
});
after(async () => {
  await folder?.remove();
});

async function seen(address) {
  const server = await startSite(home, CLOCK);
  try {
    const response = await fetch(server.base + address);
    return { status: response.status, text: await response.text() };
  } finally {
    assert.equal(await server.stop(), 0, "an interrupt is a proper end");
  }
}

async function jsonLines(name, items) {
  const file = path.join(folder.path, name);
  await writeFile(file, items.map((item) => (typeof item === "string" ? item : JSON.stringify(item))).join("\n"));
  return file;
}

test("a new site greets its owner and says the next step", async () => {
  const made = await run(
    ...["init", home, "--name", "Consulate of Aurelia in Port Selby"],
    ...["--zone", "Europe/London", "--languages", "en,ru"],
  );
  assert.equal(made.status, 0, made.stderr);
  const { status, text } = await seen("/en/");
  assert.equal(status, 200);
  assert.match(text, /chancery import/);
});

test("a second init does not touch a site that is there", async () => {
  const again = await run(
    ...["init", home, "--name", "Another", "--zone", "Europe/London", "--languages", "en"],
  );
  assert.notEqual(again.status, 0);
  assert.ok(again.stderr.trim().length > 0, "it says why");
});

test("imported messages are on the front page and in the archive", async () => {
  const file = await jsonLines("notes.jsonl", SAMPLES);
  const imported = await run("import", "jsonl", file, "--site", home);
  assert.equal(imported.status, 0, imported.stderr);
  const front = await seen("/en/");
  assert.match(front.text, /Harbour notice 14/);
  assert.doesNotMatch(front.text, /Harbour notice 2</, "only the latest ten");
  const archive = await seen("/en/messages/2026/02/");
  for (const { title } of SAMPLES) assert.ok(archive.text.includes(`>${title}<`), title);
});

test("the same file imported again changes nothing", async () => {
  const before = await seen("/en/messages/");
  const again = await run("import", "jsonl", path.join(folder.path, "notes.jsonl"), "--site", home);
  assert.equal(again.status, 0, again.stderr);
  const list = (text) => text.match(/<ol class="ledger">[^]*<\/ol>/)[0];
  assert.equal(list((await seen("/en/messages/")).text), list(before.text));
});

test("bad lines are refused by number, the others are imported", async () => {
  const file = await jsonLines("mixed.jsonl", [
    { ...SAMPLES[0], id: "late-1", title: "Ferry timetable" },
    "{ this is no JSON",
    { id: "late-2", body: "No title.", lang: "en", date: "2026-02-01T09:00:00Z" },
    { ...SAMPLES[0], id: "late-3", title: "Bridge lights", body: "<script>alert(1)</script>", format: "html" },
  ]);
  const imported = await run("import", "jsonl", file, "--site", home);
  assert.equal(imported.status, 1);
  const report = imported.stdout + imported.stderr;
  assert.match(report, /\b2\b/);
  assert.match(report, /\b3\b/);
  const archive = await seen("/en/messages/");
  assert.match(archive.text, /Ferry timetable/);
  assert.doesNotMatch(archive.text, /alert\(1\)/);
});

test("the record verifies, and its views can be built again", async () => {
  for (const command of ["verify", "rebuild", "verify", "doctor"]) {
    const result = await run(command, "--site", home);
    assert.equal(result.status, 0, `${command}: ${result.stdout}${result.stderr}`);
  }
});

test("wrong usage is status 2 and says what to write", async () => {
  const wrong = await run("serve");
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /--site/);
});
