//! Who is let in, and who may do what.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use domain::{Command, Digest};
use serde_json::{Value, json};

use crate::sent::{BASE, TEXT, TITLE, code, content, head, send, token};
use crate::stage::{id, stage};

#[tokio::test]
async fn nobody_is_let_in_without_a_token_that_works() {
    let stage = stage();
    let out = send(&stage, "GET", "/drafts").out().await.expect(401);
    assert_eq!((code(&out).as_str(), out.header("www-authenticate")), ("signed-out", "Bearer"));
    let basic = send(&stage, "GET", "/drafts").header("authorization", "Basic YTpi").out().await.expect(401);
    assert_eq!(code(&basic), "token-unknown");
    let secret = token(&stage, "author", "author").await;
    send(&stage, "GET", "/drafts").with(&secret).await.expect(200);

    // Wrong ones are counted; the right one works all the same.
    let wrong = format!("chy_{}", "A".repeat(43));
    let mut last = send(&stage, "GET", "/drafts").with(&wrong).await;
    for _ in 0..25 {
        last = send(&stage, "GET", "/drafts").with(&wrong).await;
    }
    assert_eq!(last.expect(429).header("retry-after"), "30");
    send(&stage, "GET", "/drafts").with(&secret).await.expect(200);

    // A token ends with its owner.
    let owner = stage.account("author");
    let reason = "left the mission".to_owned();
    stage.order(Command::DisableAccount { account: owner, reason });
    let ended = send(&stage, "GET", "/drafts").with(&secret).await.expect(401);
    assert_eq!(code(&ended), "no-account");
    assert!(ended.header("www-authenticate").contains("invalid_token"));
}

#[tokio::test]
async fn a_token_has_no_more_rights_and_no_longer_life_than_its_maker() {
    let stage = stage();
    let wish = |role: &str| json!({ "name": "import", "days": 30, "grants": [{ "role": role }] });
    let more = send(&stage, "POST", "/tokens").json(&wish("publisher")).by("author").await.expect(403);
    assert_eq!(code(&more), "more-than-owner");
    let first = json!({ "name": "first", "days": 1, "grants": [{ "role": "author" }] });
    let first = send(&stage, "POST", "/tokens").json(&first).by("author").await.expect(201).json();
    let secret = first["secret"].as_str().unwrap();
    let second = send(&stage, "POST", "/tokens").json(&wish("author")).with(secret).await.expect(201).json();
    assert_eq!(second["token"]["expires"], first["token"]["expires"]);
    stage.clock.set(testkit::time("2020-09-23T12:00:00Z"));
    let over = second["secret"].as_str().unwrap();
    assert_eq!(code(&send(&stage, "GET", "/me").with(over).await.expect(401)), "no-account");
}

#[tokio::test]
async fn a_withdrawn_token_does_nothing_any_more_and_its_secret_is_shown_once() {
    let stage = stage();
    let body = json!({ "name": "newsletter", "days": 7, "grants": [{ "role": "author" }] });
    let wish = || send(&stage, "POST", "/tokens").json(&body).header("idempotency-key", "token-1");
    let first = wish().by("author").await.expect(201).json();
    let again = wish().by("author").await.expect(201).json();
    let secret = first["secret"].as_str().unwrap();
    assert_eq!((&again["token"], again.get("secret")), (&first["token"], None));
    let now_us = stage.desk.now().as_microsecond();
    for record in stage.desk.records().records("idempotency", "", now_us).unwrap() {
        assert!(!String::from_utf8_lossy(&record.value).contains(secret));
    }
    let path = format!("/tokens/{}", first["token"]["account"].as_str().unwrap());
    assert_eq!(send(&stage, "DELETE", &path).by("editor").await.status, 404, "whose it is concerns nobody else");
    send(&stage, "DELETE", &path).by("author").await.expect(204);
    send(&stage, "GET", "/me").with(secret).await.expect(401);
}

