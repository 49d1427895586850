//! Standing parts of the site in words.

use domain::{Fixture, FixtureKey};

use super::room::Room;

impl Room<'_> {
    /// What a part is called: its kind, and its name where it has one.
    pub(super) fn part(&self, part: &Fixture) -> String {
        let named = match part {
            Fixture::Speaker(speaker) => speaker.name.get(&self.lang, &[]).map(str::to_owned),
            Fixture::Topic(topic) => topic.name.get(&self.lang, &[]).map(str::to_owned),
            Fixture::Contact(contact) => contact.label.get(&self.lang, &[]).map(str::to_owned),
            Fixture::Banner(banner) => banner.text.get(&self.lang, &[]).map(str::to_owned),
            Fixture::Media(file) => Some(file.name.clone()),
            Fixture::Counter(counter) => Some(counter.id.clone()),
            Fixture::Lead { message } => self.message_title(message).ok(),
            Fixture::Identity(_) | Fixture::Clocks { .. } => None,
        };
        self.named_part(&part.key().kind, named)
    }

    /// The same from its key alone.
    pub(super) fn part_of_key(&self, key: &FixtureKey) -> String {
        self.named_part(&key.kind, Some(key.id.clone()).filter(|id| !id.is_empty()))
    }

    fn named_part(&self, kind: &str, name: Option<String>) -> String {
        let kind = self.say(&format!("review-part-{kind}"), &[]);
        match name {
            Some(name) => self.say("review-part-named", &[("kind", kind.into()), ("name", name.into())]),
            None => kind,
        }
    }
}
