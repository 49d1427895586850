//! Passkeys (W3C Web Authentication Level 3): registration and sign-in by `webauthn-rs`, with the challenge's state on the
//! server, used once.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::AccountId;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use store::Records;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Uuid,
    Webauthn,
};

use super::limits::{CHALLENGE_S, PASSKEY_NAME_CHARS_MAX, PASSKEYS_MAX};
use super::{Person, SignInError, kept, password};

const ROOM: &str = "credential";
const OWNERS: &str = "passkey-owner";
const CHALLENGES: &str = "challenge";

/// A passkey as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyLine {
    /// What forms name it by: hexadecimal digits.
    pub id: String,
    /// The name its owner gave it.
    pub name: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was used last.
    pub used: Option<Timestamp>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    name: String,
    created_us: i64,
    used_us: Option<i64>,
    passkey: Passkey,
}

#[derive(Serialize, Deserialize)]
struct Owner {
    account: AccountId,
}

/// A registration under way.
#[derive(Serialize, Deserialize)]
struct Registering {
    account: AccountId,
    /// The link or session in which it began; it ends there or nowhere.
    bound: String,
    state: PasskeyRegistration,
}

fn short_id(passkey: &[u8]) -> String {
    kept::hidden(passkey)[..32].to_owned()
}

fn key(account: &AccountId, id: &str) -> String {
    format!("{account}/k-{id}")
}

/// What an authenticator keeps as the user's handle: a digest of the account, which says nothing about a person
/// (W3C Web Authentication §14.6.1) and is the same for all passkeys of the account.
fn handle(account: &AccountId) -> Uuid {
    let digest = Sha256::new().chain_update(b"chancery passkey handle ").chain_update(account.as_str()).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    Uuid::from_bytes(bytes)
}

/// The passkeys of an account, oldest first.
///
/// # Errors
/// When the store fails.
pub fn list(records: &dyn Records, account: &AccountId, now: Timestamp) -> Result<Vec<PasskeyLine>, SignInError> {
    let entries = kept::list::<Entry>(records, ROOM, &key(account, ""), now)?;
    let mut lines: Vec<PasskeyLine> = entries
        .into_iter()
        .map(|kept| PasskeyLine {
            id: kept.key.rsplit("k-").next().unwrap_or_default().to_owned(),
            name: kept.value.name,
            created: kept::instant(kept.value.created_us),
            used: kept.value.used_us.map(kept::instant),
        })
        .collect();
    lines.sort_by_key(|line| line.created);
    Ok(lines)
}

/// What a new passkey will stand beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beside {
    /// The account's other passkeys: a device that has one already needs no second one.
    Others,
    /// Nothing, since the others are removed once it is there: each device may be used again.
    Nothing,
}

/// Begins a registration: what the browser is given. `bound` is the link or the session in which it happens.
pub(crate) fn start_registration(
    webauthn: &Webauthn,
    records: &dyn Records,
    person: &Person,
    (beside, bound): (Beside, &str),
    now: Timestamp,
) -> Result<Value, SignInError> {
    let entries = match beside {
        Beside::Others => kept::list::<Entry>(records, ROOM, &key(&person.account, ""), now)?,
        Beside::Nothing => Vec::new(),
    };
    if entries.len() >= PASSKEYS_MAX {
        return Err(SignInError::PasskeysFull);
    }
    let known = entries.iter().map(|kept| kept.value.passkey.cred_id().clone()).collect();
    let (options, state) = webauthn
        .start_passkey_registration(handle(&person.account), &person.sign_in_name, &person.name, Some(known))
        .map_err(|_| SignInError::Inner("a passkey registration could not begin"))?;
    let mut options = value(&options)?;
    // The library discourages keys that the device itself remembers; signing in without typing a name needs them.
    if let Some(selection) = options.pointer_mut("/publicKey/authenticatorSelection").and_then(Value::as_object_mut) {
        selection.insert("residentKey".to_owned(), "required".into());
        selection.insert("requireResidentKey".to_owned(), true.into());
    }
    let under_way = Registering { account: person.account.clone(), bound: bound.to_owned(), state };
    keep_challenge(records, "register", &options, &under_way, now)?;
    Ok(options)
}

/// A passkey that was proven and is not kept yet.
#[derive(Debug)]
pub(crate) struct Proven {
    pub(crate) account: AccountId,
    passkey: Passkey,
}

