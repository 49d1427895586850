//! Enrolment and the ways to sign in.

use http::StatusCode;

use super::{Lobby, PASSWORD, Said};
use crate::signin::{House as _, one_time, passkey, password, recovery, sessions_of, ways};

fn fields<'a>(name: &'a str, password: &'a str, code: &'a str) -> [(&'static str, &'a str); 3] {
    [("name", name), ("password", password), ("code", code)]
}

fn refused(said: &Said) -> (u16, String) {
    assert_eq!(said.set_cookie(), "");
    (said.status.as_u16(), said.code())
}

#[tokio::test]
async fn looking_at_a_link_changes_nothing_and_using_it_spends_it() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let token = desk.link(&account);
    let address = format!("/desk/enrol/{token}");
    let first = desk.get(&address, "").await;
    assert_eq!(first.status, StatusCode::OK);
    assert!(first.body.contains("Ada Reed") && first.body.contains("otpauth://totp/"));
    let second = desk.get(&address, "").await;
    assert_eq!(first.body, second.body);

    let wrong = [("password", PASSWORD), ("again", PASSWORD), ("code", "000000")];
    assert_eq!(refused(&desk.post(&format!("{address}/password"), "", &wrong).await), (422, "code-wrong".into()));
    assert_eq!(desk.get(&address, "").await.status, StatusCode::OK);

    let totp = crate::signin::enrolment::look(desk.home(), &token, desk.now()).unwrap().unwrap().value.totp;
    let code = one_time::code_at(&totp, desk.now());
    let short = [("password", "short"), ("again", "short"), ("code", &code)];
    assert_eq!(refused(&desk.post(&format!("{address}/password"), "", &short).await), (422, "password-short".into()));
    let differs = [("password", PASSWORD), ("again", "another one"), ("code", &code)];
    let said = desk.post(&format!("{address}/password"), "", &differs).await;
    assert_eq!(refused(&said), (422, "password-differs".into()));
    let good = [("password", PASSWORD), ("again", PASSWORD), ("code", &code)];
    let said = desk.post(&format!("{address}/password"), "", &good).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.get("/desk/me", &said.cookie()).await.status, StatusCode::OK);

    assert_eq!(refused(&desk.get(&address, "").await), (410, "link-spent".into()));
    assert_eq!(refused(&desk.post(&format!("{address}/password"), "", &good).await), (410, "link-spent".into()));
    let start = desk.post(&format!("{address}/passkey/start"), "", &[]).await;
    assert_eq!(refused(&start), (410, "link-spent".into()));
}

#[tokio::test]
async fn a_link_is_void_after_three_days_after_a_newer_one_and_when_the_account_is_off() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let older = desk.link(&account);
    let newer = desk.link(&account);
    assert_eq!(desk.get(&format!("/desk/enrol/{older}"), "").await.status, StatusCode::GONE);
    desk.pass(72 * 3_600 - 1);
    assert_eq!(desk.get(&format!("/desk/enrol/{newer}"), "").await.status, StatusCode::OK);
    desk.switch_off(&account);
    assert_eq!(desk.get(&format!("/desk/enrol/{newer}"), "").await.status, StatusCode::FORBIDDEN);
    desk.pass(1);
    assert_eq!(desk.get(&format!("/desk/enrol/{newer}"), "").await.status, StatusCode::GONE);
    for odd in ["x", "..", "%00", &"a".repeat(43), &"a".repeat(3_000)] {
        assert_eq!(desk.get(&format!("/desk/enrol/{odd}"), "").await.status, StatusCode::GONE, "{odd}");
    }
}

