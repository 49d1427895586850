// Every page of the desk that there is, with something on it: for the tests that look at all of them, and for pictures.

import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";

import { png } from "./bytes.mjs";
import {
  approved, decoded, newPerson, openDemonstration, published, released, send, submitted, textOf, until, written,
} from "./desk.mjs";

const TEXT = `The Embassy and the harbour office met today.

Question: Will the lighthouse open in spring?

Ambassador: Yes. The decision was taken on Monday, 16 November 2026.

## What comes next

- a new lamp
- a longer season

| month | sailings |
| --- | --- |
| April | 40 |
| May | 62 |

> Light belongs to everybody who is at sea.
`;
const CHANGED = TEXT.replace("40", "45").replace("a new lamp", "two new lamps");
const ARABIC = "اجتمعت السفارة ومكتب الميناء اليوم.\n\nسؤال: هل ستفتح المنارة في الربيع؟\n\nالسفير: نعم.\n";
const LONG = "Statement on the international conference for the safety of navigation, lighthouses and harbour offices of the northern coast, Port Selby, 16 November 2026";

/**
 * The demonstration's desk with texts in every stage.
 * @returns {Promise<{base: string, people: object, pages: object[], stop: () => Promise<unknown>}>}
 */
export async function openDeskPages(browser) {
  const demo = await openDemonstration(browser);
  try {
    const people = { nobody: await newPerson(browser, demo) };
    for (const [key, name] of Object.entries({ writer: "Lena", editor: "Tomas", publisher: "Noor", keeper: "Ivo" })) {
      people[key] = await demo.enter(name);
    }
    return { base: demo.base, people, pages: await listed(demo.base, people), stop: demo.stop };
  } catch (error) {
    await demo.stop();
    throw error;
  }
}

/** Goes to a page of the list, with whatever has to be pressed for it. */
export async function open(desk, { who, path, then }) {
  const { page } = desk.people[who];
  await page.goto(desk.base + path);
  if (await page.locator("form[data-editor]").count()) await textOf(page).waitFor();
  await then?.(page);
  return page;
}

async function html(person, path) {
  const answer = await person.context.request.get(person.base + path);
  assert.equal(answer.status(), 200, path);
  return decoded(await answer.text());
}