/// Checks the browser's answer to a registration. The challenge is used up, whatever comes of it.
pub(crate) fn finish_registration(
    webauthn: &Webauthn,
    records: &dyn Records,
    posted: &Value,
    bound: &str,
    now: Timestamp,
) -> Result<Proven, SignInError> {
    let under_way: Registering = take_challenge(records, "register", posted, now)?;
    if under_way.bound != bound {
        return Err(SignInError::ChallengeGone);
    }
    let answer: RegisterPublicKeyCredential = parsed(posted)?;
    let passkey = webauthn.finish_passkey_registration(&answer, &under_way.state).map_err(|why| {
        tracing::info!(%why, "a passkey was not accepted");
        SignInError::PasskeyRefused
    })?;
    Ok(Proven { account: under_way.account, passkey })
}

/// Keeps a proven passkey under a name; gives its id.
pub(crate) fn keep(records: &dyn Records, proven: Proven, name: &str, now: Timestamp) -> Result<String, SignInError> {
    let Proven { account, passkey } = proven;
    let id = short_id(passkey.cred_id());
    let owner = Owner { account: account.clone() };
    // One credential belongs to one account (W3C Web Authentication §7.1, step 26).
    match kept::write(records, (OWNERS, &id), Some(0), &owner, now, None) {
        Err(SignInError::Changed) => return Err(SignInError::PasskeyKnown),
        other => other?,
    };
    let name = name.chars().take(PASSKEY_NAME_CHARS_MAX).collect();
    let entry = Entry { name, created_us: now.as_microsecond(), used_us: None, passkey };
    kept::write(records, (ROOM, &key(&account, &id)), Some(0), &entry, now, None)?;
    Ok(id)
}

/// Begins a sign-in without a name: the browser offers the passkeys that it has for this desk.
pub(crate) fn start_sign_in(webauthn: &Webauthn, records: &dyn Records, now: Timestamp) -> Result<Value, SignInError> {
    let (options, state) = webauthn
        .start_discoverable_authentication()
        .map_err(|_| SignInError::Inner("a sign-in with a passkey could not begin"))?;
    let mut options = value(&options)?;
    // How the browser asks, in the name's field or in a window of its own, is the page's to choose.
    if let Some(options) = options.as_object_mut() {
        options.remove("mediation");
    }
    keep_challenge(records, "sign-in", &options, &state, now)?;
    Ok(options)
}

/// Whose passkey answered. The challenge is used up, whatever comes of it.
pub(crate) fn finish_sign_in(
    webauthn: &Webauthn,
    records: &dyn Records,
    posted: &Value,
    now: Timestamp,
) -> Result<AccountId, SignInError> {
    let state: DiscoverableAuthentication = take_challenge(records, "sign-in", posted, now)?;
    let answer: PublicKeyCredential = parsed(posted)?;
    let (user, credential) =
        webauthn.identify_discoverable_authentication(&answer).map_err(|_| SignInError::PasskeyRefused)?;
    let id = short_id(credential);
    let owner = kept::read::<Owner>(records, OWNERS, &id, now)?.ok_or(SignInError::PasskeyRefused)?;
    let account = owner.value.account;
    let place = key(&account, &id);
    let kept = kept::read::<Entry>(records, ROOM, &place, now)?.ok_or(SignInError::PasskeyRefused)?;
    if user != handle(&account) {
        return Err(SignInError::PasskeyRefused);
    }
    let result =
        webauthn.finish_discoverable_authentication_v2(&answer, state, &kept.value.passkey).map_err(|why| {
            tracing::info!(%why, "a passkey was not accepted");
            SignInError::PasskeyRefused
        })?;
    let mut entry = kept.value;
    entry.passkey.update_credential(&result);
    entry.used_us = Some(now.as_microsecond());
    // Two sign-ins at once: one of them notes the counter, and it is the same key in the same hand.
    match kept::write(records, (ROOM, &place), Some(kept.revision), &entry, now, None) {
        Ok(_) | Err(SignInError::Changed) => Ok(account),
        Err(other) => Err(other),
    }
}

/// Gives a passkey another name.
pub(crate) fn rename(
    records: &dyn Records,
    account: &AccountId,
    id: &str,
    name: &str,
    now: Timestamp,
) -> Result<(), SignInError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > PASSKEY_NAME_CHARS_MAX || name.chars().any(char::is_control) {
        return Err(SignInError::PasskeyNameUnfit);
    }
    let place = key(account, id);
    let kept = kept::read::<Entry>(records, ROOM, &place, now)?.ok_or(SignInError::Changed)?;
    let entry = Entry { name: name.to_owned(), ..kept.value };
    kept::write(records, (ROOM, &place), Some(kept.revision), &entry, now, None)?;
    Ok(())
}

