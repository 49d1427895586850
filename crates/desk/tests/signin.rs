//! What sign-in keeps in the store, by its public functions.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use desk::signin::{self, Person, SignInError, bearer, enrolment, recovery};
use domain::AccountId;
use jiff::{SignedDuration, Timestamp};
use newsroom::Chance;
use store::{MemoryHome, Records as _};

fn start() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

fn after(seconds: i64) -> Timestamp {
    start().checked_add(SignedDuration::from_secs(seconds)).unwrap()
}

fn person(bits: u8, sign_in_name: &str) -> Person {
    Person {
        account: AccountId::from_bits([bits; 10]),
        sign_in_name: sign_in_name.to_owned(),
        name: "Ada Reed".to_owned(),
        email: Some("a.reed@press.example".to_owned()),
        lang: None,
    }
}

#[test]
fn a_sign_in_name_belongs_to_one_person_whatever_its_case_and_form() {
    let home = MemoryHome::new();
    signin::add_person(&home, &person(1, "A.Reed"), start()).unwrap();
    for name in ["a.reed", "A.REED", " a.reed ", "Ａ.Ｒｅｅｄ"] {
        let error = signin::add_person(&home, &person(2, name), start()).unwrap_err();
        assert!(matches!(error, SignInError::NameTaken(_)), "{name}: {error}");
        let found = signin::person_of_name(&home, name, start()).unwrap().unwrap();
        assert_eq!(found.account, person(1, "").account, "{name}");
    }
    signin::add_person(&home, &person(2, "b.stone"), start()).unwrap();
    assert_eq!(signin::people(&home, start()).unwrap().len(), 2);
}

#[test]
fn names_and_addresses_that_cannot_be_are_refused_and_nothing_is_kept() {
    let home = MemoryHome::new();
    let long = "a".repeat(129);
    for name in ["", " ", "a", "a b", "a:b", "a/b", "a\u{7}b", &long] {
        let error = signin::add_person(&home, &person(1, name), start()).unwrap_err();
        assert!(matches!(error, SignInError::NameUnfit(_)), "{name}: {error}");
    }
    for email in ["", "a", "@b.example", "a@b", "a b@c.example", "a@b.example, c@d.example"] {
        let bad = Person { email: Some(email.to_owned()), ..person(1, "a.reed") };
        assert!(matches!(signin::add_person(&home, &bad, start()), Err(SignInError::EmailUnfit(_))), "{email}");
    }
    for name in ["", "two\nlines", &"a".repeat(201)] {
        let bad = Person { name: name.to_owned(), ..person(1, "a.reed") };
        assert!(matches!(signin::add_person(&home, &bad, start()), Err(SignInError::PersonNameUnfit)));
    }
    assert!(signin::people(&home, start()).unwrap().is_empty());
}

#[test]
fn people_change_their_name_address_and_language() {
    let home = MemoryHome::new();
    let account = person(1, "").account;
    signin::add_person(&home, &person(1, "a.reed"), start()).unwrap();
    signin::rename(&home, &account, "Ada Reed-Stone", start()).unwrap();
    signin::set_email(&home, &account, None, start()).unwrap();
    signin::set_language(&home, &account, Some("ar".parse().unwrap()), start()).unwrap();
    let found = signin::person(&home, &account, start()).unwrap().unwrap();
    assert_eq!((found.name.as_str(), found.email), ("Ada Reed-Stone", None));
    assert_eq!(found.lang.unwrap().as_str(), "ar");
    let nobody = AccountId::from_bits([9; 10]);
    assert!(matches!(signin::rename(&home, &nobody, "X", start()), Err(SignInError::NobodyThere)));
}

