//! Who may keep what, people with their links to enrol, and tokens, through the router.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod stage;

use axum::body::Body;
use desk::signin::bearer;
use domain::{Command, Grant, Lang, Role};
use jiff::ToSpan as _;
use stage::{Reply, Stage, id, lang, plain, stage};

type Fields<'a> = &'a [(&'a str, &'a str)];

/// A GIF of one pixel.
const SQUARE: &[u8] =
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x09\x09\x09\xff\xff\xff\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00\x3b";

#[tokio::test]
async fn each_room_is_open_to_its_roles_and_to_no_others() {
    let stage = stage();
    let cast = ["author", "translator", "editor", "publisher", "administrator", "en-publisher"];
    // Room, what is posted, who may.
    let posts: &[(&str, Fields<'_>, &[&str])] = &[
        ("/desk/site/counter", &[("do", "check")], &["publisher"]),
        ("/desk/site/clocks", &[("do", "check")], &["publisher"]),
        ("/desk/site/contact", &[("do", "check")], &["publisher"]),
        ("/desk/site/banner", &[("do", "check")], &["publisher"]),
        ("/desk/site/lead", &[("do", "check")], &["publisher"]),
        ("/desk/site/speaker", &[("do", "check")], &["editor", "publisher", "en-publisher"]),
        ("/desk/site/topic", &[("do", "check")], &["editor", "publisher", "en-publisher"]),
        ("/desk/site/identity", &[("do", "check")], &["administrator"]),
        ("/desk/people", &[], &["administrator"]),
    ];
    for (address, fields, may) in posts {
        for who in cast {
            let status = stage.post(who, address, fields).await.status;
            assert_eq!(status != 403, may.contains(&who), "{who} at {address}: {status}");
        }
        assert_eq!(stage.post("out", address, fields).await.status, 401, "{address}");
    }
    let everybody = [
        "/desk/site",
        "/desk/site/counter",
        "/desk/site/topic/harbour",
        "/desk/site/pages",
        "/desk/media",
        "/desk/media.json",
        "/desk/tokens",
    ];
    for address in everybody {
        for who in cast {
            stage.get(who, address).await.expect(200);
        }
        assert!(matches!(stage.get("out", address).await.status, 303 | 401), "{address}");
    }
    for who in cast {
        let status = stage.get(who, "/desk/people").await.status;
        assert_eq!(status, if who == "administrator" { 200 } else { 403 }, "{who}");
        let fields = [("alt-0-en", "A square")];
        let added = stage.post_file(who, "/desk/media", &fields, ("file-0", "a.gif", "image/gif", SQUARE), false).await;
        assert_eq!(added.status != 403, matches!(who, "author" | "editor" | "publisher" | "en-publisher"), "{who}");
    }
    let read_only = stage.get("author", "/desk/site/topic/harbour").await.expect(200).text;
    assert!(read_only.contains("<fieldset disabled>") && !read_only.contains("value=\"save\""), "{read_only}");
}

fn link_in(reply: &Reply) -> String {
    let link = reply.field_value("link");
    link.split_once("/desk/enrol/").unwrap().1.to_owned()
}

trait Shown {
    /// The value of the element with an id `f-…`.
    fn field_value(&self, name: &str) -> String;
}

impl Shown for Reply {
    fn field_value(&self, name: &str) -> String {
        let (_, after) = self.text.split_once(&format!("id=\"f-{name}\"")).unwrap();
        let (_, value) = after.split_once("value=\"").unwrap();
        plain(value.split_once('"').unwrap().0)
    }
}

#[tokio::test]
async fn somebody_new_gets_a_link_once_and_rights_for_a_language() {
    let stage = stage();
    let fields = [
        ("name", "Edda Kolm"),
        ("sign-in-name", "edda"),
        ("email", "edda@mission.example"),
        ("grant", "author/ru"),
        ("grant", "translator"),
        ("grant", "translator/ru"),
    ];
    let made = stage.post("administrator", "/desk/people", &fields).await.expect(200);
    let token = link_in(&made);
    stage.get("out", &format!("/desk/enrol/{token}")).await.expect(200);
    let list = stage.get("administrator", "/desk/people").await.expect(200).text;
    assert!(list.contains("Edda Kolm") && !list.contains(&token), "{list}");
    assert!(list.contains("Author (Русский)"), "{list}");

    let taken = stage.post("administrator", "/desk/people", &fields).await.expect(422);
    assert!(taken.text.contains("is taken"), "{}", taken.text);
    assert_eq!(taken.field("name").as_deref(), Some("Edda Kolm"));
    let none = [("name", "Ola Brandt"), ("sign-in-name", "ola")];
    let refused = stage.post("administrator", "/desk/people", &none).await.expect(422);
    assert!(refused.text.contains("at least one role"), "{}", refused.text);
    assert_eq!(refused.field("sign-in-name").as_deref(), Some("ola"));
    assert!(!stage.get("administrator", "/desk/people").await.text.contains("Ola Brandt"), "nothing half done");
    let bad = [("name", "Ola Brandt"), ("sign-in-name", "ola"), ("email", "nowhere"), ("grant", "author")];
    let refused = stage.post("administrator", "/desk/people", &bad).await.expect(422);
    assert!(refused.text.contains("is not an e-mail address"), "{}", refused.text);
}

/// The kinds of the journal's last facts with their actors, the newest last.
fn last_facts(stage: &Stage, many: u64) -> Vec<(String, String)> {
    let home = stage.desk.newsroom.home();
    let entries = home.read(home.head().unwrap().seq - many, usize::try_from(many).unwrap()).unwrap();
    entries.into_iter().map(|entry| (entry.draft.kind.clone(), entry.draft.actor.clone())).collect()
}

#[tokio::test]
async fn a_link_for_somebody_else_is_journaled_and_its_owner_reads_who_made_it() {
    let stage = stage();
    let (editor, administrator) = (stage.account("editor"), stage.account("administrator"));
    let page = format!("/desk/people/{editor}");
    assert!(!stage.get("editor", "/desk/me").await.expect(200).text.contains("enrol anew"));
    stage.post("administrator", &page, &[("do", "enrol")]).await.expect(200);
    assert_eq!(last_facts(&stage, 1), [("EnrolmentIssued".to_owned(), administrator.to_string())]);
    let own = plain(&stage.get("editor", "/desk/me").await.expect(200).text);
    assert!(own.contains("A link to enrol anew was made for your account on"), "{own}");
    assert!(own.contains("by Administrator of Port Selby"), "{own}");
    assert!(!stage.get("author", "/desk/me").await.text.contains("enrol anew"), "it concerns nobody else");
    let own = format!("/desk/people/{administrator}");
    stage.post("administrator", &own, &[("do", "enrol")]).await.expect(200);
    assert!(!stage.get("administrator", "/desk/me").await.text.contains("enrol anew"), "everybody knows what they did");

    stage.set("2020-10-22T11:59:59Z");
    assert!(stage.get("editor", "/desk/me").await.text.contains("enrol anew"));
    stage.set("2020-10-22T12:00:00Z");
    assert!(!stage.get("editor", "/desk/me").await.text.contains("enrol anew"));
}

#[tokio::test]
async fn a_link_needs_a_recent_sign_in_and_what_was_typed_stays() {
    let stage = stage();
    let page = format!("/desk/people/{}", stage.account("editor"));
    assert!(!stage.get("administrator", &page).await.expect(200).text.contains("within the last half hour"));
    stage.clock.set(stage.desk.now().checked_add(30.minutes()).unwrap());
    let before = stage.desk.newsroom.home().head().unwrap().seq;
    let refused = stage.post("administrator", &page, &[("do", "enrol")]).await.expect(422);
    assert!(refused.text.contains("within the last half hour"), "{}", refused.text);
    assert!(plain(&refused.text).contains("href=\"/desk/sign-in?close=1\""), "{}", refused.text);
    let fields = [("name", "Edda Kolm"), ("sign-in-name", "edda"), ("grant", "author")];
    let refused = stage.post("administrator", "/desk/people", &fields).await.expect(422);
    assert!(refused.text.contains("within the last half hour"), "{}", refused.text);
    assert_eq!(refused.field("sign-in-name").as_deref(), Some("edda"));
    assert!(!stage.get("administrator", "/desk/people").await.text.contains("Edda Kolm"), "nothing half done");
    for path in [format!("accounts/{}/enrolment", stage.account("editor")), "accounts".to_owned()] {
        let request = stage.request("administrator", "POST", &format!("/api/v1/desk/{path}"));
        let body = r#"{"name":"Edda Kolm","sign_in_name":"edda","grants":[{"role":"author"}]}"#;
        let body = if path == "accounts" { Body::from(body) } else { Body::empty() };
        let refused = stage.send(request.header("content-type", "application/json").body(body).unwrap()).await;
        assert_eq!((refused.status, &refused.json()["code"]), (403, &"again".into()), "{path}");
    }
    assert_eq!(stage.desk.newsroom.home().head().unwrap().seq, before);

    stage.sign_everybody_in();
    stage.post("administrator", &page, &[("do", "enrol")]).await.expect(200);
    let made = stage.post("administrator", "/desk/people", &fields).await.expect(200);
    assert_eq!(link_in(&made).len(), 43);
    let kinds = last_facts(&stage, 2).into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
    assert_eq!(kinds, ["AccountSet", "EnrolmentIssued"]);
}

#[tokio::test]
async fn a_token_is_given_no_link_to_enrol() {
    let stage = stage();
    let (token, owner) = (stage.desk.newsroom.chance().account_id(), Some(stage.account("administrator")));
    let grants = vec![Grant { role: Role::Administrator, lang: None }];
    stage.order(Command::SetAccount { account: token.clone(), grants, owner, expires: None });
    let (records, chance, now) = (stage.desk.records(), stage.desk.newsroom.chance(), stage.desk.now());
    let secret = bearer::issue_token(records, chance, &token, now).unwrap();
    let ask = |path: String, body: &str| {
        let request = stage.request("out", "POST", &format!("/api/v1/desk/{path}"));
        let request = request.header("authorization", format!("Bearer {secret}"));
        request.header("content-type", "application/json").body(Body::from(body.to_owned())).unwrap()
    };
    for who in ["editor", "administrator"] {
        let refused = stage.send(ask(format!("accounts/{}/enrolment", stage.account(who)), "")).await;
        assert_eq!((refused.status, &refused.json()["code"]), (403, &"person-only".into()), "{who}");
    }
    let body = r#"{"name":"Edda Kolm","sign_in_name":"edda","grants":[{"role":"author"}]}"#;
    let added = stage.send(ask("accounts".to_owned(), body)).await.expect(201).json();
    assert!(added["link"].is_null() && added["account"].is_string(), "{added}");
    let links = stage.desk.records().records("enrolment", "", now.as_microsecond()).unwrap();
    assert!(links.is_empty());
}

#[tokio::test]
async fn pages_name_the_account_for_which_this_computer_keeps_unsaved_texts() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement to come", "Words to come.");
    let page = plain(&stage.get("editor", &format!("/desk/write/{}/en", id(1))).await.expect(200).text);
    let account = format!("data-account=\"{}\"", stage.account("editor"));
    let tag = |start: &str| page[page.find(start).unwrap()..].split('>').next().unwrap().to_owned();
    for start in ["<form id=\"write\"", "<form method=\"post\" action=\"/desk/sign-out\""] {
        assert!(tag(start).contains(&account), "{}", tag(start));
    }
}

