// A press officer's night: from the enrolment link to a text that the public sees at the second, and what comes after.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import {
  approved, decoded, enrol, inEnglish, LOOK_MS, newPerson, Office, paste, saved, select, serverClock, submitted, textOf, until,
  withAuthenticator,
} from "./desk.mjs";

/** How long before the release the server's clock starts. */
const LEAD_MS = 40_000;
/** A release shows at latest so long after its instant. */
const LATE_MS_MAX = 2_000;

const TITLE = "Joint press conference by the Foreign Minister of Halvern, Port Selby, 14 October 2026";
const TITLE_FR = "Conférence de presse conjointe de la ministre des affaires étrangères de Halvern, Port Selby, 14 octobre 2026";
// What the clipboard holds when a transcript is copied from a word processor.
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal {margin:0cm; font-size:11.0pt}</style></head>
<body lang=EN-GB><!--StartFragment-->
<p class=MsoNormal style='text-align:justify'><span style='font-family:"Calibri"'>The Foreign Minister received the press
after the signing.<o:p></o:p></span></p>
<p class=MsoNormal><b>Question:</b> How many ferries will sail each day?<span class=MsoCommentReference><a
class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[AB1]</a></span></p>
<p class=MsoNormal><b>Foreign Minister:</b> There will be 40 sailings <del cite="mailto:Somebody"
datetime="2026-10-14T10:00">not fifty as was asked </del>a week.</p>
<p class=MsoNormal><b>Question:</b> And in winter?</p>
<p class=MsoNormal><b>Foreign Minister:</b> In winter the timetable stays the same.</p>
<!--EndFragment-->
<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1" class=msocomtxt>
<p class=MsoCommentText>SECRET remark of a colleague</p></div></div></div>
</body></html>`;
const FRENCH = `La ministre a reçu la presse après la signature.

Question : Combien de traversées y aura-t-il ?

Réponse : Il y aura 40 traversées par semaine.

Question : Et en hiver ?

