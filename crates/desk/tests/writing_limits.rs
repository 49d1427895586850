//! What a request of the writing rooms may cost, and what the page asks for without scripts.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod stage;

use axum::body::Body;
use serde_json::{Value, json};
use stage::{Reply, Stage, id, lang, plain, stage};

/// The address of an edition's page.
fn at(number: u8, tag: &str) -> String {
    format!("/desk/write/{}/{tag}", id(number))
}

async fn script(stage: &Stage, address: &str, body: String) -> Reply {
    let request = stage.request("author", "POST", address);
    let request = request.header("content-type", "application/json").header("accept", "application/json");
    stage.send(request.body(Body::from(body)).unwrap()).await
}

fn is_saved(stage: &Stage, number: u8) -> bool {
    stage.desk.newsroom.draft(&stage.desk.site, &id(number), &lang("en")).unwrap().is_some()
}

#[tokio::test]
async fn a_save_that_is_no_text_is_refused_before_it_takes_memory() {
    let stage = stage();
    let save = format!("{}/save", at(1, "en"));
    let zeros = |bytes: usize| format!("[{}0]", "0,".repeat(bytes / 2));
    let whole = script(&stage, &save, format!("{{\"base\":0,\"document\":{}}}", zeros(64 << 20))).await.expect(413);
    assert!(whole.json()["detail"].as_str().unwrap().contains("larger than 20 MB"), "{}", whole.text);
    // With the fields it would fit into a request, but the text alone is too large.
    let text = format!("{{\"base\":0,\"document\":{}}}", zeros((20 << 20) + 1_000));
    script(&stage, &save, text).await.expect(413);
    let refused = script(&stage, &save, format!("{{\"base\":0,\"document\":{}}}", zeros(1 << 20))).await.expect(422);
    assert_eq!(refused.json()["field"], "text");
    let fields = format!("{{\"base\":0,\"fields\":{},\"document\":{{\"nodes\":[]}}}}", zeros(2 << 20));
    assert_eq!(script(&stage, &save, fields).await.expect(422).json()["field"], "fields");
    let rows = "[[]],".repeat(600_000);
    let table = format!("{{\"block\":{{\"body\":{{\"table\":{{\"head\":[],\"rows\":[{rows}[[]]]}}}}}}}}");
    let pieces =
        script(&stage, &save, format!("{{\"base\":0,\"document\":{{\"nodes\":[{table}]}}}}")).await.expect(422);
    assert!(pieces.json()["detail"].as_str().unwrap().contains("too many pieces"), "{}", pieces.text);
    let form = stage.request("author", "POST", &save).header("content-type", "application/x-www-form-urlencoded");
    let page = stage.send(form.body(Body::from(format!("base=0{}", "&a".repeat(1 << 20)))).unwrap()).await.expect(422);
    assert!(page.text.contains("more than 1000 fields"), "{}", page.text);
    assert!(!is_saved(&stage, 1));
}

#[tokio::test]
async fn the_api_refuses_a_text_that_is_too_large_before_it_is_read() {
    let stage = stage();
    let text = format!("[{}0]", "0,".repeat((20 << 20) / 2));
    let body = format!("{{\"title\":\"Statement\",\"kind\":\"statement\",\"document\":{text}}}");
    let request = stage.request("author", "PUT", &format!("/api/v1/desk/drafts/{}/en", id(1)));
    let request = request.header("content-type", "application/json").header("if-none-match", "*");
    let refused = stage.send(request.body(Body::from(body)).unwrap()).await.expect(422);
    assert!(refused.json()["detail"].as_str().unwrap().contains("“document” has 2097"), "{}", refused.text);
    assert!(!is_saved(&stage, 1));
}

