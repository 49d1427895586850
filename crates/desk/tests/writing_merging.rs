//! Merging where what both texts were made from is not kept, and where several texts wait.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod stage;

use serde_json::{Value, json};
use stage::{Stage, id, lang, plain, stage};

/// The address of an edition's page.
fn at(number: u8, tag: &str) -> String {
    format!("/desk/write/{}/{tag}", id(number))
}

fn saved(stage: &Stage, number: u8, tag: &str) -> newsroom::Draft {
    stage.desk.newsroom.draft(&stage.desk.site, &id(number), &lang(tag)).unwrap().unwrap()
}

/// What the editor sends: fields, and a text of one paragraph.
fn sent(base: u64, fields: &Value, text: &str) -> Value {
    let node = json!({ "block": { "body": { "paragraph": { "spans": [{ "text": text }] } }, "id": "" } });
    json!({ "base": base, "fields": fields, "document": { "format": 1, "nodes": [node] } })
}

#[tokio::test]
async fn without_the_text_that_both_were_made_from_every_field_that_differs_is_asked_about() {
    let stage = stage();
    stage.release(&id(1), "en", "Statement on the harbour fees", "The fees fall.", None);
    let fields = [("base", "0"), ("title", "Statement on the new fees"), ("place", "Port Selby")];
    stage.post("editor", &format!("{}/save", at(1, "en")), &fields).await.expect(303);
    let mine = sent(0, &json!({ "title": "Statement on the harbour fees" }), "The fees fell.");
    // A program that does not say what it opened.
    stage.post_json("author", &format!("{}/save", at(1, "en")), &mine).await.expect(409);
    let page = stage.get("author", &format!("{}/merge", at(1, "en"))).await.expect(200);
    assert!(page.text.contains("name=\"f-title\""), "their title is not taken back unasked: {}", page.text);
    let settle = format!("{}/merge/settle", at(1, "en"));
    stage.post("author", &settle, &[("theirs", "1")]).await.expect(422);
    let choices: Vec<(String, &str)> = ["title", "place"]
        .iter()
        .map(|name| format!("f-{name}"))
        .filter(|name| page.text.contains(name))
        .map(|name| (name, "theirs"))
        .chain([("theirs".to_owned(), "1")])
        .collect();
    let choices: Vec<(&str, &str)> = choices.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    stage.post("author", &settle, &choices).await.expect(303);
    let merged = saved(&stage, 1, "en").content;
    assert_eq!(merged.title, "Statement on the new fees");
    assert!(merged.document.plain_text().contains("The fees fell."));
}

#[tokio::test]
async fn two_who_opened_the_same_version_are_merged_on_top_of_it() {
    let stage = stage();
    stage.release(&id(1), "en", "Statement on the harbour fees", "The fees fall.", None);
    let opened = stage.get("author", &at(1, "en")).await.expect(200).field("opened").unwrap();
    assert_eq!(opened, "0/1");
    let fields = [("base", "0"), ("opened", opened.as_str()), ("title", "Statement on the new fees")];
    stage.post("editor", &format!("{}/save", at(1, "en")), &fields).await.expect(303);
    let fields = json!({ "title": "Statement on the harbour fees", "place": "Port Selby", "opened": opened });
    let mine = sent(0, &fields, "The fees fell.");
    stage.post_json("author", &format!("{}/save", at(1, "en")), &mine).await.expect(409);
    let page = stage.get("author", &format!("{}/merge", at(1, "en"))).await.expect(200);
    assert!(!page.text.contains("name=\"f-title\""), "only one side changed it: {}", page.text);
    let settle = format!("{}/merge/settle", at(1, "en"));
    stage.post("author", &settle, &[("theirs", "1")]).await.expect(303);
    let merged = saved(&stage, 1, "en").content;
    assert_eq!(merged.title, "Statement on the new fees");
    assert_eq!(merged.occasion.place.as_deref(), Some("Port Selby"));
    let page = stage.get("author", &at(1, "en")).await.expect(200);
    assert_eq!(page.field("opened"), None, "what is saved has a revision of its own");

    // What was opened is believed for the revision that was opened and for no other.
    stage.release(&id(2), "en", "Statement on the ferry", "It sails.", None);
    let fields = [("base", "0"), ("title", "Statement on the new ferry")];
    stage.post("editor", &format!("{}/save", at(2, "en")), &fields).await.expect(303);
    let mine = sent(0, &json!({ "title": "Statement on the ferry", "opened": "7/1" }), "It sailed.");
    stage.post_json("author", &format!("{}/save", at(2, "en")), &mine).await.expect(409);
    let page = stage.get("author", &format!("{}/merge", at(2, "en"))).await.expect(200);
    assert!(page.text.contains("name=\"f-title\""), "{}", page.text);
}

