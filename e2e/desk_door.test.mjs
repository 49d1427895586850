// The desk's door: what every answer carries, that other sites' pages can do nothing, that looking changes nothing, and that the
// desk can be off the public address.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { approved, enrol, inEnglish, Office, send, submitted, written } from "./desk.mjs";
import { freePort } from "./server.mjs";

const TEXT = "The ferry sails on Monday.\n";

let browser;
let office;
const people = {};
before(async () => {
  const all = { writer: "author", editor: "editor", keeper: "administrator,publisher" };
  [browser, office] = await Promise.all([openBrowser(), Office.open({ languages: "en", people: all })]);
  for (const name of Object.keys(all)) people[name] = await enrol(browser, office, name);
});
after(async () => {
  await browser?.close();
  await office?.close();
});

const get = (person, address, headers = {}) =>
  person.context.request.get(person.base + address, { headers, maxRedirects: 0, failOnStatusCode: false });

test("every answer of the desk is for nobody's cache, list or frame", async () => {
  const asset = /\/desk\/assets\/[^"]+desk\.css/.exec((await (await get(people.writer, "/desk/")).text()).replaceAll("&#x2f;", "/"))[0];
  const list = ["/desk/", "/desk/messages/", "/desk/new", "/desk/media.json", "/desk/nothing", "/desk/sign-in", "/desk/audit.csv", asset];
  for (const address of list) {
    const headers = (await get(people.keeper, address)).headers();
    const policy = headers["content-security-policy"] ?? "";
    assert.match(policy, /default-src 'none'/, address);
    assert.match(policy, /frame-ancestors '(none|self)'/, address);
    assert.match(policy, /base-uri 'none'/, address);
    assert.match(policy, /form-action 'self'/, address);
    assert.doesNotMatch(policy, /unsafe-|https?:|\*/, address);
    assert.match(headers["x-robots-tag"] ?? "", /noindex/, address);
    assert.equal(headers["x-content-type-options"], "nosniff", address);
    // A style sheet says nothing of what is written; its address changes with its content.
    if (address !== asset) assert.equal(headers["cache-control"], "no-store", address);
  }
});

test("the desk speaks the language that the browser asks for, until somebody chooses one", async () => {
  await send(people.writer, "/desk/me/language", { lang: "" });
  try {
    for (const [wish, lang] of [["en-GB,en;q=0.9", "en"], ["fr", "fr"], ["tlh", "en"]]) {
      for (const address of ["/desk/", "/desk/messages/", "/desk/me"]) {
        const html = await (await get(people.writer, address, { "accept-language": wish })).text();
        assert.equal(/<html lang="([^"]+)"/.exec(html)[1], lang, `${address} for ${wish}`);
      }
    }
  } finally {
    await inEnglish(people.writer);
  }
});

test("whoever is not signed in is led to the sign-in, or told as a program is", async () => {
  const stranger = await browser.newContext();
  const ask = (address, accept) =>
    stranger.request.get(office.base + address, { headers: { accept }, maxRedirects: 0, failOnStatusCode: false });
  for (const address of ["/desk/", "/desk/messages/", "/desk/audit", "/desk/media", "/desk/people", "/desk/calendar"]) {
    const answer = await ask(address, "text/html");
    assert.equal(answer.status(), 303, address);
    assert.match(answer.headers().location, /^\/desk\/sign-in/, address);
  }
  const program = await ask("/desk/media.json", "application/json");
  assert.equal(program.status(), 401);
  assert.match(program.headers()["content-type"], /application\/problem\+json/);
  await stranger.close();
});

test("a form that another site's page sends is refused, and nothing happens", async () => {
  const place = await written(people.writer, { title: "Notice on the ferry", text: TEXT });
  const html = await (await get(people.writer, `/desk/write/${place}`)).text();
  const base = /data-revision="(\d+)"/.exec(html)[1];
  const form = { base, title: "Taken over", kind: "notice", text: "Taken over.", then: "save" };
  const from = (headers) =>
    people.writer.context.request.post(`${office.base}/desk/write/${place}/save`, { headers, form, maxRedirects: 0, failOnStatusCode: false });
  const foreign = [
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    { origin: office.base, "sec-fetch-site": "cross-site" },
    { origin: office.base, "sec-fetch-site": "same-site" },
    { origin: `http://localhost:${office.port + 1}` },
    {},
  ];
  for (const headers of foreign) assert.equal((await from(headers)).status(), 403, JSON.stringify(headers));
  assert.doesNotMatch(await (await get(people.writer, `/desk/write/${place}`)).text(), /Taken over/);
});

test("another site's page in the same browser cannot send one either", async () => {
  const place = await written(people.writer, { title: "Notice on the pier", text: TEXT });
  const page = await people.writer.context.newPage();
  await page.setContent(`<form method="post" action="${office.base}/desk/write/${place}/discard">
    <input name="revision" value="1"><button>Win a prize</button></form>`);
  const isForm = (response) => response.request().method() === "POST";
  const [answer] = await Promise.all([page.waitForResponse(isForm), page.getByRole("button").click()]);
  assert.equal(answer.status(), 403);
  assert.match(await (await get(people.writer, `/desk/write/${place}`)).text(), /Notice on the pier/);
  await page.close();
});

