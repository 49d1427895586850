//! The words of a public record as types, and the rules between them.
//!
//! Commands are decided purely ([`decide`]) against what the facts so far say ([`Message`], [`SiteRules`]);
//! the outcome is new facts ([`Fact`]) or a [`Refusal`] that an editor can act on. What the public may see of an
//! edition at an instant is decided in one place only: [`Edition::shown_at`].
//!
//! This crate must never do I/O, read a clock, draw a random number or be async: time, ids and randomness are
//! parameters. Start reading at [`Fact`], then [`Edition`], then [`decide`].

mod account;
mod bundle;
mod command;
mod counter;
mod decide;
mod edition;
mod fact;
mod fixture;
mod hours;
mod ids;
mod kind;
mod lang;
mod media;
mod phone;
mod sheet;
mod slug;
mod speaking;
mod submission;
mod time;
mod workflow;

pub use account::{Account, Grant, Role};
pub use bundle::{BUNDLE_EDITIONS_MAX, decide_bundle, decide_bundle_move};
pub use command::{Command, Release, SlugWish};
pub use counter::{Counter, CountingDirection, PluralCategory, Sentence, SentenceError};
pub use decide::{Refusal, decide};
pub use edition::{Edition, Erasure, Hold, Interval, Message, Shown, Version};
pub use fact::{Fact, FactError, Origin, VersionClass, account_stream, bundle_stream, message_stream};
pub use fixture::{
    Banner, BannerLevel, CityClock, Contact, Fixture, FixtureKey, Identity, Office, SiteRules, Speaker, Topic,
};
pub use hours::{DayHours, OpeningState, Weekday, opening_state, opening_turn};
pub use ids::{AccountId, BundleId, IdError, MessageId, SiteId};
// Digests stand in facts and sheets; those who make them need not know the journal.
pub use journal::Digest;
pub use kind::Kind;
pub use lang::{Lang, LangError, Texts};
pub use media::{
    ALT_CHARS_MAX, CREDIT_CHARS_MAX, MEDIA_NAME_CHARS_MAX, MEDIA_SIZES_MAX, MediaFile, MediaSize, media_address,
    media_reference, media_type_of,
};
pub use phone::{Phone, PhoneError};
pub use sheet::{Completeness, DateBasis, Follows, Occasion, Precision, Provenance, Sheet};
pub use slug::{SLUG_CHARS_MAX, slug_of};
pub use speaking::{KnownBy, Who, fold_word, who};
pub use submission::{Approval, Bundle, BundledAddress, BundledVersion, Pending, Submission};
pub use time::{AsOf, Clock, LocalTime, next_midnight, resolve_local, today, zone};
