//! The public rooms: what anybody may read, over HTTP.
//!
//! A request becomes an [`Address`]; the address and an instant become a page by one question to the views, one view
//! model and one template; the page is encoded once and kept until the next instant of change. The present is nothing
//! special here: `/web/{14 digits}/…` asks the same rooms with another instant.
//!
//! This crate is read-only: it must never depend on the newsroom, the desk or a home. Start reading at
//! [`PublicSite::answer`], then `address.rs` and `rooms/`.

mod address;
mod answer;
mod asking;
mod encode;
mod frame;
mod limits;
mod public;
mod query;
mod rehearsal;
mod rooms;
mod server;
mod theme;
mod words;

pub use address::{Address, Room, Step, Table};
pub use answer::Answer;
pub use encode::Encoding;
pub use limits::Limits;
pub use public::{PublicSettings, PublicSite, Question};
pub use rehearsal::PreviewEdition;
pub use rooms::media::MediaBytes;
pub use server::{Annex, AnnexAnswer, Server};
pub use theme::{Theme, ThemeError};
