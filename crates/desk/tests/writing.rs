//! The rooms of writing, through the router as a browser meets them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod stage;

use std::io::Write as _;

use document::{Document, Node};
use newsroom::Content;
use serde_json::{Value, json};
use stage::{Stage, id, lang, plain, stage};

/// The address of an edition's page.
fn at(number: u8, tag: &str) -> String {
    format!("/desk/write/{}/{tag}", id(number))
}

fn saved(stage: &Stage, number: u8, tag: &str) -> Option<newsroom::Draft> {
    stage.desk.newsroom.draft(&stage.desk.site, &id(number), &lang(tag)).unwrap()
}

fn ids(document: &Document) -> Vec<String> {
    document
        .nodes
        .iter()
        .flat_map(|node| match node {
            Node::Turn(turn) => {
                [turn.id.to_string()].into_iter().chain(turn.blocks.iter().map(|block| block.id.to_string())).collect()
            }
            Node::Block(block) => vec![block.id.to_string()],
        })
        .collect()
}

fn paragraph(text: &str, id: &str) -> Value {
    json!({ "block": { "body": { "paragraph": { "spans": [{ "text": text }] } }, "id": id } })
}

fn sent(base: u64, title: &str, nodes: &[Value]) -> Value {
    json!({ "base": base, "fields": { "title": title, "kind": "statement" }, "document": { "format": 1, "nodes": nodes } })
}

#[tokio::test]
async fn a_new_message_is_stored_with_its_first_save_and_not_before() {
    let stage = stage();
    let page = stage.get("author", "/desk/new").await.expect(200);
    assert!(page.text.contains("value=\"press-conference\"") && page.text.contains("value=\"ar\""), "{}", page.text);
    let next = stage.post("author", "/desk/new", &[("kind", "interview"), ("lang", "en")]).await.expect(303);
    assert!(next.location().starts_with("/desk/write/") && next.location().ends_with("/en?kind=interview"));
    let page = stage.get("author", next.location()).await.expect(200);
    assert!(page.text.contains("<option value=\"interview\" selected>"), "{}", page.text);
    assert_eq!(page.field("base").as_deref(), Some("0"));
    assert!(stage.desk.newsroom.drafts(&stage.desk.site).unwrap().is_empty());

    let api = next.location().split('?').next().unwrap().to_owned();
    let fields = [("base", "0"), ("title", "Interview on the ferry"), ("kind", "interview"), ("text", "Good morning.")];
    stage.post("author", &format!("{api}/save"), &fields).await.expect(303);
    assert_eq!(stage.desk.newsroom.drafts(&stage.desk.site).unwrap().len(), 1);
    let list = stage.get("editor", "/desk/messages/").await.expect(200);
    assert!(list.text.contains("Interview on the ferry") && list.text.contains("stage-draft"), "{}", list.text);
}

#[tokio::test]
async fn what_cannot_be_begun_is_said_beside_its_field() {
    let stage = stage();
    let page = stage.post("author", "/desk/new", &[("kind", "sermon"), ("lang", "xx")]).await.expect(422);
    assert!(page.text.contains("Kind: choose") && page.text.contains("Language: choose"), "{}", page.text);
    stage.post("ru-author", "/desk/new", &[("kind", "statement"), ("lang", "en")]).await.expect(403);
    let page = stage.get("ru-author", "/desk/new").await.expect(200);
    assert!(!page.text.contains("name=\"lang\" value=\"en\""), "only the languages one may write are offered");
    stage.get("administrator", "/desk/new").await.expect(403);
}

#[tokio::test]
async fn the_list_shows_stages_and_is_narrowed_by_language_and_words() {
    let stage = stage();
    stage.release(&id(1), "en", "Statement on the harbour fees", "The fees fall.", None);
    stage.release(&id(1), "ru", "Заявление о портовых сборах", "Сборы снижаются.", Some("2020-09-30T08:00:00Z"));
    stage.draft("author", &id(2), "en", "Remarks in Arvenna", "Good afternoon.");
    let list = stage.get("author", "/desk/messages/").await.expect(200).text;
    for piece in ["Statement on the harbour fees", "Заявление", "Remarks in Arvenna", "stage-public", "stage-scheduled"]
    {
        assert!(list.contains(piece), "{piece}: {list}");
    }
    let list = stage.get("author", "/desk/messages/?lang=ru").await.expect(200).text;
    assert!(list.contains("Заявление") && !list.contains("Remarks in Arvenna"));
    let list = stage.get("author", "/desk/messages/?words=harbour").await.expect(200).text;
    assert!(list.contains("harbour fees") && !list.contains("Заявление") && !list.contains("Remarks"));
    stage.get("author", "/desk/messages/?page=99999999999&lang=%00").await.expect(200);
}

