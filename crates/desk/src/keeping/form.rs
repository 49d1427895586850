//! Forms as data: groups of fields, laid out by each part and shown by one template.

use domain::{Lang, LocalTime, resolve_local};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use locale::Arg;
use serde::Serialize;

use super::input::Input;
use super::keeper::Keeper;

/// Something that cannot be as it was typed.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Problem {
    /// The field; `form` for the whole form.
    pub(super) field: String,
    /// What is wrong and what to do.
    pub(super) message: String,
}

/// One of several values to choose from.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) chosen: bool,
}

/// How a field is filled in.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Control {
    /// One line.
    Text,
    /// Several lines.
    Area,
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A list to choose one from.
    Select,
    /// Buttons to choose one from.
    Radio,
    /// Boxes to tick.
    Ticks,
}

/// A field with its label.
#[derive(Debug, Serialize)]
pub(super) struct Field {
    name: String,
    label: String,
    control: Control,
    value: String,
    choices: Vec<Choice>,
    hint: Option<String>,
    /// The language that is written in it.
    lang: Option<String>,
    dir: Option<&'static str>,
    /// The list of suggestions that goes with it.
    list: Option<&'static str>,
    error: Option<String>,
}

/// Fields that belong together.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    legend: String,
    hint: Option<String>,
    fields: Vec<Field>,
    /// The list that this group is the last row of, with how many rows are shown.
    more: Option<(String, usize)>,
    /// Whether it is one of several alike.
    row: bool,
}

