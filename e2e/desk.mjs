// Steps that the tests of the desk share: a press office on the real binary, people who sign in, texts on their way.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { decoded } from "./demo.mjs";
import { freePort, run, startDemo, startSite, temporaryFolder } from "./server.mjs";

export { decoded };

/** Between two looks at something that is waited for. */
export const LOOK_MS = 100;
/** A debug build on a busy machine answers within this. */
const PATIENCE_MS = 30_000;

const ROLES = { writer: "author,translator", editor: "author,editor", publisher: "editor,publisher" };

/**
 * An invented mission with a writer, an editor and a publisher, served at `http://localhost:PORT`, where passkeys work. It
 * keeps its address over restarts, as a browser's cookies, passkeys and local copies belong to one.
 */
export class Office {
  /** @param {{languages?: string, people?: Record<string, string>, settings?: string[], clock?: string}} options */
  static async open({ languages = "en,fr", people = ROLES, settings = [], clock = "now" } = {}) {
    const folder = await temporaryFolder();
    const home = path.join(folder.path, "site");
    const made = await run(
      ...["init", home, "--name", "Embassy of the Republic of Halvern"],
      ...["--zone", "Europe/London", "--languages", languages],
    );
    assert.equal(made.status, 0, made.stderr);
    if (settings.length > 0) {
      const file = path.join(home, "site.toml");
      await writeFile(file, `${settings.join("\n")}\n${await readFile(file, "utf8")}`);
    }
    const office = new Office();
    Object.assign(office, { folder, home, port: await freePort(), links: {} });
    office.base = `http://localhost:${office.port}`;
    for (const [name, roles] of Object.entries(people)) office.links[name] = await office.add(name, roles);
    await office.start(clock);
    return office;
  }

  /** Adds somebody; the path of their enrolment link. */
  async add(name, roles) {
    const added = await run("user", "add", name, "--name", `Person ${name}`, "--role", roles, "--site", this.home);
    assert.equal(added.status, 0, added.stderr);
    return new URL(added.stdout.trim()).pathname;
  }

  /** Serves, with the clock at an instant (`now` is the real time). */
  async start(clock = "now") {
    this.server = await startSite(this.home, clock, this.port);
  }

  stop() {
    return this.server.stop();
  }

  kill() {
    return this.server.kill();
  }

  async close() {
    await this.server?.stop();
    await this.folder.remove();
  }
}

/** The demonstration's desk, with `people` signed in by one click each. */
export async function openDemonstration(browser, clock) {
  const demo = await startDemo({ clock });
  const base = demo.base.replace("127.0.0.1", "localhost");
  const enter = async (name, options) => {
    const person = await newPerson(browser, { base }, options);
    await person.page.goto(`${base}/desk/demonstration`);
    await person.page.getByRole("button", { name: `Sign in as ${name}` }).click();
    await person.page.waitForURL(`${base}/desk/`);
    await inEnglish(person);
    return person;
  };
  return { base, enter, stop: () => demo.stop() };
}

/** Somebody with a browser of their own. */
export async function newPerson(browser, office, options = {}) {
  const context = await browser.newContext({ locale: "en-GB", ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  return { context, page, base: office.base };
}

/** Gives a page a device that keeps passkeys and says yes to everything; `credentials` are those of another one. */
export async function withAuthenticator(context, page, credentials = []) {
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  for (const credential of credentials) await cdp.send("WebAuthn.addCredential", { authenticatorId, credential });
  return {
    credentials: async () => (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  };
}

/** Somebody who follows the enrolment link and makes a passkey; they end in the desk's first room. */
export async function enrol(browser, office, name) {
  const person = await newPerson(browser, office);
  const { context, page } = person;
  person.device = await withAuthenticator(context, page);
  await page.goto(office.base + office.links[name]);
  await page.getByRole("button", { name: "Make a passkey" }).click();
  await page.waitForURL("**/desk/me/recovery?new=1");
  await inEnglish(person);
  await page.goto(`${office.base}/desk/`);
  return { ...person, name };
}

/** Chooses the language in which the tests find buttons; what the desk chooses by itself has a test of its own. */
export async function inEnglish(person) {
  await expectOnward(await send(person, "/desk/me/language", { lang: "en" }), "choosing the language");
}

/** Signs in with a passkey, by the button or, where the browser offers the passkey by itself, without it. */
export async function signInWithPasskey(page, isIn) {
  const button = page.getByRole("button", { name: "Sign in with a passkey" });
  await until("the button, or the desk", async () => (await isIn(page)) || (await button.isVisible()));
  // The made-up device says yes at once, so the page may be gone before the button is pressed.
  if (!(await isIn(page))) await button.click({ timeout: LOOK_MS * 20 }).catch(() => {});
  await until("the desk", () => isIn(page));
}

/** The same person at a second computer, signed in with the same passkey. */
export async function elsewhere(browser, office, person) {
  const other = await newPerson(browser, office);
  const credentials = await person.device.credentials();
  other.device = await withAuthenticator(other.context, other.page, credentials);
  await other.page.goto(`${office.base}/desk/sign-in`);
  await signInWithPasskey(other.page, (page) => page.url() === `${office.base}/desk/`);
  return { ...other, name: person.name };
}

/** The code that an app shows for a secret (RFC 6238: SHA-1, six digits, 30 seconds), `steps` later. */
export function oneTimeCode(secret, steps = 0, at = Date.now()) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret.replace(/[\s=]/g, "").toUpperCase()]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000) + steps));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = digest.at(-1) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Looks again and again until `look` gives something, or the time is up. */
export async function until(what, look, patience = PATIENCE_MS) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

