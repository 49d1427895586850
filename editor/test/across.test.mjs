import assert from "node:assert/strict";
import { test } from "node:test";
import { TextSelection } from "prosemirror-state";
import { crosses, deleted } from "../src/across.mjs";
import { caretAt, chance, documentOf, paragraph, short, stateOf, turn, written } from "./making.mjs";

const text = () => stateOf(written(
  paragraph("p-00000001", "Opening words."), turn("t-00000002", "question", "Question", "Will it open?"),
  turn("t-00000003", "answer", "Minister", "Yes.", "In spring."), paragraph("p-00000004", "Closing words.")));

/** What is left when the words from the start of `one` to the start of `other` are deleted. */
function without(one, other) {
  const state = text();
  const from = caretAt(state, one).selection.from;
  const to = caretAt(state, other).selection.from;
  const tr = state.tr.setSelection(TextSelection.create(state.doc, from, to));
  assert.equal(crosses(tr.selection), true);
  const next = state.apply(deleted(tr));
  next.doc.check();
  return short(next);
}

test("words of two turns join in the first", () => {
  assert.deepEqual(without("open?", "spring."), ["Opening words.", "question Question: Will it spring.", "Closing words."]);
});

test("from a label on, the label's rest and the words go, and nothing mixes", () => {
  assert.deepEqual(without("stion", "spring."), ["Opening words.", "question Que: spring.", "Closing words."]);
  assert.deepEqual(without("ister", "spring."), ["Opening words.", "question Question: Will it open?", "answer Min: spring.", "Closing words."]);
});

test("up to a label, that turn stays with what is left of its label", () => {
  assert.deepEqual(without("open?", "ister"), ["Opening words.", "question Question: Will it ", "answer ister: Yes. | In spring.", "Closing words."]);
});

test("between plain words and a turn the words join", () => {
  assert.deepEqual(without("words.", "spring."), ["Opening spring.", "Closing words."]);
  assert.deepEqual(without("spring.", "Closing"), ["Opening words.", "question Question: Will it open?", "answer Minister: Yes. | In Closing words."]);
});

test("any two places of any document can be deleted between", () => {
  for (let seed = 0; seed < 3000; seed++) {
    const roll = chance(seed);
    const state = stateOf(documentOf(seed));
    const at = () => state.doc.resolve(roll(state.doc.content.size + 1));
    const tr = state.tr.setSelection(TextSelection.between(at(), at()));
    const next = state.apply(deleted(tr));
    next.doc.check();
  }
});
