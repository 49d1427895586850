import assert from "node:assert/strict";
import { test } from "node:test";
import { LocalCopy } from "../src/local_copy.mjs";
import { Saver } from "../src/saving.mjs";

/** A page with a made-up server and clock: `go(ms)` lets time pass. */
function page(answers, { full = false } = {}) {
  const kept = new Map();
  const storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => { if (full) throw new Error("full"); kept.set(key, value); },
    removeItem: (key) => kept.delete(key),
  };
  const made = { kept, storage, sent: [], states: [], text: "one", timers: [], at: 1_000_000 };
  made.saver = new Saver({
    api: "/desk/write/1/en", revision: 4,
    copy: new LocalCopy(storage, "ada", "/desk/write/1/en", "here"),
    snapshot: () => ({ fields: { title: "T" }, document: { text: made.text } }),
    show: (state) => made.states.push(state),
    saved: (answer) => { made.answer = answer; },
    now: () => made.at,
    later: (ms, run) => { const timer = { at: made.at + ms, run }; made.timers.push(timer); return timer; },
    never: (timer) => { made.timers = made.timers.filter((one) => one !== timer); },
    fetch: async (url, request) => {
      made.sent.push({ url, body: JSON.parse(request.body), at: made.at });
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer === "away") throw new TypeError("network");
      const [status, json] = typeof answer === "function" ? await answer() : answer;
      return { status, ok: status < 300, type: "basic", json: async () => json };
    },
  });
  made.go = async (ms) => {
    const end = made.at + ms;
    for (;;) {
      const due = made.timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      if (!due) break;
      made.timers = made.timers.filter((one) => one !== due);
      made.at = Math.max(made.at, due.at);
      await due.run();
      for (let turn = 0; turn < 20; turn++) await null;
    }
    made.at = end;
  };
  made.type = (text) => { made.text = text; made.saver.changed(); };
  made.record = () => JSON.parse(kept.get("chancery:ada:/desk/write/1/en") ?? "null");
  return made;
}

const SAVED = [200, { revision: 5, saved_at: "22:14:05" }];

test("a pause of two seconds saves, and the local copy goes", async () => {
  const p = page([SAVED]);
  p.type("two");
  await p.go(500);
  assert.deepEqual(p.record().document, { text: "two" });
  await p.go(1400);
  assert.equal(p.sent.length, 0);
  await p.go(200);
  assert.deepEqual(p.sent[0].body, { base: 4, fields: { title: "T" }, document: { text: "two" } });
  assert.equal(p.states.at(-1).kind, "saved");
  assert.equal(p.record(), null);
  assert.equal(p.saver.revision, 5);
  assert.equal(p.saver.wouldLose, false);
});

test("who types on is saved every five seconds and kept every second", async () => {
  const p = page([SAVED]);
  for (let tick = 0; tick < 60; tick++) {
    p.type(`text ${tick}`);
    await p.go(100);
  }
  assert.deepEqual(p.sent.map(({ at }) => at), [1_005_000]);
  assert.ok(p.record().document.text.startsWith("text 5"));
});

test("a server that is away is asked again after 2, 4, 8, 16 and every 30 seconds, and the copy stays", async () => {
  const p = page(["away"]);
  p.type("two");
  await p.go(100_000);
  const waits = p.sent.slice(1).map(({ at }, n) => at - p.sent[n].at);
  assert.deepEqual(waits, [2000, 4000, 8000, 16000, 30000, 30000]);
  assert.deepEqual([p.states.at(-1).kind, p.states.at(-1).isKept, p.states.at(-1).time], ["away", true, 1_000_000]);
  assert.equal(p.saver.wouldLose, false);
  assert.equal(p.record().base, 4);
});

test("a computer that cannot keep a copy says so, and leaving asks", async () => {
  const p = page(["away"], { full: true });
  p.type("two");
  await p.go(3000);
  assert.equal(p.states.at(-1).isKept, false);
  assert.equal(p.saver.wouldLose, true);
});

test("a conflict stops saving and keeps the copy", async () => {
  const p = page([[409, { revision: 9, merge: "/desk/write/1/en/merge" }]]);
  p.type("two");
  await p.go(3000);
  p.type("three");
  await p.go(60_000);
  assert.equal(p.sent.length, 1);
  assert.deepEqual([p.states.at(-1).kind, p.states.at(-1).merge], ["conflict", "/desk/write/1/en/merge"]);
  assert.equal(p.record().document.text, "three");
  assert.equal(p.saver.revision, 4);
});

test("after a session has ended, saving again works and nothing is lost", async () => {
  const p = page([[401, {}], SAVED]);
  p.type("two");
  await p.go(60_000);
  assert.equal(p.sent.length, 1);
  assert.equal(p.states.at(-1).kind, "session");
  assert.equal(p.record().document.text, "two");
  p.type("three");
  assert.equal(await p.saver.save(), true);
  assert.equal(p.sent[1].body.document.text, "three");
  assert.equal(p.record(), null);
});

test("what the server refuses is said in its words and sent again after the next change", async () => {
  const p = page([[422, { detail: "The title is too long." }], SAVED]);
  p.type("two");
  await p.go(60_000);
  assert.equal(p.sent.length, 1);
  assert.deepEqual([p.states.at(-1).kind, p.states.at(-1).detail], ["refused", "The title is too long."]);
  p.type("three");
  await p.go(3000);
  assert.equal(p.states.at(-1).kind, "saved");
});

test("what is typed while a save runs is saved by the next one, on the new revision", async () => {
  let answer;
  const p = page([() => new Promise((resolve) => { answer = resolve; }), SAVED]);
  p.type("two");
  const first = p.saver.save();
  p.type("three");
  answer([200, { revision: 5, saved_at: "x" }]);
  assert.equal(await first, false);
  assert.equal(p.states.at(-1).kind, "pending");
  assert.equal(p.record().base, 5);
  await p.go(3000);
  assert.deepEqual([p.sent[1].body.base, p.sent[1].body.document.text], [5, "three"]);
  assert.equal(p.record(), null);
});

test("two who save at once send one request", async () => {
  const p = page([SAVED]);
  p.type("two");
  assert.deepEqual(await Promise.all([p.saver.save(), p.saver.save(), p.saver.save()]), [true, true, true]);
  assert.equal(p.sent.length, 1);
});

test("text of an earlier visit is moved aside, offered, and not overwritten by new typing", () => {
  const p = page([SAVED]);
  p.storage.setItem("chancery:ada:a", JSON.stringify({ base: 1, fields: {}, document: { text: "old" }, at: 5, tab: "before" }));
  const copy = new LocalCopy(p.storage, "ada", "a", "now");
  const [found] = copy.found(() => false);
  assert.equal(found.document.text, "old");
  copy.write({ base: 2, fields: {}, document: { text: "new" }, at: 9 });
  assert.equal(new LocalCopy(p.storage, "ada", "a", "third").found(() => false).length, 2);
  copy.forget(found);
  assert.deepEqual(new LocalCopy(p.storage, "ada", "a", "fourth").found(() => false).map(({ document }) => document.text), ["new"]);
  assert.deepEqual(new LocalCopy(p.storage, "ada", "a", "fifth").found(() => true), []);
});

test("a tab does not remove what another tab has not saved", () => {
  const p = page([SAVED]);
  new LocalCopy(p.storage, "ada", "a", "one").write({ document: {}, at: 1 });
  new LocalCopy(p.storage, "ada", "a", "two").clear();
  assert.ok(p.kept.has("chancery:ada:a"));
});
