//! The one place where text becomes part of HTML.

/// Appends `text` to `out` so that it is text, or the inside of a double-quoted attribute, and nothing else.
/// Apostrophes stay as they are: no attribute is written between apostrophes.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escaped = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.push_str(&text[start..at]);
        out.push_str(escaped);
        start = at + 1;
    }
    out.push_str(&text[start..]);
}
