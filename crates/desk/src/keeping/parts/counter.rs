//! A day counter with its sentence in each language and each plural form.

use std::collections::BTreeMap;

use domain::{Counter, CountingDirection, Fixture, Lang, PluralCategory, Sentence, today};
use jiff::ToSpan as _;
use jiff::civil::Date;
use locale::Arg;

use super::{Preview, id_from, in_language};
use crate::keeping::form::{Control, Layout};
use crate::keeping::input::Input;
use crate::keeping::keeper::Keeper;
use crate::keeping::reading::Reading;

const CATEGORIES: [PluralCategory; 6] = [
    PluralCategory::Zero,
    PluralCategory::One,
    PluralCategory::Two,
    PluralCategory::Few,
    PluralCategory::Many,
    PluralCategory::Other,
];
/// Days up to which examples of a plural form are looked for: every form of CLDR that whole numbers below a million
/// take has one among them.
const EXAMPLES_BELOW: i64 = 130;
/// Examples of a plural form that a hint names.
const EXAMPLES: usize = 4;

pub(super) fn empty(id: String) -> Counter {
    let (start, direction) = (Date::ZERO, CountingDirection::Up);
    Counter { id, start, direction, end: None, inclusive: false, link: None, sentence: BTreeMap::new() }
}

pub(super) fn fill(counter: &Counter, input: &mut Input) {
    input.set("start", counter.start.to_string());
    input.set("direction", if counter.direction == CountingDirection::Down { "down" } else { "up" });
    input.set("end", counter.end.map(|end| end.to_string()).unwrap_or_default());
    if counter.inclusive {
        input.set("inclusive", "yes");
    }
    input.set("link", counter.link.as_deref().unwrap_or_default());
    for (lang, sentence) in &counter.sentence {
        for (category, text) in BTreeMap::from(sentence.clone()) {
            input.set(&format!("sentence-{lang}-{}", category.as_str()), text);
        }
    }
}

pub(super) fn lay(layout: &mut Layout<'_>) {
    layout.group("counter");
    layout.choose(Control::Radio, "direction", "direction", &["up", "down"]);
    layout.field(Control::Date, "start", "counter-start").hint("counter-start");
    layout.field(Control::Date, "end", "counter-end").hint("counter-end");
    layout.choose(Control::Ticks, "inclusive", "inclusive", &["yes"]);
    layout.field(Control::Text, "link", "link").hint("link");
    for lang in layout.languages.clone() {
        lay_sentence(layout, &lang);
    }
}

fn lay_sentence(layout: &mut Layout<'_>, lang: &Lang) {
    let keeper = layout.keeper;
    let name = keeper.own_name(lang);
    layout.group_in("sentence", lang).about("sentence");
    for (category, examples) in forms_of(keeper, lang) {
        let field = format!("sentence-{lang}-{}", category.as_str());
        let form = keeper.say(&format!("keeping-plural-{}", category.as_str()));
        let args = [("field", Arg::Str(form)), ("language", Arg::Str(name.clone()))];
        let label = keeper.say_with("keeping-in-language", &args);
        let hint = if examples.is_empty() {
            keeper.say("keeping-hint-plural-rest")
        } else {
            keeper.say_with("keeping-hint-plural", &[("examples", Arg::Str(examples))])
        };
        layout.labelled(Control::Text, &field, label, lang).hint_text(hint);
    }
}

/// The plural forms of a language that whole numbers take, with examples; and the form `other`, which each has.
fn forms_of(keeper: &Keeper<'_>, lang: &Lang) -> Vec<(PluralCategory, String)> {
    let locales = keeper.desk.templates.locales();
    let mut examples: BTreeMap<PluralCategory, Vec<String>> = BTreeMap::new();
    for number in (0..EXAMPLES_BELOW).chain([1_000_000]) {
        let some = examples.entry(locales.plural(lang, number)).or_default();
        if some.len() < EXAMPLES {
            some.push(locales.number(lang, number));
        }
    }
    let wanted = CATEGORIES.into_iter().filter(|form| *form == PluralCategory::Other || examples.contains_key(form));
    wanted.map(|form| (form, examples.get(&form).map(|some| some.join(", ")).unwrap_or_default())).collect()
}

