// What opens outside the text: link, language, picture, Word file, help.

import { deleted } from "./across.mjs";
import { askFigure, askLanguage, askLink, showHelp } from "./dialogs.mjs";
import { element } from "./elements.mjs";
import { takeFiles } from "./paste.mjs";
import { schema } from "./schema.mjs";

const { marks, nodes } = schema;

export function toolsOf({ view, say, lang }) {
  const library = libraryOf();
  const tools = {
    library,
    link: () => withMark(view(), "link", "href", (old) => askLink(say, old), say("editor-link-empty"), tools),
    lang: () => withMark(view(), "lang", "lang", (old) => askLanguage(say, old), say("editor-lang-empty"), tools),
    help: () => showHelp(say, tools.keyRows).then(() => view().focus()),
    wordFile: () => chooseFile((files) => takeFiles(tools.context, files)),
    async figure() {
      const chosen = await askFigure(say, library, lang);
      const own = view();
      if (chosen) {
        const caption = chosen.caption === "" ? [] : [schema.text(chosen.caption)];
        const figure = nodes.figure.create({ media: chosen.media, alt: chosen.alt }, caption);
        own.dispatch(deleted(own.state.tr).replaceSelectionWith(figure).scrollIntoView());
      }
      own.focus();
    },
    async editFigure(pos) {
      const own = view();
      const old = own.state.doc.nodeAt(pos);
      const chosen = await askFigure(say, library, lang, old.attrs);
      if (chosen && own.state.doc.nodeAt(pos)?.type === nodes.figure) {
        const { media, alt } = chosen;
        own.dispatch(own.state.tr.setNodeMarkup(pos, null, { ...own.state.doc.nodeAt(pos).attrs, media, alt }));
      }
      own.focus();
    },
  };
  return tools;
}

/** Asks for a mark's value and sets it on the selection, or on the whole marked run around the caret. */
async function withMark(view, name, attribute, question, empty, tools) {
  const { state } = view;
  if (state.selection.$from.parent.type === nodes.turn_label) return;
  const range = state.selection.empty ? runAround(state.selection.$from, marks[name]) : state.selection;
  if (!range) {
    tools.context.note([empty]);
    view.focus();
    return;
  }
  const old = markIn(state.doc, range, marks[name])?.attrs[attribute] ?? "";
  const value = await question(old);
  if (value !== null) {
    const { from, to } = range;
    const tr = view.state.tr.removeMark(from, to, marks[name]);
    if (value !== "") tr.addMark(from, to, marks[name].create({ [attribute]: value }));
    view.dispatch(tr);
  }
  view.focus();
}

/** The run of text with one mark in which the caret stands, so that a link need not be selected to be changed. */
function runAround($pos, type) {
  const { parent } = $pos;
  const here = type.isInSet($pos.marks()) ?? ($pos.nodeAfter && type.isInSet($pos.nodeAfter.marks));
  if (!here) return null;
  const start = $pos.start();
  let from = null;
  let to = null;
  parent.forEach((node, offset) => {
    const isMarked = here.isInSet(node.marks);
    const [begin, end] = [start + offset, start + offset + node.nodeSize];
    if (isMarked && to === begin) to = end;
    else if (isMarked && (to === null || to < $pos.pos)) [from, to] = [begin, end];
  });
  return from === null ? null : { from, to };
}

function markIn(doc, { from, to }, type) {
  let found = null;
  doc.nodesBetween(from, to, (node) => { found ??= type.isInSet(node.marks) ?? null; });
  return found;
}

/** The media library, asked once and again only when somebody chooses a picture. */
function libraryOf() {
  let answer = null;
  return (isFresh = false) => {
    if (answer === null || isFresh) {
      answer = fetch("/desk/media.json", { headers: { accept: "application/json" }, redirect: "manual" }).then((response) => {
        if (!response.ok) throw new Error("no media library");
        return response.json();
      });
      answer.catch(() => { answer = null; });
    }
    return answer;
  };
}

function chooseFile(take) {
  const input = element("input", { type: "file", accept: ".docx", hidden: true, "data-editor-own": "" });
  input.addEventListener("change", () => { take([...input.files]); input.remove(); });
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input);
  input.click();
}
