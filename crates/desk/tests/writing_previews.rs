//! Previews and preview links, through the router as a browser and a reader outside meet them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod stage;

use serde_json::json;
use stage::{Stage, id, lang, plain, stage};

/// The address of an edition's page.
fn at(number: u8, tag: &str) -> String {
    format!("/desk/write/{}/{tag}", id(number))
}

#[tokio::test]
async fn a_preview_looks_like_the_public_page_at_any_instant_and_is_for_the_desk_alone() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement to come", "Words to come.");
    let preview = format!("/desk/preview/{}/en", id(1));
    let page = stage.get("editor", &preview).await.expect(200);
    assert!(page.text.contains("Statement to come") && page.text.contains("Words to come."), "{}", page.text);
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.header("x-robots-tag").contains("noindex"));
    let page = stage.get("editor", &format!("{preview}?at=2027-03-23T23:00:00")).await.expect(200);
    assert!(page.text.contains("23 March 2027") || page.text.contains("March 23, 2027"), "{}", page.text);
    let page = stage.get("editor", &format!("{preview}?at=2021-03-28T01:30")).await.expect(422);
    assert!(page.text.contains("never shows this time"), "{}", page.text);
    stage.get("editor", &format!("{preview}?at=soon")).await.expect(422);
    stage.get("out", &preview).await.expect(303);
    stage.get("editor", &format!("/desk/preview/{}/en", id(9))).await.expect(404);
}

#[tokio::test]
async fn the_whole_site_is_seen_as_at_an_instant_to_come_and_links_stay_there() {
    let stage = stage();
    let address = stage.release(&id(1), "en", "Statement to come", "Words to come.", Some("2020-10-01T08:00:00Z"));
    assert_eq!(stage.public(&address).0, 404);
    let before = stage.get("author", &format!("/desk/as-at/20201001075959{address}")).await;
    assert_eq!(before.status, 404);
    let page = stage.get("author", &format!("/desk/as-at/20201001080000{address}")).await.expect(200);
    assert!(
        page.text.contains("Words to come.") && page.text.contains("href=\"/desk/as-at/20201001080000/en/"),
        "{}",
        page.text
    );
    let front = stage.get("author", "/desk/as-at/20201001080000/").await.expect(302);
    assert_eq!(front.location(), "/desk/as-at/20201001080000/en/");
    stage.get("out", &format!("/desk/as-at/20201001080000{address}")).await.expect(303);
    stage.get("author", "/desk/as-at/2020/en/").await.expect(404);
}

/// Makes a link for somebody; gives its path.
async fn link(stage: &Stage, name: &str, shows: &str) -> String {
    let fields = [("name", name), ("hours", "48"), ("shows", shows)];
    let page = plain(&stage.post("author", &format!("{}/links", at(1, "en")), &fields).await.expect(200).text);
    let start = page.find("/desk/shared/").unwrap();
    page[start..].split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_preview_link_shows_one_text_to_one_person_until_it_expires_or_is_revoked() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement to come", "Words of today.");
    let (exact, newest) = (link(&stage, "Mara Lind", "exact").await, link(&stage, "Teo Varr", "newest").await);
    let page = stage.get("out", &exact).await.expect(200);
    assert!(page.text.contains("Words of today.") && page.text.contains("Mara Lind"), "{}", page.text);
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.header("x-robots-tag").contains("noindex"));

    stage.draft("author", &id(1), "en", "Statement to come", "Words of tomorrow.");
    assert!(stage.get("out", &exact).await.expect(200).text.contains("Words of today."));
    let page = stage.get("out", &newest).await.expect(200).text;
    assert!(page.contains("Words of tomorrow.") && page.contains("Teo Varr") && !page.contains("Mara Lind"));

    let links = format!("{}/links", at(1, "en"));
    let listed = stage.get("editor", &links).await.expect(200);
    assert!(listed.text.contains("<td>2</td>"), "looks are counted: {}", listed.text);
    assert!(!listed.text.contains("/desk/shared/"), "the address is shown once");
    let id_of_newest = listed.field("id").unwrap();
    stage.post("editor", &format!("{links}/revoke"), &[("id", &id_of_newest)]).await.expect(303);
    let gone = [stage.get("out", &exact).await, stage.get("out", &newest).await];
    assert_eq!(gone.iter().filter(|reply| reply.status == 404).count(), 1);

    stage.set("2020-09-24T12:00:01Z");
    let wrong = format!("/desk/shared/{}", "A".repeat(43));
    let (expired, unknown) = (stage.get("out", &exact).await.expect(404), stage.get("out", &wrong).await.expect(404));
    let revoked = stage.get("out", &newest).await.expect(404);
    assert_eq!((&expired.text, &revoked.text), (&unknown.text, &unknown.text), "nobody outside can tell them apart");
    stage.get("out", "/desk/shared/x").await.expect(404);
}

