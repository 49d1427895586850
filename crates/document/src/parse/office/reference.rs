//! Links that lead to a footnote or comment, or back from it.

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// From the text to a footnote or endnote: its label, the same on both sides.
    Footnote(String),
    /// From the footnote back to the text; it stands at the start of the footnote.
    FootnoteText(String),
    /// From the text to a comment.
    Comment,
    /// From the comment back to the text; it stands at the start of the comment.
    CommentText,
}

/// Reads the fragment of an address: Word's `_ftn1`, `_edn1` and `_msocom_1`, Google's `ftnt1` and `cmnt1`, LibreOffice's
/// `sdfootnote1sym` and `sdendnote1sym`, and those that lead back.
pub(super) fn reference(href: &str) -> Option<Reference> {
    let fragment = href.rsplit_once('#')?.1;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let comment = ["_msocom_", "cmnt"];
    let comment_text = ["_msoanchor_", "cmnt_ref"];
    if comment.iter().any(|start| fragment.strip_prefix(start).is_some_and(digits)) {
        return Some(Reference::Comment);
    }
    if comment_text.iter().any(|start| fragment.strip_prefix(start).is_some_and(digits)) {
        return Some(Reference::CommentText);
    }
    for (to, back, family) in [("_ftn", "_ftnref", "f"), ("_edn", "_ednref", "e"), ("ftnt", "ftnt_ref", "g")] {
        if let Some(number) = fragment.strip_prefix(to).filter(|rest| digits(rest)) {
            return Some(Reference::Footnote(format!("{family}{number}")));
        }
        if let Some(number) = fragment.strip_prefix(back).filter(|rest| digits(rest)) {
            return Some(Reference::FootnoteText(format!("{family}{number}")));
        }
    }
    for (start, family) in [("sdfootnote", "sf"), ("sdendnote", "se")] {
        let Some(rest) = fragment.strip_prefix(start) else { continue };
        if let Some(number) = rest.strip_suffix("sym").filter(|number| digits(number)) {
            return Some(Reference::Footnote(format!("{family}{number}")));
        }
        if let Some(number) = rest.strip_suffix("anc").filter(|number| digits(number)) {
            return Some(Reference::FootnoteText(format!("{family}{number}")));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dialect_names_its_footnotes_and_comments() {
        let footnote = |label: &str| Some(Reference::Footnote(label.to_owned()));
        let text = |label: &str| Some(Reference::FootnoteText(label.to_owned()));
        let cases = [
            ("#_ftn1", footnote("f1")),
            ("file:///C:/a.htm#_ftnref1", text("f1")),
            ("#_edn2", footnote("e2")),
            ("#ftnt3", footnote("g3")),
            ("#ftnt_ref3", text("g3")),
            ("#sdfootnote4sym", footnote("sf4")),
            ("#sdendnote4anc", text("se4")),
            ("#_msocom_1", Some(Reference::Comment)),
            ("#cmnt1", Some(Reference::Comment)),
            ("#cmnt_ref1", Some(Reference::CommentText)),
            ("#_Toc123", None),
            ("#_ftn", None),
            ("https://example.org/", None),
        ];
        for (given, wanted) in cases {
            assert_eq!(reference(given), wanted, "{given}");
        }
    }
}
