// The shape of a document inside the editor. It mirrors the crate `document` (model.rs): every block and turn carries its
// permanent id in the attribute `id`, which is empty until the server has minted one.
//
// `filler` marks the empty paragraph that the editor must show where the document has nothing (an empty document, turn,
// list item or quotation), so that saving gives back the nothing that was there.

import { Schema } from "prosemirror-model";
import { cleanAddress } from "./addresses.mjs";

export const ROLES = ["question", "answer", "speech", "narration"];

/** How deep lists and quotations may stand in each other (`DEPTH_MAX` of the crate `document`). */
export const DEPTH_MAX = 16;

/** A digest and a file name, as in the address of a media file. */
const MEDIA = /^[0-9a-zA-Z_-]+\/[^/\\?#\s]+$/;

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)(-|$)|-(arab|hebr|nkoo|syrc|thaa)(-|$)/i;

/** The direction in which a language is written. */
export const directionOf = (lang) => (RIGHT_TO_LEFT.test(lang) ? "rtl" : "ltr");

const id = { default: "" };
const attr = (dom) => dom.getAttribute("data-chancery") ?? "";
const named = (node, more = {}) => ({ "data-chancery": node.attrs.id, ...more });
const read = (more) => (dom) => ({ id: attr(dom), ...(more ? more(dom) : {}) });

const heading = (level) => ({ tag: `h${level}`, getAttrs: read(() => ({ level: Math.min(4, Math.max(2, level)) })) });

const nodes = {
  doc: { content: "(block | turn)+" },
  text: { group: "inline" },
  hard_break: {
    inline: true,
    group: "inline",
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
    leafText: () => "\n",
  },
  paragraph: {
    group: "block",
    content: "inline*",
    attrs: { id, filler: { default: false } },
    parseDOM: [{ tag: "p", getAttrs: read() }],
    toDOM: (node) => ["p", named(node), 0],
  },
  heading: {
    group: "block",
    content: "inline*",
    defining: true,
    attrs: { id, level: { default: 2 } },
    parseDOM: [1, 2, 3, 4, 5, 6].map(heading),
    toDOM: (node) => [`h${node.attrs.level}`, named(node), 0],
  },
  bullet_list: {
    group: "block",
    content: "list_item+",
    attrs: { id, start: { default: 1 } },
    parseDOM: [{ tag: "ul", getAttrs: read() }],
    toDOM: (node) => ["ul", named(node), 0],
  },
  ordered_list: {
    group: "block",
    content: "list_item+",
    attrs: { id, start: { default: 1 } },
    parseDOM: [{ tag: "ol", getAttrs: read((dom) => ({ start: firstNumber(dom) })) }],
    toDOM: (node) => ["ol", named(node, node.attrs.start === 1 ? {} : { start: node.attrs.start }), 0],
  },
  list_item: {
    content: "block+",
    defining: true,
    attrs: { filler: { default: false } },
    parseDOM: [{ tag: "li" }],
    toDOM: () => ["li", 0],
  },
  quote: {
    group: "block",
    content: "block+",
    defining: true,
    attrs: { id },
    parseDOM: [{ tag: "blockquote", getAttrs: read() }],
    toDOM: (node) => ["blockquote", named(node), 0],
  },
  figure: {
    group: "block",
    content: "inline*",
    isolating: true,
    draggable: true,
    attrs: { id, alt: { default: "" }, media: { default: "" } },
    parseDOM: [
      {
        tag: "figure",
        contentElement: "figcaption",
        getAttrs: read((dom) => ({
          alt: dom.getAttribute("data-alt") ?? "",
          media: mediaName(dom.getAttribute("data-media") ?? ""),
        })),
      },
    ],
    toDOM: (node) => [
      "figure",
      named(node, { "data-alt": node.attrs.alt, "data-media": node.attrs.media }),
      ["figcaption", 0],
    ],
  },
  table: {
    group: "block",
    content: "table_row+",
    tableRole: "table",
    isolating: true,
    attrs: { id },
    parseDOM: [{ tag: "table", getAttrs: read() }],
    toDOM: (node) => ["table", named(node), ["tbody", 0]],
  },
  table_row: {
    content: "(table_cell | table_header)+",
    tableRole: "row",
    parseDOM: [{ tag: "tr" }],
    toDOM: () => ["tr", 0],
  },
  table_cell: cell("td", "cell"),
  table_header: cell("th", "header_cell"),
  // A table without any cell is legal and cannot be edited; it is kept as it is.
  empty_table: {
    group: "block",
    atom: true,
    attrs: { id, rows: { default: 0 } },
    parseDOM: [{ tag: "div[data-empty-table]", getAttrs: read() }],
    toDOM: (node) => ["div", named(node, { "data-empty-table": String(node.attrs.rows) })],
  },
  rule: {
    group: "block",
    attrs: { id },
    parseDOM: [{ tag: "hr", getAttrs: read() }],
    toDOM: (node) => ["hr", named(node)],
  },
  turn: {
    content: "turn_label block+",
    defining: true,
    attrs: { id, role: { default: "speech" }, speaker: { default: null } },
    parseDOM: [
      {
        tag: "div[data-turn]",
        getAttrs: read((dom) => ({
          role: ROLES.includes(dom.getAttribute("data-turn")) ? dom.getAttribute("data-turn") : "speech",
          speaker: dom.getAttribute("data-speaker"),
        })),
      },
    ],
    toDOM: (node) => {
      const speaker = node.attrs.speaker === null ? {} : { "data-speaker": node.attrs.speaker };
      return ["div", named(node, { "data-turn": node.attrs.role, ...speaker }), 0];
    },
  },
  turn_label: {
    content: "text*",
    marks: "",
    defining: true,
    selectable: false,
    parseDOM: [{ tag: "p[data-label]", priority: 60 }],
    toDOM: () => ["p", { "data-label": "", class: "speaker" }, 0],
  },
};

/** Cells hold one line of text each; merged cells do not exist in a document, so the spans always stay 1. */
function cell(tag, role) {
  return {
    content: "inline*",
    tableRole: role,
    isolating: true,
    attrs: { colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } },
    parseDOM: [{ tag }],
    toDOM: () => [tag, 0],
  };
}

function firstNumber(dom) {
  const start = Number(dom.getAttribute("start") ?? "1");
  return Number.isInteger(start) && start >= 0 && start <= 0xffffffff ? start : 1;
}

function mediaName(text) {
  return MEDIA.test(text) ? text : "";
}

const plain = (tag, others = []) => ({
  parseDOM: [{ tag }, ...others],
  toDOM: () => [tag, 0],
});

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (dom) => {
          const href = cleanAddress(dom.getAttribute("href"));
          return href === null ? false : { href };
        },
      },
    ],
    toDOM: (mark) => ["a", { href: mark.attrs.href, rel: "noreferrer" }, 0],
  },
  lang: {
    attrs: { lang: {} },
    parseDOM: [{ tag: "span[lang]", getAttrs: (dom) => ({ lang: dom.getAttribute("lang") }) }],
    toDOM: (mark) => ["span", { lang: mark.attrs.lang, dir: directionOf(mark.attrs.lang) }, 0],
  },
  strong: plain("strong", [{ tag: "b" }]),
  emphasis: plain("em", [{ tag: "i" }]),
  strike: plain("s", [{ tag: "del" }]),
  superscript: plain("sup"),
  subscript: plain("sub"),
  code: plain("code"),
};

export const schema = new Schema({ nodes, marks });

/** Whether this node carries a permanent id. */
export const hasId = (node) => node.type.spec.attrs?.id !== undefined;
