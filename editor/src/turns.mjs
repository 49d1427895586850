// Speaker turns: how they begin, follow each other, and end. All of these are ProseMirror commands, `(state, dispatch) => done`.

import { Fragment } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import { schema } from "./schema.mjs";

/** Characters of a speaker's label; longer text before a colon is a sentence. */
const LABEL_CHARS_MAX = 80;
/** What `dissolveTurn` writes and `makeTurn` reads: a label, a colon of any script, and the words. */
const LABELLED = new RegExp(`^([^:：\\n]{1,${LABEL_CHARS_MAX}})[:：]\\s*`);

/** Turns stand only at the top of a document, so the turn around a position is its ancestor at depth 1. */
export function turnAround($pos) {
  const node = $pos.depth > 0 ? $pos.node(1) : null;
  return node?.type.name === "turn" ? { node, pos: $pos.before(1), index: $pos.index(0) } : null;
}

export const inLabel = (state) => state.selection.$from.parent.type.name === "turn_label";

const isBlank = (node) => node.type.name === "paragraph" && node.content.size === 0;
const blocksOf = (turn) => turn.content.content.slice(1);
const isEmptyTurn = (turn) => turn.childCount === 2 && isBlank(turn.child(1));

function makeNode({ role, label, speaker }, blocks = []) {
  const name = schema.node("turn_label", null, label === "" ? [] : [schema.text(label)]);
  return schema.node("turn", { role, speaker }, [name, ...(blocks.length > 0 ? blocks : [schema.node("paragraph")])]);
}

/**
 * Who speaks after the turn at `index`: answers follow questions and questions answers, with the label of the last turn of that
 * role; speeches alternate between the last two labels; narration is a break, so what follows it is what came before.
 */
export function nextSpeaker(doc, index, words = { question: "Question", answer: "Answer" }) {
  const before = [];
  for (let at = index; at >= 0; at--) {
    const node = doc.child(at);
    if (node.type.name === "turn" && node.attrs.role !== "narration") before.push(node);
  }
  const last = before[0];
  if (!last) return { role: "question", label: words.question, speaker: null };
  const { role } = last.attrs;
  const wanted = role === "question" ? "answer" : role === "answer" ? "question" : "speech";
  const model = before.slice(1).find((turn) => turn.attrs.role === wanted && (wanted !== "speech" || !sameVoice(turn, last)));
  if (model) return { role: wanted, label: model.firstChild.textContent, speaker: model.attrs.speaker };
  return { role: wanted, label: words[wanted] ?? "", speaker: null };
}

const sameVoice = (one, other) =>
  one.firstChild.textContent === other.firstChild.textContent && one.attrs.speaker === other.attrs.speaker;

/** Puts the caret where somebody goes on writing in the turn at `pos`: its label if that is still empty, or else its text. */
function caretIntoTurn(tr, pos) {
  const turn = tr.doc.nodeAt(pos);
  const label = turn.firstChild;
  const at = label.content.size === 0 ? pos + 2 : pos + 1 + label.nodeSize + 1;
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at)));
}

/** Ctrl-Enter: the next turn at once. What stands after the caret in this turn goes with it. */
export const nextTurn = (words) => (state, dispatch) => {
  const { $from, $to } = state.selection;
  if ($from.depth === 0) return makeTurn(words)(state, dispatch);
  const turn = turnAround($from);
  if (!turn) return afterTopBlock(state, dispatch, words);
  if (dispatch) {
    const tr = state.tr;
    const who = nextSpeaker(state.doc, turn.index, words);
    if (inLabel(state) || !turnAround($to) || turnAround($to).pos !== turn.pos) {
      const end = turn.pos + turn.node.nodeSize;
      tr.insert(end, makeNode(who));
      dispatch(caretIntoTurn(tr, end).scrollIntoView());
      return true;
    }
    const { stay, go } = partedAt(turn.node, $from, $to);
    const first = turn.node.copy(Fragment.from([turn.node.firstChild, ...stay]));
    tr.replaceWith(turn.pos, turn.pos + turn.node.nodeSize, [first, makeNode(who, go)]);
    dispatch(caretIntoTurn(tr, turn.pos + first.nodeSize).scrollIntoView());
  }
  return true;
};