#[tokio::test]
async fn preview_links_end_with_the_rights_of_whoever_made_them() {
    let stage = stage();
    stage.draft("author", &id(1), "en", "Statement to come", "Words to come.");
    let fields = [("name", "Mara Lind"), ("hours", "48"), ("shows", "newest")];
    let links = format!("/desk/write/{}/en/links", id(1));
    let page = plain(&stage.post("author", &links, &fields).await.expect(200).text);
    let link = page[page.find("/desk/shared/").unwrap()..].split('"').next().unwrap().to_owned();
    stage.get("out", &link).await.expect(200);
    let address = format!("/desk/people/{}", stage.account("author"));
    let fields = [("do", "disable"), ("reason", "He works elsewhere now")];
    stage.post("administrator", &address, &fields).await.expect(303);
    let (ended, unknown) = (
        stage.get("out", &link).await.expect(404),
        stage.get("out", &format!("/desk/shared/{}", "A".repeat(43))).await,
    );
    assert_eq!(ended.text, unknown.text, "nobody outside can tell them apart");
}

#[tokio::test]
async fn a_disabled_accounts_session_ends_and_rights_bring_it_back() {
    let stage = stage();
    let address = format!("/desk/people/{}", stage.account("editor"));
    stage.get("editor", "/desk/site").await.expect(200);
    let silent = stage.post("administrator", &address, &[("do", "disable"), ("reason", " ")]).await.expect(422);
    assert!(silent.text.contains("reason"), "{}", silent.text);
    let fields = [("do", "disable"), ("reason", "She works elsewhere now")];
    let done = stage.post("administrator", &address, &fields).await.expect(303);
    assert!(done.location().ends_with("done=disabled"));
    assert_eq!(stage.get("editor", "/desk/site").await.status, 303);
    assert_eq!(stage.post("editor", "/desk/site/topic", &[("do", "check")]).await.status, 401);
    let page = stage.get("administrator", &address).await.expect(200).text;
    assert!(page.contains("Switched off"), "{page}");
    let off = stage.post("administrator", &address, &[("do", "enrol")]).await.expect(422);
    assert!(off.text.contains("has no rights"), "{}", off.text);

    stage.post("administrator", &address, &[("do", "rights"), ("grant", "editor/ru")]).await.expect(303);
    stage.sign_everybody_in();
    stage.get("editor", "/desk/site").await.expect(200);
    let again = stage.post("administrator", &address, &[("do", "enrol")]).await.expect(200);
    assert_eq!(link_in(&again).len(), 43);
}

