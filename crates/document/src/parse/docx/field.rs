//! Fields (ISO/IEC 29500-1 section 17.16): instructions in the text whose results are the text. Links are the ones that matter here.

/// How deep fields are followed; Word allows twenty.
pub(super) const DEPTH_MAX: usize = 32;
/// Bytes of an instruction that are kept: an address and its switches.
pub(super) const INSTRUCTION_BYTES_MAX: usize = 8_192;

/// An open field.
#[derive(Debug, Default)]
pub(super) struct Field {
    /// The instruction read so far.
    pub(super) instruction: String,
    /// Whether the result is being read.
    pub(super) in_result: bool,
    /// Whether a link was opened for it.
    pub(super) link: bool,
}

/// The address of a `HYPERLINK` instruction; nothing for other instructions and for links inside the document.
pub(super) fn address(instruction: &str) -> Option<String> {
    let words = words(instruction);
    let mut words = words.iter();
    if !words.next()?.eq_ignore_ascii_case("HYPERLINK") {
        return None;
    }
    let mut address: Option<String> = None;
    while let Some(word) = words.next() {
        match word.as_str() {
            "\\l" => {
                let anchor = words.next()?;
                if let Some(address) = &mut address {
                    address.push('#');
                    address.push_str(anchor);
                }
            }
            "\\o" | "\\t" => {
                words.next();
            }
            switch if switch.starts_with('\\') => {}
            _ if address.is_none() => address = Some(word.clone()),
            _ => {}
        }
    }
    address
}

/// The words of an instruction; those in quotation marks may hold spaces, and a backslash there keeps a quotation mark.
fn words(instruction: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut chars = instruction.trim().chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut word = String::new();
        if c == '"' {
            while let Some(c) = chars.next() {
                match c {
                    '"' => break,
                    '\\' if chars.peek().is_some_and(|next| matches!(next, '"' | '\\')) => word.extend(chars.next()),
                    c => word.push(c),
                }
            }
        } else {
            word.push(c);
            while let Some(c) = chars.next_if(|c| !c.is_whitespace() && *c != '"') {
                word.push(c);
            }
        }
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_link_is_found_among_its_switches() {
        let cases = [
            (" HYPERLINK \"https://example.org/a b\" \\o \"a tip\" ", Some("https://example.org/a b")),
            ("hyperlink https://example.org \\t \"_blank\"", Some("https://example.org")),
            ("HYPERLINK \"https://example.org\" \\l \"part\"", Some("https://example.org#part")),
            ("HYPERLINK \\l \"_Toc1\"", None),
            ("PAGE", None),
            ("HYPERLINK", None),
            ("", None),
            ("\"", None),
        ];
        for (given, wanted) in cases {
            assert_eq!(address(given).as_deref(), wanted, "{given}");
        }
    }
}
