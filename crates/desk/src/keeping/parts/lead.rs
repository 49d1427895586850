//! The message that leads the front page.

use domain::{Fixture, Lang, MessageId};
use views::{DeskFilter, DeskLine};

use crate::DeskError;
use crate::keeping::form::{Control, Layout};
use crate::keeping::input::Input;
use crate::keeping::keeper::Keeper;
use crate::keeping::limits::LEADS_OFFERED_MAX;
use crate::keeping::reading::Reading;

pub(super) fn fill(message: &MessageId, input: &mut Input) {
    input.set("message", message.as_str());
}

pub(super) fn lay(layout: &mut Layout<'_>) -> Result<(), DeskError> {
    let keeper = layout.keeper;
    let filter = DeskFilter { lang: keeper.languages().first().cloned(), words: String::new() };
    let lines = keeper.desk.newsroom.views().desk_list(&keeper.desk.site, &filter, 0, LEADS_OFFERED_MAX)?;
    // What was taken back or erased has no title any more, and cannot lead the front page either.
    let offered = |line: &&DeskLine| line.kind != "page" && !line.title.is_empty();
    let mut choices: Vec<(String, String)> = lines.iter().filter(offered).map(choice).collect();
    let chosen = layout.input.get("message");
    if let Some(message) = chosen.parse::<MessageId>().ok().filter(|_| choices.iter().all(|(id, _)| id != chosen)) {
        choices.insert(0, (chosen.to_owned(), title_of(&message, keeper)));
    }
    layout.group("lead").about("lead").choose_from(Control::Select, "message", "message", choices);
    Ok(())
}

fn choice(line: &DeskLine) -> (String, String) {
    (line.message.to_string(), line.title.clone())
}

pub(super) fn read(reading: &mut Reading<'_>) -> Option<Fixture> {
    match reading.input.get("message").parse() {
        Ok(message) => Some(Fixture::Lead { message }),
        Err(_) => {
            reading.refuse("message", "choice");
            None
        }
    }
}

/// A message's title in the first language that has one; its id when none is public.
pub(super) fn title_of(message: &MessageId, keeper: &Keeper<'_>) -> String {
    let title = |lang: &Lang| {
        let version = keeper.desk.newsroom.views().edition(&keeper.as_of(), lang, message).ok()??;
        Some(version.sheet.title)
    };
    [&keeper.lang].into_iter().chain(keeper.languages()).find_map(title).unwrap_or_else(|| message.to_string())
}
