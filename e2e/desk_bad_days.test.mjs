// Bad days: two people on one text, a session that ends, no network, a power cut, files that are not what they say, an hour that
// does not exist. Each time a clear sentence, and nothing lost.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deflateRawSync } from "node:zlib";

import { openBrowser } from "./browser.mjs";
import { crc32, png } from "./bytes.mjs";
import {
  approved, elsewhere, enrol, Office, paste, published, released, saved, select, send, serverClock, signInWithPasskey, submitted, textOf, until,
  withAuthenticator, written,
} from "./desk.mjs";

const TEXT = "The ferry sails on Monday.\n\nThe harbour office opens at nine.\n\nTickets are sold on board.\n";

let browser;
let office;
const people = {};
before(async () => {
  [browser, office] = await Promise.all([openBrowser(), Office.open({ languages: "en" })]);
  for (const name of ["writer", "editor", "publisher"]) people[name] = await enrol(browser, office, name);
});
after(async () => {
  await browser?.close();
  await office?.close();
});

async function editing(person, place) {
  await person.page.goto(`${office.base}/desk/write/${place}`);
  await textOf(person.page).waitFor();
  return person.page;
}

const state = (page) => page.locator("output[data-save-state]");
const said = (page, what) => until(`“${what}”`, async () => what.test(await state(page).innerText()));
/** What the server has, as CommonMark. */
const kept = async (person, place) => {
  const html = await (await person.context.request.get(`${office.base}/desk/write/${place}`)).text();
  return /<textarea[^>]*name="text"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)[1];
};

test("two people on one text: the second is told, merges, and both changes are kept", async () => {
  const place = await written(people.writer, { title: "Notice on the ferry", text: TEXT });
  const first = await editing(people.writer, place);
  const second = await editing(people.editor, place);
  await until("the other seen", async () => /Person writer/.test(await second.locator("[data-presence]").innerText()));
  await select(first, "Monday");
  await first.keyboard.type("Tuesday");
  await saved(first);
  await select(second, "nine");
  await second.keyboard.type("ten");
  await second.locator('form[data-saving="conflict"]').waitFor();
  assert.match(await state(second).innerText(), /Somebody else changed this text/);
  await second.getByRole("button", { name: "Compare and merge" }).click();
  await second.getByRole("heading", { name: "Compare and merge" }).waitFor();
  await second.getByRole("button", { name: "Save the merged text" }).click();
  await second.waitForURL(/done=merged/);
  assert.match(await kept(people.editor, place), /on Tuesday\.[\s\S]*opens at ten\./);
});

test("two people on one sentence: the second chooses, and nothing was overwritten before", async () => {
  const place = await written(people.writer, { title: "Notice on the harbour", text: TEXT });
  const first = await editing(people.writer, place);
  const second = await editing(people.editor, place);
  await select(first, "Monday");
  await first.keyboard.type("Tuesday");
  await saved(first);
  await select(second, "Monday");
  await second.keyboard.type("Friday");
  await second.locator('form[data-saving="conflict"]').waitFor();
  assert.match(await kept(people.writer, place), /on Tuesday/);
  await second.getByRole("button", { name: "Compare and merge" }).click();
  await second.getByRole("heading", { name: "Compare and merge" }).waitFor();
  assert.match(await second.locator("main").innerText(), /Friday[\s\S]*Tuesday|Tuesday[\s\S]*Friday/);
  await second.getByRole("radio", { name: "Keep both, mine first" }).check();
  await second.getByRole("button", { name: "Save the merged text" }).click();
  await second.waitForURL(/done=merged/);
  assert.match(await kept(people.editor, place), /on Friday\.[\s\S]*on Tuesday\./);
});

test("a session that is ended in the middle: signing in happens in place, and the text is saved", async () => {
  const place = await written(people.writer, { title: "Notice on tickets", text: TEXT });
  const page = await editing(people.writer, place);
  const other = await elsewhere(browser, office, people.writer);
  await other.page.goto(`${office.base}/desk/me`);
  await other.page.getByRole("button", { name: /^End the session of/ }).click();
  await other.page.waitForLoadState("load");
  await select(page, "Tickets");
  await page.keyboard.type("Cheap tickets");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /Your session has ended[\s\S]*Your text is safe here/);
  const [popup] = await Promise.all([
    people.writer.context.waitForEvent("page"),
    dialog.getByRole("link", { name: /sign-in page/ }).click(),
  ]);
  await withAuthenticator(people.writer.context, popup, await other.device.credentials());
  const done = popup.getByText("You are signed in. You can close this window");
  await signInWithPasskey(popup, () => done.isVisible());
  await popup.close();
  await page.bringToFront();
  if (await dialog.isVisible()) {
    await dialog.getByRole("button", { name: "I have signed in, save now" }).click({ timeout: 5_000 }).catch(() => {});
  }
  await saved(page);
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.match(await kept(people.writer, place), /Cheap tickets are sold on board/);
  await other.context.close();
});