#[tokio::test]
async fn without_scripts_a_text_comes_back_as_it_was_with_its_ids() {
    let stage = stage();
    let text = "First words.\n\nQuestion: When does it open?\n\nForeign Minister: It opens for everybody on Monday.\n\n- one\n- two\n";
    stage.draft("author", &id(1), "en", "Answers", text);
    let before = saved(&stage, 1, "en").unwrap();
    let page = stage.get("author", &at(1, "en")).await.expect(200);
    let shown = page.field("text").unwrap();
    assert!(shown.contains("Question: When does it open?"), "{shown}");

    let save = format!("{}/save", at(1, "en"));
    let fields = [("base", "1"), ("title", "Answers"), ("text", shown.as_str())];
    let next = stage.post("author", &save, &fields).await.expect(303);
    assert!(next.location().ends_with("?done=saved"));
    let same = saved(&stage, 1, "en").unwrap();
    assert_eq!(same.content.document, before.content.document);
    assert_eq!(same.revision, 1, "nothing changed, so nothing was saved");

    let changed = shown.replace("on Monday.", "on Tuesday.").replace("\n", "\r\n");
    let fields = [("base", "1"), ("title", "Answers"), ("text", changed.as_str())];
    stage.post("author", &save, &fields).await.expect(303);
    let after = saved(&stage, 1, "en").unwrap();
    assert_eq!(ids(&after.content.document), ids(&before.content.document));
    assert!(after.content.document.plain_text().contains("on Tuesday."));
}

#[tokio::test]
async fn marks_that_the_notation_cannot_say_survive_where_nothing_was_touched() {
    let stage = stage();
    let span = json!({ "text": "Bonjour", "lang": "fr", "marks": ["superscript"] });
    let node = json!({ "block": { "body": { "paragraph": { "spans": [span] } }, "id": "" } });
    let body = sent(0, "Greeting", &[node, paragraph("Second words.", "")]);
    stage.post_json("author", &format!("{}/save", at(1, "en")), &body).await.expect(200);
    let shown = stage.get("author", &at(1, "en")).await.expect(200).field("text").unwrap();
    let changed = shown.replace("Second words.", "Other words.");
    let fields = [("base", "1"), ("title", "Greeting"), ("text", changed.as_str())];
    stage.post("author", &format!("{}/save", at(1, "en")), &fields).await.expect(303);
    let after = String::from_utf8(saved(&stage, 1, "en").unwrap().content.document.canonical()).unwrap();
    assert!(
        after.contains("\"lang\":\"fr\"") && after.contains("superscript") && after.contains("Other words."),
        "{after}"
    );
}

#[tokio::test]
async fn the_editor_saves_and_is_told_minted_ids_checks_and_who_else_is_there() {
    let stage = stage();
    let save = format!("{}/save", at(1, "en"));
    let body = sent(0, "Statement of the Foreign Minster", &[paragraph("The the fees fall.", "")]);
    let answer = stage.post_json("author", &save, &body).await.expect(200).json();
    assert_eq!(answer["revision"], 1);
    assert_eq!(answer["saved_at"], "13:00:00", "words in home time");
    let minted = answer["document"]["nodes"][0]["block"]["id"].as_str().unwrap().to_owned();
    assert!(minted.starts_with("p-"));
    assert_eq!(answer["others"], json!([]));
    let checks = answer["checks"].as_array().unwrap();
    assert!(checks.iter().any(|check| check["message"].as_str().unwrap().contains("Foreign Minister")), "{checks:?}");
    assert!(checks.iter().any(|check| check["block"] == json!(minted)), "{checks:?}");

    let body = sent(1, "Statement", &[paragraph("The fees fall.", &minted)]);
    let answer = stage.post_json("editor", &save, &body).await.expect(200).json();
    assert!(answer.get("document").is_none(), "ids were kept, so nothing has to be taken over");
    assert_eq!(answer["others"][0]["name"], "Author of Port Selby");
    stage.set("2020-09-22T12:01:00Z");
    let body = sent(2, "Statement", &[paragraph("The fees fell.", &minted)]);
    let answer = stage.post_json("editor", &save, &body).await.expect(200).json();
    assert_eq!(answer["others"], json!([]), "who gives no sign of life is no longer there");
}

