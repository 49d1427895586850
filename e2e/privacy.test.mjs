// Pages keep to themselves: no error, no breach of the policy, nobody else asked, nothing stored.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openBrowser } from "./browser.mjs";
import { kinds, LANGUAGES } from "./demo.mjs";
import { startDemo } from "./server.mjs";

let demo;
let browser;
before(async () => {
  [demo, browser] = await Promise.all([startDemo(), openBrowser()]);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

for (const lang of LANGUAGES) {
  test(`pages in ${lang} raise no error and ask nobody else`, async (t) => {
    for (const { kind, path, status } of await kinds(demo.base, lang)) {
      await t.test(kind, async () => {
        const context = await browser.newContext();
        const page = await context.newPage();
        const trouble = [];
        page.on("pageerror", (error) => trouble.push(String(error)));
        page.on("console", (message) => {
          const own = message.location().url === demo.base + path;
          // The browser reports the page's own status of 404 or 410 as an error; it is meant to be one.
          if (status !== 200 && own && message.text().includes(`${status}`)) return;
          if (["error", "warning"].includes(message.type())) trouble.push(message.text());
        });
        page.on("request", (request) => {
          if (new URL(request.url()).origin !== demo.base) trouble.push(`asked for ${request.url()}`);
        });
        page.on("response", async (response) => {
          if (await response.headerValue("set-cookie")) trouble.push(`cookie from ${response.url()}`);
          if (response.url() !== demo.base + path && response.status() >= 400) {
            trouble.push(`${response.status()} for ${response.url()}`);
          }
        });
        const response = await page.goto(demo.base + path, { waitUntil: "networkidle" });
        assert.equal(response.status(), status);
        assert.deepEqual(trouble, []);
        assert.deepEqual(await context.cookies(), []);
        await context.close();
      });
    }
  });
}

test("the policy allows no inline code and no other origin", async () => {
  for (const path of ["/en/", "/ar/messages/", "/en/no-such-page", "/web/20261001120000/en/"]) {
    const { headers } = await fetch(demo.base + path);
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'none'/, path);
    assert.doesNotMatch(policy, /unsafe-|https?:|data:|\*/, path);
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.match(policy, /base-uri 'none'/, path);
    assert.match(policy, /form-action 'self'/, path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
  }
});

test("the demo stops on an interrupt and leaves nothing behind", async () => {
  const other = await startDemo();
  const { status, left } = await other.stop();
  assert.equal(status, 0);
  assert.deepEqual(left, []);
});
