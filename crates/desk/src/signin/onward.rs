//! Where to go on after signing in: an address of the desk, never one elsewhere.

use url::Url;

use super::limits::NEXT_BYTES_MAX;

/// Where to go when nothing else was said.
const FRONT: &str = "/desk/";
/// The page that says that the window may be closed.
const DONE: &str = "/desk/sign-in/done";

/// What should happen after signing in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Onward {
    /// An address of the desk.
    pub(crate) next: Option<String>,
    /// The window was opened only to sign in.
    pub(crate) close: bool,
}

impl Onward {
    /// Reads what a query or a form says; what is not an address of the desk is left out.
    pub(crate) fn of(next: Option<&str>, close: Option<&str>) -> Self {
        Self { next: next.and_then(local), close: close.is_some_and(|close| close == "1") }
    }

    /// The address to send the browser to.
    pub(crate) fn target(&self) -> &str {
        if self.close { DONE } else { self.next.as_deref().unwrap_or(FRONT) }
    }

    /// The same as a query, with its question mark; empty when there is nothing to say.
    pub(crate) fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if self.close {
            query.append_pair("close", "1");
        }
        if let Some(next) = &self.next {
            query.append_pair("next", next);
        }
        let query = query.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }
}

/// The path and query of an address of the desk, in the way a browser would read it; nothing for anything else, so that
/// a link to the sign-in page cannot lead away from the desk.
#[must_use]
pub fn local(text: &str) -> Option<String> {
    let plain = text.len() <= NEXT_BYTES_MAX
        && text.starts_with("/desk")
        && !text.contains(['\\', '#'])
        && !text.chars().any(|c| c.is_control() || c.is_whitespace());
    if !plain {
        return None;
    }
    // Read as the browser will read it, dots and all, against a host that stands for this one.
    let here = Url::parse("http://desk.invalid/").ok()?;
    let there = here.join(text).ok()?;
    let path = there.path();
    let ours = there.origin() == here.origin() && (path == "/desk" || path.starts_with("/desk/"));
    // Signing in must not end in signing out or in signing in again.
    let turns_back = path.starts_with("/desk/sign-");
    (ours && !turns_back).then(|| there[url::Position::BeforePath..url::Position::AfterQuery].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_desk_are_kept() {
        for text in ["/desk", "/desk/", "/desk/write/k7x2m9qd4w5r6t8y/en?at=2", "/desk/me"] {
            assert_eq!(local(text).as_deref(), Some(text));
        }
        assert_eq!(local("/desk/a/../b").as_deref(), Some("/desk/b"));
    }

    #[test]
    fn addresses_elsewhere_are_left_out() {
        for text in [
            "",
            "/",
            "/en/",
            "//elsewhere.example/desk",
            "/\\elsewhere.example",
            "https://elsewhere.example/desk/",
            "https:/desk",
            "javascript:alert(1)",
            "/desk/../../en/",
            "/desk/..//elsewhere.example",
            "/desk/%2e%2e//elsewhere.example/",
            "/desk\n/x",
            "/desk x",
            "/desk\t//elsewhere.example",
            "/deskelsewhere",
            "/desk@elsewhere.example",
            "/desk.elsewhere.example/",
            "/desk\\@elsewhere.example",
            "/desk/sign-out",
            "/desk/sign-in?next=/desk/",
            " /desk/",
        ] {
            assert_eq!(local(text), None, "{text}");
        }
        assert_eq!(local(&format!("/desk/{}", "a".repeat(NEXT_BYTES_MAX))), None);
    }

    #[test]
    fn closing_the_window_comes_before_going_on() {
        assert_eq!(Onward::of(Some("/desk/me"), None).target(), "/desk/me");
        assert_eq!(Onward::of(Some("/desk/me"), Some("1")).target(), DONE);
        assert_eq!(Onward::of(Some("//x.example"), Some("0")).target(), FRONT);
        assert_eq!(Onward::of(Some("/desk/a?b=c&d"), Some("1")).query(), "?close=1&next=%2Fdesk%2Fa%3Fb%3Dc%26d");
        assert_eq!(Onward::default().query(), "");
    }
}
