// The toolbar: one stop for Tab, arrows move in it (ARIA Authoring Practices, toolbar), Escape goes back to the text. What is
// possible where the caret is decides what can be pressed; what is on is said by aria-pressed.

import { redo, undo } from "prosemirror-history";
import {
  addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, isInTable, toggleHeaderRow,
} from "prosemirror-tables";
import { deleted } from "./across.mjs";
import { element } from "./elements.mjs";
import { blockType, listOf, mark, quoted } from "./keys.mjs";
import { ROLES, schema } from "./schema.mjs";
import { dissolveTurn, inLabel, makeTurn, setRole, setSpeaker, turnAround } from "./turns.mjs";

const { nodes, marks } = schema;

/** Whether the caret stands in a node of this name. */
const inside = (name) => (state) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === name) return true;
  return state.selection.node?.type.name === name;
};
const hasMark = (name) => (state) => {
  const { from, to, empty, $from } = state.selection;
  return empty ? Boolean(marks[name].isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, marks[name]);
};
const isBlock = (name, level) => ({ selection: { $from: { parent } } }) =>
  parent.type.name === name && (level === undefined || parent.attrs.level === level);
/** A row above the head would push the head into the middle. */
const rowBefore = (state, dispatch) => !inside("table_header")(state) && addRowBefore(state, dispatch);

const withNode = (make) => (state, dispatch) => {
  if (inLabel(state) || isInTable(state) || inside("figure")(state)) return false;
  dispatch?.(make(state).scrollIntoView());
  return true;
};

/** Two columns and three rows, the first of them the head. */
function newTable(state) {
  const row = (type) => nodes.table_row.create(null, [nodes[type].createAndFill(), nodes[type].createAndFill()]);
  return deleted(state.tr).replaceSelectionWith(nodes.table.create(null, [row("table_header"), row("table_cell"), row("table_cell")]));
}

/** The buttons by group: `[word, title, command, isOn?, keys?]`; `null` parts groups. */
function mainButtons(words, tools) {
  const tool = (open) => (state, dispatch) => { if (dispatch) open(); return true; };
  const level = (n) => [`editor-heading-${n}`, null, blockType("heading", { level: n }), isBlock("heading", n), `Mod-Alt-${n}`];
  return [
    ["editor-turn", "editor-turn-title", makeTurn(words), null, "Mod-Enter"],
    null,
    ["editor-paragraph", "editor-paragraph-title", blockType("paragraph"), isBlock("paragraph"), "Mod-Alt-0"],
    level(2), level(3), level(4),
    null,
    ["editor-bullets", "editor-bullets-title", listOf("bullet_list"), inside("bullet_list"), "Mod-Shift-8"],
    ["editor-numbers", "editor-numbers-title", listOf("ordered_list"), inside("ordered_list"), "Mod-Shift-7"],
    ["editor-quote", "editor-quote-title", quoted, inside("quote"), "Mod-Shift-9"],
    null,
    ["editor-strong", "editor-strong-title", mark("strong"), hasMark("strong"), "Mod-b"],
    ["editor-emphasis", "editor-emphasis-title", mark("emphasis"), hasMark("emphasis"), "Mod-i"],
    ["editor-superscript", null, mark("superscript"), hasMark("superscript"), "Mod-."],
    ["editor-subscript", null, mark("subscript"), hasMark("subscript"), "Mod-,"],
    ["editor-link", null, tool(tools.link), hasMark("link"), "Mod-k"],
    ["editor-lang", "editor-lang-title", tool(tools.lang), hasMark("lang")],
    null,
    ["editor-table", "editor-table-title", withNode(newTable)],
    ["editor-figure", "editor-figure-title", withNodeTool(tools.figure)],
    ["editor-rule", "editor-rule-title", withNode((state) => deleted(state.tr).replaceSelectionWith(nodes.rule.create()))],
    ["editor-word-file", "editor-word-file-title", tool(tools.wordFile)],
    null,
    ["editor-undo", null, undo, null, "Mod-z"],
    ["editor-redo", null, redo, null, "Mod-Shift-z"],
    ["editor-help", "editor-help-title", tool(tools.help), null, "F1"],
  ];
}

const withNodeTool = (open) => (state, dispatch) => {
  if (inLabel(state) || isInTable(state)) return false;
  if (dispatch) open();
  return true;
};

const tableButtons = [
  ["editor-row-before", null, rowBefore],
  ["editor-row-after", null, addRowAfter],
  ["editor-row-delete", null, deleteRow],
  ["editor-column-before", null, addColumnBefore],
  ["editor-column-after", null, addColumnAfter],
  ["editor-column-delete", null, deleteColumn],
  ["editor-header-row", null, toggleHeaderRow, inside("table_header")],
  ["editor-table-delete", null, deleteTable],
];

const deleteFigure = (state, dispatch) => {
  const { $from, node } = state.selection;
  if (node?.type === nodes.figure) dispatch?.(state.tr.deleteSelection());
  else if ($from.parent.type === nodes.figure) dispatch?.(state.tr.delete($from.before(), $from.after()));
  else return false;
  return true;
};

/** `Mod-Alt-2` as people know it: Ctrl+Alt+2, or ⌘⌥2 on a Mac. */
export function keyName(keys, isMac) {
  const parts = keys.split("-").map((part) => (part.length === 1 ? part.toUpperCase() : part));
  const names = isMac ? { Mod: "⌘", Alt: "⌥", Shift: "⇧" } : { Mod: "Ctrl" };
  return parts.map((part) => names[part] ?? part).join(isMac ? "" : "+");
}

