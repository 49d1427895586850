//! The rooms that keep the site, through the router: its standing parts.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod stage;

use domain::{AsOf, Fact, FixtureKey};
use jiff::Timestamp;
use stage::{Stage, id, lang, plain, stage};
use views::Standing;

type Fields<'a> = &'a [(&'a str, &'a str)];
type Wrong<'a> = (&'a str, &'a str, Fields<'a>, &'a str, (&'a str, &'a str));

/// What stands now.
fn standing(stage: &Stage) -> Standing {
    let as_of = AsOf { site: stage.desk.site.clone(), instant: stage.desk.now() };
    stage.desk.newsroom.views().standing(&as_of).unwrap().unwrap()
}

fn front(stage: &Stage) -> String {
    stage.public("/en/").1
}

/// A stage with a message, without which the front page has nothing to stand beside.
fn with_message() -> Stage {
    let stage = stage();
    stage.release(&id(1), "en", "Statement on the harbour", "The harbour is open.", None);
    stage
}

const KEPT: &str = "done=kept";
const COUNTER: [(&str, &str); 5] = [
    ("direction", "up"),
    ("start", "2020-09-01"),
    ("sentence-en-one", "{days} day since the harbour opened"),
    ("sentence-en-other", "{days} days since the harbour opened"),
    ("sentence-ru-many", "{days} дней с открытия гавани"),
];

fn and<'a>(fields: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().chain(more).copied().collect()
}

#[tokio::test]
async fn a_counter_is_public_from_its_instant_changes_and_goes_with_its_history_kept() {
    let stage = with_message();
    let later =
        and(&COUNTER, &[("do", "save"), ("when", "at"), ("effective-date", "2020-09-23"), ("effective-time", "09:00")]);
    let kept = stage.post("publisher", "/desk/site/counter", &later).await.expect(303);
    assert_eq!(kept.location(), "/desk/site/counter/days-since-the-harbour-opened?done=planned");
    let address = "/desk/site/counter/days-since-the-harbour-opened";

    stage.set("2020-09-23T07:59:59Z");
    assert!(!front(&stage).contains("since the harbour opened"));
    let index = plain(&stage.get("publisher", "/desk/site").await.expect(200).text);
    assert!(index.contains("Planned") && index.contains(address), "{index}");
    stage.set("2020-09-23T08:00:00Z");
    assert!(front(&stage).contains("days since the harbour opened"));
    assert!(stage.public("/ru/").1.contains("дн") || stage.public("/ru/").0 == 200);

    let page = stage.get("publisher", address).await.expect(200);
    assert_eq!(page.field("sentence-en-one").as_deref(), Some("{days} day since the harbour opened"));
    assert!(page.text.contains("22 days since the harbour opened"), "today: {}", page.text);
    assert!(page.text.contains("23 days since the harbour opened"), "tomorrow: {}", page.text);
    assert!(page.text.contains("22 дней с открытия гавани"), "Russian: {}", page.text);
    assert!(page.text.contains("Publisher of Port Selby"), "the history says who: {}", page.text);

    let changed = and(
        &COUNTER,
        &[("do", "save"), ("when", "now"), ("base", "1"), ("sentence-en-other", "{days} days of open water")],
    );
    assert!(stage.post("publisher", address, &changed).await.expect(303).location().ends_with(KEPT));
    assert!(front(&stage).contains("days of open water"));

    let unsure =
        stage.post("publisher", address, &[("do", "remove"), ("base", "2"), ("when", "now")]).await.expect(422);
    assert!(unsure.text.contains("Tick “Yes, take it away” first"), "{}", unsure.text);
    let gone = [("do", "remove"), ("base", "2"), ("when", "now"), ("sure", "yes")];
    assert!(stage.post("publisher", address, &gone).await.expect(303).location().ends_with("done=removed"));
    assert!(!front(&stage).contains("days of open water"));
    let page = stage.get("publisher", address).await.expect(200).text;
    assert!(page.contains("1. Set") && page.contains("2. Set") && page.contains("3. Taken away"), "{page}");
    let first = stage.get("publisher", &format!("{address}?version=1")).await.expect(200);
    assert_eq!(first.field("sentence-en-other").as_deref(), Some("{days} days since the harbour opened"));
    assert!(stage.get("publisher", "/desk/site").await.text.contains("Taken away"));
}