#[tokio::test]
async fn nothing_is_overwritten_when_two_write_one_text() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement", "First words.\n\nSecond words.\n\nThird words.");
    let base = saved(&stage, 1, "en").unwrap().content.document;
    let [one, two, three]: [String; 3] = ids(&base).try_into().unwrap();
    let save = format!("{}/save", at(1, "en"));
    let mine = [
        paragraph("First words.", &one),
        paragraph("Second words, mine.", &two),
        paragraph("Third words, mine.", &three),
    ];
    let theirs = [
        paragraph("First words, theirs.", &one),
        paragraph("Second words, theirs.", &two),
        paragraph("Third words.", &three),
    ];
    stage.post_json("editor", &save, &sent(1, "Statement", &theirs)).await.expect(200);
    let answer = stage.post_json("author", &save, &sent(1, "My statement", &mine)).await.expect(409).json();
    assert_eq!(answer, json!({ "revision": 2, "merge": format!("{}/merge", at(1, "en")) }));
    let there = saved(&stage, 1, "en").unwrap();
    assert_eq!(there.revision, 2);
    assert!(there.content.document.plain_text().contains("Second words, theirs."));

    let page = stage.get("author", &format!("{}/merge", at(1, "en"))).await.expect(200);
    assert!(page.text.contains("Editor of Port Selby changed this text"), "{}", page.text);
    assert!(page.text.contains("name=\"c-0\"") && !page.text.contains("name=\"c-1\""), "{}", page.text);
    assert!(!page.text.contains("name=\"f-title\""), "the title was changed by one side only");
    let settle = format!("{}/merge/settle", at(1, "en"));
    let refused = stage.post("author", &settle, &[("theirs", "2")]).await.expect(422);
    assert!(refused.text.contains("Choose for every passage"));
    stage.post("author", &settle, &[("theirs", "1"), ("c-0", "mine")]).await.expect(409);
    let next = stage.post("author", &settle, &[("theirs", "2"), ("c-0", "both")]).await.expect(303);
    assert!(next.location().ends_with("?done=merged"));
    let merged = saved(&stage, 1, "en").unwrap();
    assert_eq!(merged.content.title, "My statement");
    let text = merged.content.document.plain_text();
    for words in ["First words, theirs.", "Second words, mine.", "Second words, theirs.", "Third words, mine."] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let next = stage.get("author", &format!("{}/merge", at(1, "en"))).await.expect(303);
    assert_eq!(next.location(), at(1, "en"), "nothing waits any more");
}

#[tokio::test]
async fn a_form_on_an_old_base_becomes_a_merge_in_which_theirs_can_be_taken() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement", "First words.\n\nSecond words.");
    stage.draft("editor", &id(1), "en", "Their statement", "First words of theirs.\n\nSecond words.");
    let fields = [("base", "1"), ("title", "My statement"), ("text", "First words of mine.\n\nSecond words.")];
    let page = stage.post("author", &format!("{}/save", at(1, "en")), &fields).await.expect(409);
    assert!(page.text.contains("name=\"f-title\"") && page.text.contains("name=\"c-0\""), "{}", page.text);
    let choices = [("theirs", "2"), ("c-0", "theirs"), ("f-title", "mine")];
    stage.post("author", &format!("{}/merge/settle", at(1, "en")), &choices).await.expect(303);
    let merged = saved(&stage, 1, "en").unwrap().content;
    assert_eq!(merged.title, "My statement");
    assert_eq!(merged.document.plain_text().trim(), "First words of theirs.\n\nSecond words.");
}

