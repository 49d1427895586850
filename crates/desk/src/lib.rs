//! The desk: the editorial rooms. Forms and API calls come in, commands to the newsroom go out.
//!
//! This crate must never hold rules or SQL: who may do what, and what may happen, is decided in `newsroom` and
//! `domain`; a room asks, shows the answer, and says a refusal in its own words. Rooms do not open into each other.
//!
//! Start reading at [`routes`], then `state.rs` (what every room is given) and `page.rs` (how a page is made).

mod access;
mod api;
mod assets;
mod demonstration;
mod failure;
mod page;
pub mod signin;
mod state;
mod times;

mod keeping;
mod review;
mod writing;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};

pub use access::{From, Signed};
pub use assets::asset_names;
pub use failure::{DeskError, Problem};
pub use page::{DeskThemeError, Templates};
pub use state::{DeskSettings, DeskState};
pub use times::PlaceTime;

/// Bytes of a request's body where a room does not say otherwise: a form with a text of some MB.
pub const BODY_BYTES_MAX: usize = 24 << 20;

/// All rooms of the desk, ready to be served. Requests carry the client's address as an
/// [`axum::extract::ConnectInfo`] of [`std::net::SocketAddr`].
pub fn routes(state: Arc<DeskState>) -> Router {
    Router::new()
        .merge(signin::routes())
        .merge(writing::routes())
        .merge(review::routes())
        .merge(keeping::routes())
        .merge(api::routes())
        .merge(assets::routes())
        .merge(demonstration::routes())
        .fallback(access::unknown)
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(from_fn_with_state(Arc::clone(&state), failure::say_problems))
        .layer(from_fn_with_state(Arc::clone(&state), access::same_origin))
        .layer(from_fn(access::strict_headers))
        .with_state(state)
}
