//! A person who speaks for the mission, in the offices held over time.

use domain::{Fixture, Office, Speaker, today};
use locale::Arg;

use super::{Preview, in_words, put_texts, slug_from};
use crate::keeping::form::{Control, Layout};
use crate::keeping::input::Input;
use crate::keeping::keeper::Keeper;
use crate::keeping::reading::Reading;

pub(super) fn fill(speaker: &Speaker, input: &mut Input) {
    input.set("slug", &speaker.slug);
    put_texts(input, "name", &speaker.name);
    input.set("aliases", speaker.aliases.join("\n"));
    for (row, office) in speaker.offices.iter().enumerate() {
        put_texts(input, &format!("office-{row}-title"), &office.title);
        input.set(&format!("office-{row}-from"), office.from.map(|date| date.to_string()).unwrap_or_default());
        input.set(&format!("office-{row}-to"), office.to.map(|date| date.to_string()).unwrap_or_default());
    }
}

pub(super) fn lay(layout: &mut Layout<'_>, id: Option<&str>) {
    layout.group("speaker").texts(Control::Text, "name", "person-name");
    if id.is_none() {
        layout.field(Control::Text, "slug", "slug").hint("slug");
    }
    layout.field(Control::Area, "aliases", "aliases").hint("aliases");
    layout.rows("office", |layout, row| {
        layout.texts(Control::Text, &format!("{row}-title"), "office");
        layout.field(Control::Date, &format!("{row}-from"), "term-from");
        layout.field(Control::Date, &format!("{row}-to"), "term-to").hint("term");
    });
}

pub(super) fn read(reading: &mut Reading<'_>, id: Option<&str>) -> Option<Fixture> {
    let name = reading.texts_needed("name", "person-name");
    let aliases = reading.text("aliases").unwrap_or_default();
    let aliases = aliases.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    let mut offices = vec![];
    for row in reading.rows("office") {
        let title = reading.texts_needed(&format!("{row}-title"), "office");
        let (from, to) = (reading.date(&format!("{row}-from")), reading.date(&format!("{row}-to")));
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            reading.refuse(&format!("{row}-to"), "term");
        }
        offices.push(Office { title, from, to });
    }
    let slug = slug_from(reading, id, &name);
    Some(Fixture::Speaker(Speaker { slug, name, offices, aliases }))
}

pub(super) fn preview(speaker: &Speaker, keeper: &Keeper<'_>) -> Vec<Preview> {
    let office = speaker.office_on(today(keeper.now, keeper.home()));
    let title = office.and_then(|office| office.title.get(&keeper.lang, keeper.languages()));
    let name = speaker.name.get(&keeper.lang, keeper.languages()).unwrap_or_default().to_owned();
    let args = [("name", Arg::Str(name)), ("office", Arg::Str(title.unwrap_or_default().to_owned()))];
    let key = if title.is_some() { "keeping-office-today" } else { "keeping-office-none" };
    vec![in_words(keeper.say("keeping-today"), keeper.say_with(key, &args))]
}