#[tokio::test]
async fn whoever_enrols_anew_loses_every_other_way_in_and_is_told_before() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let first = desk.get(&format!("/desk/enrol/{}", desk.link(&account)), "").await.body;
    assert!(!first.contains("stops working then"), "there is nothing to lose: {first}");
    let (totp, cookie) = desk.enrol(&account).await;
    let shown = desk.post("/desk/me/recovery", &cookie, &[]).await.body;
    let recovery = shown.split("<li><code dir=\"ltr\">").nth(1).unwrap()[..11].to_owned();
    passkey::tests::stand_in(desk.home(), &account, 1, desk.now());

    let page = desk.get(&format!("/desk/enrol/{}", desk.link(&account)), "").await.body;
    assert!(page.contains("What you signed in with before stops working then"), "{page}");
    desk.pass(30);
    let (anew, cookie_anew) = desk.enrol(&account).await;
    assert_ne!(anew, totp);
    assert!(passkey::list(desk.home(), &account, desk.now()).unwrap().is_empty());
    desk.pass(30);
    let old = one_time::code_at(&totp, desk.now());
    assert_eq!(
        refused(&desk.post("/desk/sign-in", "", &fields("a.reed", PASSWORD, &old)).await),
        (401, "wrong".into())
    );
    let said = desk.post("/desk/sign-in/recovery", "", &[("name", "a.reed"), ("code", &recovery)]).await;
    assert_eq!(refused(&said), (401, "recovery-wrong".into()));
    assert_eq!(desk.get("/desk/me", &cookie).await.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.get("/desk/me", &cookie_anew).await.status, StatusCode::OK);
    let code = one_time::code_at(&anew, desk.now());
    assert_eq!(desk.post("/desk/sign-in", "", &fields("a.reed", PASSWORD, &code)).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_new_passkey_is_the_only_way_in_and_other_accounts_keep_theirs() {
    let desk = Lobby::open();
    let (ada, ben) = (desk.add(1, "a.reed"), desk.add(2, "b.stone"));
    desk.enrol(&ada).await;
    desk.enrol(&ben).await;
    let (home, now) = (desk.home(), desk.now());
    recovery::issue(home, desk.chance(), &ada, now).unwrap();
    passkey::tests::stand_in(home, &ada, 1, now);
    passkey::tests::stand_in(home, &ben, 2, now);
    let new = passkey::tests::stand_in(home, &ada, 3, now);
    ways::leave_only(home, &ada, &ways::New::Passkey(new.clone()), now).unwrap();
    let left: Vec<String> = passkey::list(home, &ada, now).unwrap().into_iter().map(|line| line.id).collect();
    assert_eq!(left, [new]);
    assert!(!password::exists(home, &ada, now).unwrap() && recovery::left(home, &ada, now).unwrap() == 0);
    assert!(sessions_of(home, &ada, now).unwrap().is_empty());
    assert_eq!(passkey::list(home, &ben, now).unwrap().len(), 1);
    assert!(password::exists(home, &ben, now).unwrap() && !sessions_of(home, &ben, now).unwrap().is_empty());
}

#[tokio::test]
async fn a_device_may_be_used_again_by_whoever_enrols_anew() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (_, cookie) = desk.enrol(&account).await;
    passkey::tests::stand_in(desk.home(), &account, 1, desk.now());
    let known = |said: Said| {
        let options: serde_json::Value = serde_json::from_str(&said.body).unwrap();
        options["publicKey"]["excludeCredentials"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(known(desk.post("/desk/me/passkeys/start", &cookie, &[]).await), 1);
    let token = desk.link(&account);
    assert_eq!(known(desk.post(&format!("/desk/enrol/{token}/passkey/start"), "", &[]).await), 0);
}

#[tokio::test]
async fn name_password_and_code_sign_in_and_a_code_is_good_once() {
    let desk = Lobby::open();
    let account = desk.add(1, "A.Reed@press.example");
    let (totp, _) = desk.enrol(&account).await;
    // The code of the enrolment was used there.
    let used = one_time::code_at(&totp, desk.now());
    let again = desk.post("/desk/sign-in", "", &fields("a.reed@press.example", PASSWORD, &used)).await;
    assert_eq!(refused(&again), (401, "wrong".into()));
    desk.pass(30);
    let code = one_time::code_at(&totp, desk.now());
    let said = desk.post("/desk/sign-in", "", &fields(" a.REED@press.example", PASSWORD, &code)).await;
    assert_eq!((said.status, said.location()), (StatusCode::SEE_OTHER, "/desk/"));
    assert!(said.set_cookie().starts_with("__Host-desk=") && said.set_cookie().ends_with("; Secure"));
    let replay = desk.post("/desk/sign-in", "", &fields("a.reed@press.example", PASSWORD, &code)).await;
    assert_eq!(refused(&replay), (401, "wrong".into()));
}

#[tokio::test]
async fn an_unknown_name_is_answered_like_a_wrong_password() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (totp, _) = desk.enrol(&account).await;
    desk.pass(30);
    let code = one_time::code_at(&totp, desk.now());
    let body = |said: Said, name: &str| {
        assert_eq!((said.status, said.set_cookie()), (StatusCode::UNAUTHORIZED, ""));
        said.body.replace(name, "NAME")
    };
    let known = body(desk.post("/desk/sign-in", "", &fields("a.reed", "another password 77", &code)).await, "a.reed");
    let unknown = body(desk.post("/desk/sign-in", "", &fields("b.stone", PASSWORD, &code)).await, "b.stone");
    let no_code = body(desk.post("/desk/sign-in", "", &fields("a.reed", PASSWORD, "")).await, "a.reed");
    assert_eq!(known, unknown);
    assert_eq!(known, no_code);
    // Waiting is the same too.
    for name in ["a.reed", "b.stone"] {
        let mut said = desk.post("/desk/sign-in", "", &fields(name, "no", "no")).await;
        for _ in 0..5 {
            said = desk.post("/desk/sign-in", "", &fields(name, "no", "no")).await;
        }
        assert_eq!((said.status.as_u16(), said.code()), (429, "wait".to_owned()), "{name}");
        assert!(said.body.contains("Wait 30 seconds"), "{}", said.body);
    }
}

#[tokio::test]
async fn a_waiting_account_lets_nobody_in_and_then_its_owner() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (totp, _) = desk.enrol(&account).await;
    desk.pass(30);
    for _ in 0..5 {
        let said = desk.post("/desk/sign-in", "", &fields("a.reed", "no", "no")).await;
        assert_eq!(said.code(), "wrong");
    }
    let right = |desk: &Lobby| one_time::code_at(&totp, desk.now());
    let said = desk.post("/desk/sign-in", "", &fields("a.reed", PASSWORD, &right(&desk))).await;
    assert_eq!(said.code(), "wait");
    desk.pass(31);
    let said = desk.post("/desk/sign-in", "", &fields("a.reed", PASSWORD, &right(&desk))).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_recovery_code_signs_in_once_and_leads_to_ones_account() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (_, cookie) = desk.enrol(&account).await;
    let before = desk.get("/desk/me/recovery?new=1", &cookie).await;
    assert!(before.body.contains("no recovery codes"));
    let shown = desk.post("/desk/me/recovery", &cookie, &[]).await;
    let codes: Vec<&str> = shown.body.split("<li><code dir=\"ltr\">").skip(1).map(|rest| &rest[..11]).collect();
    assert_eq!(codes.len(), 10);
    assert!(desk.get("/desk/me/recovery", &cookie).await.body.contains("10 recovery codes"));

    let sign_in = |name: &'static str, code: &str| {
        let (desk, code) = (std::sync::Arc::clone(&desk), code.to_owned());
        async move { desk.post("/desk/sign-in/recovery", "", &[("name", name), ("code", &code)]).await }
    };
    assert_eq!(refused(&sign_in("b.stone", codes[0]).await), (401, "recovery-wrong".into()));
    assert_eq!(refused(&sign_in("a.reed", "00000-00000").await), (401, "recovery-wrong".into()));
    let said = sign_in("a.reed", &codes[0].to_uppercase()).await;
    assert_eq!((said.status, said.location()), (StatusCode::SEE_OTHER, "/desk/me?done=recovered"));
    assert_eq!(refused(&sign_in("a.reed", codes[0]).await), (401, "recovery-wrong".into()));
    assert!(desk.get("/desk/me", &cookie).await.body.contains("9 recovery codes"));

    // New codes make the old ones void.
    desk.post("/desk/me/recovery", &cookie, &[]).await;
    assert_eq!(refused(&sign_in("a.reed", codes[1]).await), (401, "recovery-wrong".into()));
}

