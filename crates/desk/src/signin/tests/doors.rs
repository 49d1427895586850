//! Sessions, cookies, and who is shown the door.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, REFRESH};
use http::{Request, StatusCode};

use super::{Lobby, PASSWORD};
use crate::signin::{House as _, one_time, sessions_of};

#[tokio::test]
async fn signing_in_begins_a_new_session_and_ends_the_one_before() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (totp, before) = desk.enrol(&account).await;
    desk.pass(30);
    let code = one_time::code_at(&totp, desk.now());
    let fields = [("name", "a.reed"), ("password", PASSWORD), ("code", &code), ("next", "/desk/me?done=language")];
    let said = desk.post("/desk/sign-in", &before, &fields).await;
    assert_eq!(said.location(), "/desk/me?done=language");
    assert_ne!(said.cookie(), before);
    assert_eq!(desk.get("/desk/me", &before).await.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.get("/desk/me", &said.cookie()).await.status, StatusCode::OK);
    assert_eq!(sessions_of(desk.home(), &account, desk.now()).unwrap().len(), 1);
}

#[tokio::test]
async fn a_window_opened_to_sign_in_ends_on_a_page_that_says_so() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (totp, _) = desk.enrol(&account).await;
    desk.pass(30);
    let page = desk.get("/desk/sign-in?close=1", "").await;
    assert!(page.body.contains("name=\"close\" value=\"1\"") && page.body.contains("finish?close=1"), "{}", page.body);
    let code = one_time::code_at(&totp, desk.now());
    let fields = [("name", "a.reed"), ("password", PASSWORD), ("code", &code), ("close", "1")];
    let said = desk.post("/desk/sign-in", "", &fields).await;
    assert_eq!(said.location(), "/desk/sign-in/done");
    let done = desk.get("/desk/sign-in/done", &said.cookie()).await;
    assert!(done.body.contains("You are signed in. You can close this window and go on."));
}

#[tokio::test]
async fn nobody_is_led_away_from_the_desk() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (totp, _) = desk.enrol(&account).await;
    for next in
        ["https://elsewhere.example/desk/", "//elsewhere.example", "/desk\\@elsewhere.example", "/desk/sign-out"]
    {
        desk.pass(30);
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
        let page = desk.get(&format!("/desk/sign-in?{query}"), "").await;
        assert!(!page.body.contains("elsewhere.example") && !page.body.contains("name=\"next\""), "{next}");
        let code = one_time::code_at(&totp, desk.now());
        let fields = [("name", "a.reed"), ("password", PASSWORD), ("code", &code), ("next", next)];
        assert_eq!(desk.post("/desk/sign-in", "", &fields).await.location(), "/desk/", "{next}");
    }
}