#[test]
fn secrets_are_not_in_the_store() {
    let (home, chance) = (MemoryHome::new(), Chance::seeded([4; 32]));
    let account = person(1, "").account;
    let link = enrolment::issue(&home, &account, start(), &chance).unwrap();
    let session = signin::open_session(&home, &chance, &account, "agent", "192.0.2.1", start()).unwrap();
    let token = bearer::issue_token(&home, &chance, &account, start()).unwrap();
    let codes = recovery::issue(&home, &chance, &account, start()).unwrap();
    let mut kept = String::new();
    for room in ["enrolment", "session", "bearer", "recovery"] {
        for record in home.records(room, "", start().as_microsecond()).unwrap() {
            kept.push_str(&record.key);
            kept.push_str(&String::from_utf8(record.value).unwrap());
        }
    }
    for secret in [link, session, token.trim_start_matches("chy_").to_owned()] {
        assert_eq!(secret.len(), 43);
        assert!(!kept.contains(&secret));
    }
    assert!(codes.iter().all(|code| !kept.contains(code) && !kept.contains(&code.replace('-', ""))));
}

#[test]
fn last_seen_is_written_at_most_once_a_minute() {
    let (home, chance) = (MemoryHome::new(), Chance::seeded([4; 32]));
    let account = person(1, "").account;
    let token = signin::open_session(&home, &chance, &account, "agent", "192.0.2.1", start()).unwrap();
    let revision = |seconds: i64| {
        signin::session(&home, &token, after(seconds)).unwrap().unwrap();
        home.records("session", "", after(seconds).as_microsecond()).unwrap()[0].revision
    };
    assert_eq!([0, 30, 59, 60, 90, 119, 120].map(revision), [1, 1, 1, 2, 2, 2, 3]);
}

#[test]
fn a_revoked_session_does_not_come_back() {
    let (home, chance) = (MemoryHome::new(), Chance::seeded([4; 32]));
    let account = person(1, "").account;
    let token = signin::open_session(&home, &chance, &account, "agent", "192.0.2.1", start()).unwrap();
    let session = signin::session(&home, &token, start()).unwrap().unwrap();
    assert!(signin::revoke(&home, &account, &session.id, start()).unwrap());
    assert!(!signin::revoke(&home, &account, &session.id, start()).unwrap());
    assert_eq!(signin::session(&home, &token, after(90)).unwrap(), None);
    for odd in ["", "x", &token[1..], &format!("{token}x"), &token.to_lowercase()] {
        assert_eq!(signin::session(&home, odd, start()).unwrap(), None, "{odd}");
    }
}

#[test]
fn an_account_has_twenty_sessions_at_most() {
    let (home, chance) = (MemoryHome::new(), Chance::seeded([4; 32]));
    let account = person(1, "").account;
    let open = |seconds: i64| signin::open_session(&home, &chance, &account, "", "", after(seconds)).unwrap();
    let tokens: Vec<String> = (0..25).map(open).collect();
    let alive = |token: &String| signin::session(&home, token, after(25)).unwrap().is_some();
    assert_eq!(tokens.iter().map(alive).collect::<Vec<_>>(), [[false; 5].as_slice(), &[true; 20]].concat());
}

#[test]
fn tokens_of_programs_stand_for_their_account_until_withdrawn() {
    let (home, chance) = (MemoryHome::new(), Chance::seeded([4; 32]));
    let (one, two) = (person(1, "").account, person(2, "").account);
    let token = bearer::issue_token(&home, &chance, &one, start()).unwrap();
    let other = bearer::issue_token(&home, &chance, &two, start()).unwrap();
    assert!(token.starts_with("chy_"));
    assert_eq!(bearer::account_of_bearer(&home, &token, start()).unwrap(), Some(one.clone()));
    for odd in ["", "chy_", &token[4..], &format!("{token}x"), &format!("CHY_{}", &token[4..])] {
        assert_eq!(bearer::account_of_bearer(&home, odd, start()).unwrap(), None, "{odd}");
    }
    assert_eq!(bearer::withdraw_tokens(&home, &one, start()).unwrap(), 1);
    assert_eq!(bearer::account_of_bearer(&home, &token, start()).unwrap(), None);
    assert_eq!(bearer::account_of_bearer(&home, &other, start()).unwrap(), Some(two));
}
