import assert from "node:assert/strict";
import { test } from "node:test";
import { AllSelection } from "prosemirror-state";
import { toDocument } from "../src/convert.mjs";
import { keysOf } from "../src/keys.mjs";
import { move } from "../src/moving.mjs";
import { dissolveTurn, makeTurn, nextTurn, setSpeaker } from "../src/turns.mjs";
import { caret, caretAt, paragraph, run, short, stateOf, turn, type, written } from "./making.mjs";

const WORDS = { question: "Question", answer: "Answer" };
const { keys } = keysOf(WORDS, {});
const enter = (state) => run(state, keys.Enter);
const interview = () =>
  stateOf(written(turn("t-0000000q", "question", "Question", "Will it open?"), turn("t-0000000a", "answer", "Minister", "Yes.", "In spring.")));

test("Enter twice at the end of a question gives the answer with the label of the last one", () => {
  let state = stateOf(written(
    turn("t-0000000q", "question", "Question", "One?"), turn("t-0000000a", "answer", "Minister", "Yes."),
    turn("t-0000000r", "question", "Question", "Two?")));
  state = enter(enter(caretAt(state, "Two?", 4)));
  state = type(state, "No.");
  assert.deepEqual(short(state).slice(2), ["question Question: Two?", "answer Minister: No."]);
});

test("questions and answers alternate from the very first turn", () => {
  let state = run(stateOf(written(paragraph("p-00000000", ""))), nextTurn(WORDS));
  state = enter(enter(type(state, "Why?")));
  state = enter(enter(type(state, "Because.")));
  assert.deepEqual(short(state), ["question Question: Why?", "answer Answer: Because.", "question Question: "]);
});

test("two who speak in turn alternate too", () => {
  const state = stateOf(written(turn("t-00000001", "speech", "Host", "Welcome."), turn("t-00000002", "speech", "Guest", "Thank you.")));
  const next = type(run(caretAt(state, "Thank you.", 10), nextTurn(WORDS)), "So.");
  assert.equal(short(next)[2], "speech Host: So.");
});

test("Ctrl-Enter in the middle of the words takes what follows into the next turn", () => {
  const state = run(caretAt(interview(), "Yes.", 2), nextTurn(WORDS));
  assert.deepEqual(short(state), ["question Question: Will it open?", "answer Minister: Ye", "question Question: s. | In spring."]);
});

test("Enter in a label goes to the words", () => {
  const state = type(enter(caretAt(interview(), "Minister", 3)), "Well. ");
  assert.equal(short(state)[1], "answer Minister: Well. Yes. | In spring.");
});

test("Enter in a turn that has nothing ends the transcript", () => {
  let state = run(caretAt(interview(), "In spring.", 10), nextTurn(WORDS));
  state = enter(state);
  assert.deepEqual(short(state).slice(2), [""]);
  assert.equal(state.selection.$from.depth, 1);
});

test("a label that somebody wrote is not lost by Enter", () => {
  const state = stateOf(written(turn("t-00000001", "speech", "Anna Lind", "")));
  const next = enter(caret(state, state.doc.content.size - 2));
  assert.equal(toDocument(next.doc).nodes[0].turn.label, "Anna Lind");
});

test("Backspace at the start of a label dissolves the turn and loses no word", () => {
  const state = run(caretAt(interview(), "Minister"), keys.Backspace);
  assert.deepEqual(short(state), ["question Question: Will it open?", "Minister: Yes.", "In spring."]);
  const back = run(caretAt(state, "Minister: "), makeTurn(WORDS));
  assert.equal(short(back)[1], "answer Minister: Yes.");
});

test("Backspace at the start of the words never mixes them with the label", () => {
  const state = run(caretAt(interview(), "Yes."), keys.Backspace);
  assert.deepEqual(short(state), short(interview()));
  assert.equal(state.selection.$from.parent.type.name, "turn_label");
});

test("Alt-arrows move turns, and blocks over the edge of a turn", () => {
  const start = interview();
  assert.equal(short(run(caretAt(start, "Minister"), move(-1)))[0], "answer Minister: Yes. | In spring.");
  const within = run(caretAt(start, "In spring."), move(-1));
  assert.equal(short(within)[1], "answer Minister: In spring. | Yes.");
  const over = run(caretAt(start, "Yes."), move(-1));
  assert.deepEqual(short(over), ["question Question: Will it open? | Yes.", "answer Minister: In spring."]);
  assert.deepEqual(short(run(over, move(1))), short(start));
  const out = run(caretAt(start, "In spring."), move(1));
  assert.deepEqual(short(out).slice(1), ["answer Minister: Yes.", "In spring."]);
  assert.deepEqual(short(run(out, move(-1))), short(start));
});

test("choosing a speaker gives the label only where nobody wrote another", () => {
  const speakers = [{ slug: "anna-lind", name: "Anna Lind", labels: ["Ambassador"] }, { slug: "jo-berg", name: "Jo Berg", labels: [] }];
  let state = run(caretAt(interview(), "Yes."), setSpeaker("anna-lind", speakers));
  assert.equal(short(state)[1].split(":")[0], "answer Minister");
  state = stateOf(written(turn("t-00000001", "speech", "", "Words.")));
  state = run(caretAt(state, "Words."), setSpeaker("anna-lind", speakers));
  assert.equal(short(state)[0], "speech Ambassador: Words.");
  state = run(state, setSpeaker("jo-berg", speakers));
  assert.equal(short(state)[0], "speech Jo Berg: Words.");
  assert.equal(toDocument(run(state, setSpeaker(null, speakers)).doc).nodes[0].turn.speaker, undefined);
});

test("dissolving keeps list, heading and empty label apart", () => {
  const list = { body: { list: { items: [[]], ordered: false, start: 1 } }, id: "p-00000009" };
  const state = stateOf(written({ turn: { blocks: [list], id: "t-00000001", label: "Chair", role: "speech" } }));
  assert.deepEqual(short(run(caretAt(state, "Chair"), dissolveTurn)), ["Chair:", "list"]);
});

test("everything that is selected becomes one turn, its label taken from its first words", () => {
  const state = stateOf(written(paragraph("p-00000001", "Chair: Welcome."), paragraph("p-00000002", "Sit down.")));
  const all = state.apply(state.tr.setSelection(new AllSelection(state.doc)));
  assert.deepEqual(short(run(all, makeTurn(WORDS))), ["question Chair: Welcome. | Sit down."]);
});
