// Alt-ArrowUp and Alt-ArrowDown: moves a list item, a block or a whole turn by one place, over the edge of a turn too.

import { Fragment } from "prosemirror-model";
import { NodeSelection, TextSelection } from "prosemirror-state";

/** A command that moves what the caret is in; `by` is -1 or 1. */
export const move = (by) => (state, dispatch) => {
  const { $from } = state.selection;
  const depth = movableDepth(state);
  if (depth === 0) return false;
  const parent = $from.node(depth - 1);
  const index = $from.index(depth - 1);
  const pos = $from.posAtIndex(index, depth - 1);
  const isTop = parent.type.name === "turn" && index + by < 1;
  if (index + by < 0 || index + by >= parent.childCount || isTop) {
    return parent.type.name === "turn" ? overTheEdge(state, dispatch, by, pos) : true;
  }
  const node = parent.child(index);
  const other = parent.child(index + by);
  if (parent.type.name === "doc" && other.type.name === "turn" && node.type.name !== "turn") {
    return intoTurn(state, dispatch, by, pos, node, other);
  }
  if (dispatch) {
    const [start, pair] = by < 0 ? [pos - other.nodeSize, [node, other]] : [pos, [other, node]];
    const tr = state.tr.replaceWith(start, start + node.nodeSize + other.nodeSize, Fragment.from(pair));
    dispatch(selectionMoved(state, tr, by < 0 ? -other.nodeSize : other.nodeSize).scrollIntoView());
  }
  return true;
};

/** The depth of what moves: the innermost list item that has neighbours, or else the block of a turn, or else the top block. */
function movableDepth(state) {
  const { $from, node } = state.selection;
  if ($from.parent.type.name === "turn_label") return 1;
  if (node && $from.depth <= 1) return $from.depth + 1;
  for (let depth = $from.depth; depth > 0; depth--) {
    const isItem = $from.node(depth).type.name === "list_item" && $from.node(depth - 1).childCount > 1;
    if (isItem || $from.node(depth - 1).type.name === "turn" || depth === 1) return depth;
  }
  return 0;
}

/** The first or last block of a turn goes to the neighbouring turn, or out of its turn; the only block of a turn stays. */
function overTheEdge(state, dispatch, by, pos) {
  const { $from } = state.selection;
  const turn = $from.node(1);
  const turnPos = $from.before(1);
  const block = state.doc.nodeAt(pos);
  if (turn.childCount <= 2) return true;
  if (dispatch) {
    const neighbour = by < 0 ? state.doc.resolve(turnPos).nodeBefore : state.doc.resolve(turnPos + turn.nodeSize).nodeAfter;
    const isTurn = neighbour?.type.name === "turn";
    const edge = by < 0 ? turnPos - (isTurn ? 1 : 0) : turnPos + turn.nodeSize + (isTurn ? 1 + neighbour.firstChild.nodeSize : 0);
    dispatch(carried(state, pos, block, edge).scrollIntoView());
  }
  return true;
}

/** A block between turns goes into the turn that it meets: at its end when it moves up, before its first block when down. */
function intoTurn(state, dispatch, by, pos, node, other) {
  const edge = by < 0 ? pos - 1 : pos + node.nodeSize + 1 + other.firstChild.nodeSize;
  dispatch?.(carried(state, pos, node, edge).scrollIntoView());
  return true;
}

function carried(state, pos, block, edge) {
  const tr = state.tr.delete(pos, pos + block.nodeSize);
  const to = edge > pos ? edge - block.nodeSize : edge;
  tr.insert(to, block);
  return selectionMoved(state, tr, to - pos);
}

function selectionMoved(state, tr, offset) {
  const { selection } = state;
  if (selection instanceof NodeSelection) return tr.setSelection(NodeSelection.create(tr.doc, selection.from + offset));
  const at = (pos) => Math.min(Math.max(pos + offset, 0), tr.doc.content.size);
  return tr.setSelection(TextSelection.between(tr.doc.resolve(at(selection.anchor)), tr.doc.resolve(at(selection.head))));
}