test("the network goes away: the text is kept on this computer, and saved when it is back", async () => {
  const place = await written(people.writer, { title: "Notice on the pier", text: TEXT });
  const page = await editing(people.writer, place);
  await people.writer.context.setOffline(true);
  await select(page, "Monday");
  await page.keyboard.type("Thursday");
  await said(page, /Not saved to the server since .* kept on this computer/);
  await page.keyboard.type(" evening");
  const stored = () => page.evaluate((address) => Object.entries(localStorage).find(([key]) => key.endsWith(address))?.[1] ?? null, `:/desk/write/${place}`);
  await until("the local copy", async () => /Thursday evening/.test((await stored()) ?? ""));
  assert.doesNotMatch(await textOf(page).innerText(), /Monday/);
  await people.writer.context.setOffline(false);
  await saved(page);
  assert.match(await kept(people.writer, place), /on Thursday evening/);
  assert.equal(await stored(), null, "the local copy is gone");
});

test("the browser is closed while the server is away: the text is offered again, never put in silently", async () => {
  const place = await written(people.writer, { title: "Notice on the lamps", text: TEXT });
  const page = await editing(people.writer, place);
  // The server is really away: the save that a closing page sends off may outlive a network that is only said to be gone.
  await office.kill();
  await select(page, "Monday");
  await page.keyboard.type("Sunday");
  await said(page, /kept on this computer/);
  await page.goto("about:blank");
  await office.start();
  await editing(people.writer, place);
  assert.match(await textOf(page).innerText(), /on Monday/);
  await page.getByRole("button", { name: "Restore that text" }).click();
  assert.match(await textOf(page).innerText(), /on Sunday/);
  await saved(page);
  assert.match(await kept(people.writer, place), /on Sunday/);
});

test("the server dies between approval and release, and dies again before the instant", async () => {
  const place = await approved(people.editor, await submitted(people.writer, { title: "Statement on the lighthouse", text: TEXT }));
  await office.kill();
  const instant = Math.ceil(Date.now() / 60_000) * 60_000 + 600_000;
  await office.start(new Date(instant - 25_000).toISOString());
  await released(people.publisher, [place], { at: new Date(instant).toISOString() });
  await office.kill();
  await office.start(new Date(instant - 5_000).toISOString());
  const { page } = people.publisher;
  await page.goto(`${office.base}/desk/release/done?item=${place}`);
  const address = /\/en\/messages\/\S+/.exec(await page.locator("li.panel").innerText())[0];
  await until("the release", async () => {
    const asked = performance.now();
    const response = await fetch(office.base + address);
    const at = serverClock(response);
    const answered = at + (performance.now() - asked);
    // The request came at the one and was answered before the other.
    const right = response.status === 200 ? answered >= instant : at < instant;
    assert.ok(right, `${response.status} between ${at - instant} and ${answered - instant} ms from the instant`);
    return response.status === 200;
  });
  await office.stop();
  await office.start();
});

test("a paste over the limit is refused in a sentence, and the text stays", async () => {
  const place = await written(people.writer, { title: "Notice on the market", text: TEXT });
  const page = await editing(people.writer, place);
  const before = await textOf(page).innerText();
  await textOf(page).focus();
  await textOf(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", `<p>${"many words ".repeat(3_700_000)}</p>`);
    clipboardData.setData("text/plain", "many words\n".repeat(10));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await until("the sentence", async () => /larger than 20 MB/.test(await page.locator("ul[data-notes]").innerText()));
  assert.equal(await textOf(page).innerText(), before);
  const forced = await people.writer.context.request.post(`${office.base}/desk/write/${place}/paste`, {
    headers: { origin: office.base, "content-type": "application/json", accept: "application/json" },
    data: `{"html":"","text":"${"many words ".repeat(3_700_000)}"}`,
  });
  assert.equal(forced.status(), 413);
  assert.match((await forced.json()).detail, /larger than 20 MB/);
});

test("a title of 5,000 characters is refused in a sentence by the editor, and kept on this computer", async () => {
  const place = await written(people.writer, { title: "Notice on the bakery", text: TEXT });
  const page = await editing(people.writer, place);
  await page.getByLabel("Title", { exact: true }).fill("Long title ".repeat(455));
  await said(page, /Not saved: .*title.*(at most|longer).*kept on this computer/i);
  await page.getByLabel("Title", { exact: true }).fill("Notice on the bakery and the market");
  await saved(page);
});

// Files that are not what they say

/** A ZIP archive (APPNOTE 4.3). */
function zip(parts) {
  const locals = [];
  const centrals = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    // The checksum of many megabytes would take longer than all else here; a bomb is refused before it matters.
    head.writeUInt32LE(bytes.length > 1_000_000 ? 0 : crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), head, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from("PK\x05\x06"), end]);
}

