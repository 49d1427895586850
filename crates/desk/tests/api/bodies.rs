//! What a request may carry, and that it is done once.

use domain::Digest;
use serde_json::{Value, json};
use store::Put;

use crate::sent::{BASE, TEXT, TITLE, code, content, send};
use crate::stage::{id, stage};

#[tokio::test]
async fn a_body_that_cannot_be_taken_is_refused_with_its_field() {
    let stage = stage();
    let draft = format!("/drafts/{}/en", id(9));
    let put = |body: &Value| send(&stage, "PUT", &draft).json(body).header("if-none-match", "*");
    let mut unknown = content(TITLE, TEXT);
    unknown["headline"] = json!("no such field");
    let mut deep = content(TITLE, TEXT);
    deep["occasion"] = json!({ "placee": "Port Selby" });
    let mut twice = content(TITLE, TEXT);
    twice["document"] = json!({ "nodes": [] });
    let long = content(&"a".repeat(5_000), TEXT);
    for (body, field) in [
        (&unknown, "headline"),
        (&deep, "placee"),
        (&twice, "markdown"),
        (&json!({ "title": TITLE, "kind": "statement" }), "document"),
        (&json!({ "kind": "statement", "markdown": TEXT }), "title"),
        (&long, "title"),
    ] {
        let refused = put(body).by("author").await.expect(422);
        code(&refused);
        assert_eq!(refused.json()["field"], field, "{}", refused.text);
    }
    let asked = send(&stage, "GET", "/messages?lang=en&wrods=harbour").by("author").await.expect(422);
    assert_eq!(asked.json()["field"], "wrods");
    let kind = send(&stage, "PUT", &draft).bytes("text/plain", b"{}").header("if-none-match", "*");
    assert_eq!(code(&kind.by("author").await.expect(415)), "media-type");
    assert!(send(&stage, "GET", "/drafts").by("author").await.json()["drafts"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_and_nothing_of_it_is_used() {
    let stage = stage();
    let why = json!({ "reason": "a".repeat(3 << 20) });
    let path = format!("/editions/{}/en/withdrawal", id(9));
    let large = send(&stage, "POST", &path).json(&why).by("publisher").await.expect(413);
    assert_eq!(code(&large), "too-large");
    let long = json!({ "reason": "a".repeat(5_000) });
    let long = send(&stage, "POST", &path).json(&long).by("publisher").await.expect(422);
    assert_eq!(long.json()["field"], "reason");
    let none = send(&stage, "POST", "/messages").json(&json!({ "title": TITLE })).by("author").await.expect(422);
    assert_eq!(none.json()["field"], "body");
}

#[tokio::test]
async fn a_key_stands_for_one_request() {
    let stage = stage();
    let begin = |key: &str| send(&stage, "POST", "/messages").header("idempotency-key", key.to_owned());
    let first = begin("k1").by("author").await.expect(200);
    assert_eq!(begin("\"k1\"").by("author").await.expect(200).text, first.text);
    assert_ne!(begin("k2").by("author").await.expect(200).text, first.text);
    assert_ne!(begin("k1").by("editor").await.expect(200).text, first.text, "keys are each account's own");
    let other = send(&stage, "POST", "/paste").json(&json!({ "text": TEXT })).header("idempotency-key", "k1");
    assert_eq!(code(&other.by("author").await.expect(422)), "idempotency-key-reused");
    assert_eq!(code(&begin(&"k".repeat(300)).by("author").await.expect(400)), "idempotency-key");

    // As it stands while the same request is worked on elsewhere.
    let asked = Digest::of(format!("POST {BASE}/messages\n\n\n").as_bytes()).to_string();
    let value = json!({ "asked": asked, "answer": null }).to_string();
    let key = format!("{}/{}", stage.account("author"), Digest::of(b"k3"));
    let now_us = stage.desk.now().as_microsecond();
    let put = Put { room: "idempotency", key: &key, base: Some(0), value: value.as_bytes(), now_us, expires_us: None };
    stage.desk.records().put(&put).unwrap();
    assert_eq!(code(&begin("k3").by("author").await.expect(409)), "idempotency-key-in-use");

    stage.set("2020-09-23T12:00:01Z");
    assert_ne!(begin("k1").by("author").await.expect(200).text, first.text, "a day later the key is free");
}

#[tokio::test]
async fn a_refusal_is_not_kept_so_the_same_key_may_try_again() {
    let stage = stage();
    let submission = stage.submission("author", &id(9), "en", TITLE, TEXT).to_string();
    let release = json!({ "items": [{ "message": id(9), "lang": "en", "submission": submission }] });
    let wish = || send(&stage, "POST", "/releases").json(&release).header("idempotency-key", "r");
    assert_eq!(code(&wish().by("publisher").await.expect(422)), "not-approved");
    let approval = format!("/submissions/{}/en/approval", id(9));
    send(&stage, "POST", &approval).json(&json!({ "submission": submission })).by("editor").await.expect(200);
    wish().by("publisher").await.expect(200);
}