/** The blocks of a turn before and after the selection; a text block directly in the turn is cut at the caret, others stay whole. */
function partedAt(turn, $from, $to) {
  const blocks = blocksOf(turn);
  const at = $from.index(1) - 1;
  const until = $to.index(1) - 1;
  const isDirect = $from.depth === 2 && $to.depth === 2 && blocks[at].isTextblock && blocks[until].isTextblock;
  if (!isDirect) {
    return { stay: blocks.slice(0, at + 1), go: blocks.slice(at + 1) };
  }
  const head = blocks[at].cut(0, $from.parentOffset);
  const tail = blocks[until].cut($to.parentOffset);
  const rest = blocks.slice(until + 1);
  const go = tail.content.size > 0 ? [tail, ...rest] : rest;
  const stay = blocks.slice(0, at);
  // An emptied last paragraph (Enter, then Ctrl-Enter) is not left behind.
  if (head.content.size > 0 || stay.length === 0) stay.push(head);
  return { stay, go };
}

function afterTopBlock(state, dispatch, words) {
  const { $from } = state.selection;
  const pos = $from.before(1);
  const block = $from.node(1);
  if (isBlank(block)) return makeTurn(words)(state, dispatch);
  if (dispatch) {
    const end = pos + block.nodeSize;
    const tr = state.tr.insert(end, makeNode(nextSpeaker(state.doc, $from.index(0), words)));
    dispatch(caretIntoTurn(tr, end).scrollIntoView());
  }
  return true;
}

/** Makes one turn of the selected blocks that stand in no turn; "Label: words" gives its label. In a turn it makes the next one. */
export const makeTurn = (words) => (state, dispatch) => {
  const { $from, $to } = state.selection;
  if (turnAround($from)) return nextTurn(words)(state, dispatch);
  // Where everything or a whole block is selected, the selection ends before the next block.
  const [first, last] = [$from.index(0), $to.depth > 0 ? $to.index(0) : $to.index(0) - 1];
  const blocks = state.doc.content.content.slice(first, last + 1);
  if (blocks.length === 0 || blocks.some((block) => block.type.name === "turn")) return false;
  if (dispatch) {
    const [from, to] = [$from.posAtIndex(first, 0), $from.posAtIndex(last + 1, 0)];
    const guess = nextSpeaker(state.doc, first - 1, words);
    const { label, rest } = labelled(blocks);
    const who = label === null ? guess : { ...guess, label, speaker: null };
    const tr = state.tr.replaceWith(from, to, makeNode(who, rest));
    dispatch(caretIntoTurn(tr, from).scrollIntoView());
  }
  return true;
};

function labelled(blocks) {
  const [first, ...others] = blocks;
  const found = first.type.name === "paragraph" ? LABELLED.exec(first.textBetween(0, first.content.size, "\n", "\n")) : null;
  if (!found || found[1].trim() === "") return { label: null, rest: blocks };
  const left = first.cut(found[0].length);
  return { label: found[1].trim(), rest: left.content.size === 0 && others.length > 0 ? others : [left, ...others] };
}

/** Takes a turn apart into its paragraphs; a label that says something stands before the first of them, with a colon. */
export const dissolveTurn = (state, dispatch) => {
  const turn = turnAround(state.selection.$from);
  if (!turn) return false;
  if (dispatch) {
    const label = turn.node.firstChild.textContent;
    const blocks = blocksOf(turn.node);
    if (label !== "" && !isEmptyTurn(turn.node)) {
      const before = schema.text(`${label}: `);
      if (blocks[0].type.name === "paragraph") blocks[0] = blocks[0].copy(Fragment.from(before).append(blocks[0].content));
      else blocks.unshift(schema.node("paragraph", null, schema.text(`${label}:`)));
    } else if (label !== "") {
      blocks[0] = schema.node("paragraph", null, schema.text(`${label}: `));
    }
    const tr = state.tr.replaceWith(turn.pos, turn.pos + turn.node.nodeSize, blocks);
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(turn.pos + 1))).scrollIntoView());
  }
  return true;
};

/** Backspace at the very start of a label dissolves the turn. */
export const backspaceInLabel = (state, dispatch) => {
  const { empty, $from } = state.selection;
  return empty && inLabel(state) && $from.parentOffset === 0 && dissolveTurn(state, dispatch);
};

