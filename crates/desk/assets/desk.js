// Small helps for the desk's pages. Every page works without this file; nothing here decides anything.
//
// - form[data-dirty]                 asks before a page with unsaved input is left
// - [data-shortcut="g w"]            is pressed or focused when its keys are typed outside inputs
// - [data-live-release][data-at]     counts down to a release in words and loads the page again at the instant
// - form[data-passkey]               registers a passkey or signs in with one
// - form[data-sign-out]              goes to the page for signing out first where this computer keeps texts of the account
// - [data-kept-texts]                lists those texts there, and discards them on a click
"use strict";
{
  // Unsaved input

  const values = (form) => JSON.stringify([...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : value.name]));
  const watched = [...document.querySelectorAll("form[data-dirty]")].map((form) => ({ form, before: values(form), isSent: false }));
  for (const one of watched) one.form.addEventListener("submit", () => { one.isSent = true; });
  if (watched.length > 0) {
    window.addEventListener("beforeunload", (event) => {
      if (watched.some(({ form, before, isSent }) => !isSent && values(form) !== before)) event.preventDefault();
    });
    // The browser's Back may bring the page with its old input; a form that was sent once may be filled in again.
    window.addEventListener("pageshow", () => { for (const one of watched) one.isSent = false; });
  }

  // Shortcuts of one or more keys: "g w", "/", "?"

  /** Milliseconds in which the next key of a shortcut must come. */
  const SEQUENCE_MS = 1500;
  let typed = [];
  let typedAt = 0;
  const isWriting = (target) => target.isContentEditable || target.closest("input, textarea, select, dialog, [role=textbox]") !== null;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.key.length !== 1) return;
    if (!(event.target instanceof Element) || isWriting(event.target)) return;
    const now = event.timeStamp;
    typed = now - typedAt > SEQUENCE_MS ? [event.key] : [...typed, event.key];
    typedAt = now;
    const all = [...document.querySelectorAll("[data-shortcut]")];
    // The longest end of what was typed that is a shortcut wins: after a stray key "g w" still works.
    for (let from = 0; from < typed.length; from++) {
      const keys = typed.slice(from).join(" ");
      const found = all.find((one) => one.dataset.shortcut === keys);
      if (!found) continue;
      event.preventDefault();
      typed = [];
      if (found.matches("input:not([type=submit]):not([type=button]), textarea, select")) found.focus();
      else found.click();
      return;
    }
    typed = typed.slice(-4);
  });

  // Releases: the page says "in 4 minutes 10 seconds" and shows the public state at the instant

  /** Milliseconds after the instant until the page is loaded again, so that the server is certainly past it. */
  const AFTER_MS = 300;
  /** The longest wait that a browser's timer can hold. */
  const TIMER_MS_MAX = 2_000_000_000;
  const fill = (sentence, given) => sentence.replace(/\{ ?\$([a-z]+) ?\}/g, (whole, name) => given[name] ?? whole);

  function countDown(box) {
    const at = Number(box.dataset.at);
    // `data-now` is the server's clock when the page was made; a wrong clock on this computer must not show a wrong wait.
    const behind = box.dataset.now ? Number(box.dataset.now) - performance.timeOrigin : 0;
    const now = () => (box.dataset.now ? performance.timeOrigin + performance.now() + behind : Date.now());
    const words = JSON.parse(box.dataset.words || "{}");
    const lang = document.documentElement.lang || undefined;
    const unit = (value, name) => new Intl.NumberFormat(lang, { style: "unit", unit: name, unitDisplay: "long" }).format(value);
    const inWords = (left) => {
      const seconds = Math.max(0, Math.ceil(left / 1000));
      const parts = [[Math.floor(seconds / 86400), "day"], [Math.floor(seconds / 3600) % 24, "hour"],
        [Math.floor(seconds / 60) % 60, "minute"], [seconds % 60, "second"]];
      const first = parts.findIndex(([value]) => value > 0);
      const shown = first < 0 ? [[0, "second"]] : parts.slice(first, first + 2).filter(([value]) => value > 0);
      return new Intl.ListFormat(lang, { type: "unit" }).format(shown.map(([value, name]) => unit(value, name)));
    };
    const place = box.querySelector("[data-countdown]") ?? box;
    const tick = () => {
      const left = at - now();
      if (left <= 0) {
        place.textContent = words.now ?? "Being released now …";
        setTimeout(() => location.reload(), AFTER_MS);
        return;
      }
      place.textContent = fill(words.left ?? "Becomes public in { $time }", { time: inWords(left) });
      // Whole seconds are what is shown; a day away, once a minute is often enough.
      const step = left > 86_400_000 ? 60_000 : left % 1000 || 1000;
      setTimeout(tick, Math.min(step, left, TIMER_MS_MAX));
    };
    // A page that was loaded after its instant must not load itself for ever.
    if (Number.isFinite(at) && at > now()) tick();
  }
  document.querySelectorAll("[data-live-release]").forEach(countDown);

  // Texts that the editor keeps on this computer since the server does not have them (editor/src/local_copy.mjs)

  /** The account's texts here: the address where each is written, with its title. */
  function keptTexts(account) {
    const start = `chancery:${account}:`;
    const texts = new Map();
    try {
      for (const key of Object.keys(localStorage).filter((key) => key.startsWith(start)).sort()) {
        const address = key.slice(start.length).replace(/:found$/, "");
        const record = [JSON.parse(localStorage.getItem(key))].flat()[0];
        const title = [record?.fields?.title ?? ""].flat()[0].trim();
        if (address.startsWith("/desk/")) texts.set(address, texts.get(address) || title);
      }
    } catch {
      // A browser that forbids its storage keeps nothing; what cannot be read was not written by the editor.
    }
    return texts;
  }

  function discardTexts(account) {
    for (const key of Object.keys(localStorage)) if (key.startsWith(`chancery:${account}:`)) localStorage.removeItem(key);
  }

  for (const form of document.querySelectorAll("form[data-sign-out]")) {
    form.addEventListener("submit", (event) => {
      if (event.defaultPrevented || keptTexts(form.dataset.account).size === 0) return;
      event.preventDefault();
      location.assign(form.action);
    });
  }

  for (const box of document.querySelectorAll("[data-kept-texts]")) {
    const { account, untitled } = box.dataset;
    const texts = keptTexts(account);
    box.hidden = texts.size === 0;
    for (const [address, title] of texts) {
      const link = document.createElement("a");
      link.href = address;
      link.dir = "auto";
      link.textContent = title || untitled;
      const line = document.createElement("li");
      line.append(link);
      box.querySelector("ul").append(line);
    }
    box.querySelector("button").addEventListener("click", () => {
      discardTexts(account);
      box.hidden = true;
      document.querySelector("form[action='/desk/sign-out'] button")?.focus();
    });
  }

  // Passkeys (W3C Web Authentication level 3)

  const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const textOf = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const withBytes = (list) => list?.map((one) => ({ ...one, id: bytesOf(one.id) }));

  function creationOf({ publicKey }) {
    return { publicKey: { ...publicKey, challenge: bytesOf(publicKey.challenge), user: { ...publicKey.user, id: bytesOf(publicKey.user.id) },
      excludeCredentials: withBytes(publicKey.excludeCredentials) } };
  }

  function requestOf({ publicKey }) {
    return { publicKey: { ...publicKey, challenge: bytesOf(publicKey.challenge), allowCredentials: withBytes(publicKey.allowCredentials) } };
  }

  /** The credential as the server's library reads it. */
  function answerOf(credential) {
    const { response } = credential;
    const optional = (value) => (value ? textOf(value) : undefined);
    const parts = response.attestationObject
      ? { attestationObject: textOf(response.attestationObject), transports: response.getTransports?.() }
      : { authenticatorData: textOf(response.authenticatorData), signature: textOf(response.signature), userHandle: optional(response.userHandle) };
    return { id: credential.id, rawId: textOf(credential.rawId), type: credential.type,
      response: { clientDataJSON: textOf(response.clientDataJSON), ...parts }, extensions: credential.getClientExtensionResults() };
  }

  /** A sentence for what went wrong; the page may give its own by data-words. */
  const SENTENCES = {
    unsupported: "This browser has no passkeys here. Use another browser, or sign in with a password and a code.",
    stopped: "The passkey was not used: it was cancelled, or it took too long. Try again.",
    known: "This device has a passkey for this account already. Use another device, or sign in with this one.",
    insecure: "Passkeys need a secure address (https). Ask the administrator for the right address of the desk.",
    away: "The server could not be reached. Try again.",
    failed: "The passkey could not be used. Try again, or sign in another way.",
  };
  const KEY_OF = { NotAllowedError: "stopped", AbortError: "stopped", InvalidStateError: "known", SecurityError: "insecure" };

  async function post(url, value) {
    let response;
    try {
      response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body: JSON.stringify(value) });
    } catch {
      throw Object.assign(new Error("away"), { word: "away" });
    }
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw Object.assign(new Error("refused"), { detail: answer.detail, word: response.status >= 500 ? "away" : "failed" });
    return answer;
  }

  function fieldsOf(form) {
    return Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === "string"));
  }

  function passkeyForm(form) {
    const words = { ...SENTENCES, ...JSON.parse(form.dataset.words || "{}") };
    const alert = form.querySelector("[role=alert]");
    const isRegistering = form.dataset.passkey === "register";
    const isAble = window.PublicKeyCredential !== undefined && navigator.credentials !== undefined;
    let waiting = null;
    const say = (sentence) => { if (alert) { alert.hidden = sentence === ""; alert.textContent = sentence; } };

    async function run(mediation) {
      const options = await post(form.dataset.start, { ...fieldsOf(form), ...(mediation ? { conditional: true } : {}) });
      waiting?.abort();
      waiting = new AbortController();
      const { signal } = waiting;
      const credential = isRegistering
        ? await navigator.credentials.create({ ...creationOf(options), signal })
        : await navigator.credentials.get({ ...requestOf(options), signal, ...(mediation ? { mediation } : {}) });
      const { next } = await post(form.dataset.finish, { ...answerOf(credential), form: fieldsOf(form) });
      const target = new URL(next, location.href);
      // The desk only ever leads to itself.
      location.assign(target.origin === location.origin ? target.href : "/desk/");
    }

    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (!isAble) return say(window.isSecureContext ? words.unsupported : words.insecure);
      const buttons = [...form.querySelectorAll("button")];
      say("");
      for (const button of buttons) button.disabled = true;
      try {
        await run(null);
      } catch (error) {
        say(error.detail ?? words[error.word ?? KEY_OF[error.name] ?? "failed"]);
      } finally {
        for (const button of buttons) button.disabled = false;
      }
    });

    // The browser offers a passkey in the name field, where it can and the field asks for it; silence when nobody takes it.
    if (!isRegistering && isAble && form.querySelector('[autocomplete~="webauthn"]')) {
      PublicKeyCredential.isConditionalMediationAvailable?.()
        .then((isAvailable) => (isAvailable ? run("conditional") : null))
        .catch((error) => { if (error.detail) say(error.detail); });
    }
  }
  document.querySelectorAll("form[data-passkey]").forEach(passkeyForm);
}