#[tokio::test]
async fn an_account_that_is_off_is_told_so_only_by_its_owner() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (totp, cookie) = desk.enrol(&account).await;
    desk.switch_off(&account);
    desk.pass(30);
    let code = one_time::code_at(&totp, desk.now());
    assert_eq!(
        refused(&desk.post("/desk/sign-in", "", &fields("a.reed", "wrong", &code)).await),
        (401, "wrong".into())
    );
    assert_eq!(
        refused(&desk.post("/desk/sign-in", "", &fields("a.reed", PASSWORD, &code)).await),
        (403, "inactive".into())
    );
    assert_eq!(desk.get("/desk/me", &cookie).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_password_is_changed_with_a_new_code_and_ends_other_sessions() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (totp, first) = desk.enrol(&account).await;
    desk.pass(30);
    let code = one_time::code_at(&totp, desk.now());
    let second = desk.post("/desk/sign-in", "", &fields("a.reed", PASSWORD, &code)).await.cookie();
    let form = desk.post("/desk/me/password/begin", &second, &[]).await;
    assert_eq!(form.status, StatusCode::OK);
    let secret = form.body.split("<dd><code dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
    assert_ne!(secret, totp);
    let new = "violet harbour thistle";
    let wrong = [("password", new), ("again", new), ("code", "123")];
    assert_eq!(refused(&desk.post("/desk/me/password", &second, &wrong).await), (422, "code-wrong".into()));
    let code = one_time::code_at(&secret, desk.now());
    let said = desk.post("/desk/me/password", &second, &[("password", new), ("again", new), ("code", &code)]).await;
    assert_eq!(said.location(), "/desk/me?done=password-set");
    assert_eq!(desk.get("/desk/me", &second).await.status, StatusCode::OK);
    assert_eq!(desk.get("/desk/me", &first).await.status, StatusCode::SEE_OTHER);
    // The last way stays.
    let said = desk.post("/desk/me/password/remove", &second, &[]).await;
    assert_eq!(refused(&said), (409, "last-way".into()));
}

#[tokio::test]
async fn changing_the_ways_needs_a_recent_sign_in() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (_, cookie) = desk.enrol(&account).await;
    desk.pass(30 * 60);
    for address in [
        "/desk/me/password/begin",
        "/desk/me/password",
        "/desk/me/password/remove",
        "/desk/me/recovery",
        "/desk/me/passkeys/remove",
        "/desk/me/passkeys/start",
    ] {
        let said = desk.post(address, &cookie, &[]).await;
        assert_eq!((said.status.as_u16(), said.code()), (403, "again".to_owned()), "{address}");
    }
    let said = desk.post("/desk/me/language", &cookie, &[("lang", "fr")]).await;
    assert_eq!(said.location(), "/desk/me?done=language");
    assert_eq!(crate::signin::person(desk.home(), &account, desk.now()).unwrap().unwrap().lang.unwrap().as_str(), "fr");
}
