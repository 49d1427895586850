//! What pages ask for, folded from the journal's facts into a SQLite file of this node.
//!
//! [`Views::fold`] takes facts in; every question takes an [`AsOf`](domain::AsOf) and is answered as at that instant,
//! with [`Views::next_change`] saying how long the answers hold. Views must never be a second truth: the file can be
//! deleted at any time and folds again from the journal to the same content ([`Views::fingerprint`]). Reads never
//! touch the home.
//!
//! Start reading at [`Views`], then `fold.rs` (facts to rows) and `questions.rs` (rows to answers).

mod archive;
mod desk;
mod failure;
mod fingerprint;
mod fold;
mod media;
mod pool;
mod questions;
mod schema;
mod speaking;
mod standing;
mod stretches;
mod views;

pub use archive::{ArchiveFilter, ArchivePage, Cursor, Facet, Facets, MonthCount};
pub use desk::{DeskFilter, DeskLine};
pub use failure::ViewsError;
pub use fold::{NoObjects, Objects};
pub use media::{PublicMedia, files_in};
pub use questions::{Found, Line, NavItem, Seen, SeenVersion};
pub use speaking::{DayCount, SpeakerCount};
pub use standing::Standing;
pub use stretches::{EditionKey, Stretch};
pub use views::Views;
