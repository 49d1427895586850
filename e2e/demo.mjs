// What the demo's content says, read from the files that it is made of, and where its pages are.

import { readFileSync } from "node:fs";

const folder = new URL("../crates/chancery/demo/", import.meta.url);
const text = (name) => readFileSync(new URL(name, folder), "utf8");
const lines = (name) => text(name).split("\n").filter(Boolean).map((line) => JSON.parse(line));

export const site = JSON.parse(text("site.json"));
export const messages = lines("messages.jsonl");
export const pages = lines("pages.jsonl");

/** The instant at which the demo's clock starts when nobody says otherwise. */
export const STARTS = "2026-11-20T09:58:00Z";

/** The languages that the tests look at: left-to-right, right-to-left, and one without spaces. */
export const LANGUAGES = ["en", "ar", "zh"];

/** The civil date in the home zone: year, month and day as in addresses. */
export function homeDate(instant) {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: site.home_zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const [year, month, day] = format.format(new Date(instant)).split("-");
  return { year, month, day };
}

/** An instant as the fourteen digits of a memento's address. */
export function digits(instant) {
  return new Date(instant).toISOString().replace(/\D/g, "").slice(0, 14);
}

/**
 * The pages to look at in one language: one of every kind that the demo has there.
 * @returns {Promise<{kind: string, path: string, status: number}[]>}
 */
export async function kinds(base, lang) {
  const own = messages.filter((message) => message.lang === lang);
  const stands = own.filter(
    (message) => !message.withdrawn && !message.erased && message.release <= STARTS,
  );
  const { year, month } = homeDate(stands.at(-1).release);
  const list = [
    { kind: "front", path: `/${lang}/` },
    { kind: "archive", path: `/${lang}/messages/` },
    { kind: "month", path: `/${lang}/messages/${year}/${month}/` },
    { kind: "filtered archive", path: `/${lang}/messages/?kind=statement&from=2026-06-01` },
    { kind: "archive that finds nothing", path: `/${lang}/messages/?from=2026-05-04&to=2026-05-03` },
    { kind: "memento of the front", path: `/web/20261001120000/${lang}/` },
    {
      kind: "not found",
      path: `/${lang}/messages/2026/10/01/there-is-no-such-message`,
      status: 404,
    },
  ];
  const page = pages.find((candidate) => candidate.lang === lang);
  if (page) list.push({ kind: "page", path: `/${lang}/${page.path}` });

  const longest = stands.reduce((a, b) => (b.title.length > a.title.length ? b : a));
  const wanted = {
    "message with turns": stands.find((m) => ["press-conference", "interview"].includes(m.kind)),
    "message with a table": stands.find((m) => /^\|/m.test(m.body)),
    "message with a long title": longest,
    "corrected message": stands.find((m) => m.corrected?.length),
  };
  for (const [kind, message] of Object.entries(wanted)) {
    if (message) list.push({ kind, path: await address(base, message, STARTS) });
  }
  list.push(...(await asking(base, lang, stands)));
  const withdrawn = own.find((message) => message.withdrawn);
  if (withdrawn) {
    // Nothing leads to it now, but the archive as it was before the withdrawal does.
    const before = new Date(Date.parse(withdrawn.withdrawn.at) - 1000);
    list.push({ kind: "withdrawn message", path: await address(base, withdrawn, before), status: 410 });
  }
  return list.map((entry) => ({ status: 200, ...entry }));
}

/** The rooms that ask the record as a whole, each in its states. */
async function asking(base, lang, stands) {
  const spoken = stands.find((m) => ["press-conference", "interview"].includes(m.kind));
  const path = await address(base, spoken, STARTS);
  const anchor = /\bid="(p-[^"]+)"/.exec(await (await fetch(base + path)).text())[1];
  const paragraph = spoken.body.split("\n\n").at(-1).replace(/^[^:：]{1,60}[:：]\s*/, "");
  const words = { en: "harbour", ar: "\u0627\u0644\u0635\u064a\u062f", zh: "\u6e14\u4e1a" }[lang] ?? spoken.title.split(" ")[0];
  const q = encodeURIComponent;
  const year = homeDate(spoken.release).year;
  return [
    { kind: "search, nothing asked", path: `/${lang}/search` },
    { kind: "search", path: `/${lang}/search?q=${q(words)}` },
    { kind: "search in turns", path: `/${lang}/search?q=${q(words)}&in=turns&order=newest` },
    { kind: "search that finds nothing", path: `/${lang}/search?q=zzyzzx` },
    { kind: "quote check, nothing asked", path: `/${lang}/quote` },
    { kind: "quote found", path: `/${lang}/quote?q=${q(paragraph)}` },
    { kind: "quote altered", path: `/${lang}/quote?q=${q(`${paragraph.slice(0, -12)} zzyzzx`)}` },
    { kind: "quote not found", path: `/${lang}/quote?q=${q("zzyzzx never stood in this record of nothing at all")}` },
    { kind: "speakers", path: `/${lang}/speakers/` },
    { kind: "speaker", path: `/${lang}/speakers/${spoken.speakers[0]}` },
    { kind: "year", path: `/${lang}/messages/${year}/` },
    { kind: "citing a passage", path: `${path}?cite=${anchor}` },
    { kind: "passage cited", path: `${path}?at=${anchor}&v=1` },
  ];
}

/** The address of a message, found in its month's list as at an instant. */
export async function address(base, message, asOf) {
  const { year, month } = homeDate(message.release);
  const list = `/web/${digits(asOf)}/${message.lang}/messages/${year}/${month}/`;
  const html = await (await fetch(base + list)).text();
  const titles = [message, ...(message.corrected ?? [])].map((version) => version.title).filter(Boolean);
  for (const [, href, inner] of html.matchAll(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([^<]*)<\/a>/g)) {
    if (titles.includes(decoded(inner).trim())) {
      const found = new URL(decoded(href), base).pathname;
      return found.replace(/^\/web\/\d{14}/, "");
    }
  }
  throw new Error(`${list} does not list ${JSON.stringify(message.title)}`);
}

/** The characters that a piece of HTML source stands for. */
export function decoded(html) {
  const names = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return html.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return names[name] ?? whole;
  });
}