const OPEN_XML = "http://schemas.openxmlformats.org";
const WORD_XML = `${OPEN_XML}/wordprocessingml/2006/main`;

/** A Word file with this body. */
function docx(body) {
  const types = `<Types xmlns="${OPEN_XML}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
  const links = `<Relationships xmlns="${OPEN_XML}/package/2006/relationships"><Relationship Id="r1" Type="${OPEN_XML}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
  return zip([
    { name: "[Content_Types].xml", bytes: Buffer.from(types) },
    { name: "_rels/.rels", bytes: Buffer.from(links) },
    { name: "word/document.xml", bytes: Buffer.concat([Buffer.from(`<w:document xmlns:w="${WORD_XML}"><w:body>`), body, Buffer.from("</w:body></w:document>")]) },
  ]);
}

/** The head of a compound file, as Word writes encrypted documents (MS-CFB §2.2, MS-OFFCRYPTO §1.3). */
function encrypted() {
  const file = Buffer.alloc(4096);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(file);
  Buffer.from("EncryptedPackage", "utf16le").copy(file, 1024);
  return file;
}

const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const FILES = [
  { what: "a zip bomb", name: "bomb.docx", bytes: () => docx(Buffer.alloc(300_000_000, " ")), sentence: /unpacks to far more than a text can hold/ },
  { what: "no Word file at all", name: "note.docx", bytes: () => Buffer.from("just a note\n"), sentence: /not a Word document/ },
  { what: "an encrypted one", name: "secret.docx", bytes: encrypted, sentence: /is encrypted/ },
];

test("a good Word file is taken in, with scripts and without", async () => {
  const place = await written(people.writer, { title: "Notice on the bridge", text: TEXT });
  const page = await editing(people.writer, place);
  const body = Buffer.from(paragraph("Question: Is the bridge open?") + paragraph("Ambassador: It is."));
  await page.getByText("Add a Word file").click();
  await page.getByLabel("Word file (.docx)").setInputFiles({ name: "talk.docx", mimeType: "application/octet-stream", buffer: docx(body) });
  await page.getByRole("button", { name: "Add its text" }).click();
  await page.waitForURL("**/docx");
  await textOf(page).waitFor();
  assert.deepEqual(await page.locator(".editor .turn [data-label]").allTextContents(), ["Question", "Ambassador"]);
  assert.match(await kept(people.writer, place), /The ferry sails on Monday\.[\s\S]*Question: Is the bridge open\?/);
});

for (const { what, name, bytes, sentence } of FILES) {
  test(`${what} is refused in a sentence beside its field, and the text stays`, async () => {
    const place = await written(people.writer, { title: "Notice on the quay", text: TEXT });
    const page = await editing(people.writer, place);
    await page.getByText("Add a Word file").click();
    await page.getByLabel("Word file (.docx)").setInputFiles({ name, mimeType: "application/octet-stream", buffer: bytes() });
    await page.getByRole("button", { name: "Add its text" }).click();
    await page.locator("#file-error").waitFor();
    assert.match(await page.locator("#file-error").innerText(), sentence);
    assert.match(await page.locator(".problems").innerText(), sentence);
    assert.match(await kept(people.writer, place), /The ferry sails on Monday/);
  });
}

