//! A way to reach the mission.

use domain::{Contact, DayHours, Fixture, OpeningState, Phone, Texts, Weekday, opening_state};
use jiff::civil::{Date, DateTime};
use locale::Arg;

use super::{Preview, id_from_texts, in_words, put_texts};
use crate::keeping::form::{Control, Layout};
use crate::keeping::input::Input;
use crate::keeping::keeper::Keeper;
use crate::keeping::reading::Reading;

const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];

pub(super) fn empty(id: String) -> Contact {
    Contact {
        id,
        label: Texts::default(),
        phones: vec![],
        email: None,
        address: Texts::default(),
        hours: vec![],
        holidays: vec![],
        note: Texts::default(),
    }
}

pub(super) fn fill(contact: &Contact, input: &mut Input) {
    put_texts(input, "label", &contact.label);
    put_texts(input, "address", &contact.address);
    put_texts(input, "note", &contact.note);
    input.set("email", contact.email.as_deref().unwrap_or_default());
    for (row, phone) in contact.phones.iter().enumerate() {
        input.set(&format!("phone-{row}-number"), phone.display());
    }
    for (row, hours) in contact.hours.iter().enumerate() {
        for (_, day) in DAYS.iter().filter(|(day, _)| hours.days.contains(day)) {
            input.add(&format!("hours-{row}-days"), *day);
        }
        input.set(&format!("hours-{row}-from"), hours.from.strftime("%H:%M").to_string());
        input.set(&format!("hours-{row}-to"), hours.to.strftime("%H:%M").to_string());
    }
    let holidays = contact.holidays.iter().map(Date::to_string).collect::<Vec<_>>();
    input.set("holidays", holidays.join("\n"));
}

pub(super) fn lay(layout: &mut Layout<'_>) {
    layout.group("contact").texts(Control::Text, "label", "label");
    layout.rows("phone", |layout, row| {
        layout.field(Control::Text, &format!("{row}-number"), "phone").hint("phone");
    });
    layout.group("writing").field(Control::Text, "email", "email").texts(Control::Area, "address", "address");
    let days: Vec<(String, String)> = DAYS
        .iter()
        .map(|(day, name)| {
            ((*name).to_owned(), layout.keeper.desk.templates.locales().weekday(&layout.keeper.lang, day.civil()))
        })
        .collect();
    layout.rows("hours", |layout, row| {
        layout.choose_from(Control::Ticks, &format!("{row}-days"), "days", days.clone());
        layout.field(Control::Time, &format!("{row}-from"), "opens");
        layout.field(Control::Time, &format!("{row}-to"), "closes");
    });
    layout.group("holidays").field(Control::Area, "holidays", "holidays").hint("holidays");
    layout.group("note").texts(Control::Text, "note", "note");
}

pub(super) fn read(reading: &mut Reading<'_>, id: Option<&str>) -> Option<Fixture> {
    let label = reading.texts_needed("label", "label");
    let (address, note, email) = (reading.texts("address"), reading.texts("note"), email(reading));
    let (phones, hours, holidays) = (phones(reading), hours(reading), holidays(reading));
    let id = id.map_or_else(|| id_from_texts(&label, reading), str::to_owned);
    Some(Fixture::Contact(Contact { id, label, phones, email, address, hours, holidays, note }))
}

fn email(reading: &mut Reading<'_>) -> Option<String> {
    let email = reading.text("email")?;
    let sound = email.rsplit_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.'));
    if !sound || email.chars().any(char::is_whitespace) {
        reading.refuse("email", "email");
    }
    Some(email)
}

fn phones(reading: &mut Reading<'_>) -> Vec<Phone> {
    let mut phones = vec![];
    for row in reading.rows("phone") {
        let field = format!("{row}-number");
        match reading.text(&field).map(Phone::try_from) {
            Some(Ok(phone)) => phones.push(phone),
            Some(Err(error)) => reading.wrong(&field, error.to_string()),
            None => {}
        }
    }
    phones
}

fn hours(reading: &mut Reading<'_>) -> Vec<DayHours> {
    let mut hours = vec![];
    for row in reading.rows("hours") {
        let field = format!("{row}-days");
        let days: Vec<Weekday> =
            DAYS.iter().filter(|(_, name)| reading.input.has(&field, name)).map(|(day, _)| *day).collect();
        if days.is_empty() {
            reading.refuse(&field, "days");
        }
        let ends = [format!("{row}-from"), format!("{row}-to")];
        for end in &ends {
            if reading.input.get(end).is_empty() {
                reading.refuse(end, "time-missing");
            }
        }
        if let (Some(from), Some(to)) = (reading.time(&ends[0]), reading.time(&ends[1])) {
            hours.push(DayHours { days, from, to });
        }
    }
    hours
}

fn holidays(reading: &mut Reading<'_>) -> Vec<Date> {
    let text = reading.text("holidays").unwrap_or_default();
    let mut dates = vec![];
    for part in text.split([',', ';', '\n', ' ']).filter(|part| !part.trim().is_empty()) {
        match part.trim().parse::<Date>() {
            Ok(date) => dates.push(date),
            Err(_) => {
                let given = Arg::Str(part.chars().take(40).collect());
                let message = reading.keeper.say_with("keeping-wrong-holiday", &[("given", given)]);
                reading.wrong("holidays", message);
            }
        }
    }
    dates.sort_unstable();
    dates.dedup();
    dates
}

pub(super) fn preview(contact: &Contact, keeper: &Keeper<'_>) -> Vec<Preview> {
    let dialled =
        contact.phones.iter().map(|phone| in_words(phone.display().to_owned(), format!("tel:{}", phone.tel())));
    let moment = |at: DateTime| {
        let locales = keeper.desk.templates.locales();
        let day = locales.date_weekday(&keeper.lang, at.date());
        vec![("day", Arg::Str(day)), ("time", Arg::Str(locales.time(&keeper.lang, at.hour(), at.minute())))]
    };
    let open = opening_state(&contact.hours, &contact.holidays, keeper.now, keeper.home()).map(|state| match state {
        OpeningState::Open { until } => keeper.say_with("keeping-open-until", &moment(until)),
        OpeningState::Closed { opens: Some(opens) } => keeper.say_with("keeping-closed-until", &moment(opens)),
        OpeningState::Closed { opens: None } => keeper.say("keeping-closed"),
    });
    let open = open.unwrap_or_else(|| keeper.say("keeping-hours-unknown"));
    dialled.chain([in_words(keeper.say("keeping-open-now"), open)]).collect()
}
