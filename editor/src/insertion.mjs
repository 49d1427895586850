// Where inserted nodes go: into the words, into the turn, or after it. Pure: it makes transactions and knows no browser.

import { Fragment, Slice } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import { deleted } from "./across.mjs";
import { schema } from "./schema.mjs";
import { inLabel, turnAround } from "./turns.mjs";

/** A transaction that puts `fragment` (blocks and turns) in place of the selection. */
export function inserted(state, fragment) {
  const tr = deleted(state.tr);
  if (fragment.childCount === 0) return tr;
  if (takesInlineOnly(tr.selection.$from)) return withText(state, textOf(fragment));
  const first = fragment.firstChild;
  if (fragment.childCount === 1 && first.type.name === "paragraph") return withParagraph(tr, first);
  const turnsFrom = firstTurn(fragment);
  if (turnsFrom < 0) return withBlocks(tr, fragment);
  return withTurns(tr, fragment, turnsFrom);
}

/** A transaction that puts plain text in place of the selection: a blank line parts paragraphs, a line break stays one. */
export function withText(state, text) {
  const tr = deleted(state.tr);
  const clean = text.replace(/\r\n?/g, "\n");
  if (inLabel(tr)) return tr.insertText(clean.replace(/\s+/g, " ").trim());
  if (takesInlineOnly(tr.selection.$from)) return tr.replaceSelection(new Slice(lines(clean.trim()), 0, 0));
  const paragraphs = clean.split(/\n\s*\n/).map((one) => one.trim()).filter((one) => one !== "");
  const nodes = paragraphs.map((one) => schema.node("paragraph", null, lines(one)));
  if (nodes.length === 0) return tr.insertText(clean.replace(/\n/g, " "));
  return tr.replaceSelection(new Slice(Fragment.from(nodes), 1, 1));
}

/** Labels, captions and cells hold no blocks. */
export function takesInlineOnly($pos) {
  const { type } = $pos.parent;
  return type.name === "turn_label" || type.name === "figure" || type.spec.tableRole !== undefined;
}

function lines(text) {
  return Fragment.from(text.split("\n").flatMap((line, number) => [
    ...(number > 0 ? [schema.node("hard_break")] : []),
    ...(line.trim() === "" ? [] : [schema.text(line)]),
  ]));
}

function textOf(fragment) {
  return fragment.textBetween(0, fragment.size, "\n", "\n");
}

function firstTurn(fragment) {
  let at = -1;
  fragment.forEach((node, _offset, index) => { if (at < 0 && node.type.name === "turn") at = index; });
  return at;
}

/** One paragraph: into an empty one it comes whole, with its id; into words it comes as words. */
function withParagraph(tr, paragraph) {
  const { $from } = tr.selection;
  if (isBlank($from.parent)) return withBlocks(tr, Fragment.from(paragraph));
  return tr.replaceSelection(new Slice(Fragment.from(paragraph), 1, 1)).scrollIntoView();
}

const isBlank = (node) => node.type.name === "paragraph" && node.content.size === 0;

function withBlocks(tr, fragment) {
  const { $from } = tr.selection;
  if ($from.parent.type.name === "turn_label") return withTurns(tr, fragment, fragment.childCount);
  if ($from.depth === 0) return caretAtEnd(tr.insert($from.pos, fragment), $from.pos + fragment.size);
  if (isBlank($from.parent)) {
    tr.replaceWith($from.before(), $from.after(), fragment);
    return caretAtEnd(tr, $from.before() + fragment.size);
  }
  if (!$from.parent.isTextblock) return tr.replaceSelection(new Slice(fragment, 0, 0)).scrollIntoView();
  const isInside = $from.parentOffset > 0 && $from.parentOffset < $from.parent.content.size;
  if (isInside) tr.split($from.pos);
  const at = isInside ? tr.mapping.map($from.pos) - 1 : $from.parentOffset === 0 ? $from.before() : $from.after();
  return caretAtEnd(tr.insert(at, fragment), at + fragment.size);
}

/** Turns stand at the top only: blocks before the first of them go where the caret is, the rest follows the turn or block there. */
function withTurns(tr, fragment, turnsFrom) {
  const nodes = fragment.content;
  const leading = Fragment.from(nodes.slice(0, turnsFrom));
  const rest = Fragment.from(nodes.slice(turnsFrom));
  if (leading.size > 0 && tr.selection.$from.parent.type.name !== "turn_label") withBlocks(tr, leading);
  if (rest.size === 0) return tr;
  const { $from } = tr.selection;
  const turn = turnAround($from);
  const top = $from.depth > 0 ? $from.node(1) : null;
  const isNothing = leading.size === 0 && top !== null && (isBlank(top) || (turn !== null && isEmptyTurn(top)));
  if (isNothing) {
    const at = $from.before(1);
    return caretAtEnd(tr.replaceWith(at, $from.after(1), rest), at + rest.size);
  }
  if (!turn && $from.depth === 1 && $from.parentOffset > 0 && $from.parentOffset < $from.parent.content.size) tr.split($from.pos);
  const isStart = !turn && $from.depth === 1 && $from.parentOffset === 0 && leading.size === 0;
  const at = $from.depth === 0 ? $from.pos : isStart ? $from.before(1) : tr.doc.resolve($from.pos).after(1);
  return caretAtEnd(tr.insert(at, rest), at + rest.size);
}

function isEmptyTurn(turn) {
  return turn.firstChild.content.size === 0 && turn.childCount === 2 && isBlank(turn.child(1));
}

function caretAtEnd(tr, pos) {
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)), -1)).scrollIntoView();
}