#[tokio::test]
async fn the_desk_never_loses_its_last_administrator() {
    let stage = stage();
    let own = format!("/desk/people/{}", stage.account("administrator"));
    let fields = [("do", "disable"), ("reason", "x")];
    let refused = stage.post("administrator", &own, &fields).await.expect(422);
    assert!(refused.text.contains("You cannot switch off your own account"), "{}", refused.text);
    let refused = stage.post("administrator", &own, &[("do", "rights"), ("grant", "editor")]).await.expect(422);
    assert!(refused.text.contains("This is the last administrator"), "{}", refused.text);

    let second = format!("/desk/people/{}", stage.account("publisher"));
    let rights = [("do", "rights"), ("grant", "publisher"), ("grant", "administrator")];
    stage.post("administrator", &second, &rights).await.expect(303);
    stage.post("publisher", &own, &fields).await.expect(303);
    let refused = stage.post("publisher", &second, &[("do", "rights"), ("grant", "publisher")]).await.expect(422);
    assert!(refused.text.contains("This is the last administrator"), "{}", refused.text);
}

#[tokio::test]
async fn names_change_together_or_not_at_all() {
    let stage = stage();
    let address = format!("/desk/people/{}", stage.account("author"));
    let fields = [("do", "names"), ("name", " "), ("email", "new@mission.example")];
    stage.post("administrator", &address, &fields).await.expect(422);
    let page = stage.get("administrator", &address).await.expect(200);
    assert_eq!(page.field("email").as_deref(), Some(""));
    let fields = [("do", "names"), ("name", "Mira Sund"), ("email", "new@mission.example")];
    stage.post("administrator", &address, &fields).await.expect(303);
    let page = stage.get("administrator", &address).await.expect(200);
    assert_eq!(
        (page.field("name").as_deref(), page.field("email").as_deref()),
        (Some("Mira Sund"), Some("new@mission.example"))
    );
}

