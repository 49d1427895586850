// What each key does in the text. The order matters: the first command that applies wins.

import {
  baseKeymap, chainCommands, createParagraphNear, deleteSelection, joinBackward, joinForward, lift, liftEmptyBlock,
  newlineInCode, selectNodeBackward, selectNodeForward, setBlockType, splitBlock, toggleMark, wrapIn,
} from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { undoInputRule } from "prosemirror-inputrules";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { Selection, TextSelection } from "prosemirror-state";
import { goToNextCell } from "prosemirror-tables";
import { deleteAcross, deleted } from "./across.mjs";
import { move } from "./moving.mjs";
import { DEPTH_MAX, schema } from "./schema.mjs";
import {
  backspaceAtTurnStart, backspaceInLabel, enterAtTurnEnd, enterInLabel, enterInTurnMiddle, inLabel, nextTurn, paragraphAfter,
} from "./turns.mjs";

const { nodes, marks } = schema;

/** Sets the kind of the selected text blocks, which keep their ids; a label stays a label, a cell a cell. */
export const blockType = (name, attrs = {}) => outsideLabel((state, dispatch) => {
  if (!setBlockType(nodes[name], attrs)(state)) return false;
  const { from, to } = state.selection;
  dispatch?.(state.tr.setBlockType(from, to, nodes[name], (old) => ({ ...attrs, id: old.attrs.id ?? "" })).scrollIntoView());
  return true;
});
export const listOf = (name) => outsideLabel(ifShallow(chainCommands(otherList(name), wrapInList(nodes[name]))));
export const quoted = outsideLabel(ifShallow((state, dispatch) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type === nodes.quote) return lift(state, dispatch);
  }
  return wrapIn(nodes.quote)(state, dispatch);
}));

/** Marks; above and below the line exclude each other, as they make no sense together. */
export const mark = (name) => (state, dispatch) => {
  const other = { superscript: marks.subscript, subscript: marks.superscript }[name];
  return toggleMark(marks[name])(state, dispatch && ((tr) => {
    const { from, to, empty } = state.selection;
    if (other && empty) tr.removeStoredMark(other);
    else if (other) tr.removeMark(from, to, other);
    dispatch(tr);
  }));
};

function outsideLabel(command) {
  return (state, dispatch, view) => !inLabel(state) && command(state, dispatch, view);
}

/** Lists and quotations stand in each other up to a limit that the server keeps too. */
function ifShallow(command) {
  return (state, dispatch, view) => containers(state.selection.$from) < DEPTH_MAX && command(state, dispatch, view);
}

function containers($pos) {
  let count = 0;
  for (let depth = $pos.depth; depth > 0; depth--) {
    if ([nodes.bullet_list, nodes.ordered_list, nodes.quote].includes($pos.node(depth).type)) count += 1;
  }
  return count;
}

/** In a list: the same kind again takes the item out, the other kind changes the list. */
function otherList(name) {
  return (state, dispatch) => {
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth--) {
      const list = $from.node(depth);
      if (list.type === nodes[name]) return liftListItem(nodes.list_item)(state, dispatch);
      if (list.type === nodes.bullet_list || list.type === nodes.ordered_list) {
        dispatch?.(state.tr.setNodeMarkup($from.before(depth), nodes[name], { id: list.attrs.id, start: 1 }));
        return true;
      }
    }
    return false;
  };
}

/** A line break in the text; a label has one line. */
export const lineBreak = (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent || inLabel(state)) return false;
  dispatch?.(deleted(state.tr).replaceSelectionWith(nodes.hard_break.create(), true).scrollIntoView());
  return true;
};

/** Enter in a cell breaks the line, in a caption goes on after the picture: neither may be split. */
const enterInCellOrCaption = (state, dispatch) => {
  const { parent } = state.selection.$from;
  if (parent.type === nodes.figure) return paragraphAfterBlock(state, dispatch);
  return parent.type.spec.tableRole ? lineBreak(state, dispatch) : false;
};

function paragraphAfterBlock(state, dispatch) {
  const { $from } = state.selection;
  if (dispatch) {
    const tr = state.tr.insert($from.after(), nodes.paragraph.create());
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve($from.after() + 1))).scrollIntoView());
  }
  return true;
}

