//! Figures as pages show them.

use std::collections::BTreeMap;

use document::{Block, Body, Document, HtmlOptions, Mint, Node, Picture};

fn figure(media: &str, alt: &str) -> Document {
    let body = Body::Figure { alt: alt.to_owned(), caption: vec![], media: media.to_owned() };
    Document { nodes: vec![Node::Block(Block { id: Mint::seeded(b"figure").block(), body })] }
}

#[test]
fn a_picture_has_its_measures_its_sizes_and_its_alternative_text() {
    let (digest, small) = ("a".repeat(64), "b".repeat(64));
    let sizes = vec![(format!("{small}/quay-320.jpg"), 320), ("not a name\" onload=\"x".to_owned(), 640)];
    let pictures = BTreeMap::from([(digest.clone(), Picture { width: 900, height: 600, sizes })]);
    let options = HtmlOptions { media_root: "/web/20200101000000".into(), pictures, ..HtmlOptions::default() };
    let html = figure(&format!("{digest}/quay.jpg"), "The \"quay\"").to_html(&options);
    let wanted = format!(
        "<figure><img src=\"/web/20200101000000/media/{digest}/quay.jpg\" srcset=\"/web/20200101000000/media/{small}/quay-320.jpg 320w, \
         /web/20200101000000/media/{digest}/quay.jpg 900w\" sizes=\"(min-width: 42rem) 40rem, 100vw\" width=\"900\" height=\"600\" \
         alt=\"The &quot;quay&quot;\" loading=\"lazy\"></figure>\n"
    );
    assert_eq!(html, wanted);
}

#[test]
fn a_picture_that_is_not_known_is_shown_without_measures() {
    let digest = "a".repeat(64);
    let html = figure(&format!("{digest}/quay.jpg"), "").to_html(&HtmlOptions::default());
    assert_eq!(html, format!("<figure><img src=\"/media/{digest}/quay.jpg\" alt=\"\" loading=\"lazy\"></figure>\n"));
}

#[test]
fn a_paper_is_a_link() {
    let digest = "a".repeat(64);
    let html = figure(&format!("{digest}/report.pdf"), "Report").to_html(&HtmlOptions::default());
    assert_eq!(html, format!("<figure><a href=\"/media/{digest}/report.pdf\" dir=\"auto\">Report</a></figure>\n"));
}
