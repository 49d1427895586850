//! Random histories against the whole public site: nothing before its instant, everything at it, and every answer
//! good for as long as it says.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use domain::{Command, Lang, MessageId, Shown};
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use testkit::{Harness, time};

/// The history's first instant; the site's clocks stand in London.
const START: &str = "2020-09-22T20:00:00Z";
const MESSAGES: u8 = 3;

#[derive(Debug, Clone)]
enum Deed {
    Release { message: u8, in_minutes: u16 },
    Withdraw(u8),
    Restore(u8),
    Erase(u8),
    Cancel { message: u8, number: u32 },
    Move { message: u8, number: u32, in_minutes: u16 },
}

fn deed() -> impl Strategy<Value = Deed> {
    let message = 0..MESSAGES;
    prop_oneof![
        6 => (message.clone(), prop_oneof![Just(0u16), 1u16..600]).prop_map(|(message, in_minutes)| Deed::Release { message, in_minutes }),
        2 => message.clone().prop_map(Deed::Withdraw),
        1 => message.clone().prop_map(Deed::Restore),
        1 => message.clone().prop_map(Deed::Erase),
        1 => (message.clone(), 1u32..4).prop_map(|(message, number)| Deed::Cancel { message, number }),
        1 => (message, 1u32..4, 1u16..600).prop_map(|(message, number, in_minutes)| Deed::Move { message, number, in_minutes }),
    ]
}

fn minutes(count: u16) -> SignedDuration {
    SignedDuration::from_mins(i64::from(count))
}

fn id(message: u8) -> MessageId {
    MessageId::from_bits([100 + message; 10])
}

fn english() -> Lang {
    "en".parse().unwrap()
}

/// A word that stands in one version's title, slug and text only.
fn marker(message: u8, count: usize) -> String {
    format!("marker{message}x{count}y")
}

struct History {
    harness: Harness,
    domain: Vec<domain::Message>,
    /// Every marker with the message and version number it belongs to.
    markers: Vec<(String, u8, u32)>,
    addresses: Vec<String>,
    end: Timestamp,
}

fn play(deeds: &[(u16, Deed)]) -> History {
    let harness = Harness::at(START);
    let mut now = time(START);
    let mut history = History {
        harness,
        domain: vec![domain::Message::default(); MESSAGES.into()],
        markers: vec![],
        addresses: vec![],
        end: now,
    };
    for (count, (later, deed)) in deeds.iter().enumerate() {
        now += minutes(*later);
        history.harness.clock.set(now);
        history.end = history.end.max(now);
        let lang = english();
        let (message, order) = match deed.clone() {
            Deed::Release { message, in_minutes } => {
                let word = marker(message, count);
                let mut text = history.harness.manuscript(
                    &id(message),
                    "en",
                    domain::Kind::Statement,
                    &word,
                    &format!("Text {word}."),
                    &word,
                );
                text.speakers = vec![word.clone()];
                text.occasion.place = Some(word.clone());
                let release = (in_minutes > 0).then(|| now + minutes(in_minutes));
                history.end = history.end.max(release.unwrap_or(now));
                let edition = history.domain[usize::from(message)].editions.get(&lang).cloned().unwrap_or_default();
                let class = if edition.versions.is_empty() {
                    domain::VersionClass::First
                } else {
                    domain::VersionClass::Substantive
                };
                let slug = domain::SlugWish::Message(word.clone());
                history.markers.push((word, message, edition.last_number + 1));
                (message, text.version(history.harness.newsroom.chance(), release, class, None, slug))
            }
            Deed::Withdraw(message) => {
                (message, Command::WithdrawEdition { message: id(message), lang, reason: "in error".into() }.into())
            }
            Deed::Restore(message) => {
                (message, Command::RestoreEdition { message: id(message), lang, note: "checked".into() }.into())
            }
            Deed::Erase(message) => (
                message,
                Command::EraseEdition { message: id(message), lang, ground: "law".into(), by_law: true }.into(),
            ),
            Deed::Cancel { message, number } => {
                (message, Command::CancelRelease { message: id(message), lang, number, reason: "off".into() }.into())
            }
            Deed::Move { message, number, in_minutes } => {
                let release = now + minutes(in_minutes);
                history.end = history.end.max(release);
                (
                    message,
                    Command::MoveRelease { message: id(message), lang, number, release, reason: "later".into() }.into(),
                )
            }
        };
        match history.harness.order(order) {
            Ok(ack) => ack.facts.iter().for_each(|fact| {
                history.domain[usize::from(message)].evolve(fact);
                if let domain::Fact::VersionReleased { address, .. } | domain::Fact::ReleaseMoved { address, .. } = fact
                {
                    history.addresses.push(format!("/en/{address}"));
                }
            }),
            // A refused release never gets the number that was foreseen for it.
            Err(_) => {
                let word = marker(message, count);
                history.markers.retain(|(marker, _, _)| *marker != word);
            }
        }
    }
    history
}