test("looking changes nothing: addresses that act answer a GET with no deed", async () => {
  const place = await approved(people.editor, await submitted(people.writer, { title: "Statement on the lighthouse", text: TEXT }));
  const [message] = place.split("/");
  const entries = async () => (await (await get(people.keeper, "/desk/audit.csv")).text()).trim();
  const before = await entries();
  const acting = [
    `/desk/write/${place}/save`, `/desk/write/${place}/paste`, `/desk/write/${place}/docx`,
    `/desk/write/${place}/merge/settle`, `/desk/write/${place}/merge/forget`, `/desk/write/${place}/links/revoke`,
    `/desk/review/${place}/approve`, `/desk/review/${place}/return`, `/desk/review/${place}/comment`, `/desk/review/${place}/resolve`,
    "/desk/release/confirmed", `/desk/message/${message}/lead`, "/desk/me/sessions/end-all", "/desk/me/password/begin", "/desk/me/passkeys/start",
  ];
  for (const address of acting) {
    const answer = await get(people.keeper, `${address}?reason=x&submission=x&item=x&number=1`);
    assert.ok([404, 405].includes(answer.status()), `${address}: ${answer.status()}`);
  }
  for (const address of [
    `/desk/message/${place}/withdraw?reason=x`, `/desk/message/${place}/erase?reason=x&title=x`, `/desk/write/${place}/submit?revision=1`,
    `/desk/write/${place}/discard?revision=1`, `/desk/release?item=${place}&when=now`, "/desk/sign-out", "/desk/me/recovery?new=1",
    "/desk/people?do=enrol", "/desk/tokens?name=x&days=1&grant=author",
  ]) {
    const answer = await get(people.keeper, address);
    assert.ok(answer.status() < 500, `${address}: ${answer.status()}`);
  }
  assert.equal(await entries(), before, "the record says the same");
  assert.equal((await get(people.keeper, "/desk/")).status(), 200, "still signed in");
});

test("what somebody may not do is refused with a sentence that says who may", async () => {
  const place = await submitted(people.writer, { title: "Statement on fog", text: TEXT });
  const forbidden = [
    [people.writer, "/desk/people", { name: "Ada Reed", "sign-in-name": "ada" }],
    [people.writer, "/desk/site/clocks", { do: "save" }],
    [people.writer, `/desk/message/${place}/withdraw`, { number: "1", reason: "It is wrong." }],
    [people.editor, `/desk/message/${place}/erase`, { reason: "x", title: "Statement on fog" }],
    [people.editor, "/desk/release/confirmed", { item: `${place}/${"0".repeat(64)}`, at: "", title: "", bypass: "It is urgent." }],
  ];
  for (const [person, address, form] of forbidden) {
    const answer = await send(person, address, form);
    assert.ok([403, 404, 422].includes(answer.status()), `${address}: ${answer.status()}`);
    assert.match(await answer.text(), /role="alert"/, address);
  }
});

test("wrong passwords make somebody wait, and the desk says how long", async () => {
  const stranger = await browser.newContext();
  const attempt = () =>
    stranger.request.post(`${office.base}/desk/sign-in`, {
      headers: { origin: office.base, "accept-language": "en-GB" },
      form: { name: "keeper", password: "a wrong password", code: "123456" },
      failOnStatusCode: false,
    });
  let last;
  for (let tries = 0; tries < 15 && last?.status() !== 429; tries += 1) last = await attempt();
  assert.equal(last.status(), 429);
  assert.match(await last.text(), /Wait \d+ (seconds?|minutes?) and try again/);
  await stranger.close();
});

test("with its own address, the desk is off the public one, and the public rooms are off the desk's", async () => {
  const port = await freePort();
  const apart = await Office.open({
    languages: "en",
    people: { keeper: "administrator" },
    settings: [`desk_listen = "127.0.0.1:${port}"`],
  });
  try {
    const desk = `http://localhost:${port}`;
    const statusOf = async (address) => (await fetch(address, { redirect: "manual" })).status;
    assert.equal(await statusOf(`${apart.base}/en/`), 200);
    assert.equal(await statusOf(`${desk}/desk/sign-in`), 200);
    for (const address of ["/desk/", "/desk/sign-in", "/desk", "/desk/assets/x/desk.css", "/api/v1/desk/", "//desk/", "/desk/../desk/"]) {
      assert.equal(await statusOf(apart.base + address), 404, `public ${address}`);
    }
    for (const address of ["/en/", "/en/messages/", "/web/20261001120000/en/", "/en/feed.atom", "/robots.txt"]) {
      assert.equal(await statusOf(desk + address), 404, `desk ${address}`);
    }
    assert.ok(apart.links.keeper.startsWith("/desk/enrol/"));
    const person = await enrol(browser, { ...apart, base: desk }, "keeper");
    assert.equal(await person.page.locator("h1").innerText(), "Waiting for me");
    await person.context.close();
  } finally {
    await apart.close();
  }
});