#[tokio::test]
async fn a_second_text_that_waits_leaves_the_first_alone_and_each_is_settled_by_itself() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement", "First words.");
    stage.draft("editor", &id(1), "en", "Statement", "First words of theirs.");
    let save = format!("{}/save", at(1, "en"));
    let fields = json!({ "title": "Statement" });
    stage.post_json("author", &save, &sent(1, &fields, "Words of one window.")).await.expect(409);
    stage.set("2020-09-22T12:01:00Z");
    stage.post_json("author", &save, &sent(1, &fields, "Words of another window.")).await.expect(409);
    stage.post_json("author", &save, &sent(1, &fields, "Words of another window.")).await.expect(409);

    let merge = format!("{}/merge", at(1, "en"));
    let page = stage.get("author", &merge).await.expect(200);
    assert!(page.text.contains("Words of another window."), "the newest is shown first: {}", page.text);
    assert_eq!(plain(&page.text).matches("/merge?mine=").count(), 2, "the same text waits once: {}", page.text);
    let newest = page.field("mine").unwrap();
    assert_eq!(newest.len(), 16);
    let listed = plain(&page.text);
    let mut ids = listed.split("/merge?mine=").skip(1).map(|rest| &rest[..16]);
    let older = ids.find(|id| *id != newest).unwrap().to_owned();
    let shown = stage.get("author", &format!("{merge}?mine={older}")).await.expect(200);
    assert!(shown.text.contains("Words of one window.") && shown.field("mine").as_deref() == Some(older.as_str()));

    // Choices that do not say for which text they are settle none.
    let settle = format!("{merge}/settle");
    let next = stage.post("author", &settle, &[("theirs", "2")]).await.expect(303);
    assert_eq!(next.location(), merge);
    assert_eq!(saved(&stage, 1, "en").revision, 2);
    let page = stage.post("author", &settle, &[("theirs", "2"), ("mine", &newest)]).await;
    let choices = [("theirs", "2"), ("mine", newest.as_str()), ("c-0", "mine"), ("c-1", "mine")];
    let next = if page.status == 303 { page } else { stage.post("author", &settle, &choices).await.expect(303) };
    assert!(next.location().ends_with("?done=merged"));
    assert!(saved(&stage, 1, "en").content.document.plain_text().contains("Words of another window."));
    let page = stage.get("author", &merge).await.expect(200);
    assert!(page.text.contains("Words of one window.") && page.field("mine").as_deref() == Some(older.as_str()));
    stage.post("author", &format!("{merge}/forget"), &[("mine", &newest)]).await.expect(303);
    stage.get("author", &merge).await.expect(200);
    stage.post("author", &format!("{merge}/forget"), &[("mine", &older)]).await.expect(303);
    stage.get("author", &merge).await.expect(303);
}

#[tokio::test]
async fn texts_that_wait_are_never_thrown_away_for_a_further_one() {
    let stage = stage();
    stage.draft("editor", &id(1), "en", "Statement", "Their words.");
    let save = format!("{}/save", at(1, "en"));
    for number in 0..8 {
        let mine = sent(0, &json!({ "title": "Statement" }), &format!("Words of window {number}."));
        stage.post_json("author", &save, &mine).await.expect(409);
    }
    let mine = sent(0, &json!({ "title": "Statement" }), "Words of one more window.");
    let refused = stage.post_json("author", &save, &mine).await.expect(422).json();
    assert!(refused["detail"].as_str().unwrap().contains("8 texts of yours wait"), "{refused}");
    let fields = [("base", "0"), ("title", "Statement"), ("text", "Words of a form.")];
    let page = stage.post("author", &save, &fields).await.expect(422);
    assert_eq!(page.field("text").as_deref(), Some("Words of a form."), "nothing typed is lost");
    let page = stage.get("author", &format!("{}/merge", at(1, "en"))).await.expect(200);
    assert_eq!(plain(&page.text).matches("/merge?mine=").count(), 8);
}
