//! From documents to what readers and other programs see.

mod escape;
mod figure;
mod html;
mod markdown;
mod text;

pub(crate) use text::push_block as block_text;

pub use figure::Picture;
pub use html::{HtmlOptions, Marked};
