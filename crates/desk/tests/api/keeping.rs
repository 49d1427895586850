//! Standing parts, the library, accounts, foreign texts, lists.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::sent::{BASE, TEXT, code, content, head, send};
use crate::stage::{self, id, stage};

#[tokio::test]
async fn a_standing_part_is_set_planned_and_taken_away() {
    let stage = stage();
    let path = "/fixtures/contact/press";
    let now = json!({ "part": { "label": { "en": "Press desk" } } });
    send(&stage, "PUT", path).json(&now).by("publisher").await.expect(200);
    let later = json!({ "part": { "label": { "en": "Press office" } }, "effective": "2020-12-01T00:00:00Z" });
    send(&stage, "PUT", path).json(&later).header("if-match", "\"1\"").by("publisher").await.expect(200);
    let stale = send(&stage, "PUT", path).json(&now).header("if-match", "\"1\"").by("publisher").await.expect(412);
    assert_eq!((code(&stale).as_str(), &stale.json()["revision"]), ("fixture-changed", &json!(2)));
    let read = send(&stage, "GET", path).by("author").await.expect(200);
    assert_eq!(read.header("etag"), "\"2\"");
    assert_eq!(read.json()["part"]["label"]["en"], "Press desk");
    assert_eq!(read.json()["history"][1]["effective"], "2020-12-01T00:00:00Z");
    let wrong = json!({ "part": { "id": "other", "label": { "en": "Press desk" } } });
    let wrong = send(&stage, "PUT", path).json(&wrong).by("publisher").await.expect(422);
    assert_eq!(wrong.json()["field"], "part.id");
    send(&stage, "DELETE", path).by("publisher").await.expect(200);
    assert_eq!(send(&stage, "GET", path).by("author").await.expect(200).json()["part"], Value::Null);
    let only = send(&stage, "DELETE", "/fixtures/identity").by("administrator").await.expect(422);
    assert_eq!(only.json()["field"], "kind");
    send(&stage, "GET", "/fixtures/media/x").by("author").await.expect(404);
}

/// A picture of one pixel.
const GIF: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";

#[tokio::test]
async fn a_file_is_taken_into_the_library_with_its_texts() {
    let stage = stage();
    let form = |fields: &[(&str, &str)]| {
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(
                format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes(),
            );
        }
        body.extend_from_slice(
            b"--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"dot.gif\"\r\n\r\n",
        );
        body.extend_from_slice(GIF);
        body.extend_from_slice(b"\r\n--edge--\r\n");
        send(&stage, "POST", "/media").bytes("multipart/form-data; boundary=edge", &body)
    };
    let silent = form(&[]).by("author").await.expect(422);
    assert_eq!(silent.json()["field"], "alt-en");
    assert_eq!(form(&[("alt-en", "A dot"), ("size", "1")]).by("author").await.expect(422).json()["field"], "size");
    form(&[("alt-en", "A dot")]).by("administrator").await.expect(403);
    let taken = form(&[("alt-en", "A dot")]).by("author").await.expect(200).json();
    assert_eq!(taken["known"], false);
    assert_eq!(form(&[("alt-en", "A dot")]).by("author").await.expect(200).json()["known"], true);
    let path = format!("/media/{}", taken["media"]["file"]["digest"].as_str().unwrap());
    let texts = json!({ "alt": { "en": "A black dot", "ru": "Точка" }, "credit": "Press desk" });
    send(&stage, "PATCH", &path).json(&texts).by("author").await.expect(200);
    let read = send(&stage, "GET", &path).by("author").await.expect(200).json();
    assert_eq!(read["file"]["alt"]["ru"], "Точка");
    let list = send(&stage, "GET", "/media").by("author").await.expect(200).json();
    assert_eq!((list["media"].as_array().unwrap().len(), &list["next"]), (1, &Value::Null));
    send(&stage, "DELETE", &path).by("author").await.expect(200);
    send(&stage, "GET", &path).by("author").await.expect(404);
}