/** Backspace and Delete in a cell or caption stop at its edge; the keys that remove tables and pictures are in the toolbar. */
const stopAtEdge = (atStart) => (state) => {
  const { empty, $from } = state.selection;
  const isClosed = $from.parent.type === nodes.figure || $from.parent.type.spec.tableRole || inLabel(state);
  return empty && isClosed && $from.parentOffset === (atStart ? 0 : $from.parent.content.size);
};

/** A first list item or quotation comes out one level when Backspace is pressed at its start. */
const backspaceLifts = (state, dispatch) => {
  const { empty, $from } = state.selection;
  if (!empty || $from.parentOffset !== 0 || $from.depth < 2 || $from.index(-1) !== 0) return false;
  const holder = $from.node(-1).type;
  if (holder === nodes.list_item) return $from.index(-2) === 0 && liftListItem(nodes.list_item)(state, dispatch);
  return holder === nodes.quote && lift(state, dispatch);
};

const backspaceToParagraph = (state, dispatch) => {
  const { empty, $from } = state.selection;
  if (!empty || $from.parentOffset !== 0 || $from.parent.type !== nodes.heading) return false;
  return setBlockType(nodes.paragraph, { id: $from.parent.attrs.id })(state, dispatch);
};

/** After Escape, Tab leaves the text instead of working in it, so that nobody is caught. */
function tabs() {
  let leaving = false;
  return {
    escape: (state, dispatch) => {
      leaving = true;
      if (!state.selection.empty) dispatch?.(state.tr.setSelection(Selection.near(state.selection.$head)));
      return true;
    },
    other: () => { leaving = false; },
    tab: (command) => (state, dispatch, view) => {
      if (leaving) { leaving = false; return false; }
      return command(state, dispatch, view);
    },
  };
}

/** The editor's keys. `tools` has what a key opens outside the text: save, link, help, toolbar. */
export function keysOf(words, tools) {
  const leave = tabs();
  const next = nextTurn(words);
  const backspace = chainCommands(
    undoInputRule, deleteAcross, deleteSelection, backspaceInLabel, backspaceAtTurnStart, stopAtEdge(true), backspaceToParagraph,
    backspaceLifts, joinBackward, selectNodeBackward,
  );
  const del = chainCommands(deleteAcross, deleteSelection, stopAtEdge(false), joinForward, selectNodeForward);
  const opened = (name) => () => { tools[name](); return true; };
  const keys = {
    ...baseKeymap,
    Enter: chainCommands(
      deleteAcross, enterInLabel, enterInCellOrCaption, splitListItem(nodes.list_item), enterAtTurnEnd(words), enterInTurnMiddle,
      newlineInCode, createParagraphNear, liftEmptyBlock, splitBlock,
    ),
    "Mod-Enter": next,
    "Mod-Shift-Enter": paragraphAfter,
    "Shift-Enter": chainCommands(enterInLabel, lineBreak),
    Backspace: backspace,
    "Mod-Backspace": backspace,
    "Shift-Backspace": backspace,
    Delete: del,
    "Mod-Delete": del,
    "Alt-ArrowUp": move(-1),
    "Alt-ArrowDown": move(1),
    Tab: leave.tab(chainCommands(goToNextCell(1), ifShallow(sinkListItem(nodes.list_item)))),
    "Shift-Tab": leave.tab(chainCommands(goToNextCell(-1), liftListItem(nodes.list_item))),
    Escape: leave.escape,
    "Mod-z": undo,
    "Mod-y": redo,
    "Mod-Shift-z": redo,
    "Mod-b": mark("strong"),
    "Mod-i": mark("emphasis"),
    "Mod-.": mark("superscript"),
    "Mod-,": mark("subscript"),
    "Mod-Alt-0": blockType("paragraph"),
    "Mod-Alt-2": blockType("heading", { level: 2 }),
    "Mod-Alt-3": blockType("heading", { level: 3 }),
    "Mod-Alt-4": blockType("heading", { level: 4 }),
    "Mod-Shift-7": listOf("ordered_list"),
    "Mod-Shift-8": listOf("bullet_list"),
    "Mod-Shift-9": quoted,
    "Mod-k": opened("link"),
    "Mod-s": opened("save"),
    F1: opened("help"),
    "Alt-F10": opened("toolbar"),
  };
  return { keys, notice: (event) => { if (event.key !== "Escape" && event.key !== "Tab" && event.key !== "Shift") leave.other(); } };
}
