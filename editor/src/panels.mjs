// What the page says around the text: the state of saving, notes of what was inserted, checks, who else is here.

import { element } from "./elements.mjs";

/** An instant or a server's word for it, as a time of day in the page's language and, if it says one, the mission's zone. */
export function timeOfDay(at, { lang, zone }, withSeconds = true) {
  const instant = typeof at === "number" ? at : Date.parse(at);
  if (Number.isNaN(instant)) return String(at);
  const parts = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...(withSeconds ? { second: "2-digit" } : {}) };
  try {
    return new Intl.DateTimeFormat(lang || undefined, { ...parts, timeZone: zone || undefined }).format(instant);
  } catch {
    // A zone that this browser does not know must not stop the saving.
    return new Intl.DateTimeFormat("en", parts).format(instant);
  }
}

/** The sentence for a state of saving (see `Saver`). */
export function savingSentence(say, state, where) {
  switch (state.kind) {
    case "saved":
      return say("editor-save-saved", { time: timeOfDay(state.at, where) });
    case "away":
      return say(state.isKept ? "editor-save-away" : "editor-save-away-unkept", { time: timeOfDay(state.time, where, false) });
    case "refused":
      return say("editor-save-refused", { detail: state.detail ?? say("editor-save-refused-plain") });
    default:
      return say(`editor-save-${state.kind}`);
  }
}

/** Opens the merge view with the text that is here: a form, because the text may be far longer than an address can be. */
export function openMerge(action, values) {
  const inputs = Object.entries(values).map(([name, value]) => element("input", { type: "hidden", name, value }));
  const form = element("form", { method: "post", action, hidden: true, "data-editor-own": "" }, ...inputs);
  document.body.append(form);
  form.submit();
}

/** The checks of the last save; one that names a block has a button that leads there. */
export function showChecks(list, checks, say, go) {
  if (!list) return;
  list.replaceChildren(...(checks ?? []).map(({ severity, message, block }) => {
    const word = { error: "editor-check-error", warning: "editor-check-warning" }[severity] ?? "editor-check-note";
    const text = [element("b", {}, say(word)), " ", element("span", { dir: "auto" }, message)];
    const button = block ? [" ", element("button", { type: "button", onclick: () => go(block) }, say("editor-go"))] : [];
    return element("li", { class: `check check-${severity}` }, ...text, ...button);
  }));
}

/** Who else has the text open. */
export function showPresence(box, others, say, where) {
  if (!box) return;
  const sentences = (others ?? []).map(({ name, since }) =>
    element("p", {}, say("editor-presence", { name, time: timeOfDay(since, where, false) })));
  box.replaceChildren(...sentences);
}

/** Notes of what was inserted: sentences of the server, and places that want a look. */
export class Notes {
  constructor(list, say) {
    this.list = list;
    this.say = say;
  }
  /** Replaces the notes of the last insertion; what is unsure stays until somebody has looked. */
  show(sentences) {
    if (!this.list) return;
    for (const old of this.list.querySelectorAll("li:not([data-unsure])")) old.remove();
    this.list.prepend(...sentences.map((sentence) => element("li", { dir: "auto" }, sentence)));
  }
  unsure(block, message, go, seen) {
    if (!this.list) return;
    const item = element("li", { "data-unsure": block }, element("span", { dir: "auto" }, message), " ",
      element("button", { type: "button", onclick: go }, this.say("editor-go")), " ",
      element("button", { type: "button", onclick: () => { item.remove(); seen(); } }, this.say("editor-seen")));
    this.list.append(item);
  }
}
