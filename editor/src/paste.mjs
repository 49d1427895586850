// What is pasted or dropped goes to the server, which knows Word, mail and transcripts and says what it left out. One line of plain
// text, and what was copied inside the editor, go in directly.

import { fragmentOf } from "./convert.mjs";
import { inserted, takesInlineOnly, withText } from "./insertion.mjs";
import { markUnsure } from "./unsure.mjs";

/** Bytes of an insertion or a Word file. A book of a thousand pages has three million letters; more is pictures or a mistake. */
export const INSERTION_BYTES_MAX = 20_000_000;

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The listeners for ProseMirror's `handleDOMEvents`; they come before its own reading of the clipboard. */
export function insertions(context) {
  const { view } = context;
  const take = (event, transfer) => {
    const html = transfer.getData("text/html");
    const text = transfer.getData("text/plain");
    const files = [...transfer.files];
    if (html === "" && files.length > 0) {
      event.preventDefault();
      takeFiles(context, files);
      return true;
    }
    if (isOwn(html) || (html === "" && !text.trim().includes("\n") && text.length < INSERTION_BYTES_MAX)) return false;
    event.preventDefault();
    if (new Blob([html, text]).size > INSERTION_BYTES_MAX) context.note([context.say("editor-paste-large")]);
    else if (takesInlineOnly(view().state.selection.$from)) view().dispatch(withText(view().state, text));
    else send(context, () => postJson(context, { html, text }), text);
    return true;
  };
  return {
    paste: (_view, event) => event.clipboardData !== null && take(event, event.clipboardData),
    drop: (own, event) => {
      if (own.dragging || event.dataTransfer === null) return false;
      const at = own.posAtCoords({ left: event.clientX, top: event.clientY });
      if (at) context.caretTo(at.pos);
      return take(event, event.dataTransfer);
    },
  };
}

/** What this editor copied carries its marks; another ProseMirror's clipboard goes to the server like everything else. */
const isOwn = (html) => html.includes("data-pm-slice=") && html.includes("data-chancery=");

/** Word files go in, pictures and the rest are answered in words. */
export function takeFiles(context, files) {
  const { say, note } = context;
  const file = files.find(({ name, type }) => type === DOCX || /\.docx$/i.test(name));
  if (!file) {
    note([say(files.some(({ type }) => type.startsWith("image/")) ? "editor-paste-picture" : "editor-paste-file")]);
    return;
  }
  if (file.size > INSERTION_BYTES_MAX) {
    note([say("editor-docx-large")]);
    return;
  }
  send(context, () => {
    const body = new FormData();
    body.append("file", file, file.name);
    return fetch(`${context.api}/docx`, { method: "POST", body, redirect: "manual", headers: { accept: "application/json" } });
  }, null);
}

function postJson(context, value) {
  return fetch(`${context.api}/paste`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(value),
    redirect: "manual",
  });
}

/** Asks the server and inserts what it gives where the caret was. `text` is what goes in if it cannot be reached, if anything. */
async function send(context, request, text) {
  const { view, say, note, track } = context;
  const { selection } = view().state;
  const since = track();
  note([say("editor-paste-reading")]);
  const outcome = await answerOf(request);
  const mapping = since.stop();
  const at = (state) => {
    const bookmark = selection.getBookmark().map(mapping);
    return state.apply(state.tr.setSelection(bookmark.resolve(state.doc)));
  };
  if (outcome.kind === "done") {
    try {
      put(context, at, (state) => inserted(state, fragmentOf(outcome.answer.document)), outcome.answer.unsure ?? []);
      note(outcome.answer.notes ?? []);
    } catch (error) {
      note([say("editor-paste-refused", { detail: error.message })]);
    }
    return;
  }
  if (outcome.kind === "refused") {
    note([say("editor-paste-refused", { detail: outcome.detail ?? say("editor-save-refused-plain") })]);
  } else if (text === null) {
    note([say("editor-docx-away")]);
  } else {
    put(context, at, (state) => withText(state, text), []);
    note([say("editor-paste-away")]);
  }
  if (outcome.kind === "session") context.signIn();
}

async function answerOf(request) {
  try {
    const response = await request();
    if (response.type === "opaqueredirect" || response.status === 401) return { kind: "session" };
    if (response.status >= 500 || response.status === 429) return { kind: "away" };
    const answer = await response.json();
    return response.ok ? { kind: "done", answer } : { kind: "refused", detail: answer.detail };
  } catch {
    return { kind: "away" };
  }
}

/** One transaction, so that one Undo takes the whole insertion back. */
function put(context, at, make, unsure) {
  const { view, unsureAdded } = context;
  const { state } = view();
  const made = make(at(state));
  const tr = state.tr;
  for (const step of made.steps) tr.step(step);
  tr.setSelection(made.selection.constructor.fromJSON(tr.doc, made.selection.toJSON()));
  if (unsure.length > 0) markUnsure(tr, unsure);
  view().dispatch(tr.setMeta("paste", true).scrollIntoView());
  view().focus();
  unsureAdded(unsure);
}
