//! Finds dates inside running text: "Tuesday, 22 September 2020", "June 19, 2020", "22 сентября 2020 года", "22.09.2020",
//! "2020-09-22", "2020年9月22日（星期二）".

use document::{Token, TokenKind, tokens};
use jiff::civil::{Date, Weekday};

use super::date_words::{chinese_weekday, is_filler, month_of, weekday_of};
use super::fold;

/// A date as a text writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrittenDate {
    /// Where it begins in bytes, its weekday included.
    pub(crate) start: usize,
    /// Where it ends in bytes.
    pub(crate) end: usize,
    /// The day; nothing where no calendar has it ("31 June 2020").
    pub(crate) date: Option<Date>,
    /// The weekday that stands with it.
    pub(crate) weekday: Option<Weekday>,
    /// Whether it is the end of a span of days ("19–20 June 2020").
    pub(crate) span: bool,
}

/// All dates with a year in a text, in its order.
pub(crate) fn dates_in(text: &str) -> Vec<WrittenDate> {
    let items: Vec<Item<'_>> =
        tokens(text).into_iter().filter(|token| token.kind != TokenKind::Space).map(item).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < items.len() {
        match read(&items, at) {
            Some((day, month, year, next)) => {
                out.push(written(text, &items, at..next, Date::new(year, month, day).ok()));
                at = next;
            }
            None => at += 1,
        }
    }
    out
}

struct Item<'t> {
    token: Token<'t>,
    folded: String,
}

