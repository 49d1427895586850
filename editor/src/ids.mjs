// Permanent ids survive editing: a split keeps the id on the part that keeps the text, a copy has none, and the ids that the
// server mints at a save are set in place.

import { Plugin, PluginKey } from "prosemirror-state";
import { idPlaces, idsOf } from "./convert.mjs";
import { hasId } from "./schema.mjs";

const key = new PluginKey("ids");

/** The letters of an id: turns and blocks share one space of them. */
const letters = (id) => id.slice(2);

/** Empties the second occurrence of every id. */
export function uniqueIds() {
  return new Plugin({
    key,
    appendTransaction(transactions, _before, state) {
      if (!transactions.some((tr) => tr.docChanged)) return null;
      const changes = duplicates(state.doc);
      if (changes.length === 0) return null;
      const tr = state.tr;
      for (const [pos, id] of changes) tr.setNodeAttribute(pos, "id", id);
      return tr;
    },
  });
}

/** What to change so that each id stands once: `[pos, id]`. */
export function duplicates(doc) {
  const seen = new Map();
  const changes = [];
  doc.descendants((node, pos) => {
    if (!hasId(node) || node.attrs.id === "") return !node.isTextblock;
    const first = seen.get(letters(node.attrs.id));
    if (first === undefined) {
      seen.set(letters(node.attrs.id), { node, pos });
    } else if (isBlank(first.node) && !isBlank(node) && first.node.type === node.type) {
      // Enter at the very start of a paragraph: the text goes on in the second half, and so does its id.
      changes.push([first.pos, ""]);
      seen.set(letters(node.attrs.id), { node, pos });
    } else {
      changes.push([pos, ""]);
    }
    return !node.isTextblock;
  });
  return changes;
}

function isBlank(node) {
  return node.isTextblock && node.content.size === 0;
}

/**
 * A transaction that takes over the ids of `document`, the server's answer to the tree `sent`, although the text may have changed
 * since by `mapping`. Null when there is nothing to take over or the answer has another structure.
 */
export function mintedIds(state, sent, mapping, document) {
  const places = idPlaces(sent);
  const answered = idsOf(document);
  const isSame = places.length === answered.length && places.every(({ kind }, at) => kind === answered[at].kind);
  if (!isSame) return null;
  const tr = state.tr;
  places.forEach(({ pos, id, kind }, at) => {
    if (id === answered[at].id) return;
    const { pos: now, deleted } = mapping.mapResult(pos, 1);
    const node = deleted ? null : state.doc.nodeAt(now);
    if (node && node.type.name === kind && node.attrs.id === id) tr.setNodeAttribute(now, "id", answered[at].id);
  });
  return tr.docChanged ? tr.setMeta("addToHistory", false).setMeta(key, "minted") : null;
}

/** Whether a transaction does nothing but take over minted ids, so that it is no change to save. */
export const isMinting = (tr) => tr.getMeta(key) === "minted";

/** The position of the block or turn with an id, or null. */
export function placeOf(doc, id) {
  let found = null;
  doc.descendants((node, pos) => {
    if (found === null && hasId(node) && node.attrs.id === id) found = pos;
    return found === null && !node.isTextblock;
  });
  return found;
}