export class Toolbar {
  constructor({ view, say, words, speakers, tools, isMac }) {
    Object.assign(this, { view, say, speakers, isMac, controls: [] });
    const main = this.row(mainButtons(words, tools));
    this.turnRow = this.row([["editor-dissolve", "editor-dissolve-title", dissolveTurn]]);
    this.turnRow.prepend(...this.turnSelects());
    this.tableRow = this.row(tableButtons);
    this.figureRow = this.row([
      ["editor-figure-edit", null, withFigure(tools.editFigure)],
      ["editor-figure-delete", null, deleteFigure],
    ]);
    this.dom = element("div", { role: "toolbar", class: "editor-tools", "aria-label": say("editor-toolbar") },
      main, this.turnRow, this.tableRow, this.figureRow);
    this.dom.addEventListener("keydown", (event) => this.keydown(event));
    this.dom.addEventListener("focusin", (event) => this.rove(event.target));
    // A press with the mouse must not take the selection out of the text.
    this.dom.addEventListener("mousedown", (event) => { if (event.target.closest("button")) event.preventDefault(); });
  }

  row(buttons) {
    const row = element("div", { class: "row" });
    let group = element("span", { class: "group" });
    row.append(group);
    for (const button of buttons) {
      if (button === null) row.append((group = element("span", { class: "group" })));
      else group.append(this.button(...button));
    }
    return row;
  }

  button(word, title, command, isOn = null, keys = null) {
    const name = this.say(title ?? word) + (keys ? ` (${keyName(keys, this.isMac)})` : "");
    const button = element("button", {
      type: "button", tabindex: "-1", title: name, class: word, "aria-keyshortcuts": keys ? ariaKeys(keys, this.isMac) : null,
      "aria-pressed": isOn ? "false" : null,
      onclick: () => {
        if (button.getAttribute("aria-disabled") === "true") return;
        const { view } = this;
        const hadFocus = document.activeElement === button;
        command(view.state, view.dispatch, view);
        // A dialog keeps the focus; everything else gives it back to the words.
        if (!document.querySelector("dialog[open]") && !(hadFocus && word === "editor-help")) view.focus();
      },
    }, this.say(word));
    this.controls.push({ button, command, isOn });
    return button;
  }

  turnSelects() {
    const run = (command) => { command(this.view.state, this.view.dispatch); };
    const { say, speakers } = this;
    this.role = element("select", { tabindex: "-1", onchange: () => run(setRole(this.role.value)) },
      ...ROLES.map((role) => element("option", { value: role }, say(`editor-${role}`))));
    this.speaker = element("select", { tabindex: "-1", onchange: () => run(setSpeaker(this.speaker.value || null, speakers)) },
      element("option", { value: "" }, say("editor-speaker-none")),
      ...speakers.map(({ slug, name }) => element("option", { value: slug }, name)));
    return [element("label", {}, say("editor-role"), " ", this.role), element("label", {}, say("editor-speaker"), " ", this.speaker)];
  }

  /** Says what is on and what is possible where the caret is now. */
  update(state) {
    const turn = turnAround(state.selection.$from);
    this.turnRow.hidden = !turn;
    this.tableRow.hidden = !isInTable(state);
    this.figureRow.hidden = !inside("figure")(state);
    for (const { button, command, isOn } of this.controls) {
      if (button.closest(".row").hidden) continue;
      set(button, "aria-disabled", command(state) ? null : "true");
      if (isOn) set(button, "aria-pressed", String(isOn(state)));
    }
    if (turn) {
      this.role.value = turn.node.attrs.role;
      const { speaker } = turn.node.attrs;
      if (speaker && !this.speakers.some(({ slug }) => slug === speaker) && ![...this.speaker.options].some(({ value }) => value === speaker)) {
        this.speaker.append(element("option", { value: speaker }, speaker));
      }
      this.speaker.value = speaker ?? "";
    }
    if (!this.stops().some((stop) => stop.tabIndex === 0)) this.rove(this.stops()[0]);
  }

  stops() {
    return [...this.dom.querySelectorAll("button, select")].filter((stop) => !stop.closest("[hidden]"));
  }

  rove(target) {
    for (const stop of this.dom.querySelectorAll("button, select")) stop.tabIndex = stop === target ? 0 : -1;
  }

  focus() {
    (this.stops().find((stop) => stop.tabIndex === 0) ?? this.stops()[0]).focus();
  }

  keydown(event) {
    const stops = this.stops();
    const at = stops.indexOf(event.target);
    const forward = getComputedStyle(this.dom).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (event.key === "Escape") this.view.focus();
    else if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    else stops[(to + stops.length) % stops.length].focus();
    event.preventDefault();
  }
}

const withFigure = (edit) => (state, dispatch) => {
  const { $from, node, from } = state.selection;
  const pos = node?.type === nodes.figure ? from : $from.parent.type === nodes.figure ? $from.before() : null;
  if (pos !== null && dispatch) edit(pos);
  return pos !== null;
};

function ariaKeys(keys, isMac) {
  return keys.replace("Mod", isMac ? "Meta" : "Control").replaceAll("-", "+");
}

function set(dom, name, value) {
  if (dom.getAttribute(name) === value) return;
  if (value === null) dom.removeAttribute(name);
  else dom.setAttribute(name, value);
}