fn item(token: Token<'_>) -> Item<'_> {
    Item { folded: fold(token.text), token }
}

type Read = Option<(i8, i8, i16, usize)>;

/// Day, month and year that begin at an item, and the item behind them.
fn read(items: &[Item<'_>], at: usize) -> Read {
    figures(items, at)
        .or_else(|| chinese(items, at))
        .or_else(|| day_first(items, at))
        .or_else(|| month_first(items, at))
}

/// "22.09.2020", "22/09/2020", "2020-09-22", "22-09-2020".
fn figures(items: &[Item<'_>], at: usize) -> Read {
    let first = &items[at];
    if first.token.kind != TokenKind::Number {
        return None;
    }
    for separator in ['.', '/'] {
        let parts: Vec<&str> = first.folded.split(separator).collect();
        if let [a, b, c] = parts[..] {
            return arranged(a, b, c, separator == '/').map(|(day, month, year)| (day, month, year, at + 1));
        }
    }
    let dash = |at: usize| items.get(at).is_some_and(|item| matches!(item.token.text, "-" | "‑" | "‐"));
    let joined = |at: usize| items.get(at).zip(items.get(at + 1)).is_some_and(|(a, b)| a.token.end() == b.token.at);
    if dash(at + 1) && dash(at + 3) && (at..at + 4).all(joined) {
        let (b, c) = (&items[at + 2].folded, &items[at + 4].folded);
        return arranged(&first.folded, b, c, false).map(|(day, month, year)| (day, month, year, at + 5));
    }
    None
}

/// Three numbers as day, month, year or as year, month, day. With slashes either of the first two may be the month, so
/// only a date in which one cannot be is read.
fn arranged(a: &str, b: &str, c: &str, slashes: bool) -> Option<(i8, i8, i16)> {
    if a.len() == 4 {
        return Some((small(c)?, small(b)?, year_of(a)?));
    }
    let (first, second, year) = (small(a)?, small(b)?, year_of(c)?);
    match (slashes, first > 12, second > 12) {
        (true, false, true) => Some((second, first, year)),
        (true, false, false) if first != second => None,
        _ => Some((first, second, year)),
    }
}

/// A number of one or two figures.
fn small(text: &str) -> Option<i8> {
    ((1..=2).contains(&text.len())).then(|| text.parse().ok()).flatten()
}

fn year_of(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// "2020年9月22日".
fn chinese(items: &[Item<'_>], at: usize) -> Read {
    let sign = |at: usize, signs: &[&str]| items.get(at).is_some_and(|item| signs.contains(&item.token.text));
    let number = |at: usize| items.get(at).map(|item| item.folded.as_str());
    if !sign(at + 1, &["年"]) || !sign(at + 3, &["月"]) {
        return None;
    }
    let end = if sign(at + 5, &["日", "号", "號"]) { at + 6 } else { at + 5 };
    Some((small(number(at + 4)?)?, small(number(at + 2)?)?, year_of(number(at)?)?, end))
}

/// "22 September 2020", "22 de septiembre de 2020", "1er mai 2020", "22 أيلول/سبتمبر 2020".
fn day_first(items: &[Item<'_>], at: usize) -> Read {
    let day = day_of(&items[at])?;
    let (month, next) = month_at(items, skip_fillers(items, at + 1))?;
    let (year, next) = year_at(items, next)?;
    Some((day, month, year, next))
}

/// "September 22, 2020".
fn month_first(items: &[Item<'_>], at: usize) -> Read {
    let (month, next) = month_at(items, at)?;
    let next = skip_fillers(items, next);
    let day = day_of(items.get(next)?)?;
    let (year, next) = year_at(items, next + 1)?;
    Some((day, month, year, next))
}

/// "22", "22nd", "1er".
fn day_of(item: &Item<'_>) -> Option<i8> {
    if item.token.kind != TokenKind::Number {
        return None;
    }
    let figures = item.folded.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ending = &item.folded[figures.len()..];
    (ending.is_empty() || is_filler(ending)).then(|| small(figures)).flatten()
}

fn skip_fillers(items: &[Item<'_>], mut at: usize) -> usize {
    while items.get(at).is_some_and(|item| is_filler(&item.folded)) {
        at += 1;
    }
    at
}

fn month_at(items: &[Item<'_>], at: usize) -> Option<(i8, usize)> {
    let first = items.get(at)?;
    let pair = items.get(at + 1).and_then(|second| month_of(&format!("{} {}", first.folded, second.folded)));
    let (month, mut next) = match pair {
        Some(month) => (month, at + 2),
        None => (month_of(&first.folded)?, at + 1),
    };
    if items.get(next).is_some_and(|item| item.token.text == ".") {
        next += 1;
    }
    // "أيلول/سبتمبر": two names of one month.
    if items.get(next).is_some_and(|item| item.token.text == "/")
        && let Some((second, after)) = month_at(items, next + 1)
        && second == month
    {
        next = after;
    }
    Some((month, next))
}

fn year_at(items: &[Item<'_>], at: usize) -> Option<(i16, usize)> {
    let mut at = skip_fillers(items, at);
    if items.get(at).is_some_and(|item| matches!(item.token.text, "," | "،")) {
        at += 1;
    }
    let at = skip_fillers(items, at);
    Some((year_of(&items.get(at)?.folded)?, at + 1))
}

fn written(text: &str, items: &[Item<'_>], range: std::ops::Range<usize>, date: Option<Date>) -> WrittenDate {
    let (first, last) = (&items[range.start].token, &items[range.end - 1].token);
    let (mut start, mut end) = (first.at, last.end());
    let mut weekday = None;
    if let Some((at, found)) = weekday_before(items, range.start) {
        (start, weekday) = (items[at].token.at, Some(found));
    } else if let Some((found, after)) = weekday_after(text, items, range.end) {
        (end, weekday) = (after, Some(found));
    }
    let before = range.start.checked_sub(1).map(|at| &items[at]);
    let number = range.start.checked_sub(2).is_some_and(|at| day_of(&items[at]).is_some());
    let joins = |item: &Item<'_>| {
        matches!(item.folded.as_str(), "-" | "–" | "—" | "to" | "and" | "и" | "et" | "y" | "au" | "al" | "по")
    };
    let span = number && before.is_some_and(joins);
    WrittenDate { start, end, date, weekday, span }
}

/// "Tuesday, the" before a date.
fn weekday_before(items: &[Item<'_>], start: usize) -> Option<(usize, Weekday)> {
    for at in (start.saturating_sub(3)..start).rev() {
        let item = &items[at];
        if let Some(weekday) = weekday_of(&item.folded) {
            return Some((at, weekday));
        }
        if !(is_filler(&item.folded) || matches!(item.token.text, "," | "،" | ".")) {
            return None;
        }
    }
    None
}

/// "(Tuesday)" behind a date, or the weekday that Chinese puts there without brackets.
fn weekday_after(text: &str, items: &[Item<'_>], end: usize) -> Option<(Weekday, usize)> {
    let year_word = |item: &Item<'_>| matches!(item.folded.as_str(), "г" | "года" | "год" | "م" | ".");
    let mut at = end;
    while items.get(at).is_some_and(year_word) {
        at += 1;
    }
    let bracket = items.get(at).is_some_and(|item| matches!(item.token.text, "(" | "（"));
    let item = items.get(at + usize::from(bracket))?;
    if let Some((weekday, len)) = chinese_weekday(&text[item.token.at..]) {
        return Some((weekday, item.token.at + len));
    }
    weekday_of(&item.folded).filter(|_| bracket).map(|weekday| (weekday, item.token.end()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_is_read_in_many_forms_inside_a_sentence() {
        for (text, weekday) in [
            ("They met on 22 September 2020 in the town.", None),
            ("They met on Tuesday, 22 September 2020, in the town.", Some(Weekday::Tuesday)),
            ("On Tuesday, September 22nd, 2020 they met.", Some(Weekday::Tuesday)),
            ("Since 22.09.2020 nothing happened.", None),
            ("As of 2020-09-22 all is well.", None),
            ("Le mardi 22 septembre 2020, ils", Some(Weekday::Tuesday)),
            ("El martes, 22 de septiembre de 2020, se", Some(Weekday::Tuesday)),
            ("Во вторник, 22 сентября 2020 года, они", Some(Weekday::Tuesday)),
            ("22 сентября 2020 г. (вторник) они", Some(Weekday::Tuesday)),
            ("يوم الثلاثاء، ٢٢ سبتمبر ٢٠٢٠ اجتمعوا", Some(Weekday::Tuesday)),
            ("22 أيلول/سبتمبر 2020", None),
            ("双方于2020年9月22日（星期二）会谈", Some(Weekday::Tuesday)),
            ("双方于2020年9月22日星期二会谈", Some(Weekday::Tuesday)),
        ] {
            let found = dates_in(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!((found[0].date, found[0].weekday), (Some(date(2020, 9, 22)), weekday), "{text}");
        }
    }

    #[test]
    fn impossible_days_and_spans_are_known_as_such() {
        assert_eq!(dates_in("until 31 June 2020")[0].date, None);
        assert_eq!(dates_in("2020年2月30日")[0].date, None);
        assert!(dates_in("on 19–20 June 2020")[0].span);
        for text in
            ["in September 2020", "at 22:12", "22.09.20", "1.5 million", "03/04/2020", "+44 20 2020", "September 22"]
        {
            assert!(dates_in(text).is_empty(), "{text}");
        }
    }
}