/** Backspace at the start of a turn's first block goes to the label instead of mixing the two; an empty block goes away. */
export const backspaceAtTurnStart = (state, dispatch) => {
  const { empty, $from } = state.selection;
  const turn = turnAround($from);
  if (!empty || !turn || $from.depth !== 2 || $from.index(1) !== 1 || $from.parentOffset !== 0) return false;
  if ($from.parent.type.name !== "paragraph") return false;
  if (dispatch) {
    const tr = state.tr;
    if (isBlank($from.parent) && turn.node.childCount > 2) tr.delete($from.before(2), $from.after(2));
    dispatch(tr.setSelection(TextSelection.create(tr.doc, turn.pos + 1 + turn.node.firstChild.nodeSize - 1)).scrollIntoView());
  }
  return true;
};

/** Enter in a label goes to the words. */
export const enterInLabel = (state, dispatch) => {
  if (!inLabel(state)) return false;
  const turn = turnAround(state.selection.$from);
  if (dispatch) {
    const at = turn.pos + 1 + turn.node.firstChild.nodeSize;
    dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(at), 1)).scrollIntoView());
  }
  return true;
};

/**
 * Enter in the empty last paragraph of a turn makes the next turn; in a turn that has nothing but that paragraph it ends the
 * transcript, as an empty list item ends a list.
 */
export const enterAtTurnEnd = (words) => (state, dispatch) => {
  const { empty, $from } = state.selection;
  const turn = turnAround($from);
  if (!empty || !turn || $from.depth !== 2 || !isBlank($from.parent)) return false;
  if ($from.index(1) !== turn.node.childCount - 1) return false;
  if (!isEmptyTurn(turn.node)) return nextTurn(words)(state, dispatch);
  if (!isCopiedLabel(state.doc, turn, words)) return false;
  if (dispatch) {
    const tr = state.tr.replaceWith(turn.pos, turn.pos + turn.node.nodeSize, $from.parent);
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(turn.pos + 1))).scrollIntoView());
  }
  return true;
};

/** Whether a turn's label would come again by itself: it is empty, a standard word, or that of another turn. */
function isCopiedLabel(doc, turn, words = {}) {
  const label = turn.node.firstChild.textContent;
  if (label === "" || Object.values(words).includes(label)) return true;
  return doc.content.content.some((node) => node !== turn.node && node.type.name === "turn" && node.firstChild.textContent === label);
}

/** Enter in an empty paragraph in the middle of a turn only makes another one; lifting it would tear the turn apart. */
export const enterInTurnMiddle = (state, dispatch) => {
  const { empty, $from } = state.selection;
  if (!empty || !turnAround($from) || $from.depth !== 2 || !isBlank($from.parent)) return false;
  if (dispatch) {
    const tr = state.tr.insert($from.after(2), schema.node("paragraph"));
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve($from.after(2) + 1))).scrollIntoView());
  }
  return true;
};

/** A plain paragraph after the turn, table, figure or list around the caret, where no other key leads to. */
export const paragraphAfter = (state, dispatch) => {
  const { $to } = state.selection;
  if (dispatch) {
    const end = $to.depth > 0 ? $to.after(1) : state.selection.to;
    const tr = state.tr.insert(end, schema.node("paragraph"));
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1))).scrollIntoView());
  }
  return true;
};

/** Sets the role of the turn at `pos`, or of the one around the caret. */
export const setRole = (role, pos = null) => (state, dispatch) => {
  const at = pos ?? turnAround(state.selection.$from)?.pos;
  if (at === undefined) return false;
  dispatch?.(state.tr.setNodeAttribute(at, "role", role));
  return true;
};

/**
 * Says which of the site's speakers a turn is by. The label follows when it is empty or one of the old speaker's labels; a label
 * that the transcript prints otherwise stays as it is.
 */
export const setSpeaker = (slug, speakers, pos = null) => (state, dispatch) => {
  const at = pos ?? turnAround(state.selection.$from)?.pos;
  if (at === undefined) return false;
  if (dispatch) {
    const turn = state.doc.nodeAt(at);
    const label = turn.firstChild.textContent;
    const known = (one) => (one ? [one.name, ...(one.labels ?? [])] : []);
    const old = speakers.find((one) => one.slug === turn.attrs.speaker);
    const chosen = speakers.find((one) => one.slug === slug);
    const tr = state.tr.setNodeAttribute(at, "speaker", slug);
    if (chosen && (label === "" || known(old).includes(label))) {
      tr.replaceWith(at + 2, at + 2 + turn.firstChild.content.size, schema.text(chosen.labels?.[0] ?? chosen.name));
    }
    dispatch(tr);
  }
  return true;
};
