//! Why somebody was not let in, or why a way to sign in was not kept; in words for the person.

use locale::Arg;
use store::{PutError, StoreError};

use super::limits::{PASSKEYS_MAX, PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN};

/// Why a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordUnfit {
    /// Fewer than [`PASSWORD_CHARS_MIN`] characters.
    Short,
    /// More than [`PASSWORD_CHARS_MAX`] characters.
    Long,
    /// On the list of passwords that are tried first, or a plain variation of one.
    Common,
    /// Few different characters, one piece over and over, a row of the keyboard, digits only.
    Plain,
    /// Made of the sign-in name, the person's name or the site's name.
    Named,
    /// The two fields differ.
    Differs,
}

/// Why passkeys cannot be used at the desk's address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasskeysOff {
    /// The address is a number; passkeys belong to a host name (W3C Web Authentication §5.1.3).
    Number,
    /// The address is neither `https` nor this machine's own name; browsers refuse there.
    Open,
}

/// A refusal of the sign-in rooms. Nothing was kept unless the variant says so.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Somebody has this sign-in name.
    #[error("the sign-in name “{0}” is taken; choose another one")]
    NameTaken(String),
    /// No sign-in name.
    #[error(
        "“{0}” cannot be a sign-in name: it needs 2 to 128 characters without spaces, colons or slashes; an e-mail address will do"
    )]
    NameUnfit(String),
    /// No person's name.
    #[error("the name must have 1 to 200 characters and stand on one line")]
    PersonNameUnfit,
    /// No e-mail address.
    #[error("“{0}” is not an e-mail address; a form like desk@embassy.example is wanted")]
    EmailUnfit(String),
    /// There is no such person.
    #[error("there is nobody with this account at the desk")]
    NobodyThere,
    /// Somebody else changed the same in the meantime.
    #[error("this was changed in another window in the meantime; look at it and try again")]
    Changed,
    /// Name, password or code are wrong; never said which.
    #[error("the sign-in name, the password or the code is not right")]
    Wrong,
    /// The recovery code or the name is wrong.
    #[error("the sign-in name or the recovery code is not right, or the code was used before")]
    RecoveryWrong,
    /// Too many wrong attempts.
    #[error("there were too many wrong attempts; wait {} and try again", wait_words(*.0))]
    Wait(u64),
    /// Too many requests of everybody together.
    #[error("many people are signing in just now; wait a few seconds and try again")]
    Crowded,
    /// The link was used, replaced, or is older than three days.
    #[error("this link was used already, was replaced by a newer one, or is older than three days; ask for a new one")]
    LinkSpent,
    /// The password is not taken.
    #[error("{}", unfit_words(*.0))]
    Password(PasswordUnfit),
    /// The first code of a new one-time password is not right.
    #[error(
        "the six-digit code is not right; type the one that the app shows now, and look whether the telephone's clock is right"
    )]
    CodeWrong,
    /// Passkeys do not work at this address.
    #[error("{}", off_words(*.0))]
    PasskeysOff(PasskeysOff),
    /// The browser's answer did not prove anything.
    #[error("the passkey was not accepted; try again, or use another way to sign in")]
    PasskeyRefused,
    /// The challenge was used before or is older than five minutes.
    #[error("this took too long or was sent twice; begin again")]
    ChallengeGone,
    /// The passkey is known.
    #[error("this passkey is already in use here; choose another device or key")]
    PasskeyKnown,
    /// Enough passkeys.
    #[error("an account has at most {PASSKEYS_MAX} passkeys; remove one first")]
    PasskeysFull,
    /// A passkey's name.
    #[error("a passkey's name must have 1 to 80 characters")]
    PasskeyNameUnfit,
    /// The account is switched off.
    #[error("this account is switched off; ask an administrator of the desk")]
    Inactive,
    /// The last way to sign in stays.
    #[error("this is the only way to sign in to this account; set up another one first")]
    LastWay,
    /// The change needs a recent sign-in.
    #[error("changing how you sign in needs a recent sign-in; sign in again and repeat this")]
    SignInAgain,
    /// There is no session.
    #[error("you are not signed in; sign in again in another window, then repeat this: nothing was lost")]
    NotSignedIn,
    /// Sessions would travel in the open.
    #[error(
        "the desk is reached over plain http here; it takes sign-ins over https, or at localhost on the same machine; the operator sets the https address as public_url or desk_url"
    )]
    Open,
    /// A request that no browser sends.
    #[error("the request could not be read: {0}")]
    Unreadable(&'static str),
    /// Something that should not fail did; the log has the rest.
    #[error("something went wrong on the server")]
    Inner(&'static str),
}

impl SignInError {
    /// The refusal's stable code: the end of its key among the interface strings.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(_) | Self::Inner(_) => "server",
            Self::NameTaken(_) => "name-taken",
            Self::NameUnfit(_) => "name-unfit",
            Self::PersonNameUnfit => "person-name-unfit",
            Self::EmailUnfit(_) => "email-unfit",
            Self::NobodyThere => "nobody",
            Self::Changed => "changed",
            Self::Wrong => "wrong",
            Self::RecoveryWrong => "recovery-wrong",
            Self::Wait(_) => "wait",
            Self::Crowded => "crowded",
            Self::LinkSpent => "link-spent",
            Self::Password(unfit) => unfit.code(),
            Self::CodeWrong => "code-wrong",
            Self::PasskeysOff(PasskeysOff::Number) => "passkeys-number",
            Self::PasskeysOff(PasskeysOff::Open) => "passkeys-open",
            Self::PasskeyRefused => "passkey-refused",
            Self::ChallengeGone => "challenge-gone",
            Self::PasskeyKnown => "passkey-known",
            Self::PasskeysFull => "passkeys-full",
            Self::PasskeyNameUnfit => "passkey-name-unfit",
            Self::Inactive => "inactive",
            Self::LastWay => "last-way",
            Self::SignInAgain => "again",
            Self::NotSignedIn => "not-signed-in",
            Self::Open => "open",
            Self::Unreadable(_) => "unreadable",
        }
    }

    /// The HTTP status that says the same (RFC 9110 §15, RFC 6585 §4).
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Store(_) | Self::Inner(_) => 500,
            Self::Wrong | Self::RecoveryWrong | Self::PasskeyRefused | Self::ChallengeGone | Self::NotSignedIn => 401,
            Self::Inactive | Self::SignInAgain | Self::Open => 403,
            Self::NobodyThere => 404,
            Self::LinkSpent => 410,
            Self::NameTaken(_) | Self::Changed | Self::PasskeyKnown | Self::LastWay => 409,
            Self::Wait(_) | Self::Crowded => 429,
            Self::Unreadable(_) => 400,
            _ => 422,
        }
    }

    /// What the interface string of [`SignInError::code`] has to name.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::Wait(seconds) => {
                let minutes = if *seconds < 120 { 0 } else { seconds.div_ceil(60) };
                vec![("seconds", number(*seconds)), ("minutes", number(minutes))]
            }
            Self::NameTaken(name) | Self::NameUnfit(name) | Self::EmailUnfit(name) => {
                vec![("name", Arg::Str(name.clone()))]
            }
            _ => Vec::new(),
        }
    }
}

