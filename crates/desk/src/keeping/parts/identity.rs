//! Name, home and languages of the site.

use domain::{Fixture, Identity, Kind, Lang};

use super::put_texts;
use crate::keeping::form::{Control, Layout};
use crate::keeping::input::Input;
use crate::keeping::reading::Reading;

pub(super) fn fill(identity: &Identity, input: &mut Input) {
    put_texts(input, "name", &identity.name);
    put_texts(input, "tagline", &identity.tagline);
    put_texts(input, "home-city", &identity.home_city);
    put_texts(input, "imprint", &identity.imprint);
    input.set("home-zone", &identity.home_zone);
    input.set("languages", identity.languages.iter().map(Lang::as_str).collect::<Vec<_>>().join(", "));
    input.set("default-kind", identity.default_kind.as_str());
}

pub(super) fn lay(layout: &mut Layout<'_>) {
    layout.group("name").texts(Control::Text, "name", "name").texts(Control::Text, "tagline", "tagline");
    layout.group("home").field(Control::Text, "home-zone", "zone").suggestions("zones").hint("home-zone");
    layout.texts(Control::Text, "home-city", "home-city");
    layout.group("languages").field(Control::Text, "languages", "languages").hint("languages");
    let kinds = Kind::MESSAGES
        .iter()
        .map(|kind| (kind.as_str().to_owned(), layout.keeper.say(&format!("desk-kind-{}", kind.as_str()))));
    let kinds = kinds.collect();
    layout.choose_from(Control::Select, "default-kind", "default-kind", kinds).hint("default-kind");
    layout.group("imprint").texts(Control::Area, "imprint", "imprint");
}

pub(super) fn read(reading: &mut Reading<'_>) -> Option<Fixture> {
    let languages = languages(reading);
    // A language that was just added has no fields yet; its texts come with the next change.
    for lang in &languages {
        if !reading.languages.contains(lang) {
            reading.languages.push(lang.clone());
        }
    }
    let name = reading.texts_needed("name", "name");
    let (tagline, home_city, imprint) =
        (reading.texts("tagline"), reading.texts("home-city"), reading.texts("imprint"));
    let home_zone = reading.text("home-zone");
    if home_zone.is_none() {
        reading.refuse("home-zone", "zone");
    }
    let kind = reading.input.get("default-kind");
    let default_kind = Kind::MESSAGES.into_iter().find(|known| known.as_str() == kind);
    if default_kind.is_none() {
        reading.refuse("default-kind", "choice");
    }
    let (home_zone, default_kind) = (home_zone?, default_kind?);
    Some(Fixture::Identity(Identity { name, tagline, home_zone, home_city, languages, default_kind, imprint }))
}

fn languages(reading: &mut Reading<'_>) -> Vec<Lang> {
    let text = reading.text("languages").unwrap_or_default();
    let mut languages: Vec<Lang> = vec![];
    for tag in text.split([',', ' ', ';', '\n']).filter(|tag| !tag.is_empty()) {
        match tag.parse::<Lang>() {
            Ok(lang) if languages.contains(&lang) => {}
            Ok(lang) => languages.push(lang),
            Err(error) => reading.wrong("languages", error.to_string()),
        }
    }
    languages
}
