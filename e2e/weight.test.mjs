// A page's HTML, style and script together fit into what a server may send before the first answer.

import assert from "node:assert/strict";
import http from "node:http";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";

import { decoded, kinds, LANGUAGES } from "./demo.mjs";
import { startDemo } from "./server.mjs";

/** The limit for HTML, style and script together, compressed by gzip. */
const FRONT_BYTES_MAX = 14_000;

let demo;
before(async () => {
  demo = await startDemo();
});
after(async () => {
  await demo?.stop();
});

/** The bytes of a body as they came over the wire; `fetch` would only show them unpacked. */
function packed(address) {
  return new Promise((resolve, reject) => {
    http
      .get(address, { headers: { "accept-encoding": "gzip" } }, (response) => {
        const parts = [];
        response.on("data", (part) => parts.push(part));
        response.on("end", () => {
          assert.equal(response.headers["content-encoding"], "gzip", address);
          resolve(Buffer.concat(parts));
        });
      })
      .on("error", reject);
  });
}

for (const lang of LANGUAGES) {
  test(`the front page in ${lang} is under ${FRONT_BYTES_MAX} bytes with style and script`, async (t) => {
    const html = await packed(`${demo.base}/${lang}/`);
    const text = gunzipSync(html).toString();
    const links = [...text.matchAll(/(?:rel="stylesheet" href|<script[^>]* src)="([^"]+)"/g)];
    assert.equal(links.length, 2, "one style sheet, one script");
    let sum = html.length;
    const sizes = [`html ${html.length}`];
    for (const [, source] of links) {
      const link = decoded(source);
      const part = await packed(demo.base + link);
      sum += part.length;
      sizes.push(`${link.split("/").pop()} ${part.length}`);
    }
    t.diagnostic(`${sizes.join(", ")}: ${sum} bytes`);
    assert.ok(sum < FRONT_BYTES_MAX, `${sum} bytes`);
  });
}

test("every kind of page comes compressed", async () => {
  for (const { kind, path } of await kinds(demo.base, "en")) {
    assert.ok((await packed(demo.base + path)).length > 0, kind);
  }
});