#[tokio::test]
async fn a_preview_link_wants_a_name_and_an_end() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement", "Words.");
    let links = format!("{}/links", at(1, "en"));
    for (name, hours) in [("", "48"), ("Mara Lind", "0"), ("Mara Lind", "9999"), ("Mara Lind", "soon")] {
        let page =
            stage.post("author", &links, &[("name", name), ("hours", hours), ("shows", "exact")]).await.expect(422);
        assert!(page.text.contains("class=\"problems\""), "{}", page.text);
    }
    stage.post("translator", &links, &[("name", "Mara Lind"), ("hours", "1")]).await.expect(403);
    stage.get("out", &links).await.expect(303);
    stage.post("author", &format!("{}/links", at(9, "en")), &[("name", "x"), ("hours", "1")]).await.expect(404);
}

#[tokio::test]
async fn an_erased_edition_is_no_longer_shown_by_its_links() {
    let stage = stage();
    stage.release(&id(1), "en", "Statement", "Words that must go.", None);
    let (exact, newest) = (link(&stage, "Mara Lind", "exact").await, link(&stage, "Teo Varr", "newest").await);
    stage.get("out", &exact).await.expect(200);
    let erased = stage.desk.newsroom.erase(
        &stage.desk.site,
        &stage.visitor("administrator"),
        (&id(1), &lang("en")),
        "Court order",
        true,
    );
    erased.unwrap();
    stage.get("out", &exact).await.expect(404);
    stage.get("out", &newest).await.expect(404);
    stage.get("author", &format!("/desk/preview/{}/en", id(1))).await.expect(404);
}

#[tokio::test]
async fn a_link_to_one_revision_never_shows_another_text_under_the_same_number() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement to come", "Words that were shared.");
    let exact = link(&stage, "Mara Lind", "exact").await;
    let place = (&id(1), &lang("en"));
    stage.desk.newsroom.discard_draft(&stage.desk.site, &stage.visitor("author"), place, 1).unwrap();
    assert!(stage.get("out", &exact).await.expect(200).text.contains("Words that were shared."));
    assert_ne!(stage.draft("author", &id(1), "en", "Another", "Words for nobody outside."), 1);
    assert!(!stage.get("out", &exact).await.text.contains("Words for nobody outside."));
}

#[tokio::test]
async fn a_link_shows_the_pictures_of_its_text_and_no_others() {
    let stage = stage();
    let (shown, hidden) = (domain::Digest::of(b"shown"), domain::Digest::of(b"hidden"));
    store::Shelf::put(stage.shelf.as_ref(), shown, b"shown").unwrap();
    store::Shelf::put(stage.shelf.as_ref(), hidden, b"hidden").unwrap();
    let figure = json!({ "alt": "A ferry at the quay", "caption": [], "media": format!("{shown}/ferry.png") });
    let nodes = json!([{ "block": { "body": { "figure": figure }, "id": "" } }]);
    let body = json!({ "base": 0, "fields": { "title": "Statement" }, "document": { "format": 1, "nodes": nodes } });
    stage.post_json("author", &format!("{}/save", at(1, "en")), &body).await.expect(200);
    let exact = link(&stage, "Mara Lind", "exact").await;
    let page = plain(&stage.get("out", &exact).await.expect(200).text);
    assert!(page.contains(&format!("{exact}/media/{shown}/ferry.png")), "{page}");
    let picture = stage.get("out", &format!("{exact}/media/{shown}/ferry.png")).await.expect(200);
    assert_eq!((picture.text.as_str(), picture.header("content-type")), ("shown", "image/png"));
    for wrong in [format!("{hidden}/ferry.png"), format!("{shown}/other.png"), "x/y".to_owned()] {
        stage.get("out", &format!("{exact}/media/{wrong}")).await.expect(404);
    }
}