Réponse : En hiver, l'horaire reste le même.
`;

let browser;
let office;
const people = {};
let place;
let message;
const addresses = {};
before(async () => {
  [browser, office] = await Promise.all([openBrowser(), Office.open()]);
});
after(async () => {
  await browser?.close();
  await office?.close();
});

/** What a reader gets: the answer, and whether a front page names the text. */
const look = (path) => fetch(office.base + path, { redirect: "manual" });
const names = async (lang, title) => decoded(await (await look(`/${lang}/`)).text()).includes(title);

test("everybody enrols with a passkey, and recovery codes are shown once", async () => {
  const { context, page } = await newPerson(browser, office);
  const device = await withAuthenticator(context, page);
  await page.goto(office.base + office.links.writer);
  await page.getByRole("button", { name: "Make a passkey" }).click();
  await page.waitForURL("**/desk/me/recovery?new=1");
  people.writer = { context, page, base: office.base, device, name: "writer" };
  await inEnglish(people.writer);
  await page.reload();
  await page.getByRole("button", { name: "Show ten recovery codes" }).click();
  const codes = page.locator("ol.codes li");
  assert.equal(await codes.count(), 10);
  assert.equal(new Set(await codes.allTextContents()).size, 10);
  await page.getByRole("link", { name: "I have them; go to the desk" }).click();
  await page.waitForURL(`${office.base}/desk/`);
  await page.goto(`${office.base}/desk/me/recovery`);
  assert.equal(await codes.count(), 0, "a second look shows none");
  assert.match(await page.locator("main").innerText(), /10 recovery codes left/);

  const second = await newPerson(browser, office);
  await second.page.goto(office.base + office.links.writer);
  assert.match(await second.page.locator("main").innerText(), /used already/, "the link is used up");
  await second.context.close();
  people.editor = await enrol(browser, office, "editor");
  people.publisher = await enrol(browser, office, "publisher");
});

test("a transcript pasted from Word becomes turns, and what was left out is counted", async () => {
  const { page } = people.writer;
  await page.goto(`${office.base}/desk/new`);
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByRole("button", { name: "Begin writing" }).click();
  await textOf(page).waitFor();
  place = /\/desk\/write\/([^?]+)/.exec(page.url())[1];
  message = place.split("/")[0];
  await paste(page, WORD);
  const labels = page.locator(".editor .turn [data-label]");
  await until("four turns", async () => (await labels.count()) === 4);
  assert.deepEqual(await labels.allTextContents(), ["Question", "Foreign Minister", "Question", "Foreign Minister"]);
  const text = await textOf(page).innerText();
  assert.match(text, /There will be 40 sailings a week\./, "the tracked deletion is gone");
  assert.doesNotMatch(text, /SECRET|\[AB1\]|not fifty/);
  const notes = await page.locator("ul[data-notes]").innerText();
  assert.match(notes, /comment/i);
  assert.match(notes, /delet/i);
  await saved(page);
});

test("a title in the usual form brings suggestions that are taken one by one", async () => {
  const { page } = people.writer;
  await page.getByLabel("Title", { exact: true }).fill(TITLE);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**?done=saved");
  for (const field of ["Kind", "Place", "Date of the occasion"]) {
    const suggestion = page.locator("li.suggestion").filter({ hasText: field });
    await suggestion.getByRole("button").click();
    await page.waitForURL("**?done=taken");
    await page.waitForLoadState("load");
  }
  assert.equal(await page.locator("#kind").inputValue(), "press-conference");
  assert.equal(await page.locator("#place").inputValue(), "Port Selby");
  assert.equal(await page.locator("#occasion_date").inputValue(), "2026-10-14");
  assert.equal(await page.locator(".editor .turn").count(), 4, "the text is still there");
});

test("the writer submits and cannot approve", async () => {
  const { page } = people.writer;
  await page.getByRole("button", { name: "Save and go on to submitting" }).click();
  await page.waitForURL("**/submit");
  const anyway = page.locator("#anyway");
  if (await anyway.count()) await anyway.check();
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await page.waitForURL("**?done=submitted");
  await page.goto(`${office.base}/desk/review/${place}`);
  assert.equal(await page.getByRole("button", { name: "Approve what was submitted" }).count(), 0);
  const submission = /\/desk\/review/.test(page.url()) && (await people.editor.context.request.get(page.url()));
  const digest = /name="submission" value="([^"]+)"/.exec(await submission.text())[1];
  const forced = await people.writer.context.request.post(`${page.url()}/approve`, {
    headers: { origin: office.base },
    form: { submission: digest },
    maxRedirects: 0,
  });
  assert.ok([403, 422].includes(forced.status()), `a request made by hand is refused too: ${forced.status()}`);
});

test("the editor finds it waiting, comments on a passage, and approves", async () => {
  const { page } = people.editor;
  await page.goto(`${office.base}/desk/`);
  await page.getByRole("region", { name: /^To review/ }).getByRole("link").first().click();
  await page.waitForURL(`**/desk/review/${place}`);
  const row = page.locator(".review-row").filter({ hasText: "40 sailings" });
  await row.getByRole("link", { name: "Comment" }).click();
  await page.getByLabel("Comment on this passage").fill("The harbour office says 40 as well.");
  await page.getByRole("button", { name: "Keep the comment" }).first().click();
  await page.waitForURL(/done=commented/);
  assert.match(await row.innerText(), /The harbour office says 40 as well\./);
  await page.getByRole("button", { name: "Approve what was submitted" }).click();
  await page.waitForURL(/done=approved/);
  await people.writer.page.goto(`${office.base}/desk/`);
  assert.match(await people.writer.page.locator("main").innerText(), /The harbour office says 40 as well\./);
});

test("the French edition is made beside the English one", async () => {
  const { page } = people.writer;
  await page.goto(`${office.base}/desk/message/${message}`);
  await page.getByRole("link", { name: /fran/i }).first().click();
  await page.waitForURL(`**/desk/write/${message}/fr`);
  await textOf(page).waitFor();
  assert.match(await page.locator(".source-text").innerText(), /There will be 40 sailings/, "the source stands beside it");
  await paste(page, "", FRENCH);
  await until("four turns", async () => (await page.locator(".editor .turn").count()) === 4);
  await page.getByLabel("Title", { exact: true }).fill(TITLE_FR);
  await page.locator("#kind").selectOption("press-conference");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**?done=saved");
  await submitted(people.writer, `${message}/fr`);
  await approved(people.editor, `${message}/fr`);
});

test("an office written as French writes it, with small letters, is a speaker's label", async () => {
  const { page } = people.writer;
  const text = FRENCH.replaceAll("Réponse", "Ministre des affaires étrangères");
  const labels = await page.evaluate(async (pasted) => {
    const headers = { "content-type": "application/json", accept: "application/json" };
    const body = JSON.stringify({ html: "", text: pasted });
    const answer = await fetch(`${location.pathname}/paste`, { method: "POST", headers, body });
    return (await answer.json()).document.nodes.filter(({ turn }) => turn).map(({ turn }) => turn.label);
  }, text);
  assert.deepEqual(labels, [
    "Question",
    "Ministre des affaires étrangères",
    "Question",
    "Ministre des affaires étrangères",
  ]);
});

/** The next full minute that leaves time to fill the form in. */
const nextMinute = (now) => Math.ceil((now + LEAD_MS) / 60_000) * 60_000;
const home = (instant, options) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", hourCycle: "h23", ...options }).format(instant);

let release;
test("two languages are scheduled as one bundle; the desk repeats the instant and asks", async () => {
  // The clock of the server starts shortly before the release, so that nobody waits for a minute to come round.
  release = nextMinute(Date.now() + 60_000);
  await office.stop();
  await office.start(new Date(release - LEAD_MS).toISOString());
  const { page } = people.publisher;
  await page.goto(`${office.base}/desk/release?item=${message}/en&item=${message}/fr`);
  await page.getByLabel("At this instant").check();
  await page.getByLabel("Day").fill(home(release, { year: "numeric", month: "2-digit", day: "2-digit" }));
  const time = home(release, { hour: "2-digit", minute: "2-digit" });
  await page.getByLabel("Time", { exact: true }).fill(`${time}:00`);
  await page.getByLabel("Name of the bundle").fill("Ferry accord");
  await page.getByRole("button", { name: "Go on and check" }).click();
  const question = await page.locator(".review-question").innerText();
  assert.match(question, /Release in 2 languages on /);
  const rows = await page.locator("dl.places").first().evaluate((list) =>
    [...list.querySelectorAll("dt")].map((place) => {
      const value = place.nextElementSibling;
      return { place: place.textContent.trim(), words: value.textContent, at: value.querySelector("time").dateTime };
    }),
  );
  assert.ok(rows.every(({ at }) => Date.parse(at) === release), JSON.stringify(rows));
  assert.ok(rows[0].words.includes(time), "home comes first");
  const utc = rows.find(({ place }) => place === "UTC");
  assert.ok(utc?.words.includes(new Date(release).toISOString().slice(11, 16)), JSON.stringify(rows));
  await page.getByRole("button", { name: "Schedule in 2 languages" }).click();
  await page.waitForURL("**/desk/release/done**");
  const hrefs = (await page.locator("li.panel").allInnerTexts()).map((text) => /(\/(?:en|fr)\/messages\/\S+)/.exec(text)[1]);
  for (const href of hrefs) addresses[href.slice(1, 3)] = new URL(href, office.base).pathname;
  assert.deepEqual(Object.keys(addresses).toSorted(), ["en", "fr"]);
});

test("the public sees neither before the instant, and both at it", async (t) => {
  for (const [lang, title] of [["en", TITLE], ["fr", TITLE_FR]]) {
    const response = await look(addresses[lang]);
    assert.ok(serverClock(response) < release, "there was time to look before");
    assert.equal(response.status, 404, lang);
    assert.equal(await names(lang, title), false, `front page ${lang}`);
  }
  const first = {};
  await until("both editions", async () => {
    for (const lang of ["en", "fr"]) {
      const asked = performance.now();
      const response = await look(addresses[lang]);
      const at = serverClock(response);
      if (response.status === 200) {
        // The header says when the request came; the answer may have been made while it waited for its turn.
        const answered = at + (performance.now() - asked);
        assert.ok(answered >= release, `${lang} was public ${release - answered} ms early`);
        first[lang] ??= answered;
      } else {
        assert.equal(response.status, 404);
        assert.ok(at < release + LATE_MS_MAX, `${lang} is still hidden ${at - release} ms after its instant`);
      }
    }
    return first.en && first.fr;
  }, LEAD_MS * 2);
  t.diagnostic(`seen after ${first.en - release} and ${first.fr - release} ms, looking each ${LOOK_MS} ms`);
  for (const lang of ["en", "fr"]) assert.ok(first[lang] - release <= LATE_MS_MAX);
  assert.ok((await names("en", TITLE)) && (await names("fr", TITLE_FR)), "front pages");
});

test("the desk shows what was planned and what came of it", async () => {
  const { page } = people.publisher;
  await until("the release seen", async () => {
    await page.goto(`${office.base}/desk/`);
    const recent = await page.getByRole("region", { name: "Released in the last day" }).innerText();
    return /seen after/.test(recent) && (recent.match(/seen after/g)?.length === 2);
  });
  assert.match(await page.getByRole("region", { name: "Released in the last day" }).innerText(), /Planned/);
});

test("a corrected number is proposed as substantive, and its note is public", async () => {
  const { page } = people.writer;
  await page.goto(`${office.base}/desk/write/${place}`);
  await textOf(page).waitFor();
  await select(page, "40");
  await page.keyboard.type("45");
  await page.getByLabel("Public note").fill("The number of sailings was corrected.");
  await page.getByRole("button", { name: "Save and go on to submitting" }).click();
  await page.waitForURL("**/submit");
  assert.match(await page.locator("main").innerText(), /the desk proposes:\s*Substantive/);
  assert.match(await page.locator("main").innerText(), /4[05]/, "and says why");
  const anyway = page.locator("#anyway");
  if (await anyway.count()) await anyway.check();
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await page.waitForURL("**?done=submitted");
  const readers = await (await look(addresses.en)).text();
  assert.match(readers, /40 sailings/, "nothing is public before its release");
  await approved(people.editor, place);
  const publisher = people.publisher.page;
  await publisher.goto(`${office.base}/desk/release?item=${place}`);
  await publisher.getByRole("button", { name: "Go on and check" }).click();
  await publisher.getByRole("button", { name: "Release now in one language" }).click();
  await publisher.waitForURL("**/desk/release/done**");
  const corrected = decoded(await (await look(addresses.en)).text());
  assert.match(corrected, /45 sailings/);
  assert.match(corrected, /The number of sailings was corrected\./);
});

test("the French edition is now older than its source, and the desk says so", async () => {
  const { page } = people.writer;
  await page.goto(`${office.base}/desk/matrix`);
  assert.match(await page.locator("main").innerText(), /Older than its source/);
});

test("withdrawn, the address tells the reason; restored, the text is back", async () => {
  const { page } = people.publisher;
  await page.goto(`${office.base}/desk/message/${place}/withdraw`);
  await page.getByLabel("The reason, as the public will read it").fill("The figures are being checked once more.");
  await page.getByRole("button", { name: "Withdraw now in English" }).click();
  await page.waitForURL(/done=withdraw/);
  const gone = await look(addresses.en);
  assert.equal(gone.status, 410);
  const told = decoded(await gone.text());
  assert.match(told, /The figures are being checked once more\./);
  assert.doesNotMatch(told, /45 sailings/);
  assert.equal(await names("en", TITLE), false);
  assert.equal((await look(addresses.fr)).status, 200, "the other language stays");

  await page.goto(`${office.base}/desk/message/${place}/restore`);
  await page.getByLabel("A public note: why it is back").fill("The figures were right.");
  await page.getByRole("button", { name: "Make public again now in English" }).click();
  await page.waitForURL(/done=restore/);
  const back = await look(addresses.en);
  assert.equal(back.status, 200);
  assert.match(await back.text(), /45 sailings/);
});
