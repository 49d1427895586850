// Puts the parts together: the form's data, the editor's state and view, the toolbar, saving and insertion.

import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history } from "prosemirror-history";
import { keydownHandler } from "prosemirror-keymap";
import { Mapping } from "prosemirror-transform";
import { EditorState, Plugin, TextSelection } from "prosemirror-state";
import { tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { crosses, deleted } from "./across.mjs";
import { fromDocument, toDocument } from "./convert.mjs";
import { element, freshId } from "./elements.mjs";
import { FigureView } from "./figure_view.mjs";
import { isMinting, placeOf, uniqueIds } from "./ids.mjs";
import { keysOf } from "./keys.mjs";
import { insertions } from "./paste.mjs";
import { Notes } from "./panels.mjs";
import { typingRules } from "./rules.mjs";
import { Desk } from "./desk.mjs";
import { keyName, Toolbar } from "./toolbar.mjs";
import { toolsOf } from "./tools.mjs";
import { TurnView } from "./turn_view.mjs";
import { markSeen, unsurePlaces } from "./unsure.mjs";
import { speaking } from "./words.mjs";

/** Mounts the editor on the form. Throws, with nothing changed, when the document cannot be shown. */
export function mount(form) {
  const data = (name, otherwise) => JSON.parse(form.querySelector(`script[data-${name}]`)?.textContent || "null") ?? otherwise;
  const say = speaking(data("words", {}));
  const doc = fromDocument(data("document", { format: 1, nodes: [] }));
  const speakers = data("speakers", []);
  const area = form.querySelector('textarea[name="text"]');
  const words = { question: say("editor-question"), answer: say("editor-answer") };
  const isMac = /Mac|iP(hone|ad)/.test(navigator.platform);
  const { lang = "", dir = "auto", api } = form.dataset;

  const trackers = new Set();
  const track = () => {
    const tracker = { mapping: new Mapping(), stop: () => { trackers.delete(tracker); return tracker.mapping; } };
    trackers.add(tracker);
    return tracker;
  };

  let view = null;
  const notes = new Notes(document.querySelector("ul[data-notes]"), say);
  const go = (block) => goTo(view, block);
  const tools = toolsOf({ view: () => view, say, form, lang, isMac });
  const desk = new Desk({ form, say, track, view: () => view, go, started: toDocument(doc) });
  tools.save = () => desk.saver.save();
  const context = {
    api, say, track,
    view: () => view,
    note: (sentences) => notes.show(sentences),
    signIn: () => desk.signIn(),
    caretTo: (pos) => view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos)))),
    unsureAdded: (places) => places.forEach(({ block, message }) =>
      notes.unsure(block, message, () => go(block), () => view.dispatch(markSeen(view.state.tr, block)))),
  };
  tools.context = context;

  const { keys, notice } = keysOf(words, tools);
  let toolbar = null;
  const state = EditorState.create({
    doc,
    plugins: [
      typingRules(),
      keysPlugin(keys, notice),
      dropCursor({ class: "drop-cursor" }),
      gapCursor(),
      tableEditing(),
      history(),
      uniqueIds(),
      unsurePlaces(),
      new Plugin({ view: () => ({ update: ({ state: now }) => toolbar?.update(now) }) }),
    ],
  });

  const place = element("div", { class: "editor", "data-editor-own": "" });
  view = new EditorView({ mount: element("div", { class: "editor-text text", lang, dir }) }, {
    state,
    attributes: textAttributes(form, area, say),
    nodeViews: {
      turn: (node, own, getPos, decorations) => new TurnView(node, own, getPos, decorations, { say, speakers }),
      figure: (node, own, getPos) => new FigureView(node, own, getPos, { say, library: tools.library, edit: tools.editFigure }),
    },
    handleDOMEvents: {
      ...insertions(context),
      ...acrossTurns,
      // The browser reports a moved caret later than the next key when it is busy; without this, a key typed quickly after "End of
      // text" would replace what was selected before.
      keydown(own, event) {
        if (!own.composing && !event.isComposing) own.domObserver?.flush();
        return false;
      },
      // A link in the text is text; it opens with the middle button or from its menu, as the page would otherwise be left.
      click: (_view, event) => { if (event.target.closest?.("a")) event.preventDefault(); return false; },
    },
    // The toolbar stays at the top of the window; the caret must not go under it.
    scrollThreshold: { top: 150, bottom: 40, left: 0, right: 0 },
    scrollMargin: { top: 160, bottom: 60, left: 5, right: 5 },
    handleTextInput(own, _from, _to, text) {
      if (!crosses(own.state.selection)) return false;
      own.dispatch(deleted(own.state.tr).insertText(text).scrollIntoView());
      return true;
    },
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      if (!tr.docChanged) return;
      for (const { mapping } of trackers) mapping.appendMapping(tr.mapping);
      if (!isMinting(tr)) desk.saver.changed();
    },
  });
  toolbar = new Toolbar({ view, say, words, speakers, tools, isMac });
  tools.toolbar = () => toolbar.focus();
  tools.keyRows = keyRows(say, isMac);
  const hint = element("p", { class: "editor-hint", id: hintId }, say("editor-hint"));
  place.append(toolbar.dom, view.dom, hint);
  area.hidden = true;
  area.disabled = true;
  area.after(place);
  labelOf(form, area)?.addEventListener("click", () => view.focus());
  toolbar.update(view.state);
  desk.start();
  return view;
}