const PICTURES = [
  {
    what: "an SVG with a script",
    file: { name: "crest.svg", mimeType: "image/png", buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') },
    sentence: /crest\.svg: .*SVG/,
  },
  {
    what: "a picture of more than a billion pixels",
    file: { name: "map.png", mimeType: "image/png", buffer: png(40_000, 40_000, Buffer.alloc(0)) },
    sentence: /map\.png: .*40,?000 by 40,?000 pixels/,
  },
];
for (const { what, file, sentence } of PICTURES) {
  test(`${what} is refused in a sentence, and is not in the library`, async () => {
    const { page } = people.editor;
    await page.goto(`${office.base}/desk/media`);
    if (!(await page.locator("#f-file-0").isVisible())) await page.getByText("Add files").first().click();
    await page.locator("#f-file-0").setInputFiles(file);
    await page.locator('[name="alt-0-en"]').fill("A picture of the harbour.");
    await page.getByRole("button", { name: /^(Upload|Add|Take|Send)/ }).click();
    await page.locator(".problems").waitFor();
    assert.match(await page.locator(".problems").innerText(), sentence);
    assert.equal(await page.locator('[name="alt-0-en"]').inputValue(), "A picture of the harbour.", "what was typed is still there");
    const library = await (await people.editor.context.request.get(`${office.base}/desk/media.json`)).json();
    assert.deepEqual(library.filter(({ name }) => file.name === name), []);
  });
}

// Hours that do not exist, or come twice

/** The last Sunday of a month (1 to 12), when London's clocks change. */
function lastSunday(year, month) {
  const day = new Date(Date.UTC(year, month, 0));
  day.setUTCDate(day.getUTCDate() - day.getUTCDay());
  return day.toISOString().slice(0, 10);
}

const YEAR = new Date().getUTCFullYear() + 1;
const HOURS = [
  { what: "does not exist", date: lastSunday(YEAR, 3), question: /does not exist at home/, choices: ["T00:30:00Z", "T01:30:00Z"] },
  { what: "comes twice", date: lastSunday(YEAR, 10), question: /comes twice at home/, choices: ["T00:30:00Z", "T01:30:00Z"] },
];
for (const { what, date, question, choices } of HOURS) {
  test(`a time that ${what} at home is refused until an instant is chosen`, async () => {
    const place = await approved(people.editor, await submitted(people.writer, { title: `Statement on an hour that ${what}`, text: TEXT }));
    const { page } = people.publisher;
    await page.goto(`${office.base}/desk/release?item=${place}`);
    await page.getByLabel("At this instant").check();
    await page.getByLabel("Day").fill(date);
    await page.getByLabel("Time", { exact: true }).fill("01:30:00");
    await page.getByRole("button", { name: "Go on and check" }).click();
    await page.locator(".problems").waitFor();
    assert.match(await page.locator("fieldset.review-choice").innerText(), question);
    await page.getByRole("button", { name: "Go on and check" }).click();
    await page.locator(".problems").waitFor();
    const values = await page.locator('input[name="instant"]').evaluateAll((all) => all.map((one) => one.value));
    assert.deepEqual(values.map((value) => Date.parse(value)), choices.map((choice) => Date.parse(date + choice)));
    await page.locator('input[name="instant"]').nth(1).check();
    await page.getByRole("button", { name: "Go on and check" }).click();
    await page.getByRole("button", { name: "Schedule in one language" }).waitFor();
    const at = await page.locator("dl.places time").first().getAttribute("datetime");
    assert.equal(Date.parse(at), Date.parse(date + choices[1]));
  });
}

test("an instant in the past, a reason that is missing: each a sentence, and nothing happened", async () => {
  const place = await published(people.writer, people.editor, people.publisher, { title: "Statement on the tide", text: TEXT });
  const [message] = place.split("/");
  const next = await approved(people.editor, await submitted(people.writer, { title: "Statement on the tide again", text: TEXT }));
  const { page } = people.publisher;
  await page.goto(`${office.base}/desk/release?item=${next}`);
  await page.getByLabel("At this instant").check();
  await page.getByLabel("Day").fill("2020-01-02");
  await page.getByLabel("Time", { exact: true }).fill("10:00:00");
  await page.getByRole("button", { name: "Go on and check" }).click();
  assert.match(await page.locator(".problems").innerText(), /past|has passed|before/i);
  const refused = await send(people.publisher, `/desk/message/${message}/en/withdraw`, { number: "1", reason: "  " });
  assert.equal(refused.status(), 422);
  assert.match(await refused.text(), /role="alert"/);
  await page.goto(`${office.base}/desk/message/${message}`);
  assert.match(await page.locator(".stage").first().innerText(), /Public/);
});
