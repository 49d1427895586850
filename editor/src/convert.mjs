// Between the document's canonical JSON (crate `document`, canonical.rs) and the editor's own tree.
//
// `toDocument(fromDocument(json))` is `json` again, key order included, for every document whose text is in normal form: no
// empty spans, no equal neighbours. Others come back with their spans in that form and nothing else changed.

import { Fragment } from "prosemirror-model";
import { hasId, schema } from "./schema.mjs";

/** The number of the canonical form that this editor reads and writes. */
export const FORMAT = 1;

/** Marks that carry no value of their own, sorted as in the canonical form. */
const NAMED_MARKS = ["code", "emphasis", "strike", "strong", "subscript", "superscript"];

/** The editor's tree for a document. Throws an Error in words when the document has a shape that it does not know. */
export function fromDocument(document) {
  if (document.format !== FORMAT) throw new Error(`This editor reads documents of format ${FORMAT} only.`);
  return schema.node("doc", null, orFiller(document.nodes.map(fromNode)));
}

/** The nodes of a document as a fragment, for insertion into another tree. */
export function fragmentOf(document) {
  return Fragment.from(document.nodes.map(fromNode));
}

/** The canonical JSON of the editor's tree. */
export function toDocument(doc) {
  const nodes = kept(doc).map((node) => (node.type.name === "turn" ? { turn: turnJson(node) } : { block: blockJson(node) }));
  return { format: FORMAT, nodes };
}

/** Every place that has an id, in the order in which `toDocument` writes them: `{pos, id, kind}`. */
export function idPlaces(doc) {
  const places = [];
  const walk = (parent, start) => {
    const shown = new Set(kept(parent));
    parent.forEach((node, offset) => {
      if (!shown.has(node) && node.type.name !== "turn_label") return;
      const pos = start + offset;
      if (hasId(node)) places.push({ pos, id: node.attrs.id, kind: node.type.name });
      if (!node.isTextblock && !node.isLeaf) walk(node, pos + 1);
    });
  };
  walk(doc, 0);
  return places;
}

/** Every id of a document in the same order as `idPlaces`: `{id, kind}`. */
export function idsOf(document) {
  return idPlaces(fromDocument(document)).map(({ id, kind }) => ({ id, kind }));
}

function fromNode(node) {
  if (node.turn) {
    const { id, role, speaker, label, blocks } = node.turn;
    const named = schema.node("turn_label", null, label === "" ? [] : [schema.text(label)]);
    return schema.node("turn", { id, role, speaker: speaker ?? null }, [named, ...orFiller(blocks.map(fromBlock))]);
  }
  if (node.block) return fromBlock(node.block);
  throw new Error(`The text has a part that this editor does not know: ${Object.keys(node)[0] ?? "nothing"}.`);
}

function fromBlock({ id, body }) {
  const [kind] = Object.keys(body);
  const read = READERS[kind];
  if (!read) throw new Error(`The text has a block that this editor does not know: ${kind}.`);
  return read(id, body[kind]);
}

const READERS = {
  paragraph: (id, { spans }) => schema.node("paragraph", { id }, fromSpans(spans)),
  heading: (id, { level, spans }) => schema.node("heading", { id, level }, fromSpans(spans)),
  list: (id, { items, ordered, start }) => {
    const made = items.map((blocks) => schema.node("list_item", null, orFiller(blocks.map(fromBlock))));
    const shown = made.length > 0 ? made : [schema.node("list_item", { filler: true }, orFiller([]))];
    return schema.node(ordered ? "ordered_list" : "bullet_list", { id, start }, shown);
  },
  quote: (id, { blocks }) => schema.node("quote", { id }, orFiller(blocks.map(fromBlock))),
  figure: (id, { alt, caption, media }) => schema.node("figure", { id, alt, media }, fromSpans(caption)),
  table: (id, { head, rows }) => {
    const width = head.length > 0 ? head.length : (rows[0]?.length ?? 0);
    if (width === 0) return schema.node("empty_table", { id, rows: rows.length });
    const row = (type) => (cells) => schema.node("table_row", null, cells.map((spans) => schema.node(type, null, fromSpans(spans))));
    const first = head.length > 0 ? [row("table_header")(head)] : [];
    return schema.node("table", { id }, [...first, ...rows.map(row("table_cell"))]);
  },
  rule: (id) => schema.node("rule", { id }),
};

