// When and how the text is saved, and what each answer of the server means. It knows neither the page nor the editor: what it
// needs is given (`fetch`, `now`, `later`, `copy`, `snapshot`), so that tests run it with a made-up server and clock.

/** Milliseconds without a change after which the text is saved: a pause in typing. */
const QUIET_MS = 2000;
/** Milliseconds after which text is saved even while somebody types on. */
const AT_LATEST_MS = 5000;
/** Milliseconds after a change until the local copy is written, and at latest while typing. */
const COPY_QUIET_MS = 300;
const COPY_AT_LATEST_MS = 1000;
/** Milliseconds between attempts while the server is away: 2, 4, 8, 16, then every 30 seconds. */
const RETRY_MS = [2000, 4000, 8000, 16000, 30000];
/** Milliseconds after which an unanswered request counts as lost. */
const REQUEST_MS = 30000;
/** Bytes that browsers let a request carry that outlives its page. */
const KEEPALIVE_BYTES_MAX = 60000;

export class Saver {
  /**
   * - `api`, `revision`: where to save and which revision the text is based on
   * - `snapshot()`: `{fields, document}` as they are now
   * - `show(state)`: the state of saving changed: `{kind, at?, time?, detail?, merge?, isKept}`; kinds: unchanged, pending, saving,
   *   saved, away, refused, conflict, session
   * - `saved(answer)`: the server's answer to a save that it took
   * - `copy`: the local copy; `fetch`, `now()` (epoch ms), `later(ms, run)` → handle, `never(handle)`
   */
  constructor(options) {
    Object.assign(this, options);
    this.isDirty = false;
    this.isKept = true;
    this.isStopped = false;
    this.unsavedSince = null;
    this.failures = 0;
    this.inFlight = null;
    this.timers = { save: null, copy: null };
    this.state = { kind: "unchanged" };
  }

  /** Whether leaving the page now would lose something. */
  get wouldLose() {
    return (this.isDirty || this.inFlight !== null) && !this.isKept;
  }

  /** Something was changed. */
  changed() {
    const now = this.now();
    this.isDirty = true;
    this.isKept = false;
    this.unsavedSince ??= now;
    this.copySince ??= now;
    this.#set("copy", Math.min(COPY_QUIET_MS, Math.max(0, this.copySince + COPY_AT_LATEST_MS - now)), () => this.keep());
    if (this.isStopped) return;
    if (["unchanged", "saved", "refused"].includes(this.state.kind)) this.#say("pending");
    // While the server is away or asks for a sign-in, the next attempt has its own time.
    if (this.state.kind === "away" || this.state.kind === "session" || this.inFlight) return;
    this.#set("save", Math.min(QUIET_MS, Math.max(0, this.unsavedSince + AT_LATEST_MS - now)), () => this.save());
  }

  /** Writes the local copy now. */
  keep() {
    this.#clear("copy");
    this.copySince = null;
    if (!this.isDirty && !this.inFlight) return;
    this.isKept = this.copy.write({ base: this.revision, ...this.snapshot(), at: this.now() });
    if (["away", "refused", "session", "conflict"].includes(this.state.kind)) this.#say(this.state.kind, this.state);
  }

  /** Saves now, if there is anything to save; resolves to whether the server has everything. */
  async save({ isLeaving = false } = {}) {
    while (this.inFlight) {
      await this.inFlight;
      if (!this.isDirty || this.state.kind !== "pending") return !this.isDirty;
    }
    if (this.isStopped) return false;
    if (!this.isDirty) return true;
    this.#clear("save");
    this.inFlight = this.#attempt(isLeaving);
    await this.inFlight;
    this.inFlight = null;
    this.#afterwards();
    return !this.isDirty;
  }

  async #attempt(isLeaving) {
    const sent = this.snapshot();
    const since = this.unsavedSince;
    const body = JSON.stringify({ base: this.revision, ...sent });
    this.isDirty = false;
    this.unsavedSince = null;
    this.#say("saving");
    this.sending?.();
    const outcome = await this.#post(body, isLeaving && body.length < KEEPALIVE_BYTES_MAX / 3);
    if (outcome.kind === "saved") {
      this.failures = 0;
      this.revision = outcome.answer.revision;
      if (!this.isDirty) {
        this.#clear("copy");
        this.copySince = null;
        this.isKept = true;
        this.copy.clear();
      }
      this.saved(outcome.answer);
      // What was typed meanwhile is now based on the new revision, and so is its copy.
      if (this.isDirty) this.keep();
      this.#say(this.isDirty ? "pending" : "saved", { at: outcome.answer.saved_at });
      return;
    }
    this.isDirty = true;
    this.unsavedSince = since ?? this.now();
    this.failures = outcome.kind === "away" ? this.failures + 1 : 0;
    this.isStopped = outcome.kind === "conflict";
    this.state = { ...outcome, time: this.unsavedSince };
    // Keeping the text says the state, too: where the text is belongs to the sentence.
    this.keep();
  }

  async #post(body, keepalive) {
    let response;
    try {
      response = await this.fetch(`${this.api}/save`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body,
        keepalive,
        // A redirect can only lead to the sign-in, which is no answer to a save.
        redirect: "manual",
        signal: AbortSignal.timeout?.(REQUEST_MS),
      });
      if (response.type === "opaqueredirect" || response.status === 401) return { kind: "session" };
      if (response.status >= 500 || response.status === 429 || response.status === 408) return { kind: "away" };
      const answer = await response.json().catch(() => ({}));
      if (response.ok && Number.isInteger(answer.revision)) return { kind: "saved", answer };
      if (response.ok) return { kind: "away" };
      if (response.status === 409) return { kind: "conflict", merge: answer.merge, theirs: answer.revision };
      return { kind: "refused", detail: answer.detail ?? null };
    } catch {
      return { kind: "away" };
    }
  }

  #afterwards() {
    if (this.state.kind === "away") {
      this.#set("save", RETRY_MS[Math.min(this.failures, RETRY_MS.length) - 1], () => this.save());
    } else if (this.isDirty && this.state.kind === "pending") {
      this.#set("save", QUIET_MS, () => this.save());
    }
  }

  #say(kind, more = {}) {
    this.state = { ...more, kind, isKept: this.isKept };
    this.show(this.state);
  }

  #set(name, ms, run) {
    this.#clear(name);
    this.timers[name] = this.later(ms, run);
  }

  #clear(name) {
    if (this.timers[name] !== null) this.never(this.timers[name]);
    this.timers[name] = null;
  }
}