#[tokio::test]
async fn clocks_stand_in_the_order_of_their_numbers_and_an_emptied_row_is_gone() {
    let stage = with_message();
    let fields = [
        ("do", "save"),
        ("clock-0-city-en", "Lindmoor"),
        ("clock-0-zone", "Australia/Sydney"),
        ("clock-0-order", "2"),
        ("clock-1-city-en", "Port Selby"),
        ("clock-1-zone", "Europe/London"),
        ("clock-1-order", "1"),
        ("clock-2-order", "3"),
    ];
    assert!(stage.post("publisher", "/desk/site/clocks", &fields).await.expect(303).location().ends_with(KEPT));
    let zones: Vec<String> = standing(&stage).clocks.into_iter().map(|clock| clock.zone).collect();
    assert_eq!(zones, ["Europe/London", "Australia/Sydney"]);
    assert!(front(&stage).contains("Lindmoor"));
    let page = stage.get("publisher", "/desk/site/clocks").await.expect(200);
    assert_eq!(page.field("clock-0-zone").as_deref(), Some("Europe/London"));
    assert!(plain(&page.text).contains("<option value=\"Pacific/Auckland\">"));
}

#[tokio::test]
async fn a_contact_shows_what_its_telephone_dials_and_whether_it_is_open() {
    let stage = with_message();
    let fields = [
        ("do", "check"),
        ("label-en", "Consular queries"),
        ("phone-0-number", "+44 (0) 20 7946 0000"),
        ("email", "consul@mission.example"),
        ("hours-0-days", "mon"),
        ("hours-0-days", "tue"),
        ("hours-0-from", "09:00"),
        ("hours-0-to", "17:00"),
        ("holidays", "2020-12-25\n2021-01-01"),
    ];
    let looked = stage.post("publisher", "/desk/site/contact", &fields).await.expect(200);
    assert!(looked.text.contains("tel:+442079460000"), "{}", looked.text);
    assert!(looked.text.contains("Open until") && looked.text.contains("17:00"), "{}", looked.text);
    assert_eq!(standing(&stage).contacts.len(), 0, "looking keeps nothing");

    let kept = and(&fields[1..], &[("do", "save")]);
    stage.post("publisher", "/desk/site/contact", &kept).await.expect(303);
    let contact = standing(&stage).contacts.remove(0);
    assert_eq!((contact.id.as_str(), contact.hours[0].days.len(), contact.holidays.len()), ("consular-queries", 2, 2));
    assert!(front(&stage).contains("tel:+442079460000"));
    let page = stage.get("publisher", "/desk/site/contact/consular-queries").await.expect(200);
    assert_eq!(page.field("holidays").as_deref(), Some("2020-12-25\n2021-01-01"));
    assert_eq!(page.field("hours-0-to").as_deref(), Some("17:00"));

    let again = stage.post("publisher", "/desk/site/contact", &kept).await.expect(303);
    assert!(again.location().starts_with("/desk/site/contact/consular-queries-2?"), "{}", again.location());
}

#[tokio::test]
async fn a_banner_shows_from_its_start_until_its_end() {
    let stage = with_message();
    let fields = [
        ("do", "save"),
        ("text-en", "The consulate moves on Friday"),
        ("level", "warning"),
        ("starts-date", "2020-09-24"),
        ("starts-time", "08:00"),
        ("ends-date", "2020-09-25"),
        ("ends-time", "18:00:30"),
        ("link", "/en/messages/"),
    ];
    stage.post("publisher", "/desk/site/banner", &fields).await.expect(303);
    for (instant, shows) in [
        ("2020-09-24T06:59:59Z", false),
        ("2020-09-24T07:00:00Z", true),
        ("2020-09-25T17:00:29Z", true),
        ("2020-09-25T17:00:30Z", false),
    ] {
        stage.set(instant);
        assert_eq!(front(&stage).contains("The consulate moves on Friday"), shows, "{instant}");
    }
    let page = stage.get("publisher", "/desk/site/banner/the-consulate-moves-on-friday").await.expect(200);
    assert_eq!(page.field("ends-time").as_deref(), Some("18:00:30"));
    assert!(stage.get("publisher", "/desk/site").await.text.contains("The consulate moves on Friday"));
}

