//! Which addresses a link may have.

/// Schemes a link may have. Nothing in them runs in the reader's browser.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];
/// Bytes of an address: what browsers and servers commonly accept in practice.
const ADDRESS_BYTES_MAX: usize = 2048;

/// Whether `address` may stand in a document as it is.
pub(crate) fn is_allowed_address(address: &str) -> bool {
    clean_address(address).as_deref() == Some(address)
}

/// The address as it may stand in a document, or nothing if it may not.
///
/// Browsers drop tabs and newlines anywhere in an address and controls and spaces at its ends before they look for the
/// scheme (WHATWG URL section 4.4), so the same is done here first: `java\tscript:` is a script. An address that begins with
/// two slashes would take the page's scheme; it becomes `https`.
pub(super) fn clean_address(raw: &str) -> Option<String> {
    let trimmed = raw.trim_matches(|c: char| c <= ' ' || c.is_whitespace() || c.is_control());
    // A browser reads a backslash as a slash, so such an address may lead elsewhere than it seems to.
    if trimmed.is_empty() || trimmed.len() > ADDRESS_BYTES_MAX || trimmed.starts_with('\\') {
        return None;
    }
    let is_phone = trimmed.get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("tel:"));
    let mut address = encoded(trimmed, is_phone)?;
    if address.starts_with("//") {
        address.insert_str(0, "https:");
    }
    let before_path = address.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((scheme, _)) = before_path.split_once(':') else { return Some(address) };
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let is_allowed = SCHEMES.iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed));
    (is_allowed && (!is_web || has_host(&address[scheme.len() + 1..]))).then_some(address)
}

/// The address with everything that a URL cannot hold percent-encoded (RFC 3986 section 2.1); nothing if it hides invisible characters.
/// Spaces in a telephone number are dropped, because RFC 3966 has no place for them.
fn encoded(trimmed: &str, is_phone: bool) -> Option<String> {
    let mut address = String::with_capacity(trimmed.len());
    let mut fragment = false;
    let authority = authority_end(trimmed);
    for (at, c) in trimmed.char_indices() {
        match c {
            '\t' | '\n' | '\r' => {}
            ' ' if is_phone => {}
            c if c.is_control() || is_invisible(c) => return None,
            '%' if is_escape(&trimmed.as_bytes()[at..]) => address.push('%'),
            '#' if !fragment => {
                fragment = true;
                address.push('#');
            }
            // Brackets stand only around the host's number (RFC 3986 section 3.2.2).
            '[' | ']' if at < authority => address.push(c),
            '[' | ']' | '%' | '#' | '\\' | ' ' | '"' | '<' | '>' | '`' | '{' | '}' | '|' | '^' => {
                address.push_str(&format!("%{:02X}", u32::from(c)));
            }
            c if c.is_whitespace() => return None,
            c => address.push(c),
        }
    }
    Some(address)
}

fn is_escape(bytes: &[u8]) -> bool {
    bytes.get(1..3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

/// Where the part with the host ends; 0 where there is none.
fn authority_end(address: &str) -> usize {
    let slashes = address.find("//").filter(|at| *at == 0 || address[..*at].ends_with(':'));
    slashes.map_or(0, |at| address[at + 2..].find(['/', '?', '#']).map_or(address.len(), |end| at + 2 + end))
}

/// Whether what follows `http:` names a host, with a possible port. A name or password before the host is refused: it has no place in a
/// public text and serves to make `https://bank.example@elsewhere.example` look like another address.
fn has_host(rest: &str) -> bool {
    let authority = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default();
    let (host, port) = match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((number, after)) if number.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.')) => {
            (number, after.strip_prefix(':').or((after.is_empty()).then_some("")))
        }
        Some(_) => return false,
        None => authority.split_once(':').map_or((authority, Some("")), |(host, port)| (host, Some(port))),
    };
    let is_port = |port: &str| port.is_empty() || (port.len() <= 5 && port.parse::<u16>().is_ok());
    !host.is_empty() && !host.contains(['%', '@', '[', ']']) && port.is_some_and(is_port)
}

/// Characters that cannot be seen and so can hide what an address is: zero-width and bidirectional controls.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00ad}' | '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
