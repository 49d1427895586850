//! Who somebody is: enrolment, passkeys, passwords with one-time codes, recovery codes, sessions, tokens for programs.
//!
//! This module knows who somebody is and must never say what somebody may do: rights are facts and live in the newsroom.
//! It keeps everything in the store's records (`person`, `person-name`, `credential`, `passkey-owner`, `recovery`,
//! `session`, `challenge`, `setup`, `enrolment`, `enrolment-note`, `attempt`, `bearer`), secrets only as digests or hashes. A GET changes
//! nothing: mail scanners follow links. Start reading at [`House`], which is what the rooms need of the desk around them,
//! and at `rooms/mod.rs`.

pub(crate) mod attempts;
pub mod bearer;
mod desk;
mod door;
pub mod enrolment;
mod failure;
mod kept;
pub mod limits;
mod one_time;
mod onward;
mod passkey;
mod password;
mod person;
pub mod recovery;
mod rooms;
mod session;
mod signed;
mod token;
mod visitor;
mod ways;

pub use door::{Door, House, Reader};
pub use failure::{PasskeysOff, PasswordUnfit, SignInError};
pub use onward::local;
pub use passkey::{PasskeyLine, list as passkeys};
pub use password::{check as check_password, fits as password_fits};
pub use person::{Person, add_person, people, person, person_of_name, rename, set_email, set_language};
pub use session::{Session, SessionId, open as open_session, revoke, revoke_all, session, sessions_of};
pub use signed::Known;

/// The routes of sign-in, for the desk's router.
pub fn routes() -> axum::Router<std::sync::Arc<crate::DeskState>> {
    rooms::routes()
}

#[cfg(test)]
mod tests;