#[tokio::test]
async fn every_kind_of_part_takes_effect_at_its_instant_changes_and_goes() {
    let stage = with_message();
    stage.set("2020-09-22T13:00:00Z");
    stage.release(&id(2), "en", "A newer statement", "Second words.", None);
    // Kind, address, fields, changed fields, what the public then reads.
    let table: &[(&str, &str, Fields<'_>, Fields<'_>, &str, &str)] = &[
        (
            "clocks",
            "",
            &[("clock-0-city-en", "Lindmoor"), ("clock-0-zone", "UTC")],
            &[("clock-0-city-en", "Varsk"), ("clock-0-zone", "UTC")],
            "Lindmoor",
            "Varsk",
        ),
        (
            "contact",
            "/press-desk",
            &[("label-en", "Press desk"), ("phone-0-number", "112")],
            &[("label-en", "Newsdesk"), ("phone-0-number", "112")],
            "Press desk",
            "Newsdesk",
        ),
        (
            "counter",
            "/days-of-calm",
            &[("start", "2020-01-01"), ("sentence-en-other", "{days} days of calm")],
            &[("start", "2020-01-01"), ("sentence-en-other", "{days} days of peace")],
            "days of calm",
            "days of peace",
        ),
        (
            "banner",
            "/closed-today",
            &[("text-en", "Closed today"), ("starts-date", "2020-09-01"), ("starts-time", "00:00")],
            &[("text-en", "Closed early"), ("starts-date", "2020-09-01"), ("starts-time", "00:00")],
            "Closed today",
            "Closed early",
        ),
    ];
    for (kind, id, fields, changed, says, said) in table {
        let (start, address) = (format!("/desk/site/{kind}"), format!("/desk/site/{kind}{id}"));
        let at = |time| [("do", "save"), ("when", "at"), ("effective-date", "2020-09-22"), ("effective-time", time)];
        let instant = |minute: &str| format!("2020-09-22T14:{minute}Z");
        stage.set("2020-09-22T13:30:00Z");
        stage.post("publisher", &start, &and(fields, &at("15:10:05"))).await.expect(303);
        stage.set(&instant("10:04"));
        assert!(!front(&stage).contains(says), "{kind} before its instant");
        stage.set(&instant("10:05"));
        assert!(front(&stage).contains(says), "{kind} at its instant: {}", front(&stage));
        stage.post("publisher", &address, &and(changed, &[("do", "save"), ("base", "1")])).await.expect(303);
        assert!(front(&stage).contains(said) && !front(&stage).contains(says), "{kind} changed");
        let gone = and(&at("15:20")[1..], &[("do", "remove"), ("sure", "yes"), ("base", "2")]);
        stage.post("publisher", &address, &gone).await.expect(303);
        stage.set(&instant("19:59"));
        assert!(front(&stage).contains(said), "{kind} before it goes");
        stage.set(&instant("20:00"));
        assert!(!front(&stage).contains(said), "{kind} is gone");
        assert!(stage.get("publisher", &address).await.expect(200).text.contains("It is taken away since"), "{kind}");
    }
}

#[tokio::test]
async fn a_lead_speaker_or_topic_changes_and_goes() {
    let stage = with_message();
    let first = id(1).to_string();
    let gone = [("do", "remove"), ("sure", "yes")];
    stage.post("publisher", "/desk/site/lead", &[("do", "save"), ("message", &first)]).await.expect(303);
    assert_eq!(standing(&stage).lead, Some(id(1)));
    stage.post("publisher", "/desk/site/lead", &gone).await.expect(303);
    assert_eq!(standing(&stage).lead, None);

    let name = |who: &str| standing(&stage).speakers.iter().find(|speaker| speaker.slug == who).cloned();
    let fields = [("do", "save"), ("name-en", "Ilse Maren-Holt"), ("office-0-title-en", "President")];
    stage.post("editor", "/desk/site/speaker/ilse-maren", &fields).await.expect(303);
    assert_eq!(name("ilse-maren").unwrap().offices.len(), 1);
    assert_eq!(name("ilse-maren").unwrap().name.get(&lang("en"), &[]), Some("Ilse Maren-Holt"));
    stage.post("editor", "/desk/site/speaker/ilse-maren", &gone).await.expect(303);
    assert_eq!(name("ilse-maren"), None);
    stage.post("editor", "/desk/site/topic/harbour", &gone).await.expect(303);
    assert!(standing(&stage).topics.is_empty());
    stage.post("editor", "/desk/site/topic/nothing", &gone).await.expect(404);
}