#[tokio::test]
async fn a_session_ends_after_twelve_idle_hours_and_after_fourteen_days() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (_, cookie) = desk.enrol(&account).await;
    desk.pass(12 * 3_600 - 1);
    assert_eq!(desk.get("/desk/me", &cookie).await.status, StatusCode::OK);
    for _ in 0..28 {
        desk.pass(12 * 3_600 - 60);
        let status = desk.get("/desk/me", &cookie).await.status;
        let began = sessions_of(desk.home(), &account, desk.now()).unwrap();
        assert_eq!(status == StatusCode::OK, !began.is_empty());
    }
    assert_eq!(desk.get("/desk/me", &cookie).await.status, StatusCode::SEE_OTHER);

    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (_, cookie) = desk.enrol(&account).await;
    desk.pass(12 * 3_600);
    assert_eq!(desk.get("/desk/me", &cookie).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_or_all_at_once() {
    let desk = Lobby::open();
    let (ada, ben) = (desk.add(1, "a.reed"), desk.add(2, "b.stone"));
    let (totp, first) = desk.enrol(&ada).await;
    let (_, others) = desk.enrol(&ben).await;
    desk.pass(30);
    let code = one_time::code_at(&totp, desk.now());
    let fields = [("name", "a.reed"), ("password", PASSWORD), ("code", &code)];
    let second = desk.post("/desk/sign-in", "", &fields).await.cookie();
    let listed = sessions_of(desk.home(), &ada, desk.now()).unwrap();
    assert_eq!(listed.len(), 2);
    let page = desk.get("/desk/me", &second).await.body;
    assert_eq!(page.matches("/desk/me/sessions/end\"").count(), 1);

    // Somebody else's session stays, whatever the form says.
    let theirs = sessions_of(desk.home(), &ben, desk.now()).unwrap().remove(0);
    desk.post("/desk/me/sessions/end", &second, &[("session", theirs.id.as_str())]).await;
    assert_eq!(desk.get("/desk/me", &others).await.status, StatusCode::OK);

    let older = listed.iter().find(|session| session.created < desk.now()).unwrap();
    let said = desk.post("/desk/me/sessions/end", &second, &[("session", older.id.as_str())]).await;
    assert_eq!(said.location(), "/desk/me?done=session-ended");
    assert_eq!(desk.get("/desk/me", &first).await.status, StatusCode::SEE_OTHER);
    let said = desk.post("/desk/me/sessions/end-all", &second, &[]).await;
    assert!(said.set_cookie().starts_with("__Host-desk=; Path=/; Max-Age=0"));
    assert_eq!(desk.get("/desk/me", &second).await.status, StatusCode::SEE_OTHER);
    assert_eq!(desk.get("/desk/me", &others).await.status, StatusCode::OK);
}

#[tokio::test]
async fn signing_out_takes_a_button() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (_, cookie) = desk.enrol(&account).await;
    assert_eq!(desk.get("/desk/sign-out", &cookie).await.status, StatusCode::OK);
    assert_eq!(desk.get("/desk/me", &cookie).await.status, StatusCode::OK);
    let said = desk.post("/desk/sign-out", &cookie, &[]).await;
    assert_eq!(said.location(), "/desk/sign-in?out=1");
    assert!(said.set_cookie().contains("Max-Age=0"));
    assert_eq!(desk.get("/desk/me", &cookie).await.status, StatusCode::SEE_OTHER);
    assert!(desk.get("/desk/sign-in?out=1", "").await.body.contains("You are signed out."));
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_told_in_the_form_they_can_read() {
    let desk = Lobby::open();
    let page = desk.get("/desk/me?done=language", "").await;
    assert_eq!(page.location(), "/desk/sign-in?next=%2Fdesk%2Fme%3Fdone%3Dlanguage");
    let form = desk.post("/desk/me/language", "", &[("lang", "fr")]).await;
    assert_eq!((form.status.as_u16(), form.code()), (401, "not-signed-in".to_owned()));
    assert!(form.body.contains("nothing was lost") && form.body.contains("/desk/sign-in?close=1"));
    for (name, value) in [(ACCEPT.as_str(), "application/json"), ("sec-fetch-dest", "empty")] {
        let request = Request::post("/desk/me/passkeys/start").header(name, value).body(Body::empty()).unwrap();
        let said = desk.ask(request).await;
        assert_eq!((said.status.as_u16(), said.code()), (401, "not-signed-in".to_owned()), "{name}");
        assert_eq!(said.headers["content-type"], "application/problem+json");
    }
}

#[tokio::test]
async fn a_link_from_a_mail_takes_one_step_more_because_the_cookie_is_strict() {
    let desk = Lobby::open();
    let from_mail = |cookie: &str| {
        let request = Request::get("/desk/me?a=b").header("sec-fetch-site", "cross-site").header(COOKIE, cookie);
        request.body(Body::empty()).unwrap()
    };
    let said = desk.ask(from_mail("")).await;
    assert_eq!(said.status, StatusCode::OK);
    assert_eq!(said.headers[REFRESH], "0; url=/desk/me?a=b");
    assert!(said.body.contains("href=\"/desk/me?a=b\""), "{}", said.body);
    // With a cookie that is not good any more there is nothing to wait for.
    assert_eq!(desk.ask(from_mail("__Host-desk=gone")).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn over_plain_http_from_elsewhere_nobody_is_let_in() {
    let desk = Lobby::at("http://desk.halvern.example/");
    let page = desk.get("/desk/sign-in", "").await;
    assert_eq!(page.code(), "open");
    let said = desk.post("/desk/sign-in", "", &[("name", "a"), ("password", "b"), ("code", "c")]).await;
    assert_eq!((said.status.as_u16(), said.code()), (403, "open".to_owned()));
}

#[tokio::test]
async fn a_desk_of_ones_own_machine_is_not_for_browsers_on_other_ones() {
    let desk = Lobby::at("http://localhost:8080/");
    let account = desk.add(1, "a.reed");
    let token = desk.link(&account);
    for address in ["/desk/sign-in".to_owned(), format!("/desk/enrol/{token}")] {
        assert_eq!(desk.get(&address, "").await.code(), "", "{address}");
        let request = |method: &str, address: &str| {
            let peer = ConnectInfo(SocketAddr::from(([192, 0, 2, 7], 40_000)));
            let request = Request::builder().method(method).uri(address).extension(peer);
            request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::empty()).unwrap()
        };
        let page = desk.ask(request("GET", &address)).await;
        assert_eq!(page.code(), "open", "{address}");
        assert!(page.body.contains("public_url"), "{}", page.body);
        let form = if address.ends_with("sign-in") { address } else { format!("{address}/password") };
        let said = desk.ask(request("POST", &form)).await;
        assert_eq!((said.status.as_u16(), said.code()), (403, "open".to_owned()), "{form}");
        let start = desk.ask(request("POST", &format!("{}/passkey/start", form.trim_end_matches("/password")))).await;
        assert_eq!((start.status.as_u16(), start.code()), (403, "open".to_owned()), "{form}");
    }
}

#[tokio::test]
async fn the_passkey_form_has_a_field_in_which_the_browser_offers_one() {
    let desk = Lobby::open();
    let page = desk.get("/desk/sign-in", "").await.body;
    let form = page.split("<form data-passkey").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(form.contains("autocomplete=\"username webauthn\"") && form.contains("<label for=\"passkey\">"), "{form}");
}

#[tokio::test]
async fn the_page_for_signing_out_names_the_account_whose_texts_this_computer_may_keep() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let (_, cookie) = desk.enrol(&account).await;
    let page = desk.get("/desk/sign-out", &cookie).await.body;
    assert!(page.contains(&format!("data-kept-texts data-account=\"{account}\"")), "{page}");
    assert!(!desk.get("/desk/sign-out", "").await.body.contains("data-kept-texts"));
    assert!(desk.get("/desk/me", &cookie).await.body.contains("href=\"/desk/tokens\""));
}

#[tokio::test]
async fn where_passkeys_cannot_be_had_the_pages_say_so() {
    let desk = Lobby::at("http://127.0.0.1:8080/");
    let account = desk.add(1, "a.reed");
    let page = desk.get(&format!("/desk/enrol/{}", desk.link(&account)), "").await;
    assert!(page.body.contains("Passkeys need a host name") && !page.body.contains("data-passkey"));
    let start = desk.post("/desk/sign-in/passkey/start", "", &[]).await;
    assert_eq!((start.status.as_u16(), start.code()), (422, "passkeys-number".to_owned()));
}

#[tokio::test]
async fn passkey_ceremonies_begin_with_what_browsers_want() {
    let desk = Lobby::open();
    let account = desk.add(1, "a.reed");
    let start = desk.post("/desk/sign-in/passkey/start", "", &[]).await;
    let options: serde_json::Value = serde_json::from_str(&start.body).unwrap();
    assert_eq!(options["publicKey"]["rpId"], "desk.halvern.example");
    let token = desk.link(&account);
    let start = desk.post(&format!("/desk/enrol/{token}/passkey/start"), "", &[]).await;
    let options: serde_json::Value = serde_json::from_str(&start.body).unwrap();
    assert_eq!(options["publicKey"]["user"]["name"], "a.reed");
    let request = Request::post(format!("/desk/enrol/{token}/passkey/finish")).body(Body::from("{}")).unwrap();
    let said = desk.ask(request).await;
    assert_eq!((said.status.as_u16(), said.code()), (400, "unreadable".to_owned()));
    // The link is still good.
    assert_eq!(desk.get(&format!("/desk/enrol/{token}"), "").await.status, StatusCode::OK);
}

#[tokio::test]
async fn bodies_that_are_too_large_or_no_forms_are_refused_in_words() {
    let desk = Lobby::open();
    let long = "a".repeat(70_000);
    let said = desk.post("/desk/sign-in", "", &[("name", &long)]).await;
    assert_eq!((said.status.as_u16(), said.code()), (400, "unreadable".to_owned()));
    let request = Request::post("/desk/sign-in/passkey/finish").body(Body::from(long)).unwrap();
    let said = desk.ask(request).await;
    assert_eq!((said.status.as_u16(), said.code()), (400, "unreadable".to_owned()));
}
