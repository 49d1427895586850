//! The sample's desk: four invented people, a text that waits for approval and one that somebody still writes.

use std::sync::Arc;

use anyhow::Context as _;
use desk::signin::{Person, add_person};
use document::{ParseOptions, from_markdown};
use domain::{AccountId, Clock, Command, Grant, Kind, Lang, Role, SiteId};
use newsroom::{Chance, Content, Manuscript, Newsroom, Order, Visitor};
use store::Home;

use super::Sample;

/// The people: sign-in name, name, roles.
const PEOPLE: [(&str, &str, &[Role]); 4] = [
    ("lena", "Lena Castell (writes)", &[Role::Author, Role::Translator]),
    ("tomas", "Tomas Brandt (edits)", &[Role::Author, Role::Editor]),
    ("noor", "Noor Hadley (releases)", &[Role::Editor, Role::Publisher]),
    ("ivo", "Ivo Marsh (keeps the accounts)", &[Role::Administrator]),
];
const WAITING: (&str, &str) = (
    "Comment by the Embassy on the reopening of the ferry line",
    "The Embassy welcomes the reopening of the ferry line on 1 December.\n\nQuestion: Will the timetable stay the same over the winter?\n\nAnswer: Yes. Two sailings a day are planned until the end of March.\n",
);
const BEGUN: (&str, &str) =
    ("Notice: the consular section over the holidays", "The consular section is closed on 25 and 26 December.\n");

/// Opens the sample's newsroom for the desk, by the demonstration's own clock.
///
/// # Errors
/// When the temporary directory cannot be read.
pub fn open(sample: &Sample, clock: Arc<dyn Clock>) -> anyhow::Result<Newsroom> {
    let home: Arc<dyn Home> = sample.home.clone();
    Ok(Newsroom::open(home, sample.views.clone(), clock, Chance::seeded(crate::clock::seed()?))?)
}

/// Lets the people in and gives them something to do.
///
/// # Errors
/// When the disk fails, or the sample contradicts the rules, which a test keeps from happening.
pub fn people(newsroom: &Newsroom, site: &SiteId) -> anyhow::Result<()> {
    let mut accounts = Vec::new();
    for (sign_in_name, name, roles) in PEOPLE {
        let account = newsroom.chance().account_id();
        let person = Person {
            account: account.clone(),
            sign_in_name: sign_in_name.to_owned(),
            name: name.to_owned(),
            email: None,
            lang: None,
        };
        add_person(newsroom.records(), &person, newsroom.now())?;
        let grants = roles.iter().map(|role| Grant { role: *role, lang: None }).collect();
        let command = Command::SetAccount { account: account.clone(), grants, owner: None, expires: None };
        for answer in newsroom.submit(site, "demo", &[Order::from(command)])? {
            answer?;
        }
        accounts.push(account);
    }
    let [writer, editor, ..] = accounts.as_slice() else { return Ok(()) };
    write(newsroom, site, writer, WAITING, Kind::Comment, true)?;
    write(newsroom, site, editor, BEGUN, Kind::Notice, false)
}

fn write(
    newsroom: &Newsroom,
    site: &SiteId,
    account: &AccountId,
    (title, text): (&str, &str),
    kind: Kind,
    submit: bool,
) -> anyhow::Result<()> {
    let lang: Lang = "en".parse().context("the sample has English")?;
    let message = newsroom.chance().message_id();
    let mut mint = Manuscript::mint(&message, &lang, "desk");
    let document = from_markdown(text, &ParseOptions { speakers: &[], lang: lang.as_str() }, &mut mint).document;
    let content = Content { title: title.to_owned(), document, ..Content::empty(kind) };
    let visitor = Visitor { account: account.clone(), from: None };
    let saved = newsroom.save_draft(site, &visitor, (&message, &lang), 0, content)?;
    if submit {
        newsroom.submit_draft(site, &visitor, &message, &lang, saved.revision)?;
    }
    Ok(())
}
