// Deleting a selection that reaches over the edge of a turn. What is left of the last turn's words joins the first one, as two
// paragraphs join; a label never mixes with words. The library's own deletion cannot do this for nodes that open with a label.

import { Fragment } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import { schema } from "./schema.mjs";

const isTurn = (node) => node.type.name === "turn";
const isProse = (node) => node?.type.name === "paragraph" || node?.type.name === "heading";

/** Whether a selection reaches from one turn to something else, or from a label into its words. */
export function crosses(selection) {
  const { $from, $to, empty } = selection;
  if (!(selection instanceof TextSelection) || empty || $from.depth === 0 || $to.depth === 0) return false;
  if ($from.index(0) !== $to.index(0)) return isTurn($from.node(1)) || isTurn($to.node(1));
  return isTurn($from.node(1)) && $from.index(1) === 0 && $to.index(1) > 0;
}

/** Deletes the selection, whatever it spans. */
export function deleted(tr) {
  if (tr.selection.empty) return tr;
  if (!crosses(tr.selection)) return tr.deleteSelection();
  const { $from, $to } = tr.selection;
  const [from, before, after] = [$from.pos, $from.before(1), $to.after(1)];
  tr.replaceWith(before, after, left($from, $to));
  return tr.setSelection(TextSelection.near(tr.doc.resolve(from)));
}

/** As a command: applies only where the library's own deletion does not serve. */
export const deleteAcross = (state, dispatch) => {
  if (!crosses(state.selection)) return false;
  dispatch?.(deleted(state.tr).scrollIntoView());
  return true;
};

/** The top nodes that are left when everything between the two places is gone. */
function left($from, $to) {
  const first = $from.node(1);
  const last = $to.node(1);
  const head = first.copy(first.content.cut(0, $from.pos - $from.start(1)));
  const tail = last.content.cut($to.pos - $to.start(1));
  const isLabelCut = isTurn(last) && $to.index(1) === 0;
  if (isLabelCut || !(isTurn(last) || isProse(last))) return [whole(head), last.copy(tail)];
  const blocks = isTurn(last) ? tail.content : [last.copy(tail)];
  const [start, ...rest] = blocks;
  const end = isTurn(head) ? head.lastChild : head;
  const isJoined = isProse(end) && isProse(start);
  if (!isTurn(head)) return isJoined ? [joined(head, start), ...rest] : [head, ...blocks];
  if (!isJoined && !isTurn(last)) return [whole(head), ...blocks];
  const kept = head.content.content.slice(0, isJoined ? -1 : undefined);
  return [whole(head.copy(Fragment.from([...kept, ...(isJoined ? [joined(end, start), ...rest] : blocks)])))];
}

const joined = (one, other) => one.copy(one.content.append(other.content));

/** A turn with at least one paragraph after its label. */
function whole(node) {
  if (!isTurn(node) || node.childCount > 1) return node;
  return node.copy(Fragment.from([node.firstChild, schema.node("paragraph")]));
}
