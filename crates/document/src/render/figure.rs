//! Figures, pictures and papers in a text.

use super::escape::push_escaped;
use super::html::Writer;
use crate::ids::BlockId;
use crate::model::Span;

/// A picture's measures and its smaller sizes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The same picture smaller, narrowest first: `{digest}/{name}` and the width in pixels.
    pub sizes: Vec<(String, u32)>,
}

/// How wide a picture is shown: as wide as the text's column, at most as wide as the screen.
const SHOWN_WIDTH: &str = "(min-width: 42rem) 40rem, 100vw";

impl Writer<'_> {
    pub(super) fn figure(&mut self, id: BlockId, alt: &str, caption: &[Span], media: &str) {
        self.open("figure", id);
        self.out.push('>');
        if is_media_name(media) && is_document(media) {
            // A link, so it goes where the text's other links go: `media_root` is for what is shown in place.
            self.out.push_str("<a href=\"/media/");
            push_escaped(&mut self.out, media);
            self.out.push_str("\" dir=\"auto\">");
            push_escaped(&mut self.out, if alt.is_empty() { media.rsplit('/').next().unwrap_or(media) } else { alt });
            self.out.push_str("</a>");
        } else if is_media_name(media) {
            self.picture(alt, media);
        } else if !alt.is_empty() {
            self.out.push_str(r#"<p dir="auto">["#);
            push_escaped(&mut self.out, alt);
            self.out.push_str("]</p>");
        }
        if !caption.is_empty() {
            self.out.push_str(r#"<figcaption dir="auto">"#);
            self.spans(caption);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn picture(&mut self, alt: &str, media: &str) {
        let options = self.options;
        self.out.push_str("<img src=\"");
        self.media_address(media);
        self.out.push('"');
        let digest = media.split('/').next().unwrap_or_default();
        if let Some(picture) = options.pictures.get(digest) {
            let sizes: Vec<_> = picture.sizes.iter().filter(|(size, _)| is_media_name(size)).collect();
            if !sizes.is_empty() {
                self.out.push_str(" srcset=\"");
                for (size, width) in sizes {
                    self.media_address(size);
                    self.put(format_args!(" {width}w, "));
                }
                self.media_address(media);
                self.put(format_args!(r#" {}w" sizes="{SHOWN_WIDTH}""#, picture.width));
            }
            self.put(format_args!(r#" width="{}" height="{}""#, picture.width, picture.height));
        }
        self.out.push_str(r#" alt=""#);
        push_escaped(&mut self.out, alt);
        self.out.push_str(r#"" loading="lazy">"#);
    }

    fn media_address(&mut self, media: &str) {
        let options = self.options;
        push_escaped(&mut self.out, &options.media_root);
        self.out.push_str("/media/");
        push_escaped(&mut self.out, media);
    }
}

/// Whether a media file is to be opened rather than shown in the text.
fn is_document(media: &str) -> bool {
    media.ends_with(".pdf")
}

/// Whether `media` is `digest/name` as the media addresses have it: a hexadecimal SHA-256 and a name of unreserved characters.
fn is_media_name(media: &str) -> bool {
    media.split_once('/').is_some_and(|(digest, name)| {
        digest.len() == 64
            && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
            && !name.is_empty()
            && !name.starts_with('.')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~' | b'%'))
    })
}
