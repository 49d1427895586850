//! Figures behind pictures, as CSV (RFC 4180): field names in English, dates in ISO 8601, rows in the order of time, so that
//! the same figures are the same file in every language.

use ::search::{Ask, Filter, State, Unit};

use crate::address::Table;
use crate::frame::Desk;
use crate::public::Trouble;
use crate::rooms::Reached;
use crate::rooms::search::{SearchQuery, readable};
use crate::rooms::speakers;

/// A table to be saved.
#[derive(Debug)]
pub(crate) struct Csv {
    /// Its file name: ASCII, without quotation marks.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
}

/// The figures of a table.
pub(crate) fn csv(desk: &Desk<'_>, table: &Table, query: &str) -> Result<Reached<Csv>, Trouble> {
    match table {
        Table::Months => months(desk).map(Reached::Here),
        Table::Days(year) => days(desk, *year),
        Table::Trend => trend(desk, query),
        Table::Speaker(slug) => speaker(desk, slug),
    }
}

fn months(desk: &Desk<'_>) -> Result<Csv, Trouble> {
    let lang = &desk.words.lang;
    let mut rows = Rows::new(&["month", "messages"]);
    for month in desk.views.months(&desk.as_of, lang)?.iter() {
        rows.add(&[format!("{:04}-{:02}", month.year, month.month), month.count.to_string()]);
    }
    Ok(rows.named(format!("messages-by-month-{lang}")))
}

fn days(desk: &Desk<'_>, year: i16) -> Result<Reached<Csv>, Trouble> {
    let lang = &desk.words.lang;
    let days = desk.views.days(&desk.as_of, lang, year)?;
    if days.is_empty() {
        return Ok(Reached::Unknown);
    }
    let mut rows = Rows::new(&["date", "messages"]);
    for day in days {
        rows.add(&[day.day.to_string(), day.count.to_string()]);
    }
    Ok(Reached::Here(rows.named(format!("messages-by-day-{year:04}-{lang}"))))
}

/// Results of a search by year; its query is the search's.
fn trend(desk: &Desk<'_>, query: &str) -> Result<Reached<Csv>, Trouble> {
    let Some(asked) = SearchQuery::read(query) else { return Ok(Reached::Malformed) };
    let Some(years) = years(desk, Ask { skip: 0, limit: 1, ..asked.ask() })? else { return Ok(Reached::NotYet) };
    let mut rows = Rows::new(&["year", "results"]);
    for (year, count) in years {
        rows.add(&[format!("{year:04}"), count.to_string()]);
    }
    Ok(Reached::Here(rows.named(format!("search-by-year-{}", desk.words.lang))))
}

/// What a speaker said by year, and in which offices; without the spoken passages while the index cannot count them.
fn speaker(desk: &Desk<'_>, slug: &str) -> Result<Reached<Csv>, Trouble> {
    let Some(person) = speakers::person(desk, slug)? else { return Ok(Reached::Unknown) };
    let turns = turns_by_year(desk, slug)?;
    let mut years: Vec<i16> = person.years.iter().chain(turns.iter().flatten()).map(|(year, _)| *year).collect();
    years.sort_unstable();
    years.dedup();
    let count =
        |counts: &[(i16, u64)], year| counts.iter().find(|(own, _)| *own == year).map_or(0, |(_, count)| *count);
    let mut rows = Rows::new(&["year", "offices", "messages", "passages"]);
    for year in years {
        let turns = turns.as_ref().map(|turns| count(turns, year).to_string()).unwrap_or_default();
        let offices = person.offices_in(desk, year).join("; ");
        rows.add(&[format!("{year:04}"), offices, count(&person.years, year).to_string(), turns]);
    }
    let name = if slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') { slug } else { "speaker" };
    Ok(Reached::Here(rows.named(format!("{name}-by-year-{}", desk.words.lang))))
}

/// How many spoken passages of a speaker each year has; nothing while the index cannot say.
pub(crate) fn turns_by_year(desk: &Desk<'_>, slug: &str) -> Result<Option<Vec<(i16, u64)>>, Trouble> {
    let filter = Filter { speaker: Some(slug.to_owned()), ..Filter::default() };
    years(desk, Ask { filter, unit: Unit::Turns, limit: 1, ..Ask::default() })
}

/// How many results each year has; nothing while the index does not have everything: a table cannot say that it is
/// incomplete.
fn years(desk: &Desk<'_>, ask: Ask) -> Result<Option<Vec<(i16, u64)>>, Trouble> {
    let Some(search) = desk.search else { return Ok(None) };
    let answer = readable(search.find(&desk.as_of, &desk.words.lang, &ask))?;
    let answer = answer.filter(|answer| answer.state == State::Ready);
    Ok(answer.map(|answer| answer.years.iter().map(|year| (year.year, year.count)).collect()))
}

/// A table in the making.
struct Rows(String);

impl Rows {
    fn new(names: &[&str]) -> Self {
        Self(names.join(",") + "\r\n")
    }

    fn add(&mut self, values: &[String]) {
        let written: Vec<String> = values.iter().map(|value| field(value)).collect();
        self.0.push_str(&written.join(","));
        self.0.push_str("\r\n");
    }

    fn named(self, name: String) -> Csv {
        Csv { name: format!("{name}.csv"), text: self.0 }
    }
}

/// A value as it stands in a table. One that a spreadsheet would take for a formula gets an apostrophe in front, which
/// spreadsheets take for "this is text".
fn field(value: &str) -> String {
    let safe = match value.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{value}"),
        _ => value.to_owned(),
    };
    if safe.contains([',', '"', '\r', '\n']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stays_a_value_in_every_spreadsheet() {
        let table = [
            ("2020-09", "2020-09"),
            ("", ""),
            ("Consul, Port Selby", "\"Consul, Port Selby\""),
            ("the \"old\" office", "\"the \"\"old\"\" office\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("+44", "'+44"),
            ("-x", "'-x"),
            ("@sum,1", "\"'@sum,1\""),
            ("大使", "大使"),
        ];
        for (value, written) in table {
            assert_eq!(field(value), written);
        }
        let mut rows = Rows::new(&["year", "offices"]);
        rows.add(&["2020".to_owned(), "a, b".to_owned()]);
        assert_eq!(rows.0, "year,offices\r\n2020,\"a, b\"\r\n");
    }
}
