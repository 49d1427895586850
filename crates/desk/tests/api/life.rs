//! Texts on their way: saved, submitted, approved, released, corrected, withdrawn, erased.

use serde_json::{Value, json};
use store::Put;

use crate::sent::{BASE, TEXT, TITLE, code, content, head, send, token};
use crate::stage::{Stage, id, stage};

#[tokio::test]
async fn a_message_lives_its_whole_life_through_tokens() {
    let stage = stage();
    let author = token(&stage, "author", "author").await;
    let editor = token(&stage, "editor", "editor").await;
    let publisher = token(&stage, "publisher", "publisher").await;
    let begun = send(&stage, "POST", "/messages").with(&author).await.expect(200).json();
    let message = begun["message"].as_str().unwrap().to_owned();

    let draft = format!("/drafts/{message}/en");
    let saved = send(&stage, "PUT", &draft).json(&content(TITLE, TEXT)).header("if-none-match", "*");
    let saved = saved.with(&author).await.expect(201);
    assert_eq!(saved.header("etag"), "\"1\"");
    assert_eq!(saved.location(), format!("{BASE}{draft}"));
    assert_eq!(saved.header("cache-control"), "no-store");
    let read = send(&stage, "GET", &draft).with(&editor).await.expect(200).json();
    assert_eq!(read["content"]["title"], TITLE);
    assert_eq!(read["draft"]["revision"], 1);

    let path = format!("{draft}/submission");
    let submitted = send(&stage, "POST", &path).json(&json!({ "revision": 1 })).with(&author).await.expect(200).json();
    let submission = submitted["submission"].as_str().unwrap().to_owned();
    let waiting = send(&stage, "GET", "/submissions").with(&editor).await.expect(200).json();
    assert_eq!(waiting["submissions"][0]["submission"], submission);

    // The writer's own token is not a second pair of eyes.
    let approval = format!("/submissions/{message}/en/approval");
    let approve = json!({ "submission": submission });
    let refused = send(&stage, "POST", &approval).json(&approve).with(&author).await.expect(403);
    assert_eq!(code(&refused), "not-allowed");
    send(&stage, "POST", &approval).json(&approve).with(&editor).await.expect(200);

    let release = json!({ "items": [{ "message": message, "lang": "en", "submission": submission }] });
    let before = head(&stage);
    let wish = || send(&stage, "POST", "/releases").json(&release).header("idempotency-key", "\"release-1\"");
    let released = wish().with(&publisher).await.expect(200);
    let again = wish().with(&publisher).await.expect(200);
    assert_eq!((released.header("idempotent-replayed"), again.header("idempotent-replayed")), ("", "true"));
    assert_eq!(released.text, again.text);
    assert_eq!(head(&stage), before + 1, "one release is one fact");
    let address = format!("/en/{}", released.json()["facts"][0]["address"].as_str().unwrap());
    assert_eq!(stage.public(&address).0, 200);

    correct(&stage, &message, (&author, &editor, &publisher)).await;
    assert!(stage.public(&address).1.contains("Tuesday"));

    let withdrawal = format!("/editions/{message}/en/withdrawal");
    let why = json!({ "reason": "It was released by mistake." });
    send(&stage, "POST", &withdrawal).json(&why).with(&publisher).await.expect(200);
    assert_eq!(stage.public(&address).0, 410);
    let twice = send(&stage, "POST", &withdrawal).json(&why).with(&publisher).await.expect(422);
    assert_eq!(code(&twice), "not-public");
    let told = send(&stage, "GET", &format!("/messages/{message}")).with(&author).await.expect(200).json();
    assert_eq!(told["editions"][0]["stage"], "withdrawn");
    assert_eq!(told["editions"][0]["facts"]["versions"].as_array().unwrap().len(), 2);
}

