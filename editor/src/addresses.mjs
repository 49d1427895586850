// Which addresses a link may have: the same rule as the crate `document` (parse/links.rs), so that the server never refuses
// a whole text for one link.

const SCHEMES = ["http", "https", "mailto", "tel"];
/** Bytes of an address, as in the crate `document`. */
const ADDRESS_BYTES_MAX = 2048;

const EDGES = /^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu;
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\p{Cc}/u;
const ENCODED = new Set([..."[]%#\\ \"<>`{}|^"]);

/** The address as it may stand in a document, or null if it may not. */
export function cleanAddress(raw) {
  const trimmed = raw.replace(EDGES, "");
  const bytes = new TextEncoder().encode(trimmed).length;
  if (trimmed === "" || bytes > ADDRESS_BYTES_MAX || trimmed.startsWith("\\")) return null;
  let address = encoded(trimmed, /^tel:/i.test(trimmed));
  if (address === null) return null;
  if (address.startsWith("//")) address = `https:${address}`;
  const scheme = /^([^/?#:]*):/.exec(address)?.[1].toLowerCase();
  if (scheme === undefined) return address;
  if (!SCHEMES.includes(scheme)) return null;
  const isWeb = scheme === "http" || scheme === "https";
  return !isWeb || hasHost(address.slice(scheme.length + 1)) ? address : null;
}

function encoded(trimmed, isPhone) {
  const authority = authorityEnd(trimmed);
  let address = "";
  let inFragment = false;
  let at = 0;
  for (const c of trimmed) {
    const here = at;
    at += c.length;
    if (c === "\t" || c === "\n" || c === "\r" || (c === " " && isPhone)) continue;
    if (INVISIBLE.test(c)) return null;
    if (c === "%" && /^%[0-9a-f]{2}/i.test(trimmed.slice(here))) address += c;
    else if (c === "#" && !inFragment) {
      inFragment = true;
      address += c;
    } else if ((c === "[" || c === "]") && here < authority) address += c;
    else if (ENCODED.has(c)) address += `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
    else if (/\s/u.test(c)) return null;
    else address += c;
  }
  return address;
}

function authorityEnd(address) {
  const slashes = address.indexOf("//");
  if (slashes < 0 || (slashes > 0 && address[slashes - 1] !== ":")) return 0;
  const length = address.slice(slashes + 2).search(/[/?#]/);
  return length < 0 ? address.length : slashes + 2 + length;
}

function hasHost(rest) {
  if (!rest.startsWith("//")) return false;
  const authority = rest.slice(2).split(/[/?#]/)[0];
  const numbered = /^\[([0-9a-f:.]*)\](.*)$/i.exec(authority);
  if (authority.startsWith("[") && !numbered) return false;
  const colon = authority.indexOf(":");
  const host = numbered ? numbered[1] : colon < 0 ? authority : authority.slice(0, colon);
  const after = numbered ? numbered[2] : colon < 0 ? "" : authority.slice(colon);
  if (host === "" || /[%@[\]]/.test(host)) return false;
  if (after === "" || after === ":") return true;
  return /^:[0-9]{1,5}$/.test(after) && Number(after.slice(1)) <= 65535;
}