const hintId = freshId("hint");

const labelOf = (form, area) => form.querySelector(`label[for="${CSS.escape(area.id)}"]`) ?? area.closest("label");

function textAttributes(form, area, say) {
  const label = labelOf(form, area);
  if (label && label.id === "") label.id = freshId("label");
  const name = label ? { "aria-labelledby": label.id } : { "aria-label": say("editor-text") };
  return { role: "textbox", "aria-multiline": "true", "aria-describedby": hintId, spellcheck: "true", ...name };
}

/** Cutting, composing and dragging where the selection reaches over the edge of a turn (see across.mjs). */
const acrossTurns = {
  cut(view, event) {
    if (!crosses(view.state.selection) || !event.clipboardData) return false;
    const { dom, text } = view.serializeForClipboard(view.state.selection.content());
    event.preventDefault();
    event.clipboardData.clearData();
    event.clipboardData.setData("text/html", dom.innerHTML);
    event.clipboardData.setData("text/plain", text);
    view.dispatch(deleted(view.state.tr).setMeta("uiEvent", "cut").scrollIntoView());
    return true;
  },
  compositionstart(view) {
    if (crosses(view.state.selection)) view.dispatch(deleted(view.state.tr));
    return false;
  },
  dragstart(view, event) {
    if (!crosses(view.state.selection)) return false;
    event.preventDefault();
    return true;
  },
};

function keysPlugin(keys, notice) {
  const handle = keydownHandler(keys);
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        notice(event);
        return handle(view, event);
      },
    },
  });
}

/** Puts the caret into a block or turn and shows it. */
function goTo(view, block) {
  const pos = placeOf(view.state.doc, block);
  if (pos === null) return;
  const at = TextSelection.near(view.state.doc.resolve(Math.min(pos + 1, view.state.doc.content.size)));
  view.dispatch(view.state.tr.setSelection(at).scrollIntoView());
  view.focus();
}

function keyRows(say, isMac) {
  const named = (...keys) => keys.map((key) => keyName(key, isMac)).join(", ");
  return [
    [named("Enter"), say("editor-key-enter")],
    [named("Mod-Enter"), say("editor-key-next")],
    [named("Mod-Shift-Enter"), say("editor-key-after")],
    [named("Shift-Enter"), say("editor-key-break")],
    [named("Alt-ArrowUp", "Alt-ArrowDown"), say("editor-key-move")],
    [named("Backspace"), say("editor-key-backspace")],
    [named("Mod-Alt-0"), say("editor-paragraph-title")],
    [named("Mod-Alt-2", "Mod-Alt-3", "Mod-Alt-4"), ["editor-heading-2", "editor-heading-3", "editor-heading-4"].map((key) => say(key)).join(", ")],
    [named("Mod-Shift-8"), say("editor-bullets-title")],
    [named("Mod-Shift-7"), say("editor-numbers-title")],
    [named("Mod-Shift-9"), say("editor-quote-title")],
    [named("Tab", "Shift-Tab"), say("editor-key-tab")],
    [named("Mod-b"), say("editor-strong-title")],
    [named("Mod-i"), say("editor-emphasis-title")],
    [named("Mod-."), say("editor-superscript")],
    [named("Mod-,"), say("editor-subscript")],
    [named("Mod-k"), say("editor-link")],
    [named("Mod-z"), say("editor-undo")],
    [named("Mod-Shift-z", "Mod-y"), say("editor-redo")],
    [named("Mod-s"), say("editor-key-save")],
    [named("Alt-F10"), say("editor-key-toolbar")],
    ["Escape, Tab", say("editor-key-leave")],
    [named("F1"), say("editor-help-title")],
  ];
}