/// Corrects the released statement by a new version.
async fn correct(stage: &Stage, message: &str, (author, editor, publisher): (&str, &str, &str)) {
    stage.clock.set(testkit::time("2020-09-22T12:10:00Z"));
    let draft = format!("/drafts/{message}/en");
    let opened = send(stage, "GET", &format!("{draft}?text=markdown")).with(author).await.expect(200);
    let told = opened.json()["draft"].clone();
    assert_eq!((&told["saved"], &told["base"]), (&json!(false), &json!(1)));
    let mut body = opened.json()["content"].clone();
    body["markdown"] = json!(body["markdown"].as_str().unwrap().replace("Monday", "Tuesday"));
    body["note"] = json!("The day was corrected.");
    let seen = opened.header("etag");
    let saved = send(stage, "PUT", &draft).json(&body).header("if-match", seen).with(author).await.expect(201).json();
    let path = format!("{draft}/submission");
    let revision = json!({ "revision": saved["revision"] });
    let submitted = send(stage, "POST", &path).json(&revision).with(author).await.expect(200).json();
    let submission = &submitted["submission"];
    assert_eq!(submitted["facts"][0]["submission"]["class"], "substantive");
    let approval = format!("/submissions/{message}/en/approval");
    send(stage, "POST", &approval).json(&json!({ "submission": submission })).with(editor).await.expect(200);
    let release = json!({ "items": [{ "message": message, "lang": "en", "submission": submission }] });
    send(stage, "POST", "/releases").json(&release).with(publisher).await.expect(200);
}

#[tokio::test]
async fn a_save_names_what_it_is_based_on_and_overwrites_nothing() {
    let stage = stage();
    let draft = format!("/drafts/{}/en", id(9));
    let put = || send(&stage, "PUT", &draft).json(&content(TITLE, TEXT));
    assert_eq!(code(&put().by("author").await.expect(428)), "precondition-required");
    assert_eq!(code(&put().header("if-match", "three").by("author").await.expect(400)), "precondition");
    put().header("if-none-match", "*").by("author").await.expect(201);
    let theirs = content("Another title of the same statement", TEXT);
    send(&stage, "PUT", &draft).json(&theirs).header("if-match", "\"1\"").by("editor").await.expect(200);
    for (name, value) in [("if-match", "\"1\""), ("if-none-match", "*")] {
        let stale = put().header(name, value).by("author").await.expect(412);
        assert_eq!(code(&stale), "draft-changed");
        assert_eq!(stale.json()["revision"], 2);
    }
    let kept = send(&stage, "GET", &draft).by("author").await.expect(200).json();
    assert_eq!(kept["content"]["title"], "Another title of the same statement");
    let early = send(&stage, "POST", &format!("{draft}/submission")).json(&json!({ "revision": 1 }));
    let early = early.by("author").await.expect(409);
    assert_eq!((code(&early).as_str(), &early.json()["revision"]), ("conflict", &json!(2)));
    assert_eq!(send(&stage, "DELETE", &draft).header("if-match", "\"1\"").by("author").await.status, 412);
    send(&stage, "DELETE", &draft).header("if-match", "\"2\"").by("author").await.expect(204);
    // An editor that is still open on the old draft is told, and a new one begins from nothing.
    assert_eq!(code(&put().header("if-match", "\"2\"").by("author").await.expect(412)), "draft-changed");
    put().header("if-none-match", "*").by("author").await.expect(201);
}

#[tokio::test]
async fn ids_of_paragraphs_stay_through_a_save_in_markdown() {
    let stage = stage();
    let draft = format!("/drafts/{}/en", id(9));
    send(&stage, "PUT", &draft).json(&content(TITLE, TEXT)).header("if-none-match", "*").by("author").await.expect(201);
    let before = send(&stage, "GET", &draft).by("author").await.json();
    let changed = TEXT.replace("Yes.", "Yes, all of it.");
    send(&stage, "PUT", &draft)
        .json(&content(TITLE, &changed))
        .header("if-match", "\"1\"")
        .by("author")
        .await
        .expect(200);
    let after = send(&stage, "GET", &draft).by("author").await.json();
    let nodes = |draft: &Value| draft["content"]["document"]["nodes"].clone();
    assert_eq!(nodes(&before)[0], nodes(&after)[0]);
    assert_eq!(nodes(&before)[1]["id"], nodes(&after)[1]["id"]);
    assert_ne!(nodes(&before)[2], nodes(&after)[2]);
}