// Requests as forms send them, for what a test needs done before it looks at something else.

/** Sends a form; gives the answer without following where it leads. */
export function send(person, address, form) {
  const pairs = Array.isArray(form) ? form : Object.entries(form);
  return person.context.request.post(person.base + address, {
    headers: { origin: person.base, "content-type": "application/x-www-form-urlencoded" },
    data: new URLSearchParams(pairs).toString(),
    maxRedirects: 0,
    failOnStatusCode: false,
  });
}

async function source(person, address) {
  const answer = await person.context.request.get(person.base + address);
  const text = await answer.text();
  assert.equal(answer.status(), 200, `${address}: ${decoded(/role="alert"[^>]*>([^<]*)/.exec(text)?.[1] ?? "")}`);
  return text;
}

async function expectOnward(answer, what) {
  if (answer.status() === 303) return;
  const said = /role="alert"[^>]*>([\s\S]*?)<\/(?:div|p)>/.exec(await answer.text())?.[1] ?? "";
  assert.fail(`${what}: ${answer.status()} ${decoded(said.replace(/<[^>]+>/g, " "))}`);
}

/** A text in a new message, or in `message`; its place, `message/language`. */
export async function written(person, { lang = "en", kind = "statement", title, text, message, ...more }) {
  let place = `${message}/${lang}`;
  if (!message) {
    const begun = await send(person, "/desk/new", { kind, lang });
    await expectOnward(begun, "a new message");
    place = /\/desk\/write\/([^?]+)/.exec(begun.headers().location)[1];
  }
  const base = /data-revision="(\d+)"/.exec(await source(person, `/desk/write/${place}`))[1];
  const saved = await send(person, `/desk/write/${place}/save`, { base, title, kind, text, ...more, then: "save" });
  await expectOnward(saved, "saving");
  return place;
}

export async function submitted(person, wish) {
  const place = typeof wish === "string" ? wish : await written(person, wish);
  const revision = /data-revision="(\d+)"/.exec(await source(person, `/desk/write/${place}`))[1];
  const { class: called, note } = wish;
  const form = { revision, anyway: "yes", ...(called && { class: called }), ...(note && { note }) };
  await expectOnward(await send(person, `/desk/write/${place}/submit`, form), "submitting");
  return place;
}

export async function approved(person, place) {
  const html = await source(person, `/desk/review/${place}`);
  const submission = /name="submission" value="([^"]+)"/.exec(html)[1];
  await expectOnward(await send(person, `/desk/review/${place}/approve`, { submission }), "approving");
  return place;
}

/** Releases approved texts; `at` is an instant, or nothing for now. */
export async function released(person, places, { at = "", title = "", bypass = "" } = {}) {
  const asked = places.map((place) => `item=${place}`).join("&");
  const html = await source(person, `/desk/release?${asked}`);
  const values = [...html.matchAll(/name="item"[^>]*value="([^"]+)"/g)].map(([, value]) => decoded(value));
  const items = places.map((place) => ["item", values.find((value) => value.startsWith(place))]);
  const form = [...items, ["at", at], ["title", title], ["bypass", bypass]];
  await expectOnward(await send(person, "/desk/release/confirmed", form), "releasing");
  return places;
}

/** The whole way of a text, from first words to the public. */
export async function published(writer, editor, publisher, wish) {
  const place = await submitted(writer, wish);
  await approved(editor, place);
  await released(publisher, [place]);
  return place;
}

// The rich editor.

export const textOf = (page) => page.locator(".editor .ProseMirror");

/** Waits until the server has everything that was typed. */
export async function saved(page) {
  await page.locator('form[data-editor][data-saving="saved"]').waitFor({ timeout: PATIENCE_MS });
}

/** Pastes as a word processor's clipboard does. */
export async function paste(page, html, text = "") {
  await textOf(page).focus();
  await textOf(page).evaluate(
    (element, [asHtml, asText]) => {
      const clipboardData = new DataTransfer();
      if (asHtml) clipboardData.setData("text/html", asHtml);
      clipboardData.setData("text/plain", asText);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, text],
  );
}

/** Selects words in the editor's text as a mouse would; what is typed next replaces them. */
export async function select(page, words) {
  await textOf(page).focus();
  await textOf(page).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      getSelection().setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`the text does not say ${wanted}`);
  }, words);
  await page.waitForFunction((wanted) => getSelection().toString() === wanted, words);
}

/** The server's clock at an answer of the public site, in milliseconds. */
export const serverClock = (response) => Number(/now;desc="(\d+)"/.exec(response.headers.get("server-timing"))[1]);

/** What goes wrong in a page besides what a test looks at: errors, foreign requests, breaches of the policy. */
export function troubleOf(page, base) {
  const trouble = [];
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("console", (message) => {
    // The browser reports the status of a page that is meant to be a problem.
    if (message.location().url === page.url() && /status of 4\d\d/.test(message.text())) return;
    if (["error", "warning"].includes(message.type())) trouble.push(message.text());
  });
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== base && protocol !== "data:") trouble.push(`asked for ${request.url()}`);
  });
  return trouble;
}