#[tokio::test]
async fn the_text_of_an_editor_that_was_told_of_a_conflict_is_kept_until_it_is_merged_or_put_away() {
    let stage = stage();
    stage.draft("editor", &id(1), "en", "Statement", "Their words.");
    let document = json!({ "format": 1, "nodes": [paragraph("My words.", "")] }).to_string();
    let fields = json!({ "title": "Statement", "nav": "ten" }).to_string();
    let posted = [("base", "0"), ("document", document.as_str()), ("fields", fields.as_str())];
    let next = stage.post("author", &format!("{}/merge", at(1, "en")), &posted).await.expect(303);
    let page = stage.get("author", next.location()).await.expect(200);
    assert!(page.text.contains("My words."), "{}", page.text);
    let page = stage.get("author", &at(1, "en")).await.expect(200);
    assert!(page.text.contains("It is kept for a day."), "{}", page.text);
    stage.post("author", &format!("{}/merge/forget", at(1, "en")), &[]).await.expect(303);
    assert!(saved(&stage, 1, "en").unwrap().content.document.plain_text().contains("Their words."));
    let page = stage.get("author", &at(1, "en")).await.expect(200);
    assert!(!page.text.contains("It is kept for a day."));
}

#[tokio::test]
async fn a_session_that_ends_in_the_middle_is_answered_so_that_the_editor_can_go_on() {
    let stage = stage();
    let save = format!("{}/save", at(1, "en"));
    stage.post_json("author", &save, &sent(0, "Statement", &[paragraph("Words.", "")])).await.expect(200);
    stage.sign_out("author");
    let answer =
        stage.post_json("author", &save, &sent(1, "Statement", &[paragraph("More words.", "")])).await.expect(401);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(saved(&stage, 1, "en").unwrap().revision, 1);
    stage.sign_everybody_in();
    stage.post_json("author", &save, &sent(1, "Statement", &[paragraph("More words.", "")])).await.expect(200);
}

#[tokio::test]
async fn a_title_of_five_thousand_characters_is_refused_beside_its_field_with_everything_that_was_typed() {
    let stage = stage();
    let title = "Long ".repeat(1_000);
    let fields =
        [("base", "0"), ("title", title.as_str()), ("place", "Port Selby"), ("text", "Words that must not be lost.")];
    let page = stage.post("author", &format!("{}/save", at(1, "en")), &fields).await.expect(422);
    assert!(page.text.contains("id=\"title-error\"") && page.text.contains("aria-invalid=\"true\""), "{}", page.text);
    assert!(page.text.contains("at most 1000 are possible"), "{}", page.text);
    assert_eq!(page.field("place").as_deref(), Some("Port Selby"));
    assert_eq!(page.field("text").as_deref(), Some("Words that must not be lost."));
    assert_eq!(page.field("title").unwrap().trim(), title.trim());
    assert!(saved(&stage, 1, "en").is_none());
    let body = sent(0, &title, &[paragraph("Words.", "")]);
    let problem = stage.post_json("author", &format!("{}/save", at(1, "en")), &body).await.expect(422).json();
    assert_eq!(problem["field"], "title");
}

#[tokio::test]
async fn fields_that_cannot_be_read_are_said_and_nothing_is_saved() {
    let stage = stage();
    for (field, value) in
        [("occasion_date", "yesterday"), ("nav", "ten"), ("class", "huge"), ("follows", "en/0"), ("kind", "x")]
    {
        let fields = [("base", "0"), ("title", "Statement"), (field, value), ("text", "Words.")];
        let page = stage.post("author", &format!("{}/save", at(1, "en")), &fields).await.expect(422);
        assert!(page.text.contains("class=\"problems\""), "{field}: {}", page.text);
    }
    assert!(saved(&stage, 1, "en").is_none());
    stage.post("author", &format!("{}/save", at(1, "en")), &[("title", "No base")]).await.expect(422);
    let broken = stage.post_json("author", &format!("{}/save", at(1, "en")), &json!({ "base": 0 })).await.expect(422);
    assert!(broken.json()["detail"].as_str().unwrap().contains("kept on this computer"));
    let link = json!({ "block": { "body": { "paragraph": { "spans": [{ "text": "x", "href": "javascript:x" }] } }, "id": "" } });
    stage.post_json("author", &format!("{}/save", at(1, "en")), &sent(0, "Statement", &[link])).await.expect(422);
}