/// Removes a passkey, unless it is the last way to sign in.
pub(crate) fn remove(records: &dyn Records, account: &AccountId, id: &str, now: Timestamp) -> Result<(), SignInError> {
    let others = list(records, account, now)?.iter().any(|line| line.id != id);
    if !others && !password::exists(records, account, now)? {
        return Err(SignInError::LastWay);
    }
    drop_one(records, account, id, now)
}

/// Removes all passkeys of an account but one.
pub(crate) fn clear(
    records: &dyn Records,
    account: &AccountId,
    except: Option<&str>,
    now: Timestamp,
) -> Result<(), SignInError> {
    for line in list(records, account, now)?.into_iter().filter(|line| Some(line.id.as_str()) != except) {
        drop_one(records, account, &line.id, now)?;
    }
    Ok(())
}

fn drop_one(records: &dyn Records, account: &AccountId, id: &str, now: Timestamp) -> Result<(), SignInError> {
    if records.take(ROOM, &key(account, id), now.as_microsecond())?.is_some() {
        records.take(OWNERS, id, now.as_microsecond())?;
    }
    Ok(())
}

fn value(options: &impl Serialize) -> Result<Value, SignInError> {
    serde_json::to_value(options).map_err(|_| SignInError::Inner("a passkey's options have no form as JSON"))
}

fn parsed<T: DeserializeOwned>(posted: &Value) -> Result<T, SignInError> {
    T::deserialize(posted)
        .map_err(|_| SignInError::Unreadable("the passkey's answer has not the form that browsers send"))
}

fn challenge_key(purpose: &str, challenge: &str) -> String {
    format!("{purpose}/{}", kept::hidden(challenge.as_bytes()))
}

fn keep_challenge(
    records: &dyn Records,
    purpose: &str,
    options: &Value,
    state: &impl Serialize,
    now: Timestamp,
) -> Result<(), SignInError> {
    let challenge = options.pointer("/publicKey/challenge").and_then(Value::as_str);
    let challenge = challenge.ok_or(SignInError::Inner("a passkey's options name no challenge"))?;
    let expires = Some(kept::after(now, CHALLENGE_S));
    kept::write(records, (CHALLENGES, &challenge_key(purpose, challenge)), Some(0), state, now, expires)?;
    Ok(())
}

/// The state of the challenge that an answer names; of several answers one receives it.
fn take_challenge<T: DeserializeOwned>(
    records: &dyn Records,
    purpose: &str,
    posted: &Value,
    now: Timestamp,
) -> Result<T, SignInError> {
    let unreadable = || SignInError::Unreadable("the passkey's answer names no challenge");
    let client_data = posted.pointer("/response/clientDataJSON").and_then(Value::as_str).ok_or_else(unreadable)?;
    let client_data = URL_SAFE_NO_PAD.decode(client_data.trim_end_matches('=')).map_err(|_| unreadable())?;
    let client_data: Value = serde_json::from_slice(&client_data).map_err(|_| unreadable())?;
    let challenge = client_data.get("challenge").and_then(Value::as_str).ok_or_else(unreadable)?;
    let key = challenge_key(purpose, challenge.trim_end_matches('='));
    let taken = kept::take(records, CHALLENGES, &key, now)?;
    taken.map(|kept| kept.value).ok_or(SignInError::ChallengeGone)
}

#[cfg(test)]
pub(super) mod tests {
    use store::MemoryHome;
    use webauthn_rs::prelude::{Url, WebauthnBuilder};

    use super::*;

    /// Keeps a passkey that nobody holds, as the library would have made it; gives its id.
    pub(in crate::signin) fn stand_in(records: &dyn Records, account: &AccountId, nth: u8, now: Timestamp) -> String {
        let coordinate = URL_SAFE_NO_PAD.encode([nth; 32]);
        let key = serde_json::json!({ "EC_EC2": { "curve": "SECP256R1", "x": coordinate, "y": coordinate } });
        let passkey = serde_json::json!({ "cred": {
            "cred_id": URL_SAFE_NO_PAD.encode([nth; 16]), "cred": { "type_": "ES256", "key": key }, "counter": 0,
            "transports": null, "user_verified": true, "backup_eligible": false, "backup_state": false,
            "registration_policy": "required", "extensions": {},
            "attestation": { "data": "None", "metadata": "None" }, "attestation_format": "none",
        } });
        let proven = Proven { account: account.clone(), passkey: serde_json::from_value(passkey).unwrap() };
        keep(records, proven, "Stand-in", now).unwrap()
    }

