// The whole way of a text in a browser that runs no scripts: password and code, CommonMark, plain forms.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { decoded, inEnglish, newPerson, Office, oneTimeCode } from "./desk.mjs";

const PASSWORD = "lantern mosquito gravel";
const TEXT = `The Ambassador answered two questions.

Question: Will the office reopen in spring?

Ambassador: Yes. The decision was taken on Monday.

- mornings
- afternoons
`;

let browser;
let office;
const people = {};
before(async () => {
  [browser, office] = await Promise.all([openBrowser(), Office.open()]);
});
after(async () => {
  await browser?.close();
  await office?.close();
});

async function enrolWithPassword(name) {
  const person = await newPerson(browser, office, { javaScriptEnabled: false });
  const { page } = person;
  await page.goto(office.base + office.links[name]);
  person.secret = await page.locator("dd code").first().textContent();
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByLabel("The same password again").fill(PASSWORD);
  person.code = oneTimeCode(person.secret);
  await page.getByLabel("Code that the app shows now").fill(person.code);
  await page.getByRole("button", { name: "Keep the password and sign in" }).click();
  await page.waitForURL("**/desk/me/recovery?new=1");
  await inEnglish(person);
  await page.reload();
  return person;
}

const refusal = (page) => page.locator('[role="alert"]:visible').innerText();

test("a password that is among the first to be tried is refused, and nothing of the link is used up", async () => {
  const { context, page } = await newPerson(browser, office, { javaScriptEnabled: false });
  await page.goto(office.base + office.links.writer);
  const secret = await page.locator("dd code").first().textContent();
  await page.getByLabel("New password").fill("password1234");
  await page.getByLabel("The same password again").fill("password1234");
  await page.getByLabel("Code that the app shows now").fill(oneTimeCode(secret));
  await page.getByRole("button", { name: "Keep the password and sign in" }).click();
  assert.match(await refusal(page), /tried first/);
  await context.close();
});

test("somebody enrols with a password and a code, signs out, and in again", async () => {
  people.writer = await enrolWithPassword("writer");
  const { page, secret, code } = people.writer;
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in/);
  await page.getByLabel("Sign-in name").fill("writer");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  // The very code of the enrolment: the app may show the next one by now.
  await page.getByLabel("Six-digit code").fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  assert.match(await refusal(page), /A code is good once/, "the code of the enrolment is used up");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Six-digit code").fill(oneTimeCode(secret, 1));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(`${office.base}/desk/`);
  people.editor = await enrolWithPassword("editor");
  people.publisher = await enrolWithPassword("publisher");
});

test("a text is written as CommonMark with labels, and saved", async () => {
  const { page } = people.writer;
  await page.getByRole("link", { name: /^New message/ }).click();
  await page.getByLabel("Kind").selectOption("interview");
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByRole("button", { name: "Begin writing" }).click();
  await page.getByLabel("Title", { exact: true }).fill("Interview with the Ambassador on the opening hours");
  await page.getByLabel("Text", { exact: true }).fill(TEXT);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL("**?done=saved");
  assert.equal((await page.getByLabel("Text", { exact: true }).inputValue()).trim(), TEXT.trim());
  assert.equal(await page.locator("#kind").inputValue(), "interview");
});

test("what is wrong stands beside its field and at the top, and nothing typed is lost", async () => {
  const { page } = people.writer;
  const long = "A long title ".repeat(400);
  const title = await page.getByLabel("Title", { exact: true }).inputValue();
  await page.getByLabel("Title", { exact: true }).fill(long);
  await page.getByLabel("Text", { exact: true }).fill(`${TEXT}\nOne more sentence.\n`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.locator(".problems").waitFor();
  assert.match(await refusal(page), /title/i);
  const field = page.getByLabel("Title", { exact: true });
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  const described = (await field.getAttribute("aria-describedby")).split(" ")[0];
  assert.match(await page.locator(`#${described}`).innerText(), /at most 1,?000/);
  assert.equal((await field.inputValue()).trim(), long.trim());
  assert.match(await page.getByLabel("Text", { exact: true }).inputValue(), /One more sentence\./);
  await field.fill(title);
  await page.getByRole("button", { name: "Save and go on to submitting" }).click();
  await page.waitForURL("**/submit");
});

test("it is submitted, approved by another, and released by a third", async () => {
  const { page } = people.writer;
  const anyway = page.locator("#anyway");
  if (await anyway.count()) await anyway.check();
  await page.getByRole("button", { name: "Submit for approval" }).click();
  await page.waitForURL("**?done=submitted");

  const editor = people.editor.page;
  await editor.goto(`${office.base}/desk/`);
  await editor.getByRole("region", { name: /^To review/ }).getByRole("link").first().click();
  assert.match(await editor.locator(".review-text").innerText(), /The decision was taken on Monday\./);
  await editor.getByRole("button", { name: "Approve what was submitted" }).click();
  await editor.waitForURL(/done=approved/);

  const publisher = people.publisher.page;
  await publisher.goto(`${office.base}/desk/`);
  await publisher.getByRole("region", { name: /^To release/ }).getByRole("link").first().click();
  await publisher.getByRole("button", { name: "Go on and check" }).click();
  await publisher.getByRole("button", { name: "Release now in one language" }).click();
  await publisher.waitForURL("**/desk/release/done**");
  const address = await publisher.locator("li.panel a[href*='/en/messages/']").getAttribute("href");
  const html = decoded(await (await fetch(new URL(address, office.base))).text());
  assert.match(html, /Interview with the Ambassador on the opening hours/);
  assert.match(html, /Will the office reopen in spring\?/);
  assert.match(html, /One more sentence\./);
});
