//! Full-text search and the quote check: an index of what the views show, and the questions readers put to it.
//!
//! The index is a view: it follows the views by [`Search::catch_up`] and can be deleted at any time. Each text is in it once for
//! each stretch of time over which the public sees it, so [`Search::find`] answers as of any instant. What is not public yet is
//! kept apart, in memory, and lends no word to statistics or spelling until its release (ADR 0022).
//!
//! This crate must never be a second truth: what a result shows is read from the views, and a result the views do not show at
//! the instant is dropped. Start reading at [`Search`], then `schema.rs`, `follow.rs` (views to index), `ask.rs` (what a query
//! says), `find.rs` (index to results) and `quote/` (is this a true quote?).

mod analysis;
mod answer;
mod ask;
mod conditions;
mod facets;
mod failure;
mod find;
mod follow;
mod follower;
mod generations;
mod index;
mod query;
mod quote;
mod schema;
mod score;
mod search;
mod sieve;
mod snippet;
mod spelling;
mod spoken;
mod state;
mod sweep;

pub use answer::{
    Answer, Ask, Facet, FacetCounts, Filter, Hit, LangChoice, Order, Piece, Said, Snippet, State, Understood, Unit,
    YearCount,
};
pub use failure::SearchError;
pub use quote::{
    Attribution, DiffPiece, Exactness, Joined, MATCHES_MAX, Present, QUOTE_CHARS_MAX, QuoteAnswer, QuoteMatch, Verdict,
};
pub use search::Search;
