//! The standing parts of the site measured: what a mission usually has, so that its pages weigh what pages weigh.

use std::path::Path;

use anyhow::Context as _;
use domain::{Command, Fixture};
use newsroom::Order;
use serde_json::{Value, json};

use crate::corpus::{ENGLISH, RUSSIAN};
use crate::node::Node;

/// Gives a new site clocks, a contact, counters, a banner, speakers and topics.
///
/// # Errors
/// When the site cannot be opened or a part is refused.
pub fn furnish(site: &Path) -> anyhow::Result<()> {
    let node = Node::open(site)?;
    let parts = parts().into_iter().map(serde_json::from_value::<Fixture>).collect::<Result<Vec<_>, _>>();
    let parts = parts.context("a furnishing is not what the site takes")?;
    let orders: Vec<Order> = parts
        .into_iter()
        .map(|part| Order::from(Command::SetFixture { part: Box::new(part), effective: None }))
        .collect();
    node.submit(&orders)
}

fn parts() -> Vec<Value> {
    let mut parts = vec![
        json!({ "fixture": "clocks", "clocks": [
            { "city": { "en": "Arvenna", "ru": "Арвенна" }, "zone": "Europe/Moscow" },
            { "city": { "en": "Port Selby", "ru": "Порт-Селби" }, "zone": "Europe/London" },
        ] }),
        json!({ "fixture": "contact", "id": "consular",
            "label": { "en": "Consular queries", "ru": "Консульские вопросы" },
            "phones": ["+44 (0) 20 7946 0000"], "email": "consular@mission.example",
            "hours": [{ "days": ["mon", "tue", "wed", "thu", "fri"], "from": "09:00:00", "to": "17:00:00" }],
            "holidays": ["2030-12-25"] }),
        counter(
            "crossing",
            "2018-03-04",
            "up",
            "since the night ferry last crossed",
            "с последнего рейса ночного парома",
        ),
        counter("jubilee", "2035-05-01", "down", "until the lighthouse is a hundred", "до столетия маяка"),
        json!({ "fixture": "banner", "id": "storm", "level": "info", "starts": "2020-01-01T00:00:00Z",
            "text": { "en": "The reading room is open again.", "ru": "Читальный зал снова открыт." } }),
    ];
    for (at, (en, ru)) in ENGLISH.persons.iter().zip(RUSSIAN.persons).enumerate() {
        parts.push(json!({ "fixture": "speaker", "slug": slug(en), "name": { "en": en, "ru": ru },
            "offices": [{ "title": if at == 0 { json!({ "en": "Ambassador", "ru": "Посол" }) } else { json!({ "en": "Spokesperson", "ru": "Представитель" }) } }] }));
    }
    for (en, ru) in ENGLISH.topics.iter().zip(RUSSIAN.topics) {
        parts.push(json!({ "fixture": "topic", "slug": slug(en), "name": { "en": en, "ru": ru } }));
    }
    parts
}

fn counter(id: &str, start: &str, direction: &str, en: &str, ru: &str) -> Value {
    json!({ "fixture": "counter", "id": id, "start": start, "direction": direction, "sentence": {
        "en": { "one": format!("{{days}} day {en}"), "other": format!("{{days}} days {en}") },
        "ru": { "one": format!("{{days}} день {ru}"), "few": format!("{{days}} дня {ru}"),
            "many": format!("{{days}} дней {ru}"), "other": format!("{{days}} дня {ru}") } } })
}

fn slug(name: &str) -> String {
    domain::slug_of(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_furnishing_is_one_that_a_site_takes() {
        for part in parts() {
            let said = part.to_string();
            assert!(serde_json::from_value::<Fixture>(part).is_ok(), "{said}");
        }
    }
}
