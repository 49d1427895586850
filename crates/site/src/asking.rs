//! Questions to the record as a whole: search, quote check, speakers, figures; by readers and by programs.

use domain::AsOf;
use http::StatusCode;
use views::Standing;

use crate::address::Room;
use crate::answer::{Answer, Keep};
use crate::frame::{Desk, Frame, Tense, next_minute};
use crate::public::{PublicSite, Question, Trouble};
use crate::rooms::{Reached, api, problem, quote, search, speakers, tables};

impl PublicSite {
    /// The rooms that ask the record as a whole: search, quote check, speakers, figures.
    pub(crate) fn record(
        &self,
        desk: &Desk<'_>,
        mut frame: Frame,
        room: &Room,
        query: &str,
    ) -> Result<Answer, Trouble> {
        if matches!(room, Room::Search | Room::Quote) {
            // Whoever changes the language goes on with the same question.
            let question = if query.is_empty() { String::new() } else { format!("?{query}") };
            frame.languages.iter_mut().for_each(|language| {
                if let Ok(lang) = language.code.parse() {
                    language.href = format!("{}{question}", desk.href(&lang, room.clone()));
                }
            });
        }
        let answer = match room {
            Room::Search => search::model(desk, query)?.map(|room| {
                frame.title = Some(room.title());
                self.render(desk, "search.html", StatusCode::OK, frame, room)
            }),
            Room::Quote => quote::model(desk, query)?.map(|room| {
                frame.title = Some(room.title());
                self.render(desk, "quote.html", StatusCode::OK, frame, room)
            }),
            Room::Speakers => {
                let room = speakers::all(desk)?;
                frame.title = Some(room.title());
                Some(self.render(desk, "speakers.html", StatusCode::OK, frame, room))
            }
            Room::Speaker(slug) => match speakers::one(desk, slug, query)? {
                Reached::Here(room) => {
                    frame.title = Some(room.title());
                    Some(self.render(desk, "speaker.html", StatusCode::OK, frame, room))
                }
                Reached::Unknown => Some(self.unknown(desk, frame)),
                Reached::Malformed | Reached::NotYet => None,
            },
            Room::Table(table) => match tables::csv(desk, table, query)? {
                Reached::Here(csv) => Some(Ok(Answer::csv(&csv.name, csv.text))),
                Reached::Unknown => Some(self.unknown(desk, frame)),
                Reached::Malformed => None,
                Reached::NotYet => {
                    let status = StatusCode::SERVICE_UNAVAILABLE;
                    let (standing, lang) = (desk.standing, &desk.words.lang);
                    return self.problem(&desk.as_of, standing, lang, status, problem::stem(status), None);
                }
            },
            _ => None,
        };
        match answer {
            Some(answer) => answer,
            None => {
                let (as_of, standing) = (&desk.as_of, desk.standing);
                self.problem(as_of, standing, &desk.words.lang, StatusCode::BAD_REQUEST, "bad-request", None)
            }
        }
    }

    /// What programs ask of the record, in the language and as at the instant that the query names.
    pub(crate) fn api(
        &self,
        present: &AsOf,
        standing: &Standing,
        name: &str,
        question: &Question<'_>,
    ) -> Result<Answer, Trouble> {
        let languages = &standing.identity.languages;
        let query = question.query.unwrap_or_default();
        let asked = match api::Asked::read(query, languages, present.instant) {
            Ok(asked) => asked,
            Err(problem) => return Ok(problem),
        };
        let lang = asked.lang.unwrap_or_else(|| self.theme.locales.negotiate(question.accept_language, languages));
        let as_of = AsOf { site: present.site.clone(), instant: asked.at.unwrap_or(present.instant) };
        let then = self.views.standing(&as_of)?;
        let standing = then.as_ref().unwrap_or(standing);
        let tense = if asked.at.is_some() { Tense::Past } else { Tense::Live };
        let words = self.words(&lang, standing);
        let answer = api::answer(&self.desk(&as_of, standing, &words, &tense), name, query)?;
        let minute = next_minute(present.instant);
        let until = self.views.next_change(present)?.map_or(minute, |change| change.min(minute));
        let keep = if answer.keep == Keep::Never && answer.status == StatusCode::OK {
            Keep::Until(until)
        } else {
            answer.keep
        };
        Ok(Answer { vary_language: true, ..answer.keep(keep) })
    }
}

/// Whether a path is that of a question to the record as a whole, whose words may be long.
pub(crate) fn asks_the_record(path: &str) -> bool {
    let last = path.rsplit('/').next().unwrap_or_default();
    matches!(last, "search" | "quote" | "years.csv")
}
