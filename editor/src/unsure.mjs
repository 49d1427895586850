// Places that the parser of an insertion was unsure of: marked in the text until somebody says that they are right. And the mark of
// the turn that holds the caret, which makes its selects reachable.

import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { placeOf } from "./ids.mjs";
import { turnAround } from "./turns.mjs";

const key = new PluginKey("unsure");

/** Keeps the unsure blocks by id, so that they move with their text. */
export function unsurePlaces() {
  return new Plugin({
    key,
    state: {
      init: () => new Map(),
      apply(tr, places) {
        const change = tr.getMeta(key);
        if (!change) return places;
        const next = new Map(places);
        for (const { block, message } of change.add ?? []) next.set(block, message);
        if (change.seen) next.delete(change.seen);
        return next;
      },
    },
    props: {
      decorations(state) {
        const marks = [];
        for (const [block, message] of key.getState(state)) {
          const pos = placeOf(state.doc, block);
          if (pos === null) continue;
          marks.push(Decoration.node(pos, pos + state.doc.nodeAt(pos).nodeSize, { class: "unsure", title: message }));
        }
        const turn = turnAround(state.selection.$from);
        if (turn) marks.push(Decoration.node(turn.pos, turn.pos + turn.node.nodeSize, { class: "here" }, { here: true }));
        return marks.length > 0 ? DecorationSet.create(state.doc, marks) : null;
      },
    },
  });
}

export const markUnsure = (tr, places) => tr.setMeta(key, { add: places });
export const markSeen = (tr, block) => tr.setMeta(key, { seen: block }).setMeta("addToHistory", false);
