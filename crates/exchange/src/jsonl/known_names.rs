//! The site's own speakers and topics, found by the names that sources print.

use std::collections::HashMap;

use domain::{Speaker, Texts, Topic};

use super::prepare::Names;

/// Names of the site's speakers and topics, and the slugs they stand for.
#[derive(Debug, Default)]
pub(super) struct KnownNames {
    labels: Vec<String>,
    speakers: HashMap<String, String>,
    topics: HashMap<String, String>,
}

impl KnownNames {
    pub(super) fn new(speakers: &[Speaker], topics: &[Topic]) -> Self {
        let mut known = Self::default();
        for speaker in speakers {
            for name in speaker.name.0.values().chain(&speaker.aliases) {
                known.labels.push(name.clone());
                known.speakers.insert(name.to_lowercase(), speaker.slug.clone());
            }
        }
        for Topic { slug, name: Texts(names) } in topics {
            known.topics.extend(names.values().map(|name| (name.to_lowercase(), slug.clone())));
        }
        known
    }

    /// Names that may stand in a text's labels: the site's speakers and those the source names.
    pub(super) fn in_labels(&self, named: &[String]) -> Names<'_> {
        if named.is_empty() {
            return Names::Borrowed(&self.labels);
        }
        Names::Owned(self.labels.iter().chain(named).cloned().collect())
    }

    /// Slugs of speakers the site knows, names as printed of all others.
    pub(super) fn speakers(&self, named: &[String]) -> Vec<String> {
        slugs(&self.speakers, named)
    }

    /// Slugs of topics the site knows, names as printed of all others.
    pub(super) fn topics(&self, named: &[String]) -> Vec<String> {
        slugs(&self.topics, named)
    }
}

fn slugs(known: &HashMap<String, String>, named: &[String]) -> Vec<String> {
    named.iter().map(|name| known.get(&name.to_lowercase()).unwrap_or(name).clone()).collect()
}