#[tokio::test]
async fn a_tokens_secret_is_shown_once_and_works_until_it_is_revoked_or_expires() {
    let stage = stage();
    let account_of = |secret: &str| bearer::account_of_bearer(stage.desk.records(), secret, stage.desk.now()).unwrap();
    let fields = [("name", "The importer at home"), ("days", "7"), ("grant", "author/ru")];
    let made = stage.post("author", "/desk/tokens", &fields).await.expect(200);
    let secret = made.field_value("secret");
    let token = account_of(&secret).unwrap();
    let rights = stage.desk.newsroom.rights(&stage.desk.site, &token).unwrap();
    let (en, ru): (Lang, Lang) = (lang("en"), lang("ru"));
    assert!(rights.may_write(&ru, false) && !rights.may_write(&en, false));
    let page = stage.get("author", "/desk/tokens").await.expect(200).text;
    assert!(page.contains("The importer at home") && !page.contains(&secret), "{page}");
    assert!(!stage.get("editor", "/desk/tokens").await.text.contains("The importer at home"), "others do not see it");
    assert!(stage.get("administrator", "/desk/tokens").await.text.contains("The importer at home"));

    let address = format!("/desk/tokens/{token}");
    stage.post("editor", &address, &[]).await.expect(404);
    assert!(account_of(&secret).is_some());
    stage.post("author", &address, &[]).await.expect(303);
    assert_eq!(account_of(&secret), None);
    assert!(stage.desk.newsroom.rights(&stage.desk.site, &token).unwrap().is_none());

    let made = stage.post("author", "/desk/tokens", &fields).await.expect(200);
    let other = account_of(&made.field_value("secret")).unwrap();
    stage.post("administrator", &format!("/desk/tokens/{other}"), &[]).await.expect(303);
    assert!(stage.desk.newsroom.rights(&stage.desk.site, &other).unwrap().is_none());

    let made = stage.post("author", "/desk/tokens", &fields).await.expect(200);
    let third = account_of(&made.field_value("secret")).unwrap();
    stage.clock.set(stage.desk.now().checked_add((7 * 24).hours()).unwrap());
    assert!(stage.desk.newsroom.rights(&stage.desk.site, &third).unwrap().is_none());
    // An address of a token with somebody's own account changes nothing.
    stage.sign_everybody_in();
    stage.post("administrator", &format!("/desk/tokens/{}", stage.account("editor")), &[]).await.expect(404);
}

#[tokio::test]
async fn a_token_is_never_more_than_its_owner() {
    let stage = stage();
    let more = [("name", "x"), ("days", "7"), ("grant", "publisher")];
    let refused = stage.post("author", "/desk/tokens", &more).await.expect(422);
    assert!(refused.text.contains("cannot have more rights"), "{}", refused.text);
    let whole = [("name", "kept"), ("days", "30"), ("grant", "author")];
    let refused = stage.post("ru-author", "/desk/tokens", &whole).await.expect(422);
    assert_eq!(refused.field("name").as_deref(), Some("kept"));
    for (fields, wanted) in [
        ([("name", ""), ("days", "7"), ("grant", "author")], "what the token is for"),
        ([("name", "x"), ("days", "9999"), ("grant", "author")], "Choose one of those offered"),
        ([("name", "x"), ("days", "7"), ("grant", "")], "at least one role"),
    ] {
        let refused = stage.post("author", "/desk/tokens", &fields).await.expect(422);
        assert!(refused.text.contains(wanted), "{}", refused.text);
    }
}
