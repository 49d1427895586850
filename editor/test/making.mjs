// Makes documents, states and key presses for the tests. Everything comes from a seed, so that a failure can be repeated.

import { EditorState, TextSelection } from "prosemirror-state";
import { fromDocument, toDocument } from "../src/convert.mjs";
import { uniqueIds } from "../src/ids.mjs";
import { unsurePlaces } from "../src/unsure.mjs";

/** Random whole numbers below `n` from a seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const WORDS = ["The", "ferry", "to", "Halvern", "opens", "again ", "  two  spaces", "\n", "Вопрос", "سؤال", "港口", "é", "a\tb", "<b>", "&amp;", "𝔘"];

/** A legal document in normal form. */
export function documentOf(seed) {
  const roll = chance(seed);
  const seen = new Set();
  const letters = () => {
    let made = "";
    while (made === "" || seen.has(made)) made = Array.from({ length: 8 }, () => ALPHABET[roll(32)]).join("");
    seen.add(made);
    return made;
  };
  const many = (max, make) => Array.from({ length: roll(max + 1) }, make);
  const spans = () => {
    const list = [];
    for (const _ of Array.from({ length: roll(4) })) {
      const span = {};
      if (roll(5) === 0) span.href = ["https://halvern.example/a?b=c#d", "/en/contacts", "#p-00000000", "mailto:press@halvern.example"][roll(4)];
      if (roll(6) === 0) span.lang = ["ru", "ar", "zh-Hans"][roll(3)];
      const marks = ["code", "emphasis", "strike", "strong", "subscript", "superscript"].filter(() => roll(5) === 0);
      if (marks.length > 0) span.marks = marks;
      const last = list.at(-1);
      const isSame = last && JSON.stringify({ ...last, text: "" }) === JSON.stringify({ ...span, text: "" });
      if (isSame) continue;
      span.text = Array.from({ length: 1 + roll(4) }, () => WORDS[roll(WORDS.length)]).join("");
      list.push(span);
    }
    return list;
  };
  const block = (depth) => {
    const id = `p-${letters()}`;
    const inner = () => block(depth + 1);
    const kinds = [
      () => ({ paragraph: { spans: spans() } }),
      () => ({ paragraph: { spans: spans() } }),
      () => ({ heading: { level: 2 + roll(3), spans: spans() } }),
      () => ({ rule: {} }),
      () => ({ figure: { alt: ["", "A ferry"][roll(2)], caption: spans(), media: ["", "0a1b/ferry.jpg"][roll(2)] } }),
      () => {
        const width = roll(4);
        const row = () => Array.from({ length: width }, spans);
        return { table: { head: roll(2) ? row() : [], rows: many(3, row) } };
      },
      () => ({ list: { items: many(3, () => many(2, inner)), ordered: roll(2) === 1, start: roll(3) } }),
      () => ({ quote: { blocks: many(2, inner) } }),
    ];
    const body = kinds[roll(depth < 4 ? kinds.length : 6)]();
    return { body, id };
  };
  const turn = () => {
    const id = `t-${letters()}`;
    const made = { blocks: many(3, () => block(0)), id, label: ["", "Question", "Foreign Minister", "سؤال"][roll(4)],
      role: ["question", "answer", "speech", "narration"][roll(4)] };
    return roll(2) ? { ...made, speaker: "anna-lind" } : made;
  };
  return { format: 1, nodes: many(6, () => (roll(2) ? { turn: turn() } : { block: block(0) })) };
}

export const paragraph = (id, text) => ({ block: { body: { paragraph: { spans: text === "" ? [] : [{ text }] } }, id } });
export const turn = (id, role, label, ...texts) => ({
  turn: { blocks: texts.map((text, at) => paragraph(`p-${id.slice(3)}${at}`, text).block), id, label, role },
});
export const written = (...nodes) => ({ format: 1, nodes });

export function stateOf(document) {
  return EditorState.create({ doc: fromDocument(document), plugins: [uniqueIds(), unsurePlaces()] });
}

/** The state with the caret before `text`'s first occurrence, plus `offset`. */
export function caretAt(state, text, offset = 0) {
  let found = null;
  state.doc.descendants((node, pos) => {
    if (found === null && node.isText && node.text.includes(text)) found = pos + node.text.indexOf(text);
  });
  return caret(state, found + offset);
}

export const caret = (state, pos) => state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(pos))));

/** Runs a command; gives the new state, or null when it does not apply. */
export function run(state, command) {
  let next = null;
  const done = command(state, (tr) => { next = state.apply(tr); });
  if (done && next) next.doc.check();
  return done ? (next ?? state) : null;
}

export const type = (state, text) => state.apply(state.tr.insertText(text));

/** A document in short: `question Label: one | two` for turns, the text for paragraphs. */
export function short(state) {
  const words = (block) => (block.body.paragraph ? block.body.paragraph.spans.map(({ text }) => text).join("") : Object.keys(block.body)[0]);
  return toDocument(state.doc).nodes.map((node) =>
    node.turn ? `${node.turn.role} ${node.turn.label}: ${node.turn.blocks.map(words).join(" | ")}` : words(node.block));
}