#[tokio::test]
async fn a_text_that_keeps_its_ids_is_not_sent_back_in_whatever_order_its_keys_stand() {
    let stage = stage();
    let save = format!("{}/save", at(1, "en"));
    let nodes = r#"[{"block":{"id":"p-k7x2m9qd","body":{"paragraph":{"spans":[{"text":"Words.","marks":[]}]}}}}]"#;
    let body = format!(r#"{{"document":{{"nodes":{nodes},"format":1}},"fields":{{"title":"Statement"}},"base":0}}"#);
    let answer = script(&stage, &save, body).await.expect(200).json();
    assert_eq!(answer["revision"], 1);
    assert!(answer.get("document").is_none(), "{answer}");
}

#[tokio::test]
async fn links_inside_the_site_are_looked_up_where_addresses_are_held() {
    let stage = stage();
    let address = stage.release(&id(2), "en", "Statement on the ferry", "It sails.", None);
    let links = [
        (address.as_str(), true),
        ("/en/", true),
        ("/", true),
        ("/en/messages/", true),
        ("/en/messages", true),
        ("/en/messages/2020/", true),
        ("/en/nowhere", false),
        ("/en/nowhere/", false),
        ("/xx/", false),
        ("/media/nothing/a.png", false),
    ];
    let span = |(href, _): &(&str, bool)| json!({ "text": format!("[{href}]"), "href": href });
    let spans: Vec<Value> = links.iter().map(span).collect();
    let node = json!({ "block": { "body": { "paragraph": { "spans": spans } }, "id": "" } });
    let body = json!({ "base": 0, "fields": { "title": "Statement" }, "document": { "format": 1, "nodes": [node] } });
    let answer = stage.post_json("author", &format!("{}/save", at(1, "en")), &body).await.expect(200).json();
    let broken = |href: &str| {
        let is_of =
            |check: &&Value| check["message"].as_str().is_some_and(|message| message.contains(&format!("[{href}]")));
        answer["checks"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|check| check["code"] == "link-broken")
            .any(|check| is_of(&check))
    };
    for (href, leads) in links {
        assert_eq!(broken(href), !leads, "{href}: {answer}");
    }
}

#[tokio::test]
async fn more_lines_come_without_scripts_and_nothing_typed_is_lost_or_saved() {
    let stage = stage();
    let lines = |page: &Reply, name: &str| page.text.matches(&format!("<input name=\"{name}\"")).count();
    let page = stage.get("author", &at(1, "en")).await.expect(200);
    assert!(page.text.contains("name=\"more\" value=\"speakers\""), "{}", page.text);
    assert_eq!(lines(&page, "speakers"), 2);
    let fields = [
        ("base", "0"),
        ("title", "Statement"),
        ("text", "Words to keep."),
        ("speakers", "Somebody New"),
        ("speakers", "Somebody Else"),
        ("more", "speakers"),
    ];
    let page = stage.post("author", &format!("{}/save", at(1, "en")), &fields).await.expect(200);
    assert_eq!((lines(&page, "speakers"), lines(&page, "topics")), (14, 2));
    assert_eq!(page.field("text").as_deref(), Some("Words to keep."));
    assert!(page.text.contains("Somebody New") && page.text.contains("Somebody Else"));
    assert!(!is_saved(&stage, 1));
}

#[tokio::test]
async fn the_site_as_at_an_instant_is_asked_for_in_home_time() {
    let stage = stage();
    let page = stage.get("author", &at(1, "en")).await.expect(200);
    assert!(page.text.contains("action=\"/desk/as-at\""), "{}", page.text);
    let next = stage.get("author", "/desk/as-at?date=2020-10-01&time=09:00&lang=ru").await.expect(303);
    assert_eq!(next.location(), "/desk/as-at/20201001080000/ru/");
    let next = stage.get("author", "/desk/as-at?date=2020-12-01&time=09:00:30&lang=en").await.expect(303);
    assert_eq!(next.location(), "/desk/as-at/20201201090030/en/");
    stage.get("author", next.location()).await.expect(200);

    let twice = stage.get("author", "/desk/as-at?date=2020-10-25&time=01:30&lang=en").await.expect(422);
    assert!(twice.text.contains("shows this time twice") && twice.field("date").as_deref() == Some("2020-10-25"));
    let second = "/desk/as-at?date=2020-10-25&time=01:30&lang=en&instant=2020-10-25T01:30:00Z";
    assert!(plain(&twice.text).contains("value=\"2020-10-25T01:30:00Z\""), "{}", twice.text);
    assert_eq!(stage.get("author", second).await.expect(303).location(), "/desk/as-at/20201025013000/en/");
    let never = stage.get("author", "/desk/as-at?date=2021-03-28&time=01:30&lang=en").await.expect(422);
    assert!(never.text.contains("never shows this time"), "{}", never.text);
    for wrong in
        ["date=soon&time=09:00&lang=en", "date=2020-10-01&time=x&lang=en", "date=2020-10-01&time=09:00&lang=xx"]
    {
        let page = stage.get("author", &format!("/desk/as-at?{wrong}")).await.expect(422);
        assert!(page.text.contains("class=\"problems\""), "{}", page.text);
    }
    let page = stage.get("author", "/desk/as-at").await.expect(200);
    assert_eq!(page.field("date").as_deref(), Some("2020-09-22"));
    stage.get("out", "/desk/as-at").await.expect(303);
}