async function listed(base, people) {
  const { writer, editor, publisher, keeper } = people;
  const statement = (title, text = TEXT) => ({ title, text, kind: "statement", place: "Port Selby", occasion_date: "2026-11-16" });

  const released1 = await published(writer, editor, publisher, statement("Statement on the lighthouse, Port Selby, 16 November 2026"));
  const [message] = released1.split("/");
  const correction = { ...statement("Statement on the lighthouse, Port Selby, 16 November 2026", CHANGED), note: "A number was corrected." };
  await approved(editor, await submitted(writer, { ...correction, message }));
  // A version stands at least a second before the next one may follow.
  await until("the next version", () => released(publisher, [released1]).then(() => true, () => false));
  const waiting = await submitted(writer, statement(LONG));
  await written(editor, { ...statement("Statement on the lighthouse, Port Selby, 16 November 2026", TEXT), message, note: "The first number was right." });
  await submitted(editor, released1);
  await send(publisher, `/desk/review/${waiting}/comment`, { block: "", id: "c0mment000000001", text: "Is the second lamp paid for?" });

  const bypassed = await submitted(writer, statement("Statement on fog"));
  await released(publisher, [bypassed], { bypass: "The office was closed and fog was coming." });

  const first = await submitted(writer, statement("Statement on the winter timetable"));
  const [together] = first.split("/");
  const second = await submitted(writer, { ...statement("بيان بشأن جدول الشتاء", ARABIC), lang: "ar", message: together });
  await approved(editor, first);
  await approved(editor, second);
  await released(publisher, [first, second], { at: "2026-12-24T18:00:00Z", title: "Winter timetable" });
  const alone = await approved(editor, await submitted(writer, statement("Statement on the new pier")));
  await released(publisher, [alone], { at: "2026-12-01T07:30:00Z" });
  const ready = await approved(editor, await submitted(writer, statement("Statement on the old pier")));

  const draft = await written(writer, {
    title: "Remarks by the Ambassador at the the opening, Port Selby, Tuesday, 16 November 2026",
    text: "The the Foreign Minster opened the hall.\n\nQuestion: “Will it stay open?\n\nAnswer: Yes.\n",
    kind: "statement",
  });
  await send(editor, `/desk/write/${draft}/save`, { base: "1", title: "Remarks at the opening", kind: "remarks", text: "The Foreign Minister opened the hall.\n", then: "save" });
  await send(writer, `/desk/write/${draft}/save`, { base: "1", title: "Remarks in the hall", kind: "speech", text: "Nobody opened the hall.\n", then: "save" });
  const linked = await send(writer, `/desk/write/${draft}/links`, { name: "Ada Reed", hours: "48", shows: "newest" });
  const shared = /\/desk\/shared\/[^"&\s]+/.exec(decoded(await linked.text()))[0];

  const bundle = /\/desk\/bundle\/[a-z0-9]+/.exec(await html(publisher, `/desk/message/${together}`))[0];
  await editor.context.request.post(`${base}/desk/media`, {
    headers: { origin: base },
    multipart: {
      "file-0": { name: "harbour.png", mimeType: "image/png", buffer: picture(320, 200) },
      "alt-0-en": "The harbour in the morning.",
      "credit-0": "Press office",
    },
  });
  const file = /\/desk\/media\/[0-9a-f]{64}/.exec(await html(editor, "/desk/media"))[0];
  const person = /\/desk\/people\/[a-z0-9]+/.exec(await html(keeper, "/desk/people"))[0];
  const link = await send(keeper, person, { do: "enrol" });
  const enrolment = /\/desk\/enrol\/[^"\s]+/.exec(decoded(await link.text()))[0];
  await send(publisher, "/desk/tokens", { name: "The wire service", days: "30", grant: "publisher:en" });

  const done = `item=${together}/en&item=${together}/ar`;
  const at = (who, name, path, then) => ({ who, name, path, then });
  return [
    at("nobody", "sign in", "/desk/sign-in"),
    at("nobody", "sign in refused", "/desk/sign-in", async (page) => {
      await page.getByLabel("Sign-in name").fill("nobody");
      await page.getByLabel("Password", { exact: true }).fill("a wrong password");
      await page.getByLabel("Six-digit code").fill("123456");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.locator("#signin-problem").waitFor();
    }),
    at("nobody", "sign in with a recovery code", "/desk/sign-in/recovery"),
    at("nobody", "signed in, close the window", "/desk/sign-in/done"),
    at("nobody", "enrolment", enrolment),
    at("nobody", "enrolment link that is spent", "/desk/enrol/nothing"),
    at("nobody", "demonstration", "/desk/demonstration"),
    at("nobody", "copy for somebody outside", shared),
    at("writer", "account", "/desk/me"),
    at("writer", "recovery codes", "/desk/me/recovery"),
    at("writer", "recovery codes shown", "/desk/me/recovery", async (page) => {
      await page.getByRole("button", { name: /ten (new )?recovery codes/ }).click();
      await page.locator("ol.codes").waitFor();
    }),
    at("writer", "sign out", "/desk/sign-out"),
    at("writer", "problem", "/desk/there-is-no-such-room"),
    at("writer", "waiting for the writer", "/desk/"),
    at("editor", "waiting for the editor", "/desk/"),
    at("publisher", "waiting for the publisher", "/desk/"),
    at("writer", "messages", "/desk/messages/"),
    at("writer", "messages found", "/desk/messages/?lang=en&words=lighthouse"),
    at("writer", "new message", "/desk/new"),
    at("writer", "writing with suggestions and checks", `/desk/write/${draft}`),
    at("writer", "writing a translation", `/desk/write/${message}/ar`),
    at("writer", "writing a correction", `/desk/write/${released1}`),
    at("writer", "writing refused", `/desk/write/${draft}`, async (page) => {
      // As the form without scripts sends it; the editor says this in its own place.
      await page.evaluate(() => {
        const form = document.querySelector("form[data-editor]");
        form.querySelector('[name="title"]').value = "Long ".repeat(300);
        form.submit();
      });
      await page.locator("#title-error").waitFor();
      await textOf(page).waitFor();
    }),
    at("writer", "merging", `/desk/write/${draft}/merge`),
    at("writer", "submitting", `/desk/write/${draft}/submit`),
    at("writer", "discarding", `/desk/write/${draft}/discard`),
    at("writer", "preview links", `/desk/write/${draft}/links`),
    at("writer", "preview", `/desk/preview/${draft}`),
    at("writer", "preview in the future", `/desk/preview/${first}?at=2027-01-01T12:00:00Z`),
    at("writer", "site in the future", "/desk/as-at/20270101120000/en/"),
    at("editor", "review", `/desk/review/${waiting}`),
    at("publisher", "review of a correction", `/desk/review/${released1}`),
    at("publisher", "review side by side", `/desk/review/${released1}?view=side`),
    at("publisher", "release", `/desk/release?item=${ready}`),
    at("publisher", "release refused", `/desk/release?item=${ready}`, async (page) => {
      await page.getByLabel("At this instant").check();
      await page.getByLabel("Day").fill("2027-03-28");
      await page.getByLabel("Time", { exact: true }).fill("01:30:00");
      await page.getByRole("button", { name: "Go on and check" }).click();
      await page.locator(".problems").waitFor();
    }),
    at("publisher", "release to be confirmed", `/desk/release?item=${ready}`, async (page) => {
      await page.getByLabel("At this instant").check();
      await page.getByLabel("Day").fill("2026-12-02");
      await page.getByLabel("Time", { exact: true }).fill("09:00:00");
      await page.getByRole("button", { name: "Go on and check" }).click();
      await page.locator(".review-question").waitFor();
    }),
    at("publisher", "released", `/desk/release/done?${done}`),
    at("publisher", "message", `/desk/message/${message}`),
    at("publisher", "message that is scheduled", `/desk/message/${together}`),
    at("publisher", "withdraw", `/desk/message/${released1}/withdraw`),
    at("publisher", "move a release", `/desk/message/${alone}/move?number=1`),
    at("publisher", "call a release off", `/desk/message/${alone}/call-off?number=1`),
    at("keeper", "erase", `/desk/message/${released1}/erase`),
    at("editor", "look afterwards", `/desk/message/${bypassed}/look?number=1`),
    at("editor", "compare", `/desk/compare/${released1}/1/2`),
    at("publisher", "bundle", bundle),
    at("publisher", "calendar", "/desk/calendar"),
    at("publisher", "calendar of December", "/desk/calendar?month=2026-12"),
    at("publisher", "translations", "/desk/matrix"),
    at("publisher", "audit", "/desk/audit"),
    at("editor", "media", "/desk/media"),
    at("editor", "media file", file),
    at("editor", "media refused", "/desk/media", async (page) => {
      if (!(await page.locator("#f-file-0").isVisible())) await page.locator("main details > summary").first().click();
      await page.locator("#f-file-0").setInputFiles({ name: "crest.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") });
      await page.locator("main form button.primary").first().click();
      await page.locator(".problems").waitFor();
    }),
    at("publisher", "site", "/desk/site"),
    at("publisher", "evergreen pages", "/desk/site/pages"),
    ...(await parts(publisher)),
    at("keeper", "people", "/desk/people"),
    at("keeper", "people refused", "/desk/people", async (page) => {
      await page.getByRole("button", { name: "Add" }).last().click();
      await page.locator(".problems").waitFor();
    }),
    at("keeper", "person", person),
    at("keeper", "enrolment link shown", person, async (page) => {
      await page.locator('button[value="enrol"]').click();
      await page.locator("#f-link").waitFor();
    }),
    at("publisher", "tokens", "/desk/tokens"),
  ];
}

/** A form of every kind of standing part: one that is there, and a new one. */
async function parts(publisher) {
  const site = await html(publisher, "/desk/site");
  const list = [];
  for (const kind of ["identity", "clocks", "lead"]) {
    list.push({ who: kind === "identity" ? "keeper" : "publisher", name: `site part ${kind}`, path: `/desk/site/${kind}` });
  }
  for (const kind of ["contact", "counter", "banner", "speaker", "topic"]) {
    list.push({ who: "publisher", name: `site part ${kind}, new`, path: `/desk/site/${kind}` });
    const there = new RegExp(`/desk/site/${kind}/[^"?]+`).exec(site)?.[0];
    if (there) list.push({ who: "publisher", name: `site part ${kind}`, path: there });
  }
  list.push({
    who: "publisher",
    name: "site part refused",
    path: "/desk/site/counter",
    then: async (page) => {
      await page.locator('main button[value="save"]').click();
      await page.locator(".problems").waitFor();
    },
  });
  return list;
}

/** A PNG of one colour. */
function picture(width, height) {
  const rows = Buffer.alloc((width * 3 + 1) * height, 120);
  for (let row = 0; row < height; row += 1) rows[row * (width * 3 + 1)] = 0;
  return png(width, height, deflateSync(rows));
}