impl History {
    /// Every public address there is, with guesses.
    fn every_address(&self) -> Vec<String> {
        let fixed = [
            "/en/",
            "/en/messages/",
            "/en/messages/2020/",
            "/en/messages/2020/09/",
            "/en/messages/?kind=statement",
            "/ar/",
            "/ar/messages/",
        ];
        let filtered = self.markers.iter().map(|(word, _, _)| format!("/en/messages/?speaker={word}"));
        let ids = (0..MESSAGES).map(|message| format!("/en/{}", id(message)));
        fixed
            .iter()
            .map(|address| (*address).to_owned())
            .chain(self.addresses.clone())
            .chain(filtered)
            .chain(ids)
            .collect()
    }

    fn shown(&self, message: u8, instant: Timestamp) -> Option<u32> {
        match self.domain[usize::from(message)].editions.get(&english())?.shown_at(instant) {
            Shown::Version(version) => Some(version.number),
            _ => None,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_version_shows_exactly_where_and_when_the_rule_says(
        deeds in prop::collection::vec((0u16..240, deed()), 1..10), instants in prop::collection::vec(0u16..1500, 3),
    ) {
        let history = play(&deeds);
        // The present at the end of the history, so that every instant is past and the same crawl serves the mementos.
        history.harness.clock.set(history.end + minutes(1));
        for minute in instants {
            let instant = time(START) + minutes(minute);
            if instant > history.end {
                continue;
            }
            let stamp: String = instant.to_string().chars().filter(char::is_ascii_digit).take(14).collect();
            for address in history.every_address() {
                let memento = history.harness.get(&format!("/web/{stamp}{address}"));
                prop_assert!(memento.status() < 500);
                let page = memento.page();
                for (word, message, number) in &history.markers {
                    let public = history.shown(*message, instant) == Some(*number);
                    // A filter's own value stands in its form's address.
                    prop_assert!(public || !page.contains(word) || address.contains(word), "{} in {} at {}", word, address, instant);
                }
            }
            for (word, message, number) in &history.markers {
                let listed = history.harness.page(&format!("/web/{stamp}/en/messages/")).contains(word);
                prop_assert_eq!(listed, history.shown(*message, instant) == Some(*number), "{} at {}", word, instant);
            }
        }
    }

    #[test]
    fn one_second_before_its_release_a_message_is_as_if_it_did_not_exist(others in 0u8..3, in_minutes in 1u16..2000) {
        let with = Harness::at(START);
        let without = Harness::at(START);
        for harness in [&with, &without] {
            for other in 0..others {
                harness.release(&id(other), "en", &format!("Known {other}"), "Text.", None);
            }
        }
        let release = time(START) + minutes(in_minutes);
        let address = with.release(&id(9), "en", "Secret", "Secret words.", Some(&release.to_string()));
        let before = release - SignedDuration::from_secs(1);
        let guesses = ["/en/", "/ar/", "/en/messages/", "/en/messages/2020/", "/en/messages/2020/09/", "/en/messages/?kind=statement", "/en/messages/?from=2020-09-01", &address, "/en/secret"];
        for harness in [&with, &without] {
            harness.clock.set(before);
        }
        for guess in guesses {
            let (one, other) = (with.get(guess), without.get(guess));
            let said = |answer: &site::Answer| (answer.status(), answer.location().map(str::to_owned), answer.good_until(), answer.page());
            prop_assert_eq!(said(&one), said(&other), "{}", guess);
        }
        with.clock.set(release);
        prop_assert!(with.page("/en/").contains("Secret"));
        prop_assert_eq!(with.get(&address).status(), 200);
    }

    #[test]
    fn an_answer_stays_the_same_for_as_long_as_it_says(
        deeds in prop::collection::vec((0u16..240, deed()), 1..8), minute in 0u16..1500, part in 0.0f64..1.0,
    ) {
        let history = play(&deeds);
        let instant = history.end + minutes(minute);
        for address in history.every_address() {
            history.harness.clock.set(instant);
            let now = history.harness.get(&address);
            let Some(until) = now.good_until() else { continue };
            prop_assert!(until > instant);
            let span = until.duration_since(instant).as_micros() as f64;
            let later = instant + SignedDuration::from_micros((span * part) as i64);
            prop_assume!(later < until);
            history.harness.clock.set(later);
            let (first, second) = (strip_now(&now.page()), strip_now(&history.harness.page(&address)));
            prop_assert_eq!(first, second, "{} from {} to {}", address, instant, later);
        }
    }
}

/// A page without the machine-readable instant at which it was made, which no reader sees.
fn strip_now(page: &str) -> String {
    let Some((before, rest)) = page.split_once("data-now=\"") else { return page.to_owned() };
    let after = rest.split_once('"').map_or("", |(_, after)| after);
    format!("{before}{after}")
}