/// A form while it is laid out.
pub(super) struct Layout<'a> {
    pub(super) keeper: &'a Keeper<'a>,
    pub(super) input: &'a Input,
    pub(super) groups: Vec<Group>,
    /// The languages that texts are wanted in.
    pub(super) languages: Vec<Lang>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(keeper: &'a Keeper<'a>, input: &'a Input, languages: Vec<Lang>) -> Self {
        Self { keeper, input, groups: vec![], languages }
    }

    /// Begins a group.
    pub(super) fn group(&mut self, key: &str) -> &mut Self {
        let legend = self.keeper.say(&format!("keeping-group-{key}"));
        self.groups.push(Group { legend, hint: None, fields: vec![], more: None, row: false });
        self
    }

    /// Begins a group for one language.
    pub(super) fn group_in(&mut self, key: &str, lang: &Lang) -> &mut Self {
        let args = [
            ("field", Arg::Str(self.keeper.say(&format!("keeping-group-{key}")))),
            ("language", Arg::Str(self.keeper.own_name(lang))),
        ];
        let legend = self.keeper.say_with("keeping-in-language", &args);
        self.groups.push(Group { legend, hint: None, fields: vec![], more: None, row: false });
        self
    }

    /// Says something about the group that was begun last.
    pub(super) fn about(&mut self, key: &str) -> &mut Self {
        let hint = self.keeper.say(&format!("keeping-hint-{key}"));
        if let Some(group) = self.groups.last_mut() {
            group.hint = Some(hint);
        }
        self
    }

    /// Lays out each row of a list, with a button for more behind the last.
    pub(super) fn rows(&mut self, list: &str, lay: impl Fn(&mut Self, &str)) -> &mut Self {
        let rows = self.input.rows(list);
        for row in 0..rows {
            let number = i64::try_from(row + 1).unwrap_or(i64::MAX);
            let legend = self.keeper.say_with(&format!("keeping-row-{list}"), &[("number", Arg::Num(number))]);
            let more = (row + 1 == rows).then(|| (list.to_owned(), rows));
            self.groups.push(Group { legend, hint: None, fields: vec![], more, row: true });
            lay(self, &format!("{list}-{row}"));
        }
        self
    }

    /// A field labelled by a key, filled in as it was typed.
    pub(super) fn field(&mut self, control: Control, name: &str, key: &str) -> &mut Self {
        let label = self.keeper.say(&format!("keeping-field-{key}"));
        self.push(control, name, label)
    }

    /// A hint for the field that was laid out last.
    pub(super) fn hint(&mut self, key: &str) -> &mut Self {
        let hint = self.keeper.say(&format!("keeping-hint-{key}"));
        self.hint_text(hint)
    }

    /// A hint in words for the field that was laid out last.
    pub(super) fn hint_text(&mut self, hint: String) -> &mut Self {
        if let Some(field) = self.last() {
            field.hint = Some(hint);
        }
        self
    }

    /// A list of suggestions for the field that was laid out last.
    pub(super) fn suggestions(&mut self, list: &'static str) -> &mut Self {
        if let Some(field) = self.last() {
            field.list = Some(list);
        }
        self
    }

    /// A field for each language.
    pub(super) fn texts(&mut self, control: Control, name: &str, key: &str) -> &mut Self {
        for lang in self.languages.clone() {
            let args = [
                ("field", Arg::Str(self.keeper.say(&format!("keeping-field-{key}")))),
                ("language", Arg::Str(self.keeper.own_name(&lang))),
            ];
            let label = self.keeper.say_with("keeping-in-language", &args);
            self.push(control, &format!("{name}-{lang}"), label).written_in(&lang);
        }
        self
    }

    /// A field to choose from values that are said by keys `keeping-{key}-{value}`; the first one when none was chosen.
    pub(super) fn choose(&mut self, control: Control, name: &str, key: &str, values: &[&str]) -> &mut Self {
        let choices =
            values.iter().map(|value| ((*value).to_owned(), self.keeper.say(&format!("keeping-{key}-{value}"))));
        let choices = choices.collect();
        self.choose_from(control, name, key, choices)
    }

    /// The same with labels in words.
    pub(super) fn choose_from(
        &mut self,
        control: Control,
        name: &str,
        key: &str,
        choices: Vec<(String, String)>,
    ) -> &mut Self {
        let input = self.input;
        let nothing = input.all(name).next().is_none() && !matches!(control, Control::Ticks);
        let choice = |(at, (value, label)): (usize, (String, String))| {
            let chosen = input.has(name, &value) || nothing && at == 0;
            Choice { value, label, chosen }
        };
        let choices = choices.into_iter().enumerate().map(choice).collect();
        self.field(control, name, key);
        if let Some(field) = self.last() {
            field.choices = choices;
        }
        self
    }

    /// Date and time in the home zone; with a choice where that time is skipped or comes twice.
    pub(super) fn moment(&mut self, name: &str, key: &str) -> &mut Self {
        self.field(Control::Date, &format!("{name}-date"), &format!("{key}-date"));
        self.field(Control::Time, &format!("{name}-time"), &format!("{key}-time")).hint("home-time");
        if let Some(choices) = self.choices_of(name) {
            self.choose_from_nothing(&format!("{name}-which"), "which", choices);
        }
        self
    }

    /// Buttons of which none is chosen for the person.
    fn choose_from_nothing(&mut self, name: &str, key: &str, choices: Vec<(String, String)>) {
        let input = self.input;
        let choice = |(value, label): (String, String)| Choice { chosen: input.has(name, &value), value, label };
        let choices = choices.into_iter().map(choice).collect();
        self.field(Control::Radio, name, key);
        if let Some(field) = self.last() {
            field.choices = choices;
        }
    }

    fn choices_of(&self, name: &str) -> Option<Vec<(String, String)>> {
        let (one, other) = match local(self.input, name, self.keeper.home())? {
            LocalTime::One(_) => return None,
            LocalTime::Skipped { before, after } => (before, after),
            LocalTime::Twice { first, second } => (first, second),
        };
        let words = |instant: Timestamp| {
            let civil = self.keeper.home().to_datetime(instant);
            let minutes = self.keeper.home().to_offset(instant).seconds() / 60;
            let sign = if minutes < 0 { '−' } else { '+' };
            let offset = format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60);
            let args = [
                ("time", Arg::Str(civil.strftime("%Y-%m-%d %H:%M:%S").to_string())),
                ("offset", Arg::Str(offset)),
                ("utc", Arg::Str(instant.strftime("%H:%M:%S").to_string())),
            ];
            self.keeper.say_with("keeping-which", &args)
        };
        Some(vec![(one.to_string(), words(one)), (other.to_string(), words(other))])
    }

    /// A field with a label in words, in which a language is written.
    pub(super) fn labelled(&mut self, control: Control, name: &str, label: String, lang: &Lang) -> &mut Self {
        self.push(control, name, label).written_in(lang)
    }

    fn push(&mut self, control: Control, name: &str, label: String) -> &mut Self {
        let value = self.input.get(name).to_owned();
        let field = Field {
            name: name.to_owned(),
            label,
            control,
            value,
            choices: vec![],
            hint: None,
            lang: None,
            dir: None,
            list: None,
            error: None,
        };
        match self.groups.last_mut() {
            Some(group) => group.fields.push(field),
            None => self.groups.push(Group {
                legend: String::new(),
                hint: None,
                fields: vec![field],
                more: None,
                row: false,
            }),
        }
        self
    }

    fn written_in(&mut self, lang: &Lang) -> &mut Self {
        let direction = self.keeper.desk.templates.locales().direction(lang);
        if let Some(field) = self.last() {
            field.lang = Some(lang.to_string());
            field.dir = Some(direction.as_str());
        }
        self
    }

    fn last(&mut self) -> Option<&mut Field> {
        self.groups.last_mut().and_then(|group| group.fields.last_mut())
    }

    /// The groups, each problem beside its field. Problems of fields that are not there stay with the form.
    pub(super) fn done(mut self, problems: &[Problem]) -> Vec<Group> {
        for field in self.groups.iter_mut().flat_map(|group| &mut group.fields) {
            field.error =
                problems.iter().find(|problem| problem.field == field.name).map(|problem| problem.message.clone());
        }
        self.groups
    }
}

/// What date and time fields say, in a zone. Nothing when they do not hold a date and a time.
pub(super) fn local(input: &Input, name: &str, zone: &TimeZone) -> Option<LocalTime> {
    let date: Date = input.get(&format!("{name}-date")).parse().ok()?;
    let time: Time = input.get(&format!("{name}-time")).parse().ok()?;
    resolve_local(DateTime::from_parts(date, time), zone)
}

/// Puts an instant into date and time fields, so that reading them gives the same instant.
pub(super) fn put_moment(input: &mut Input, name: &str, instant: Timestamp, zone: &TimeZone) {
    let civil = zone.to_datetime(instant);
    input.set(&format!("{name}-date"), civil.date().to_string());
    input.set(&format!("{name}-time"), civil.time().strftime("%H:%M:%S").to_string());
    if let Some(LocalTime::Twice { .. }) = resolve_local(civil, zone) {
        input.set(&format!("{name}-which"), instant.to_string());
    }
}