#[tokio::test]
async fn known_speakers_are_written_by_name_and_kept_by_slug() {
    let stage = stage();
    let fields = [
        ("base", "0"),
        ("title", "Statement"),
        ("text", "Words."),
        ("speakers", "Ilse Maren"),
        ("speakers", ""),
        ("speakers", "ilse-maren"),
        ("speakers", "Somebody New"),
        ("topics", "Harbour"),
    ];
    stage.post("author", &format!("{}/save", at(1, "en")), &fields).await.expect(303);
    let content = saved(&stage, 1, "en").unwrap().content;
    assert_eq!(content.speakers, ["ilse-maren", "Somebody New"]);
    assert_eq!(content.topics, ["harbour"]);
    let page = stage.get("author", &at(1, "en")).await.expect(200);
    assert_eq!(page.field("speakers").as_deref(), Some("Ilse Maren"));
}

#[tokio::test]
async fn suggestions_are_taken_over_only_when_asked() {
    let stage = stage();
    let title = "Foreign Minister Ilse Maren's answers to media questions, Port Selby, June 19, 2020";
    stage.draft("author", &id(1), "en", title, "Question: When?\n\nForeign Minister: On Monday.");
    let page = stage.get("author", &at(1, "en")).await.expect(200);
    assert!(page.text.contains("value=\"place=Port Selby\""), "{}", page.text);
    assert_eq!(saved(&stage, 1, "en").unwrap().content.occasion.place, None);
    let fields = [("base", "1"), ("title", title), ("take", "place=Port Selby")];
    stage.post("author", &format!("{}/save", at(1, "en")), &fields).await.expect(303);
    let content = saved(&stage, 1, "en").unwrap().content;
    assert_eq!(content.occasion.place.as_deref(), Some("Port Selby"));
    assert!(content.document.plain_text().contains("On Monday."), "a form without the text leaves it alone");
    let page = stage.get("author", &at(1, "en")).await.expect(200);
    assert!(!page.text.contains("value=\"place=Port Selby\""));
}

#[tokio::test]
async fn a_paste_gives_clean_blocks_and_says_what_was_left_out() {
    let stage = stage();
    let paste = format!("{}/paste", at(1, "en"));
    let html = "<p>First words.</p><script>x()</script><p>Second words.</p>";
    let answer =
        stage.post_json("author", &paste, &json!({ "html": html, "text": "First words." })).await.expect(200).json();
    assert_eq!(answer["document"]["nodes"].as_array().unwrap().len(), 2);
    assert!(!answer["notes"].as_array().unwrap().is_empty(), "{answer}");
    let plain = "Question: When does it open?\n\nForeign Minister: On Monday.";
    let answer = stage.post_json("author", &paste, &json!({ "html": "", "text": plain })).await.expect(200).json();
    assert_eq!(answer["document"]["nodes"][0]["turn"]["label"], "Question");
    assert!(saved(&stage, 1, "en").is_none(), "a paste saves nothing");
}

#[tokio::test]
async fn a_paste_of_forty_megabytes_is_refused_in_words() {
    let stage = stage();
    let paste = format!("{}/paste", at(1, "en"));
    for text in ["x".repeat(40_000_000), "x".repeat(21_000_000)] {
        let answer = stage.post_json("author", &paste, &json!({ "html": "", "text": text })).await.expect(413);
        assert!(answer.json()["detail"].as_str().unwrap().contains("larger than 20 MB"), "{}", answer.text);
    }
}

