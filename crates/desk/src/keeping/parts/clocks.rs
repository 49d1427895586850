//! The header's clocks.

use domain::{CityClock, Fixture, zone};

use super::{Preview, in_language, put_texts};
use crate::keeping::form::{Control, Layout};
use crate::keeping::input::Input;
use crate::keeping::keeper::Keeper;
use crate::keeping::reading::Reading;

pub(super) fn fill(clocks: &[CityClock], input: &mut Input) {
    for (row, clock) in clocks.iter().enumerate() {
        put_texts(input, &format!("clock-{row}-city"), &clock.city);
        input.set(&format!("clock-{row}-zone"), &clock.zone);
        input.set(&format!("clock-{row}-order"), (row + 1).to_string());
    }
}

pub(super) fn lay(layout: &mut Layout<'_>) {
    layout.rows("clock", |layout, row| {
        layout.texts(Control::Text, &format!("{row}-city"), "city");
        layout.field(Control::Text, &format!("{row}-zone"), "zone").suggestions("zones");
        layout.field(Control::Text, &format!("{row}-order"), "order").hint("order");
    });
}

pub(super) fn read(reading: &mut Reading<'_>) -> Option<Fixture> {
    let mut clocks = vec![];
    for row in reading.rows("clock") {
        let order = reading.text(&format!("{row}-order"));
        let order = match order.map(|order| order.parse::<u16>()) {
            None => u16::MAX,
            Some(Ok(order)) => order,
            Some(Err(_)) => {
                reading.refuse(&format!("{row}-order"), "number");
                u16::MAX
            }
        };
        let city = reading.texts(&format!("{row}-city"));
        match reading.text(&format!("{row}-zone")) {
            // A number alone is what is left of a row that was emptied.
            None if city.0.is_empty() => {}
            None => reading.refuse(&format!("{row}-zone"), "zone"),
            Some(name) if zone(&name).is_none() => reading.refuse(&format!("{row}-zone"), "zone"),
            Some(name) => clocks.push((order, CityClock { city, zone: name })),
        }
    }
    clocks.sort_by_key(|(order, _)| *order);
    Some(Fixture::Clocks { clocks: clocks.into_iter().map(|(_, clock)| clock).collect() })
}

pub(super) fn preview(clocks: &[CityClock], keeper: &Keeper<'_>) -> Vec<Preview> {
    let line = |lang: &domain::Lang| {
        let clock = |clock: &CityClock| {
            let city = clock.city.get(lang, keeper.languages()).unwrap_or(&clock.zone);
            let local = zone(&clock.zone)?.to_datetime(keeper.now);
            Some(format!("{city} {}", keeper.desk.templates.locales().time(lang, local.hour(), local.minute())))
        };
        let text = clocks.iter().filter_map(clock).collect::<Vec<_>>().join(" · ");
        in_language(keeper, lang, keeper.own_name(lang), text)
    };
    keeper.languages().iter().map(line).collect()
}
