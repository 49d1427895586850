// The editor's life on the page of the desk: saving, the local copy, signing in again, conflict, what was left behind.

import { fromDocument, toDocument } from "./convert.mjs";
import { askSignIn } from "./dialogs.mjs";
import { element } from "./elements.mjs";
import { fieldsOf, restoreFields } from "./fields.mjs";
import { mintedIds } from "./ids.mjs";
import { LocalCopy } from "./local_copy.mjs";
import { openMerge, savingSentence, showChecks, showPresence, timeOfDay } from "./panels.mjs";
import { Saver } from "./saving.mjs";

export class Desk {
  constructor({ form, say, track, view, go, started }) {
    Object.assign(this, { form, say, track, view, go, started });
    const { account, api, revision } = form.dataset;
    this.where = { lang: document.documentElement.lang, zone: form.dataset.zone };
    this.output = form.querySelector("[data-save-state]") ?? document.querySelector("[data-save-state]");
    this.copy = new LocalCopy(storage(), account, api, `${Date.now()}-${Math.random()}`);
    this.session = null;
    this.flight = null;
    this.saver = new Saver({
      api,
      revision: Number(revision),
      copy: this.copy,
      snapshot: () => ({ fields: fieldsOf(form), document: toDocument(view().state.doc) }),
      show: (state) => this.show(state),
      sending: () => { this.flight?.since.stop(); this.flight = { doc: view().state.doc, since: track() }; },
      saved: (answer) => this.saved(answer),
      fetch: (...request) => fetch(...request),
      now: () => Date.now(),
      later: (ms, run) => setTimeout(run, ms),
      never: (handle) => clearTimeout(handle),
    });
  }

  /** Begins to listen; called when the editor stands on the page. */
  start() {
    const { form, saver } = this;
    const own = (target) => target.closest?.("[data-editor-own]");
    const changed = (event) => { if (event.target.name && !own(event.target)) saver.changed(); };
    form.addEventListener("input", changed);
    form.addEventListener("change", changed);
    window.addEventListener("focus", () => this.again());
    window.addEventListener("online", () => this.again());
    window.addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.leave());
    window.addEventListener("beforeunload", (event) => { if (this.saver.wouldLose) event.preventDefault(); });
    document.addEventListener("submit", (event) => this.submit(event), true);
    document.addEventListener("keydown", (event) => this.saveKey(event));
    this.show(saver.state);
    this.offerFound();
  }

  /** Ctrl-S works in the other fields too. */
  saveKey(event) {
    const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "s";
    if (!isSave || event.defaultPrevented) return;
    event.preventDefault();
    this.saver.save();
  }

  /** A server that was away, or wanted a sign-in, may answer now. */
  again() {
    if (["session", "away"].includes(this.saver.state.kind)) this.saver.save();
  }

  leave() {
    this.saver.keep();
    if (["pending", "saved", "unchanged"].includes(this.saver.state.kind)) this.saver.save({ isLeaving: true });
  }

  /** A button of the page (submit for review, release …) acts on what is saved, so the text is saved first. */
  async submit(event) {
    const form = event.target;
    if (event.defaultPrevented || form.method === "dialog" || form.closest("[data-editor-own], dialog.editor-dialog")) return;
    if (!this.saver.isDirty && !this.saver.inFlight) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { submitter } = event;
    if (await this.saver.save()) form.requestSubmit(submitter);
    else this.add(this.say("editor-save-wait"));
  }

  add(sentence) {
    this.output?.append(" ", sentence);
  }

  show(state) {
    const { output, say } = this;
    this.form.dataset.saving = state.kind;
    if (this.session?.isOpen() && state.kind !== "session" && state.kind !== "saving") this.session.close();
    if (state.kind === "session") this.signIn();
    if (!output) return;
    output.className = `save-${state.kind}`;
    const sentence = savingSentence(say, state, this.where);
    if (output.dataset.sentence === sentence) return;
    output.dataset.sentence = sentence;
    output.replaceChildren(sentence);
    if (state.kind === "conflict" && state.merge) output.append(" ", this.mergeButton(state.merge));
  }

  mergeButton(action) {
    const open = () => {
      this.saver.keep();
      const { fields, document: mine } = this.saver.snapshot();
      openMerge(action, { base: String(this.saver.revision), document: JSON.stringify(mine), fields: JSON.stringify(fields) });
    };
    return element("button", { type: "button", class: "merge", onclick: open }, this.say("editor-save-merge"));
  }

  /** Opens the sign-in dialog unless it is open. */
  signIn() {
    if (this.session?.isOpen()) return;
    this.session = askSignIn(this.say, () => this.saver.save());
  }

  /** Takes over what the server says about a save. */
  saved(answer) {
    const flight = this.flight;
    this.flight = null;
    this.form.dataset.revision = String(answer.revision);
    for (const input of document.querySelectorAll('input[name="base"], input[name="revision"]')) input.value = String(answer.revision);
    showChecks(document.querySelector("ul[data-checks]"), answer.checks, this.say, this.go);
    showPresence(document.querySelector("[data-presence]"), answer.others, this.say, this.where);
    const mapping = flight?.since.stop();
    if (!flight || !answer.document) return;
    const view = this.view();
    // Setting attributes redraws a paragraph, which would break a word that is being composed (Chinese, Arabic on phones). The ids
    // then come with the next save.
    if (view.composing) return;
    const tr = mintedIds(view.state, flight.doc, mapping, answer.document);
    if (tr) view.dispatch(tr);
  }

  /** Offers what an earlier visit left on this computer; it is never put in silently. */
  offerFound() {
    const server = JSON.stringify(this.started);
    const fields = JSON.stringify(fieldsOf(this.form));
    const found = this.copy.found((one) => JSON.stringify(one.document) === server && JSON.stringify(one.fields) === fields);
    for (const record of found.reverse()) this.offer(record);
  }

  offer(record) {
    const { say, saver } = this;
    const behind = record.base !== saver.revision ? [" ", say("editor-found-behind")] : [];
    const time = new Date(record.at).toDateString() === new Date().toDateString()
      ? timeOfDay(record.at, this.where)
      : new Intl.DateTimeFormat(this.where.lang || undefined, { dateStyle: "medium", timeStyle: "short", timeZone: this.where.zone || undefined }).format(record.at);
    const box = element("div", { class: "editor-found", role: "region", "aria-label": say("editor-restore"), "data-editor-own": "" },
      element("p", {}, say("editor-found", { time }), ...behind),
      element("p", {},
        element("button", { type: "button", onclick: () => { this.restore(record); box.remove(); } }, say("editor-restore")), " ",
        element("button", { type: "button", onclick: () => { this.copy.forget(record); box.remove(); this.view().focus(); } }, say("editor-discard"))));
    this.form.querySelector(".editor").before(box);
    box.scrollIntoView({ block: "center" });
  }

  /** Puts a kept text in; Undo takes it back. Its base comes with it, so that the server sees whether somebody else wrote since. */
  restore(record) {
    const view = this.view();
    const doc = fromDocument(record.document);
    view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content));
    restoreFields(this.form, record.fields ?? {});
    this.saver.revision = Math.min(this.saver.revision, record.base);
    this.saver.changed();
    this.saver.keep();
    this.copy.forget(record);
    view.focus();
  }
}

/** localStorage, or nothing where the browser forbids it: then nothing is kept, and the state of saving says so. */
function storage() {
  try {
    return window.localStorage;
  } catch {
    return { getItem: () => null, setItem: () => { throw new Error("no storage"); }, removeItem: () => {} };
  }
}