function orFiller(nodes) {
  return nodes.length > 0 ? nodes : [schema.node("paragraph", { filler: true })];
}

function fromSpans(spans) {
  return spans.flatMap((span) => {
    const marks = (span.marks ?? []).map((name) => {
      if (!NAMED_MARKS.includes(name)) throw new Error(`The text has a mark that this editor does not know: ${name}.`);
      return schema.mark(name);
    });
    if (span.href !== undefined) marks.push(schema.mark("link", { href: span.href }));
    if (span.lang !== undefined) marks.push(schema.mark("lang", { lang: span.lang }));
    return span.text.split("\n").flatMap((line, number) => [
      ...(number > 0 ? [schema.node("hard_break", null, null, marks)] : []),
      ...(line === "" ? [] : [schema.text(line, marks)]),
    ]);
  });
}

/** The children that stand in the document: everything except a filler that is still empty and alone, and a turn's label. */
function kept(parent) {
  const children = [];
  parent.forEach((child) => {
    if (child.type.name !== "turn_label") children.push(child);
  });
  return children.length === 1 && isEmptyFiller(children[0]) ? [] : children;
}

function isEmptyFiller(node) {
  if (!node.attrs.filler) return false;
  if (node.type.name === "list_item") return node.childCount === 1 && isEmptyFiller(node.firstChild);
  return node.content.size === 0;
}

function turnJson(node) {
  const { id, role, speaker } = node.attrs;
  const label = node.firstChild.textContent.normalize("NFC");
  const turn = { blocks: kept(node).map(blockJson), id, label, role };
  return speaker === null ? turn : { ...turn, speaker };
}

function blockJson(node) {
  return { body: WRITERS[node.type.name](node), id: node.attrs.id };
}

const WRITERS = {
  paragraph: (node) => ({ paragraph: { spans: spansJson(node) } }),
  heading: (node) => ({ heading: { level: node.attrs.level, spans: spansJson(node) } }),
  bullet_list: (node) => listJson(node, false),
  ordered_list: (node) => listJson(node, true),
  quote: (node) => ({ quote: { blocks: kept(node).map(blockJson) } }),
  figure: (node) => ({ figure: { alt: node.attrs.alt.normalize("NFC"), caption: spansJson(node), media: node.attrs.media } }),
  table: (node) => tableJson(node),
  empty_table: (node) => ({ table: { head: [], rows: Array.from({ length: node.attrs.rows }, () => []) } }),
  rule: () => ({ rule: {} }),
};

function listJson(node, ordered) {
  const items = kept(node).map((item) => kept(item).map(blockJson));
  return { list: { items, ordered, start: node.attrs.start } };
}

/** The first row is the head when all its cells are head cells; a head cell elsewhere is written as an ordinary one. */
function tableJson(node) {
  const width = Math.max(...node.content.content.map((row) => row.childCount));
  const cells = (row) => {
    const texts = row.content.content.map(spansJson);
    return [...texts, ...Array.from({ length: width - texts.length }, () => [])];
  };
  const rows = node.content.content.map(cells);
  const hasHead = node.firstChild.content.content.every((cell) => cell.type.name === "table_header");
  return { table: hasHead ? { head: rows[0], rows: rows.slice(1) } : { head: [], rows } };
}

function spansJson(node) {
  const spans = [];
  let last = null;
  node.forEach((child) => {
    const text = child.isText ? child.text : "\n";
    const form = formOf(child.marks);
    const key = JSON.stringify(form);
    if (last === key) spans.at(-1).text += text;
    else spans.push({ ...form, text });
    last = key;
  });
  for (const span of spans) span.text = span.text.normalize("NFC");
  return spans;
}

function formOf(marks) {
  const form = {};
  const link = marks.find((mark) => mark.type.name === "link");
  const lang = marks.find((mark) => mark.type.name === "lang");
  const names = NAMED_MARKS.filter((name) => marks.some((mark) => mark.type.name === name));
  if (link) form.href = link.attrs.href;
  if (lang) form.lang = lang.attrs.lang;
  if (names.length > 0) form.marks = names;
  return form;
}