    fn desk() -> Webauthn {
        WebauthnBuilder::new("desk.halvern.example", &Url::parse("https://desk.halvern.example").unwrap())
            .unwrap()
            .build()
            .unwrap()
    }

    fn person() -> Person {
        Person {
            account: AccountId::from_bits([1; 10]),
            sign_in_name: "a.reed".to_owned(),
            name: "Ada Reed".to_owned(),
            email: None,
            lang: None,
        }
    }

    fn answer(options: &Value, kind: &str) -> Value {
        let challenge = options.pointer("/publicKey/challenge").unwrap();
        let client =
            serde_json::json!({ "type": kind, "challenge": challenge, "origin": "https://desk.halvern.example" });
        serde_json::json!({ "id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {
            "clientDataJSON": URL_SAFE_NO_PAD.encode(client.to_string()), "attestationObject": "AAAA" } })
    }

    #[test]
    fn a_registration_asks_for_a_key_that_knows_its_person() {
        let home = MemoryHome::new();
        let options =
            start_registration(&desk(), &home, &person(), (Beside::Others, "here"), Timestamp::UNIX_EPOCH).unwrap();
        let selection = options.pointer("/publicKey/authenticatorSelection").unwrap();
        assert_eq!(selection["residentKey"], "required");
        assert_eq!(selection["requireResidentKey"], true);
        assert_eq!(selection["userVerification"], "required");
        assert_eq!(options.pointer("/publicKey/rp/id").unwrap(), "desk.halvern.example");
    }

    #[test]
    fn a_challenge_is_used_once_whatever_comes_of_it() {
        let home = MemoryHome::new();
        let now = Timestamp::UNIX_EPOCH;
        let options = start_registration(&desk(), &home, &person(), (Beside::Others, "here"), now).unwrap();
        let answer = answer(&options, "webauthn.create");
        let first = finish_registration(&desk(), &home, &answer, "here", now).unwrap_err();
        assert!(matches!(first, SignInError::PasskeyRefused), "{first}");
        let second = finish_registration(&desk(), &home, &answer, "here", now).unwrap_err();
        assert!(matches!(second, SignInError::ChallengeGone), "{second}");
    }

    #[test]
    fn a_challenge_holds_where_and_for_what_it_was_made_and_for_five_minutes() {
        let home = MemoryHome::new();
        let now = Timestamp::UNIX_EPOCH;
        let gone = |result: Result<Proven, SignInError>| matches!(result, Err(SignInError::ChallengeGone));
        let options = start_registration(&desk(), &home, &person(), (Beside::Others, "here"), now).unwrap();
        let posted = answer(&options, "webauthn.create");
        let other = finish_sign_in(&desk(), &home, &posted, now).unwrap_err();
        assert!(matches!(other, SignInError::ChallengeGone), "{other}");
        assert!(gone(finish_registration(&desk(), &home, &posted, "elsewhere", now)));
        let options = start_registration(&desk(), &home, &person(), (Beside::Others, "here"), now).unwrap();
        let posted = answer(&options, "webauthn.create");
        let late = kept::instant(kept::after(now, CHALLENGE_S));
        assert!(gone(finish_registration(&desk(), &home, &posted, "here", late)));
    }

    #[test]
    fn a_sign_in_offers_no_names_and_asks_for_the_person() {
        let home = MemoryHome::new();
        let options = start_sign_in(&desk(), &home, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(options.pointer("/publicKey/userVerification").unwrap(), "required");
        assert!(options.pointer("/publicKey/allowCredentials").is_none_or(|list| list.as_array().unwrap().is_empty()));
        assert!(options.get("mediation").is_none());
    }

    #[test]
    fn an_answer_without_sense_is_refused_in_words() {
        let home = MemoryHome::new();
        for posted in [Value::Null, serde_json::json!({"response":{"clientDataJSON":"%%%"}}), serde_json::json!([1])] {
            let error = finish_sign_in(&desk(), &home, &posted, Timestamp::UNIX_EPOCH).unwrap_err();
            assert!(matches!(error, SignInError::Unreadable(_)), "{error}");
        }
    }
}
