//! Reads rendered HTML back with a real tokenizer and refuses whatever is not on the list.

use std::cell::RefCell;

use document::{Document, HtmlOptions};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

const TAGS: &[&str] = &[
    "p",
    "h2",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "blockquote",
    "figure",
    "figcaption",
    "img",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "hr",
    "div",
    "a",
    "span",
    "strong",
    "em",
    "code",
    "s",
    "sup",
    "sub",
    "br",
];
const ATTRIBUTES: &[&str] = &[
    "id",
    "class",
    "href",
    "dir",
    "lang",
    "start",
    "scope",
    "aria-label",
    "aria-labelledby",
    "src",
    "srcset",
    "sizes",
    "width",
    "height",
    "alt",
    "loading",
    "role",
    "tabindex",
];
const VOID: &[&str] = &["img", "hr", "br"];

/// Options with anchors and a label that must be escaped.
pub fn options() -> HtmlOptions {
    HtmlOptions {
        anchors: true,
        anchor_label: "Link to this \"paragraph\" <b>".to_owned(),
        table_label: "Table \"wide\"".to_owned(),
        ..HtmlOptions::default()
    }
}

/// Panics if the document's HTML, in any form, holds anything that is not allowed or is not well-nested.
pub fn refuse_unsafe(document: &Document) {
    refuse_unsafe_html(&document.to_html(&options()));
    refuse_unsafe_html(&document.to_html(&HtmlOptions::default()));
    refuse_unsafe_html(&document.opening_html(&options(), 100));
}

fn refuse_unsafe_html(html: &str) {
    let tokenizer = Tokenizer::new(Check::default(), TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() });
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    assert_eq!(*tokenizer.sink.open.borrow(), Vec::<String>::new(), "unclosed in {html}");
}

#[derive(Default)]
struct Check {
    open: RefCell<Vec<String>>,
}

impl TokenSink for Check {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => {
                let name = tag.name.to_string();
                assert!(TAGS.contains(&name.as_str()), "tag {name}");
                for attribute in &tag.attrs {
                    let attribute_name = attribute.name.local.to_string();
                    assert!(ATTRIBUTES.contains(&attribute_name.as_str()), "attribute {attribute_name}");
                    if attribute_name == "href" {
                        refuse_unsafe_address(&attribute.value);
                    }
                    assert!(attribute_name != "src" || attribute.value.starts_with("/media/"), "{}", attribute.value);
                }
                let mut open = self.open.borrow_mut();
                match tag.kind {
                    TagKind::StartTag if VOID.contains(&name.as_str()) => {}
                    TagKind::StartTag => {
                        assert!(name != "a" || !open.contains(&name), "an anchor in an anchor");
                        open.push(name);
                    }
                    TagKind::EndTag => assert_eq!(open.pop(), Some(name)),
                }
            }
            Token::CommentToken(text) => panic!("comment {text}"),
            Token::ParseError(error) => panic!("parse error {error}"),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn refuse_unsafe_address(address: &str) {
    let visible: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    assert_eq!(visible, address, "an address with invisible characters");
    let start = visible.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((scheme, _)) = start.split_once(':') {
        assert!(["http", "https", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str()), "{address}");
    }
    assert!(!address.starts_with("//"), "{address}");
}