impl PasswordUnfit {
    fn code(self) -> &'static str {
        match self {
            Self::Short => "password-short",
            Self::Long => "password-long",
            Self::Common => "password-common",
            Self::Plain => "password-plain",
            Self::Named => "password-named",
            Self::Differs => "password-differs",
        }
    }
}

impl From<PutError> for SignInError {
    fn from(error: PutError) -> Self {
        match error {
            PutError::Changed { .. } => Self::Changed,
            PutError::TooLarge(_) => Self::Inner("a record of the sign-in rooms was too large"),
            PutError::Store(store) => Self::Store(store),
        }
    }
}

fn number(value: u64) -> Arg {
    Arg::Num(i64::try_from(value).unwrap_or(i64::MAX))
}

fn wait_words(seconds: u64) -> String {
    if seconds < 120 { format!("{seconds} seconds") } else { format!("{} minutes", seconds.div_ceil(60)) }
}

fn unfit_words(unfit: PasswordUnfit) -> String {
    match unfit {
        PasswordUnfit::Short => format!(
            "the password must have at least {PASSWORD_CHARS_MIN} characters; four or five words that do not belong together are easy to keep"
        ),
        PasswordUnfit::Long => format!("the password must have at most {PASSWORD_CHARS_MAX} characters; shorten it"),
        PasswordUnfit::Common => "this password, or one much like it, is among those that are tried first; choose four or five words that do not belong together".to_owned(),
        PasswordUnfit::Plain => "this password repeats itself or follows the keyboard; choose four or five words that do not belong together".to_owned(),
        PasswordUnfit::Named => "this password is made of your name or the site’s name; choose words that nobody connects with you".to_owned(),
        PasswordUnfit::Differs => "the two passwords are not the same; type them again".to_owned(),
    }
}

fn off_words(off: PasskeysOff) -> &'static str {
    match off {
        PasskeysOff::Number => {
            "passkeys need a host name, and this address is a number; open the desk by its name (localhost on this machine), or use a password"
        }
        PasskeysOff::Open => {
            "passkeys need an address that begins with https; ask the operator for it, or use a password"
        }
    }
}
