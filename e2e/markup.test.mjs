// The Nu HTML checker finds no error on any kind of page, in any language.

import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";

import { decoded, kinds, LANGUAGES } from "./demo.mjs";
import { run, startDemo, startSite, temporaryFolder } from "./server.mjs";
import { checkHtml } from "./vnu.mjs";

let demo;
let folder;
before(async () => {
  demo = await startDemo();
  folder = await temporaryFolder();
});
after(async () => {
  await demo?.stop();
  await folder?.remove();
});

async function assertClean(t, files) {
  const { errors, warnings } = await checkHtml(files);
  for (const warning of warnings) t.diagnostic(`warning: ${warning}`);
  assert.deepEqual(errors, []);
}

async function save(name, response) {
  const file = path.join(folder.path, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  return file;
}

for (const lang of LANGUAGES) {
  test(`every kind of page in ${lang} is valid HTML and answers with its status`, async (t) => {
    const files = [];
    for (const { kind, path: address, status } of await kinds(demo.base, lang)) {
      const response = await fetch(demo.base + address, { redirect: "manual" });
      assert.equal(response.status, status, `${kind}: ${address}`);
      assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8", kind);
      files.push(await save(`${lang}-${kind.replaceAll(" ", "-")}.html`, response));
    }
    await assertClean(t, files);
  });
}

test("English has every kind of page", async () => {
  const found = (await kinds(demo.base, "en")).map(({ kind }) => kind);
  const wanted = ["page", "message with turns", "corrected message", "withdrawn message"];
  assert.deepEqual(wanted.filter((kind) => !found.includes(kind)), []);
});

test("problems of other kinds are pages that are valid too", async (t) => {
  const files = [];
  const addresses = [
    ["/en/no-such-page", 404],
    ["/en/messages/2026/13/", 404],
    ["/web/20261399000000/en/", 400],
    ["/en/messages/?from=yesterday", 400],
  ];
  for (const [address, status] of addresses) {
    const response = await fetch(demo.base + address, { redirect: "manual" });
    assert.equal(response.status, status, address);
    files.push(await save(`problem-${files.length}.html`, response));
  }
  await assertClean(t, files);
});

test("an empty site's greeting is valid HTML", async (t) => {
  const home = path.join(folder.path, "empty");
  const made = await run(
    ...["init", home, "--name", "Permanent Delegation of Aurelia"],
    ...["--zone", "Europe/London", "--languages", "en,ar"],
  );
  assert.equal(made.status, 0, made.stderr);
  const server = await startSite(home, "2026-11-20T09:58:00Z");
  try {
    const files = [];
    for (const lang of ["en", "ar"]) {
      const response = await fetch(`${server.base}/${lang}/`);
      assert.equal(response.status, 200);
      files.push(await save(`empty-${lang}.html`, response));
    }
    await assertClean(t, files);
  } finally {
    await server.stop();
  }
});

test("the pictures of the theme are valid SVG", async (t) => {
  const html = await (await fetch(`${demo.base}/en/`)).text();
  const links = [...html.matchAll(/(?:href|src)="([^"]*\.svg)"/g)];
  const pictures = new Set(links.map(([, source]) => decoded(source)));
  assert.ok(pictures.size >= 2, "crest and icon");
  const files = [];
  for (const picture of pictures) {
    const response = await fetch(demo.base + picture);
    assert.equal(response.status, 200, picture);
    files.push(await save(path.basename(picture), response));
  }
  await assertClean(t, files);
});