pub(super) fn read(reading: &mut Reading<'_>, id: Option<&str>) -> Option<Fixture> {
    let start = reading.date("start");
    if reading.input.get("start").is_empty() {
        reading.refuse("start", "date-missing");
    }
    let end = reading.date("end");
    let down = reading.input.get("direction") == "down";
    let direction = if down { CountingDirection::Down } else { CountingDirection::Up };
    let inclusive = reading.input.has("inclusive", "yes");
    let link = reading.link("link");
    let sentence = sentences(reading);
    let first = reading.languages.iter().find_map(|lang| sentence.get(lang)).map(|sentence| {
        let (before, after) = sentence.around(PluralCategory::Other);
        format!("{before} {after}")
    });
    let id = id.map_or_else(|| id_from(first.as_deref().unwrap_or_default()), str::to_owned);
    Some(Fixture::Counter(Counter { id, start: start?, direction, end, inclusive, link, sentence }))
}

fn sentences(reading: &mut Reading<'_>) -> BTreeMap<Lang, Sentence> {
    let mut sentences = BTreeMap::new();
    for lang in reading.languages.clone() {
        let mut forms = BTreeMap::new();
        for category in CATEGORIES {
            let field = format!("sentence-{lang}-{}", category.as_str());
            let Some(text) = reading.text(&field) else { continue };
            match Sentence::same(text.clone()) {
                Ok(_) => drop(forms.insert(category, text)),
                Err(error) => reading.wrong(&field, error.to_string()),
            }
        }
        // Where whole numbers never take the form "other" (Russian), the last form that was written stands in for it.
        let takes_other = forms_of(reading.keeper, &lang)
            .iter()
            .any(|(form, examples)| *form == PluralCategory::Other && !examples.is_empty());
        if !takes_other && let Some((_, last)) = forms.iter().next_back().map(|(form, text)| (*form, text.clone())) {
            forms.entry(PluralCategory::Other).or_insert(last);
        }
        if forms.is_empty() {
            continue;
        }
        match Sentence::try_from(forms) {
            Ok(sentence) => drop(sentences.insert(lang, sentence)),
            Err(error) => reading.wrong(&format!("sentence-{lang}-other"), error.to_string()),
        }
    }
    sentences
}

/// A counter's sentence in the reader's language, some days from today; what it says of itself where it shows nothing.
pub(super) fn sentence_of(counter: &Counter, keeper: &Keeper<'_>, days: i64) -> String {
    let fallbacks = [&keeper.lang].into_iter().chain(keeper.languages());
    let found = fallbacks.into_iter().find_map(|lang| counter.sentence.get_key_value(lang));
    let Some((lang, sentence)) = found.or_else(|| counter.sentence.iter().next()) else { return counter.id.clone() };
    shown(counter, keeper, lang, sentence, days).unwrap_or_else(|| {
        let (before, after) = sentence.around(PluralCategory::Other);
        format!("{before}…{after}")
    })
}

fn shown(counter: &Counter, keeper: &Keeper<'_>, lang: &Lang, sentence: &Sentence, days: i64) -> Option<String> {
    let day = today(keeper.now, keeper.home()).checked_add(days.days()).ok()?;
    let value = counter.value(day)?;
    let locales = keeper.desk.templates.locales();
    let (before, after) = sentence.around(locales.plural(lang, value));
    Some(format!("{before}{}{after}", locales.number(lang, value)))
}

/// What it shows today and tomorrow in every language.
pub(super) fn preview(counter: &Counter, keeper: &Keeper<'_>) -> Vec<Preview> {
    let line = |lang: &Lang, sentence: &Sentence, day: &str, days: i64| {
        let args = [("field", Arg::Str(keeper.say(day))), ("language", Arg::Str(keeper.own_name(lang)))];
        let label = keeper.say_with("keeping-in-language", &args);
        let text = shown(counter, keeper, lang, sentence, days);
        in_language(keeper, lang, label, text.unwrap_or_else(|| keeper.say("keeping-counter-nothing")))
    };
    let days = |(lang, sentence): (&Lang, &Sentence)| {
        [line(lang, sentence, "keeping-today", 0), line(lang, sentence, "keeping-tomorrow", 1)]
    };
    counter.sentence.iter().flat_map(days).collect()
}