#[tokio::test]
async fn foreign_texts_are_read_and_checked_without_saving_anything() {
    let stage = stage();
    let before = head(&stage);
    let pasted = json!({ "html": "<p>Question: Is the harbour open?</p><p>Ilse Maren: Yes.</p>", "lang": "en" });
    let read = send(&stage, "POST", "/paste").json(&pasted).by("author").await.expect(200).json();
    assert_eq!(read["document"]["nodes"].as_array().unwrap().len(), 2);
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let broken = send(&stage, "POST", "/docx?lang=en").bytes(word, b"not a Word file").by("author").await.expect(422);
    assert_eq!(broken.json()["field"], "body");
    let text = "The the harbour is open, says the Foreign Minster.";
    let checked = json!({ "lang": "en", "content": content("Statement, Port Selby, September 22, 2020", text) });
    let checked = send(&stage, "POST", "/checks").json(&checked).by("author").await.expect(200).json();
    let codes: BTreeSet<&str> =
        checked["findings"].as_array().unwrap().iter().filter_map(|one| one["code"].as_str()).collect();
    assert!(codes.len() >= 2, "{checked}");
    let fields: BTreeSet<&str> =
        checked["suggestions"].as_array().unwrap().iter().filter_map(|one| one["field"].as_str()).collect();
    assert!(fields.contains("place"), "{checked}");
    assert_eq!(head(&stage), before);
}

#[tokio::test]
async fn accounts_are_kept_by_administrators_and_one_of_them_stays() {
    let stage = stage();
    let new = json!({ "name": "Odo Brandt", "sign_in_name": "odo", "grants": [{ "role": "author", "lang": "ru" }] });
    let added = send(&stage, "POST", "/accounts").json(&new).by("administrator").await.expect(201).json();
    assert!(added["link"].as_str().unwrap().starts_with(stage::DESK_URL));
    let taken = send(&stage, "POST", "/accounts").json(&new).by("administrator").await.expect(409);
    assert_eq!(taken.json()["field"], "sign_in_name");
    let path = format!("/accounts/{}", added["account"].as_str().unwrap());
    let more = json!({ "grants": [{ "role": "editor" }], "email": "odo@press.example" });
    let set = send(&stage, "PUT", &path).json(&more).by("administrator").await.expect(200).json();
    assert_eq!((&set["grants"][0]["role"], &set["name"]), (&json!("editor"), &json!("Odo Brandt")));
    let silent = send(&stage, "DELETE", &path).by("administrator").await.expect(422);
    assert_eq!(code(&silent), "reason-missing");
    send(&stage, "DELETE", &format!("{path}?reason=left")).by("administrator").await.expect(204);
    let own = format!("/accounts/{}", stage.account("administrator"));
    let last = json!({ "grants": [{ "role": "author" }] });
    let last = send(&stage, "PUT", &own).json(&last).by("administrator").await.expect(422);
    assert_eq!(code(&last), "last-administrator");
    let journal = send(&stage, "GET", "/journal?after=1").by("administrator").await.expect(200).json();
    let entries = journal["entries"].as_array().unwrap();
    assert_eq!(entries.last().unwrap()["kind"], "AccountDisabled");
    assert_eq!(entries.last().unwrap()["from"], "192.0.2.7");
}

#[tokio::test]
async fn lists_go_on_where_they_ended_and_the_matrix_says_what_is_missing() {
    let stage = stage();
    for number in 1..=101 {
        stage.release(&id(number), "en", &format!("Notice {number}"), TEXT, None);
    }
    let first = send(&stage, "GET", "/messages?lang=en").by("author").await.expect(200);
    assert_eq!(first.json()["editions"].as_array().unwrap().len(), 100);
    let link = first.header("link").to_owned();
    let next = link.strip_prefix('<').unwrap().strip_suffix(">; rel=\"next\"").unwrap();
    let next = next.strip_prefix(BASE).unwrap();
    assert!(next.contains("lang=en"), "{next}");
    let last = send(&stage, "GET", next).by("author").await.expect(200).json();
    assert_eq!((last["editions"].as_array().unwrap().len(), &last["next"]), (1, &Value::Null));
    assert_eq!(send(&stage, "GET", "/messages?cursor=9").by("author").await.expect(422).json()["field"], "cursor");
    let mut seen = BTreeSet::new();
    let mut path = "/matrix".to_owned();
    loop {
        let page = send(&stage, "GET", &path).by("author").await.expect(200).json();
        for row in page["messages"].as_array().unwrap() {
            assert!(seen.insert(row["message"].as_str().unwrap().to_owned()));
            let states: Vec<&str> =
                row["cells"].as_array().unwrap().iter().filter_map(|cell| cell["state"].as_str()).collect();
            assert_eq!((states[0], states[1]), ("original", "missing"));
        }
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/matrix?cursor={next}");
    }
    assert_eq!(seen.len(), 101);
}