#[tokio::test]
async fn a_release_is_planned_on_the_home_clock_moved_and_called_off() {
    let stage = stage();
    let submission = stage.submission("author", &id(9), "en", TITLE, TEXT).to_string();
    let wish = |local: Value| {
        let items = json!([{ "message": id(9), "lang": "en", "submission": submission }]);
        json!({ "items": items, "local": local, "bypass": "The minister speaks now." })
    };
    // London puts its clock back at 02:00 on 25 October 2020.
    let twice = json!({ "date": "2020-10-25", "time": "01:30" });
    let refused = send(&stage, "POST", "/releases").json(&wish(twice)).by("publisher").await.expect(422);
    assert_eq!(code(&refused), "local-time-twice");
    assert_eq!(refused.json()["options"][1], json!({ "choice": "second", "at": "2020-10-25T01:30:00Z" }));
    let chosen = json!({ "date": "2020-10-25", "time": "01:30", "choice": "second" });
    let planned = send(&stage, "POST", "/releases").json(&wish(chosen)).by("publisher").await.expect(200).json();
    assert_eq!(planned["facts"][0]["release"], "2020-10-25T01:30:00Z");
    let owed = send(&stage, "GET", "/submissions").by("editor").await.json();
    assert_eq!(owed["owed"][0]["number"], 1);

    let one = format!("/releases/{}/en/1", id(9));
    let silent = json!({ "at": "2020-10-26T09:00:00Z", "reason": " " });
    assert_eq!(code(&send(&stage, "PATCH", &one).json(&silent).by("publisher").await.expect(422)), "reason-missing");
    let moved = json!({ "at": "2020-10-26T09:00:00Z", "reason": "The talks were put off." });
    send(&stage, "PATCH", &one).json(&moved).by("publisher").await.expect(200);
    let calendar = send(&stage, "GET", "/calendar").by("author").await.expect(200).json();
    assert_eq!(calendar["releases"][0]["release"], "2020-10-26T09:00:00Z");
    assert_eq!(calendar["releases"][0]["planned"], true);
    send(&stage, "DELETE", &format!("{one}?reason=The+talks+failed.")).by("publisher").await.expect(200);
    let calendar = send(&stage, "GET", "/calendar").by("author").await.expect(200).json();
    assert!(calendar["releases"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn several_editions_are_released_by_one_fact_and_move_together() {
    let stage = stage();
    let submissions: Vec<Value> = ["en", "ru"]
        .into_iter()
        .map(|lang| {
            let submission = stage.submission("author", &id(9), lang, TITLE, TEXT);
            json!({ "message": id(9), "lang": lang, "submission": submission.to_string() })
        })
        .collect();
    for item in &submissions {
        let approval = format!("/submissions/{}/{}/approval", id(9), item["lang"].as_str().unwrap());
        let approve = json!({ "submission": item["submission"] });
        send(&stage, "POST", &approval).json(&approve).by("editor").await.expect(200);
    }
    let wish = json!({ "items": submissions, "at": "2020-09-23T09:00:00Z", "title": "Harbour" });
    let released = send(&stage, "POST", "/releases").json(&wish).by("publisher").await.expect(200).json();
    let facts = released["facts"].as_array().unwrap();
    let bundle = facts.iter().find(|fact| fact["fact"] == "BundleReleased").unwrap()["bundle"].as_str().unwrap();
    let path = format!("/bundles/{bundle}");
    let moved = json!({ "at": "2020-09-23T10:00:00Z", "reason": "The minister is late." });
    send(&stage, "PATCH", &path).json(&moved).by("publisher").await.expect(200);
    let read = send(&stage, "GET", &path).by("author").await.expect(200).json();
    assert_eq!((&read["title"], &read["release"]), (&json!("Harbour"), &json!("2020-09-23T10:00:00Z")));
    assert_eq!(read["members"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_erased_text_is_nowhere_not_even_in_the_comments_on_it() {
    let stage = stage();
    stage.release(&id(9), "en", TITLE, TEXT, None);
    let key = format!("{}/{}/en/0123456789abcdef", stage.desk.site, id(9));
    let now_us = stage.desk.now().as_microsecond();
    let put = Put { room: "comment", key: &key, base: Some(0), value: b"{}", now_us, expires_us: None };
    stage.desk.records().put(&put).unwrap();
    let body = json!({ "ground": "A court ordered it.", "by_law": true });
    let path = format!("/editions/{}/en/erasure", id(9));
    send(&stage, "POST", &path).json(&body).by("administrator").await.expect(200);
    assert!(stage.desk.records().record("comment", &key, now_us).unwrap().is_none());
    let told = send(&stage, "GET", &format!("/messages/{}", id(9))).by("author").await.expect(200);
    assert_eq!(told.json()["editions"][0]["stage"], "erased");
    assert!(!told.text.contains("harbour works"), "{}", told.text);
}
