// The dialogs: link, language, picture, help and signing in again. Each is a <dialog> with a real form; what is wrong stands
// beside its field; Escape closes; the focus comes back to where it was.

import { cleanAddress } from "./addresses.mjs";
import { element, freshId } from "./elements.mjs";

/** A BCP 47 code as far as its shape goes: a language of two to eight letters and further parts. */
const LANGUAGE_CODE = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i;

/** Opens a dialog. `accept` gives the answer or throws a `Wrong`; the promise gives the answer, or null when it was closed. */
export function ask({ say, title, content, accept, actions = [], okay = "editor-ok", opened = () => {} }) {
  return new Promise((resolve) => {
    const titleId = freshId("title");
    let answer = null;
    const cancel = element("button", { type: "button", onclick: () => dialog.close() }, say(accept ? "editor-cancel" : "editor-close"));
    const extra = actions.map(({ label, value }) =>
      element("button", { type: "button", onclick: () => { answer = value; dialog.close(); } }, label));
    const ok = accept ? [element("button", { type: "submit", class: "main" }, say(okay))] : [];
    const form = element("form", { method: "dialog", novalidate: true },
      element("h2", { id: titleId }, title), ...content, element("p", { class: "actions" }, ...ok, ...extra, cancel));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        answer = await accept();
        dialog.close();
      } catch (wrong) {
        if (!(wrong instanceof Wrong)) throw wrong;
        wrong.show();
      }
    });
    const dialog = element("dialog", { class: "editor-dialog", "aria-labelledby": titleId }, form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();
    opened(dialog);
  });
}

/** A field that was filled in wrongly, and the sentence about it. */
class Wrong extends Error {
  constructor(field, sentence) {
    super(sentence);
    this.field = field;
  }
  show() {
    this.field.problem.textContent = this.message;
    this.field.input.setAttribute("aria-invalid", "true");
    this.field.input.focus();
  }
}

/** A labelled input with room for a hint and for what is wrong. */
function field(label, attrs, hint = "") {
  const [id, hintId, problemId] = [freshId("field"), freshId("hint"), freshId("problem")];
  const input = element("input", { id, "aria-describedby": `${hintId} ${problemId}`, ...attrs });
  const problem = element("span", { id: problemId, class: "wrong", role: "alert" });
  const box = element("p", {}, element("label", { for: id }, label), input,
    element("small", { id: hintId }, hint), problem);
  input.addEventListener("input", () => { problem.textContent = ""; input.removeAttribute("aria-invalid"); });
  return { box, input, problem };
}

/** The address of a link: a string, `""` to remove the link, or null. */
export function askLink(say, href) {
  const address = field(say("editor-link-address"), { value: href, dir: "ltr", autocomplete: "off", spellcheck: "false" }, say("editor-link-hint"));
  const accept = () => {
    const typed = address.input.value.trim();
    // "www.…" and "a@b" are what people type when they mean an address.
    const meant = /^www\./i.test(typed) ? `https://${typed}` : /^[^\s/:@]+@[^\s/:@]+\.[^\s/:@]+$/.test(typed) ? `mailto:${typed}` : typed;
    const clean = cleanAddress(meant);
    if (clean === null) throw new Wrong(address, say("editor-link-wrong"));
    return clean;
  };
  const actions = href === "" ? [] : [{ label: say("editor-remove"), value: "" }];
  return ask({ say, title: say("editor-link"), content: [address.box], accept, actions });
}

/** The language of the selected words: a code, `""` to remove it, or null. */
export function askLanguage(say, lang) {
  const code = field(say("editor-lang-code"), { value: lang, dir: "ltr", autocomplete: "off", spellcheck: "false" }, say("editor-lang-hint"));
  const accept = () => {
    const typed = code.input.value.trim();
    if (!LANGUAGE_CODE.test(typed)) throw new Wrong(code, say("editor-lang-wrong"));
    return typed;
  };
  const actions = lang === "" ? [] : [{ label: say("editor-remove"), value: "" }];
  return ask({ say, title: say("editor-lang-title"), content: [code.box], accept, actions });
}

/** A picture of the media library: `{media, alt, caption}`, or null. `old` are the values of the figure that is changed. */
export async function askFigure(say, library, lang, old = null) {
  let files;
  try {
    files = await library(true);
  } catch {
    return ask({ say, title: say("editor-figure-title"), content: [element("p", {}, say("editor-media-failed"))] });
  }
  if (files.length === 0) {
    return ask({ say, title: say("editor-figure-title"), content: [element("p", {}, say("editor-media-none"))] });
  }
  const alt = field(say("editor-media-alt"), { value: old?.alt ?? "", dir: "auto", lang });
  const caption = field(say("editor-media-caption"), { dir: "auto", lang });
  const group = freshId("media");
  const choices = files.map((file) => {
    const input = element("input", { type: "radio", name: group, value: `${file.digest}/${file.name}` });
    if (old?.media === input.value) input.setAttribute("checked", "");
    input.addEventListener("change", () => { if (!old) alt.input.value = file.alt?.[lang] ?? ""; });
    const thumb = file.thumb ? [element("img", { src: file.thumb, alt: "", loading: "lazy" })] : [];
    return element("label", {}, input, ...thumb, element("span", { dir: "auto" }, file.name));
  });
  const problem = element("span", { class: "wrong", role: "alert" });
  const list = element("fieldset", { class: "media" }, element("legend", {}, say("editor-media-choose")), ...choices);
  const first = choices[0].querySelector("input");
  const accept = () => {
    const chosen = list.querySelector("input:checked");
    problem.textContent = "";
    if (!chosen) throw new Wrong({ input: first, problem }, say("editor-media-unchosen"));
    if (alt.input.value.trim() === "") throw new Wrong(alt, say("editor-media-alt-missing"));
    return { media: chosen.value, alt: alt.input.value.trim(), caption: caption.input.value.trim() };
  };
  const content = [list, problem, alt.box, ...(old ? [] : [caption.box])];
  return ask({ say, title: say("editor-figure-title"), content, accept });
}

/** The keys, as a table: `rows` are `[key, sentence]`. */
export function showHelp(say, rows) {
  const table = element("table", {}, element("tbody", {}, ...rows.map(([keys, sentence]) =>
    element("tr", {}, element("th", { scope: "row" }, element("kbd", { dir: "ltr" }, keys)), element("td", {}, sentence)))));
  return ask({ say, title: say("editor-help-title"), content: [element("div", { class: "keys", tabindex: "0", role: "group", "aria-label": say("editor-help-title") }, table)] });
}

/**
 * Says that the session has ended. `retry` saves and says whether the server took it. Gives a function that closes the dialog, for
 * when the session has come back by itself.
 */
export function askSignIn(say, retry) {
  const still = element("p", { class: "wrong", role: "alert", tabindex: "-1" });
  const link = element("a", { href: "/desk/sign-in?close=1", target: "_blank", rel: "noopener" }, say("editor-session-link"));
  const accept = async () => {
    if (await retry()) return true;
    throw new Wrong({ input: still, problem: still }, say("editor-session-still"));
  };
  let shown = null;
  ask({
    say, title: say("editor-session-title"), okay: "editor-session-done", accept,
    content: [element("p", {}, say("editor-session-text")), element("p", {}, link), still],
    opened: (dialog) => { shown = dialog; },
  });
  return { close: () => shown.close(), isOpen: () => shown.open };
}
