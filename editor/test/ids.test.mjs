import assert from "node:assert/strict";
import { test } from "node:test";
import { Mapping } from "prosemirror-transform";
import { deleted } from "../src/across.mjs";
import { fragmentOf, fromDocument, toDocument } from "../src/convert.mjs";
import { mintedIds, placeOf } from "../src/ids.mjs";
import { inserted } from "../src/insertion.mjs";
import { blockType, keysOf } from "../src/keys.mjs";
import { caret, caretAt, chance, documentOf, paragraph, run, short, stateOf, turn, written } from "./making.mjs";

const { keys } = keysOf({ question: "Question", answer: "Answer" }, {});
const ids = (state) => toDocument(state.doc).nodes.map((node) => (node.block ?? node.turn).id);

test("a split keeps the id on the first half", () => {
  const state = run(caretAt(stateOf(written(paragraph("p-00000001", "one two"))), "two"), keys.Enter);
  assert.deepEqual([short(state), ids(state)], [["one ", "two"], ["p-00000001", ""]]);
});

test("Enter at the start of a paragraph leaves the id with its words", () => {
  const state = run(caretAt(stateOf(written(paragraph("p-00000001", "one"))), "one"), keys.Enter);
  assert.deepEqual([short(state), ids(state)], [["", "one"], ["", "p-00000001"]]);
});

test("a paragraph that becomes a heading keeps its id", () => {
  const state = run(caretAt(stateOf(written(paragraph("p-00000001", "one"))), "one"), blockType("heading", { level: 3 }));
  assert.deepEqual(toDocument(state.doc).nodes[0].block, { body: { heading: { level: 3, spans: [{ text: "one" }] } }, id: "p-00000001" });
});

test("a pasted copy has no ids, in a turn neither", () => {
  const state = stateOf(written(turn("t-00000001", "speech", "Chair", "Welcome."), paragraph("p-00000002", "End.")));
  const copy = state.apply(state.tr.insert(state.doc.content.size, state.doc.content));
  const nodes = toDocument(copy.doc).nodes;
  assert.deepEqual(nodes.map((node) => (node.block ?? node.turn).id), ["t-00000001", "p-00000002", "", ""]);
  assert.equal(nodes[2].turn.blocks[0].id, "");
});

test("minted ids arrive in place although somebody typed meanwhile", () => {
  const sent = run(caretAt(stateOf(written(paragraph("p-00000001", "one two"))), "two"), keys.Enter);
  const answer = toDocument(sent.doc);
  answer.nodes[1].block.id = "p-0000000z";
  const typing = caretAt(sent, "one").tr.insertText("Once: ", 1);
  const later = sent.apply(typing);
  const tr = mintedIds(later, sent.doc, new Mapping(typing.mapping.maps), answer);
  const now = later.apply(tr);
  assert.deepEqual([short(now), ids(now)], [["Once: one ", "two"], ["p-00000001", "p-0000000z"]]);
  assert.equal(now.selection.eq(later.selection), true);
});

test("an answer of another structure is not taken over", () => {
  const sent = stateOf(written(paragraph("p-00000001", "one")));
  assert.equal(mintedIds(sent, sent.doc, new Mapping(), written(paragraph("p-00000002", "one"), paragraph("p-00000003", "two"))), null);
});

test("whatever is inserted anywhere, the tree stays legal and every id stands once", () => {
  for (let seed = 0; seed < 1500; seed++) {
    const roll = chance(seed + 77777);
    const start = stateOf(documentOf(seed));
    const from = caret(start, roll(start.doc.content.size + 1));
    const other = documentOf(seed + 5000);
    const state = from.apply(inserted(from, fragmentOf(other)));
    state.doc.check();
    const seen = [];
    state.doc.descendants((node) => { if (node.attrs.id) seen.push(node.attrs.id.slice(2)); });
    assert.equal(new Set(seen).size, seen.length, `seed ${seed}`);
    assert.doesNotThrow(() => fromDocument(toDocument(state.doc)));
  }
});

test("whatever keys are pressed, the tree stays legal and no other word is lost than the deleted", () => {
  const names = ["Enter", "Mod-Enter", "Backspace", "Delete", "Alt-ArrowUp", "Alt-ArrowDown", "Tab", "Shift-Tab", "Shift-Enter",
    "Mod-Alt-0", "Mod-Alt-2", "Mod-Shift-7", "Mod-Shift-8", "Mod-Shift-9", "Mod-b", "Mod-.", "Mod-Shift-Enter"];
  for (let seed = 0; seed < 1500; seed++) {
    const roll = chance(seed);
    let state = stateOf(documentOf(seed));
    for (let step = 0; step < 12; step++) {
      const from = roll(state.doc.content.size + 1);
      state = caret(state, from);
      const isRange = roll(4) === 0;
      if (isRange) {
        const $to = state.doc.resolve(roll(state.doc.content.size + 1));
        const { constructor } = state.selection;
        if (constructor.between) state = state.apply(state.tr.setSelection(constructor.between(state.selection.$from, $to)));
      }
      const key = names[roll(names.length)];
      const before = state.doc.textContent.length;
      const next = roll(5) === 0 ? state.apply(deleted(state.tr).insertText("x")) : (run(state, keys[key]) ?? state);
      next.doc.check();
      const mayDelete = isRange || ["Backspace", "Delete", "Enter", "Mod-Enter"].includes(key);
      if (!mayDelete) assert.ok(next.doc.textContent.length >= before, `seed ${seed} step ${step} ${key}`);
      state = next;
    }
    assert.doesNotThrow(() => fromDocument(toDocument(state.doc)), `seed ${seed}`);
  }
});

test("a block is found by its id", () => {
  const state = stateOf(written(turn("t-00000001", "speech", "Chair", "Welcome.")));
  assert.equal(state.doc.nodeAt(placeOf(state.doc, "p-00000010")).textContent, "Welcome.");
  assert.equal(placeOf(state.doc, "p-zzzzzzzz"), null);
});