fn docx(text: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let types = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    let relations = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;
    let document = format!(
        r#"<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{text}</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p></w:body></w:document>"#
    );
    for (name, body) in [("[Content_Types].xml", types), ("_rels/.rels", relations), ("word/document.xml", &document)] {
        zip.start_file(name, options).unwrap();
        zip.write_all(body.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[tokio::test]
async fn a_word_file_goes_in_with_and_without_scripts_and_says_what_it_lost() {
    let stage = stage();
    let (take, kind) = (format!("{}/docx", at(1, "en")), "application/octet-stream");
    let file = docx("Words of the file.");
    let answer = stage.post_file("author", &take, &[], ("file", "a.docx", kind, &file), true).await.expect(200).json();
    assert!(answer["document"].to_string().contains("Words of the file.") && !answer.to_string().contains("gone"));
    assert!(answer["notes"].to_string().contains("1 tracked deletion was left out."), "{answer}");

    stage.draft("author", &id(1), "en", "Statement", "Words before.");
    let page =
        stage.post_file("author", &take, &[("base", "1")], ("file", "a.docx", kind, &file), false).await.expect(200);
    assert!(page.text.contains("1 tracked deletion was left out."), "{}", page.text);
    assert_eq!(
        saved(&stage, 1, "en").unwrap().content.document.plain_text().trim(),
        "Words before.\n\nWords of the file."
    );
    let again = stage.post_file("author", &take, &[("base", "1")], ("file", "a.docx", kind, &file), false).await;
    again.expect(409);

    let page = stage
        .post_file("author", &take, &[("base", "2")], ("file", "a.docx", kind, b"%PDF-1.7"), false)
        .await
        .expect(422);
    assert!(page.text.contains("id=\"file-error\""), "{}", page.text);
    let answer = stage.post_file("author", &take, &[], ("file", "a.docx", kind, b"%PDF-1.7"), true).await.expect(422);
    assert_eq!(answer.json()["field"], "file");
    stage.post_file("author", &take, &[], ("file", "a.docx", kind, b""), true).await.expect(422);
    stage.post("author", &take, &[("base", "1")]).await.expect(422);
}

#[tokio::test]
async fn a_translator_writes_what_exists_in_another_language_and_nothing_else() {
    let stage = stage();
    let fields = [("base", "0"), ("title", "Заявление"), ("text", "Слова.")];
    stage.get("ru-translator", &at(1, "ru")).await.expect(403);
    stage.post("ru-translator", &format!("{}/save", at(1, "ru")), &fields).await.expect(403);
    stage.release(&id(1), "en", "Statement on the harbour fees", "The fees fall.", None);
    let page = stage.get("ru-translator", &at(1, "ru")).await.expect(200);
    assert!(page.text.contains("The fees fall."), "the source stands beside it: {}", page.text);
    assert!(plain(&page.text).contains("<option value=\"en/1\" selected>"), "{}", page.text);
    stage.post("ru-translator", &format!("{}/save", at(1, "ru")), &fields).await.expect(303);
    stage.get("ru-translator", &at(1, "ar")).await.expect(403);
    stage.get("author", &at(1, "fr")).await.expect(404);
    stage.get("author", "/desk/write/nothing/en").await.expect(404);
}

#[tokio::test]
async fn submitting_shows_the_checks_and_wrong_ones_want_a_tick() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement", "The fees fall (from October.");
    stage.draft("author", &id(2), "en", "", "Words without a title.");
    let page = stage.get("author", &format!("{}/submit", at(2, "en"))).await.expect(200);
    assert!(page.text.contains("name=\"anyway\""), "{}", page.text);
    let submit = format!("{}/submit", at(2, "en"));
    let page = stage.post("author", &submit, &[("revision", "1")]).await.expect(422);
    assert!(page.text.contains("tick the box"), "{}", page.text);
    let page = stage.post("author", &submit, &[("revision", "1"), ("anyway", "yes")]).await.expect(422);
    assert!(page.text.contains("no title"), "{}", page.text);

    let submit = format!("{}/submit", at(1, "en"));
    stage.post("author", &submit, &[("revision", "7"), ("anyway", "yes")]).await.expect(409);
    let next = stage.post("author", &submit, &[("revision", "1"), ("anyway", "yes")]).await.expect(303);
    let page = stage.get("author", next.location()).await.expect(200);
    assert!(page.text.contains("stage-submitted") && page.text.contains("Submitted."), "{}", page.text);
    assert_eq!(stage.desk.newsroom.views().submissions(&stage.desk.site).unwrap().len(), 1);
}

#[tokio::test]
async fn a_correction_begins_with_the_public_text_and_a_proposed_class() {
    let stage = stage();
    stage.release(&id(1), "en", "Statement on the harbour fees", "The fees fall by 12 per cent.", None);
    let page = stage.get("author", &at(1, "en")).await.expect(200);
    assert_eq!(page.field("text").unwrap().trim(), "The fees fall by 12 per cent.");
    let fields = [("base", "0"), ("text", "The fees fall by 10 per cent."), ("then", "submit")];
    let next = stage.post("author", &format!("{}/save", at(1, "en")), &fields).await.expect(303);
    let page = stage.get("author", next.location()).await.expect(200);
    assert!(page.text.contains("Substantive") && page.text.contains("12"), "{}", page.text);
    let fields = [("revision", "1"), ("class", ""), ("note", "The figure was wrong."), ("anyway", "yes")];
    stage.post("author", next.location(), &fields).await.expect(303);
    let (_, _, pending) = stage.desk.newsroom.views().submissions(&stage.desk.site).unwrap().remove(0);
    assert_eq!(pending.submission.class.as_str(), "substantive");
    assert_eq!(pending.submission.note.as_deref(), Some("The figure was wrong."));
}

#[tokio::test]
async fn a_draft_is_discarded_only_as_it_was_seen() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement", "Words.");
    let discard = format!("{}/discard", at(1, "en"));
    let page = stage.get("author", &discard).await.expect(200);
    assert_eq!(page.field("revision").as_deref(), Some("1"));
    stage.draft("editor", &id(1), "en", "Statement", "Other words.");
    stage.post("author", &discard, &[("revision", "1")]).await.expect(409);
    assert!(saved(&stage, 1, "en").is_some());
    stage.post("translator", &discard, &[("revision", "2")]).await.expect(403);
    let next = stage.post("author", &discard, &[("revision", "2")]).await.expect(303);
    assert!(saved(&stage, 1, "en").is_none());
    assert!(stage.get("author", next.location()).await.expect(200).text.contains("The draft was discarded."));
    stage.post("author", &discard, &[("revision", "2")]).await.expect(303);
}

#[tokio::test]
async fn every_room_of_writing_asks_who_comes() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement", "Words.");
    let api = at(1, "en");
    for room in ["", "/merge", "/submit", "/discard", "/links"] {
        let reply = stage.get("out", &format!("{api}{room}")).await.expect(303);
        assert!(reply.location().starts_with("/desk/sign-in"), "{room}");
        stage.get("administrator", &format!("{api}{room}")).await.expect(403);
    }
    for room in ["/save", "/merge", "/merge/settle", "/submit", "/discard", "/links", "/links/revoke"] {
        let fields = [
            ("base", "1"),
            ("revision", "1"),
            ("id", "x"),
            ("name", "x"),
            ("hours", "1"),
            ("document", "{}"),
            ("fields", "{}"),
        ];
        stage.post("out", &format!("{api}{room}"), &fields).await.expect(401);
        stage.post("administrator", &format!("{api}{room}"), &fields).await.expect(403);
    }
    stage.post_json("administrator", &format!("{api}/paste"), &json!({ "text": "x" })).await.expect(403);
    assert_eq!(saved(&stage, 1, "en").unwrap().revision, 1);
}

#[tokio::test]
async fn what_a_text_says_cannot_become_part_of_the_page() {
    let stage = stage();
    let evil = "</textarea></script><script>alert(1)</script>";
    let content = Content { title: evil.to_owned(), ..Content::empty(domain::Kind::Statement) };
    let place = (&id(1), &lang("en"));
    stage.desk.newsroom.save_draft(&stage.desk.site, &stage.visitor("author"), place, 0, content).unwrap();
    let body = sent(1, evil, &[paragraph(evil, "")]);
    stage.post_json("author", &format!("{}/save", at(1, "en")), &body).await.expect(200);
    for room in ["", "/submit", "/discard", "/links"] {
        let page = stage.get("author", &format!("{}{room}", at(1, "en"))).await.expect(200).text;
        assert!(!page.contains("<script>alert"), "{room}: {page}");
    }
    let page = stage.get("author", &at(1, "en")).await.expect(200).text;
    assert!(page.contains("\\u003c/textarea>\\u003c/script>"), "{page}");
}