#[tokio::test]
async fn a_speakers_offices_have_terms_and_blank_rows_are_left_out() {
    let stage = stage();
    let fields = [
        ("do", "save"),
        ("name-en", "Tomas Verrin"),
        ("name-ru", "Томас Веррин"),
        ("aliases", "T. Verrin\n\nVERRIN"),
        ("office-0-title-en", "Consul"),
        ("office-0-from", "2018-01-01"),
        ("office-0-to", "2020-06-30"),
        ("office-2-title-en", "Ambassador"),
        ("office-2-from", "2020-07-01"),
        ("rows-office", "4"),
    ];
    let kept = stage.post("editor", "/desk/site/speaker", &fields).await.expect(303);
    assert!(kept.location().starts_with("/desk/site/speaker/tomas-verrin?"), "{}", kept.location());
    let speakers = standing(&stage).speakers;
    let speaker = speakers.iter().find(|speaker| speaker.slug == "tomas-verrin").unwrap();
    assert_eq!((speaker.offices.len(), speaker.aliases.len()), (2, 2));
    let page = stage.get("editor", "/desk/site/speaker/tomas-verrin").await.expect(200);
    assert!(page.text.contains("Tomas Verrin, Ambassador"), "{}", page.text);

    let taken = stage.post("editor", "/desk/site/speaker", &fields).await.expect(422);
    assert!(taken.text.contains("This name in addresses was given before"), "{}", taken.text);
    assert_eq!(taken.field("office-2-title-en").as_deref(), Some("Ambassador"));

    let topic = [("do", "save"), ("name-en", "Fisheries"), ("slug", "Fish & Ships")];
    let kept = stage.post("editor", "/desk/site/topic", &topic).await.expect(303);
    assert!(kept.location().starts_with("/desk/site/topic/fish-ships?"), "{}", kept.location());
}

#[tokio::test]
async fn a_part_named_in_another_script_has_an_address_of_its_own() {
    let stage = stage();
    let kept = stage.post("editor", "/desk/site/topic", &[("do", "save"), ("name-ru", "Рыба")]).await.expect(303);
    let (address, _) = kept.location().split_once('?').unwrap();
    let page = stage.get("editor", address).await.expect(200);
    assert_eq!(page.field("name-ru").as_deref(), Some("Рыба"));
    let index = plain(&stage.get("editor", "/desk/site").await.text);
    assert!(index.contains(&format!("href=\"{address}\"")), "{index}");
    stage.get("editor", "/desk/site/nothing").await.expect(404);
    stage.get("editor", "/desk/site/topic/nothing").await.expect(404);
    stage.get("editor", "/desk/site/media").await.expect(404);
}

#[tokio::test]
async fn more_rows_are_shown_with_everything_that_was_typed_and_nothing_is_kept() {
    let stage = stage();
    let fields = [("more", "office"), ("rows-office", "2"), ("name-en", "Ilva Tarn"), ("office-1-title-en", "Attaché")];
    let more = stage.post("editor", "/desk/site/speaker", &fields).await.expect(200);
    assert_eq!(more.field("name-en").as_deref(), Some("Ilva Tarn"));
    assert_eq!(more.field("office-1-title-en").as_deref(), Some("Attaché"));
    assert!(more.text.contains("name=\"office-3-from\"") && !more.text.contains("name=\"office-4-from\""));
    assert!(standing(&stage).speakers.iter().all(|speaker| speaker.slug != "ilva-tarn"));
}