/// Who may, for each thing that can be wished; everybody else is refused with 403. Nothing of it is there, so whoever may
/// is told so and nothing is done.
fn wishes() -> Vec<(&'static str, String, Option<Value>, &'static [&'static str])> {
    const WRITERS: &[&str] = &["author", "editor", "second", "publisher", "en-publisher"];
    const APPROVERS: &[&str] = &["editor", "second", "publisher", "en-publisher"];
    const RELEASERS: &[&str] = &["publisher", "en-publisher"];
    const ADMINISTRATORS: &[&str] = &["administrator"];
    let (none, nobody) = (id(77), domain::AccountId::from_bits([9; 10]));
    let digest = Digest::of(b"nothing").to_string();
    let submission = Some(json!({ "submission": digest }));
    let identity = serde_json::to_value(testkit::sample_identity()).unwrap();
    let item = json!([{ "message": none, "lang": "en", "submission": digest }]);
    vec![
        ("POST", format!("/drafts/{none}/en/submission"), Some(json!({ "revision": 3 })), WRITERS),
        ("POST", format!("/submissions/{none}/en/approval"), submission, APPROVERS),
        (
            "POST",
            format!("/submissions/{none}/en/return"),
            Some(json!({ "submission": digest, "reason": "no" })),
            APPROVERS,
        ),
        ("POST", "/releases".to_owned(), Some(json!({ "items": item })), RELEASERS),
        (
            "PATCH",
            format!("/releases/{none}/en/1"),
            Some(json!({ "at": "2021-01-01T00:00:00Z", "reason": "x" })),
            RELEASERS,
        ),
        ("DELETE", format!("/releases/{none}/en/1?reason=x"), None, RELEASERS),
        ("POST", format!("/editions/{none}/en/withdrawal"), Some(json!({ "reason": "x" })), RELEASERS),
        ("POST", format!("/editions/{none}/en/restoration"), Some(json!({ "note": "x" })), RELEASERS),
        ("POST", format!("/editions/{none}/en/erasure"), Some(json!({ "ground": "x" })), ADMINISTRATORS),
        ("POST", format!("/versions/{none}/en/1/review"), Some(json!({ "note": "x" })), APPROVERS),
        (
            "PUT",
            "/fixtures/contact/visa".to_owned(),
            Some(json!({ "part": { "label": { "en": "Visas" } } })),
            &["publisher"],
        ),
        ("PUT", "/fixtures/topic/trade".to_owned(), Some(json!({ "part": { "name": { "en": "Trade" } } })), APPROVERS),
        ("PUT", "/fixtures/identity".to_owned(), Some(json!({ "part": identity })), ADMINISTRATORS),
        ("GET", "/accounts".to_owned(), None, ADMINISTRATORS),
        ("PUT", format!("/accounts/{nobody}"), Some(json!({})), ADMINISTRATORS),
        ("DELETE", format!("/accounts/{nobody}?reason=x"), None, ADMINISTRATORS),
        ("POST", format!("/accounts/{nobody}/enrolment"), None, ADMINISTRATORS),
        ("GET", "/journal".to_owned(), None, ADMINISTRATORS),
    ]
}

const EVERYBODY: [&str; 9] = [
    "author",
    "translator",
    "editor",
    "second",
    "publisher",
    "administrator",
    "ru-author",
    "ru-translator",
    "en-publisher",
];

#[tokio::test]
async fn every_role_may_what_the_table_says_and_nothing_else() {
    let stage = stage();
    for (method, path, body, may) in wishes() {
        for who in EVERYBODY {
            let sent = send(&stage, method, &path);
            let sent = if let Some(body) = &body { sent.json(body) } else { sent };
            let reply = sent.by(who).await;
            assert!(reply.status < 500, "{method} {path} {who}: {}", reply.text);
            assert_eq!(
                reply.status != 403,
                may.contains(&who),
                "{method} {path} {who}: {} {}",
                reply.status,
                reply.text
            );
        }
    }
    let written = format!("/drafts/{}/en", id(78));
    for who in EVERYBODY {
        let reply =
            send(&stage, "PUT", &written).json(&content(TITLE, TEXT)).header("if-none-match", "*").by(who).await;
        let may = ["author", "editor", "second", "publisher", "en-publisher"].contains(&who);
        let wanted = match who {
            "author" => 201,
            _ if may => 412,
            _ => 403,
        };
        assert_eq!(reply.status, wanted, "{who}: {}", reply.text);
    }
    // A translator writes where the message exists in another language.
    let translated = format!("/drafts/{}/ru", id(78));
    let put = send(&stage, "PUT", &translated).json(&content(TITLE, TEXT)).header("if-none-match", "*");
    put.by("ru-translator").await.expect(201);
    let reads =
        ["/drafts", "/submissions", "/messages", "/calendar", "/matrix", "/media", "/fixtures", "/tokens", "/me"];
    let before = head(&stage);
    for path in reads {
        for who in EVERYBODY {
            let reply = send(&stage, "GET", path).by(who).await.expect(200);
            assert_eq!(reply.header("cache-control"), "no-store");
        }
    }
    assert_eq!(head(&stage), before, "what is only read changes nothing");
}

#[tokio::test]
async fn a_page_of_another_site_cannot_use_somebodys_session() {
    let stage = stage();
    let cookie = stage.request("author", "POST", "/").body(Body::empty()).unwrap().headers()["cookie"].clone();
    let request = Request::builder()
        .method("POST")
        .uri(format!("{BASE}/messages"))
        .header("host", "desk.aurelia.example")
        .header("origin", "https://elsewhere.example")
        .header("sec-fetch-site", "cross-site")
        .header("cookie", cookie)
        .extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 9], 40_000))));
    assert_eq!(stage.send(request.body(Body::empty()).unwrap()).await.status, 403);
}
