//! Named limits of sign-in, with the reason for each number.

/// Bits of a secret that a program keeps (session, enrolment link, token), in bytes: nobody guesses 256 bits.
pub(crate) const TOKEN_BYTES: usize = 32;

/// A session that was not used for this long is over: a working day with its breaks. Seconds.
pub const SESSION_IDLE_S: i64 = 12 * 3_600;
/// A session is over this long after signing in, used or not: two working weeks. Seconds.
pub const SESSION_MAX_S: i64 = 14 * 86_400;
/// How exactly "last seen" is kept, in seconds: one write a minute for somebody who is at work.
pub const SEEN_EVERY_S: i64 = 60;
/// How recent a sign-in must be for changing the ways to sign in, in seconds: long enough to find the telephone, short
/// enough that a machine left open for lunch cannot be given a second key.
pub const FRESH_S: i64 = 30 * 60;
/// Sessions of one account; the one seen longest ago ends when one more begins. Nobody works on twenty machines.
pub const SESSIONS_MAX: usize = 20;

/// How long an enrolment link is good, in seconds: it survives a weekend in a mailbox.
pub const ENROLMENT_S: i64 = 72 * 3_600;
/// How long somebody reads that a link to enrol anew was made for their account, in seconds: longer than holidays.
pub const ENROLMENT_NOTE_S: i64 = 30 * 86_400;
/// Most such notes that are shown, the newest ones: more links in a month are a page of their own in the audit.
pub(crate) const ENROLMENT_NOTES_SHOWN: usize = 10;
/// How long a passkey's challenge is good, in seconds: the five minutes that browsers give people at most.
pub const CHALLENGE_S: i64 = 300;
/// How long a one-time password's secret waits for its first code, in seconds.
pub const SETUP_S: i64 = 30 * 60;

/// Fewest characters of a password (NIST SP 800-63B asks for 8 with a second factor; a desk that speaks for a state asks
/// for more).
pub const PASSWORD_CHARS_MIN: usize = 12;
/// Most characters of a password: longer ones are pasted by mistake, and hashing them costs the server.
pub const PASSWORD_CHARS_MAX: usize = 256;
/// Passwords hashed at the same time: each takes 19 MiB and a core.
pub(crate) const HASHES_AT_ONCE: usize = 2;

/// Passkeys of one account: a person's devices, a spare key, and room.
pub const PASSKEYS_MAX: usize = 20;
/// Characters of a passkey's name: a line of the list.
pub const PASSKEY_NAME_CHARS_MAX: usize = 80;
/// Recovery codes of one account.
pub const RECOVERY_CODES: usize = 10;

/// Fewest characters of a sign-in name: one-letter names are typing mistakes.
pub const SIGN_IN_NAME_CHARS_MIN: usize = 2;
/// Most characters of a sign-in name: the longest e-mail address people sign in with, and some.
pub const SIGN_IN_NAME_CHARS_MAX: usize = 128;
/// Most characters of a person's name: the longest names with all titles are under 100.
pub const NAME_CHARS_MAX: usize = 200;
/// Most bytes of an e-mail address (RFC 5321 §4.5.3.1.3).
pub const EMAIL_BYTES_MAX: usize = 254;

/// Wrong attempts on one account before it has to wait: people mistype twice or three times.
pub const ACCOUNT_FAILURES_MAX: u32 = 5;
/// Wrong attempts from one network address before it has to wait: a whole office shares one address.
pub const NETWORK_FAILURES_MAX: u32 = 20;
/// The first wait, in seconds; it doubles with each further failure.
pub const WAIT_FIRST_S: i64 = 30;
/// The longest wait, in seconds: at 24 attempts a day nothing is guessed, and the owner is not locked out for good.
pub const WAIT_MAX_S: i64 = 3_600;
/// After this long without a failure the count begins anew, in seconds.
pub const FAILURES_FORGOTTEN_S: i64 = 86_400;
/// Sign-in and enrolment requests a second from one network in the long run: an embassy's whole staff behind one address in
/// a few seconds, and a tenth of what the two hashing places can take.
pub(crate) const REQUESTS_PER_S: u32 = 10;
/// Such requests at once from one network: a shift that begins work at nine.
pub(crate) const REQUESTS_BURST: u32 = 60;
/// Sign-in and enrolment requests a second of everybody together in the long run: what the two hashing places can just
/// take, at some 20 milliseconds each.
pub(crate) const ALL_REQUESTS_PER_S: u32 = 100;
/// Such requests of everybody at once: ten networks at their most, and six seconds of hashing.
pub(crate) const ALL_REQUESTS_BURST: u32 = 600;
/// After so many requests the networks that were quiet since are forgotten: looking through some thousand of them takes
/// less than a millisecond, and they never fill the memory.
pub(crate) const FORGET_NETWORKS_EVERY: u32 = 1_024;

/// Body of a sign-in form or of a passkey's answer, in bytes: attestation chains of security keys are under 16 kB.
pub(crate) const BODY_BYTES_MAX: usize = 64 * 1_024;
/// Characters kept of a browser's name for itself.
pub(crate) const AGENT_CHARS_MAX: usize = 240;
/// Bytes of a local address to go on at after signing in: as long as the public server's longest address.
pub(crate) const NEXT_BYTES_MAX: usize = 4_096;