#[tokio::test]
async fn the_lead_message_and_the_identity_are_kept_each_by_their_keeper() {
    let stage = with_message();
    stage.set("2020-09-22T13:00:00Z");
    stage.release(&id(2), "en", "A newer statement", "It is newer.", None);
    let lead = [("do", "save"), ("message", id(1).as_str())].map(|(name, value)| (name, value.to_owned()));
    let lead: Vec<(&str, &str)> = lead.iter().map(|(name, value)| (*name, value.as_str())).collect();
    stage.post("publisher", "/desk/site/lead", &lead).await.expect(303);
    assert_eq!(standing(&stage).lead, Some(id(1)));
    assert!(stage.get("publisher", "/desk/site").await.text.contains("Statement on the harbour"));

    let page = stage.get("administrator", "/desk/site/identity").await.expect(200);
    assert_eq!(page.field("languages").as_deref(), Some("en, ar, zh, ru"));
    let names = ["name-en", "name-ar", "name-zh", "name-ru", "home-zone", "languages", "imprint-en"];
    let mut fields: Vec<(&str, String)> = names.iter().map(|name| (*name, page.field(name).unwrap())).collect();
    fields.extend([
        ("default-kind", "notice".to_owned()),
        ("tagline-en", "Press section".to_owned()),
        ("do", "save".to_owned()),
    ]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    stage.post("publisher", "/desk/site/identity", &fields).await.expect(403);
    stage.post("administrator", "/desk/site/identity", &fields).await.expect(303);
    let identity = standing(&stage).identity;
    assert_eq!((identity.default_kind, identity.languages.len()), (domain::Kind::Notice, 4));
    assert!(front(&stage).contains("Press section"));
}

#[tokio::test]
async fn what_cannot_be_is_said_beside_its_field_and_nothing_typed_is_lost() {
    let stage = stage();
    let kept = ("name-en", "kept as typed");
    // Who, which form, what is typed, what is said, a field that must come back as it was.
    let table: &[Wrong<'_>] = &[
        (
            "publisher",
            "counter",
            &[("sentence-en-other", "no number")],
            "exactly once",
            ("sentence-en-other", "no number"),
        ),
        (
            "publisher",
            "counter",
            &[("start", "2020-01-02"), ("link", "javascript:x")],
            "This is no address",
            ("link", "javascript:x"),
        ),
        ("publisher", "counter", &[("start", "2020-01-02")], "at least one language", ("start", "2020-01-02")),
        (
            "publisher",
            "counter",
            &[("start", "2020-01-02"), ("end", "2020-01-01"), ("sentence-en-other", "{days} d")],
            "cannot end before it starts",
            ("end", "2020-01-01"),
        ),
        (
            "publisher",
            "clocks",
            &[("clock-0-zone", "Europe/Nowhere")],
            "no such time zone",
            ("clock-0-zone", "Europe/Nowhere"),
        ),
        (
            "publisher",
            "contact",
            &[("label-en", "Post"), ("phone-0-number", "call us")],
            "not a telephone number",
            ("label-en", "Post"),
        ),
        (
            "publisher",
            "contact",
            &[("label-en", "Post"), ("holidays", "soon")],
            "“soon” is not a date",
            ("holidays", "soon"),
        ),
        (
            "publisher",
            "contact",
            &[("label-en", "Post"), ("hours-0-from", "09:00")],
            "Tick the days",
            ("hours-0-from", "09:00"),
        ),
        (
            "publisher",
            "contact",
            &[("label-en", "Post"), ("hours-0-days", "mon"), ("hours-0-from", "17:00"), ("hours-0-to", "09:00")],
            "must end after they begin",
            ("hours-0-to", "09:00"),
        ),
        (
            "publisher",
            "banner",
            &[
                ("text-en", "x"),
                ("starts-date", "2020-10-02"),
                ("starts-time", "10:00"),
                ("ends-date", "2020-10-01"),
                ("ends-time", "10:00"),
            ],
            "must end after it starts",
            ("text-en", "x"),
        ),
        (
            "publisher",
            "banner",
            &[("text-en", "x"), ("starts-date", "2020-10-02")],
            "The time is missing",
            ("starts-date", "2020-10-02"),
        ),
        ("editor", "speaker", &[kept, ("office-0-from", "2020-01-01")], "Give the office", kept),
        (
            "editor",
            "speaker",
            &[kept, ("office-0-title-en", "Consul"), ("office-0-from", "2020-01-02"), ("office-0-to", "2020-01-01")],
            "before the first one",
            kept,
        ),
        ("editor", "topic", &[("slug", "x")], "needs a name", ("slug", "x")),
        ("publisher", "lead", &[("message", "nothing")], "Choose one", ("do", "")),
        (
            "administrator",
            "identity",
            &[kept, ("home-zone", "Nowhere"), ("default-kind", "notice"), ("languages", "en")],
            "no time zone",
            kept,
        ),
        (
            "administrator",
            "identity",
            &[kept, ("home-zone", "UTC"), ("default-kind", "notice"), ("languages", "e")],
            "not a language tag",
            kept,
        ),
        (
            "publisher",
            "counter",
            &[
                ("start", "2020-01-02"),
                ("sentence-en-other", "{days} d"),
                ("when", "at"),
                ("effective-date", "2020-09-22"),
                ("effective-time", "12:59"),
            ],
            "This instant is past",
            ("effective-time", "12:59"),
        ),
        (
            "publisher",
            "counter",
            &[
                ("start", "2020-01-02"),
                ("sentence-en-other", "{days} d"),
                ("when", "now"),
                ("effective-date", "2020-10-22"),
            ],
            "but “at once” is chosen",
            ("effective-date", "2020-10-22"),
        ),
    ];
    let head = stage.desk.newsroom.home().head().unwrap();
    for (who, kind, fields, wanted, (field, value)) in table {
        let reply = stage.post(who, &format!("/desk/site/{kind}"), &and(fields, &[("do", "save")])).await.expect(422);
        assert!(plain(&reply.text).contains(wanted), "{kind} {fields:?}: {}", reply.text);
        assert!(reply.text.contains("role=\"alert\""));
        if !value.is_empty() {
            assert_eq!(reply.field(field).as_deref(), Some(*value), "{kind}: {}", reply.text);
        }
    }
    assert_eq!(stage.desk.newsroom.home().head().unwrap(), head, "what is refused leaves nothing behind");
    let long = "x".repeat(3_000);
    let reply = stage.post("editor", "/desk/site/topic", &[("name-en", &long), ("do", "save")]).await.expect(422);
    assert!(reply.text.contains("more than 2,000 characters"), "{}", reply.text);
    assert_eq!(reply.field("name-en"), Some(long));
}

#[tokio::test]
async fn a_time_that_is_skipped_or_comes_twice_is_refused_until_one_of_the_two_is_chosen() {
    let stage = with_message();
    for (date, time, which, instant) in [
        ("2021-03-28", "01:30", "2021-03-28T01:30:00Z", "2021-03-28T01:30:00Z"),
        ("2020-10-25", "01:30", "2020-10-25T01:30:00Z", "2020-10-25T01:30:00Z"),
        ("2020-10-25", "01:30", "2020-10-25T00:30:00Z", "2020-10-25T00:30:00Z"),
    ] {
        let when = [("do", "save"), ("when", "at"), ("effective-date", date), ("effective-time", time)];
        let fields = and(&COUNTER, &when);
        let asked = stage.post("publisher", "/desk/site/counter", &fields).await.expect(422);
        assert!(asked.text.contains("Choose one of the two instants"), "{}", asked.text);
        assert!(asked.text.contains(&format!("value=\"{which}\"")), "{}", asked.text);
        // A choice for another time is none.
        let other = and(&fields, &[("effective-which", "2020-01-01T00:00:00Z")]);
        stage.post("publisher", "/desk/site/counter", &other).await.expect(422);
        let kept = stage
            .post("publisher", "/desk/site/counter", &and(&fields, &[("effective-which", which)]))
            .await
            .expect(303);
        let (address, _) = kept.location().split_once('?').unwrap();
        let key = FixtureKey { kind: "counter".into(), id: address.rsplit('/').next().unwrap().to_owned() };
        let stream = format!("fixture/{key}");
        let entry = stage.desk.newsroom.home().read_stream(stage.desk.site.as_str(), &stream).unwrap().pop().unwrap();
        let Fact::FixtureSet { effective, .. } = Fact::read(&entry.draft.kind, &entry.draft.body).unwrap() else {
            panic!("a counter was set");
        };
        assert_eq!(effective, instant.parse::<Timestamp>().unwrap());
    }
}

#[tokio::test]
async fn a_form_made_from_an_older_state_is_not_kept_over_somebody_elses_change() {
    let stage = stage();
    let topic = |name| [("do", "save"), ("base", "1"), ("name-en", name)];
    stage.post("editor", "/desk/site/topic/harbour", &topic("Harbour and docks")).await.expect(303);
    let late = stage.post("second", "/desk/site/topic/harbour", &topic("Port")).await.expect(422);
    assert!(late.text.contains("Somebody else changed this"), "{}", late.text);
    assert_eq!(late.field("name-en").as_deref(), Some("Port"));
    let base = late.field("base").unwrap();
    let again = [("do", "save"), ("base", base.as_str()), ("name-en", "Port")];
    stage.post("second", "/desk/site/topic/harbour", &again).await.expect(303);
}

#[tokio::test]
async fn evergreen_pages_are_listed_by_language_with_a_way_to_write_and_none_around_the_workflow() {
    let stage = stage();
    let page = stage.get("editor", "/desk/site/pages").await.expect(200).text;
    assert!(page.contains("There is no page in this language") && page.contains("/desk/new?kind=page"), "{page}");
    stage.post("editor", "/desk/site/pages", &[("nav", "1")]).await.expect(405);
}
