//! Day counters: "933 days have passed since …", in six languages, one or several on a physical line.

use super::lines::{digit_value, fold, is_blank, trim, without_tabs};

/// Only the first numbers of a sentence may be its count of days; without a bound, a long line of figures would
/// be folded once for each of them.
const NUMBERS_MAX: usize = 4;

/// Room for a blank, the longest word for days with its vowel signs, and what ends it.
const DAY_WORD_CHARS_MAX: usize = 16;

/// One counter as the line shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ShownCounter {
    pub(super) days: i64,
    /// The sentence up to the number, and from behind it; together with the number they are the sentence.
    pub(super) before: String,
    pub(super) after: String,
}

/// A line that holds counters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CounterLine {
    /// Text before the first counter that belongs to none.
    pub(super) foreign: Option<String>,
    pub(super) counters: Vec<ShownCounter>,
}

/// Reads a whole line; `None` where it holds no counter.
///
/// The line is cut at runs of two or more blanks, but only where the next piece begins a counter: a run
/// inside a sentence stays in it.
pub(super) fn read_counters(text: &str) -> Option<CounterLine> {
    let starts = piece_starts(text);
    let piece_ends = starts.iter().copied().skip(1).chain([text.len()]);
    let pieces = starts.iter().copied().zip(piece_ends);
    let cuts: Vec<usize> =
        pieces.filter(|&(start, end)| read_counter(&text[start..end]).is_some()).map(|(start, _)| start).collect();
    let first = *cuts.first()?;
    let ends = cuts.iter().copied().skip(1).chain([text.len()]);
    let counters = cuts.iter().zip(ends).filter_map(|(&start, end)| read_counter(&text[start..end])).collect();
    let foreign = trim(&text[..first]);
    Some(CounterLine { foreign: (!foreign.is_empty()).then(|| foreign.to_owned()), counters })
}

/// Where the text begins anew: at its start, and behind each tab or run of at least two blanks.
fn piece_starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let (mut run, mut tab) = (0, false);
    for (at, c) in text.char_indices() {
        if is_blank(c) {
            run += 1;
            tab |= c == '\t';
            continue;
        }
        if at > 0 && (run > 1 || tab) {
            starts.push(at);
        }
        (run, tab) = (0, false);
    }
    starts
}

/// The words by which one language counts days since something; all folded.
struct CounterLanguage {
    /// What is counted, directly behind the number.
    days: &'static [&'static str],
    /// One of these stands somewhere in the sentence.
    markers: &'static [&'static str],
    /// What stands before a number begins or ends with one of these; else the number comes first.
    openers: &'static [&'static str],
    /// Whether spaces part words.
    spaced: bool,
}

#[rustfmt::skip]
const LANGUAGES: [CounterLanguage; 6] = [
    CounterLanguage {
        days: &["days", "day"],
        markers: &["since", "passed", "elapsed", "gone by"],
        openers: &["since", "already", "it has been", "it's been", "it’s been", "it is", "exactly"],
        spaced: true,
    },
    CounterLanguage {
        days: &["jours", "jour"],
        markers: &["depuis", "ecoules", "ecoule", "passes", "passe"],
        openers: &["depuis", "deja", "cela fait", "ca fait", "il y a"],
        spaced: true,
    },
    CounterLanguage {
        days: &["dias", "dia"],
        markers: &["desde", "han pasado", "ha pasado", "han transcurrido", "ha transcurrido"],
        openers: &["desde", "ya", "han pasado", "ha pasado", "han transcurrido", "ha transcurrido", "pasaron"],
        spaced: true,
    },
    CounterLanguage {
        days: &["днеи", "дня", "день", "суток"],
        markers: &["прошло", "прошел", "минуло", "миновало", "истекло"],
        openers: &["прошло", "прошел", "минуло", "миновало", "истекло", "уже", "с момента", "со дня", "с", "со"],
        spaced: true,
    },
    CounterLanguage {
        days: &["يوما", "يوم", "ايام", "يومين"],
        markers: &["مر", "مرت", "مضي", "مضت", "منذ", "انقضي", "انقضت"],
        openers: &["مر", "مرت", "مضي", "مضت", "منذ", "انقضي", "انقضت", "لقد"],
        spaced: true,
    },
    CounterLanguage {
        days: &["天", "日"],
        markers: &["过去", "以来", "已过", "过了", "過去", "以來"],
        openers: &["过去", "过去了", "已过", "过了", "已经", "已", "距", "自", "過去"],
        spaced: false,
    },
];

/// Reads one sentence as a counter.
fn read_counter(text: &str) -> Option<ShownCounter> {
    let text = without_tabs(trim(text));
    let mut from = 0;
    for _ in 0..NUMBERS_MAX {
        let number = number_at(&text[from..])?;
        let (start, end) = (from + number.start, from + number.end);
        let (before, after) = (&text[..start], &text[end..]);
        if LANGUAGES.iter().any(|language| language.counts(before, after)) {
            return Some(ShownCounter { days: number.value?, before: before.to_owned(), after: after.to_owned() });
        }
        from = end;
    }
    None
}

impl CounterLanguage {
    fn counts(&self, before: &str, after: &str) -> bool {
        // Most numbers count something else, and the few characters behind them show it cheaply.
        let behind: String = after.chars().take(DAY_WORD_CHARS_MAX).collect();
        if !self.begins_with_days(fold(&behind).trim_start()) {
            return false;
        }
        let (before, after) = (fold(before), fold(after));
        let before = before.trim();
        let opened = before.is_empty() || self.openers.iter().any(|opener| self.opens(before, opener));
        opened && self.markers.iter().any(|marker| self.has(before, marker) || self.has(&after, marker))
    }

    fn begins_with_days(&self, behind: &str) -> bool {
        self.days.iter().any(|day| {
            behind.strip_prefix(day).is_some_and(|rest| !self.spaced || !rest.starts_with(char::is_alphanumeric))
        })
    }

    fn opens(&self, before: &str, opener: &str) -> bool {
        let at_start =
            before.strip_prefix(opener).is_some_and(|rest| !self.spaced || !rest.starts_with(char::is_alphanumeric));
        let at_end =
            before.strip_suffix(opener).is_some_and(|rest| !self.spaced || !rest.ends_with(char::is_alphanumeric));
        at_start || at_end
    }

    fn has(&self, text: &str, marker: &str) -> bool {
        text.match_indices(marker).any(|(at, _)| {
            !self.spaced
                || !(text[..at].ends_with(char::is_alphanumeric)
                    || text[at + marker.len()..].starts_with(char::is_alphanumeric))
        })
    }
}

/// A number in a text: its place in bytes, and its value unless it is too large to be one.
struct FoundNumber {
    start: usize,
    end: usize,
    value: Option<i64>,
}

/// The first whole number, with or without separators between groups of three digits ("1,234", "1 234").
fn number_at(text: &str) -> Option<FoundNumber> {
    let start = text.find(|c| digit_value(c).is_some())?;
    let (mut end, first_group) = digits_from(text, start);
    let mut value = first_group;
    let grouped = text[start..end].chars().count() <= 3 && !text[start..].starts_with(['0', '٠']);
    while let Some(separator) = text[end..].chars().next().filter(|&c| grouped && is_group_separator(c)) {
        let group_start = end + separator.len_utf8();
        let (group_end, group) = digits_from(text, group_start);
        if text[group_start..group_end].chars().count() != 3 {
            break;
        }
        value = value.and_then(|value| value.checked_mul(1000)?.checked_add(group?));
        end = group_end;
    }
    Some(FoundNumber { start, end, value })
}

fn digits_from(text: &str, start: usize) -> (usize, Option<i64>) {
    let (mut end, mut value) = (start, Some(0_i64));
    for c in text[start..].chars() {
        let Some(digit) = digit_value(c) else { break };
        value = value.and_then(|value| value.checked_mul(10)?.checked_add(i64::from(digit)));
        end += c.len_utf8();
    }
    (end, value)
}

/// The separators of the six languages (CLDR `numbers/symbols/group`), and what people type instead.
fn is_group_separator(c: char) -> bool {
    matches!(c, ',' | '.' | '\'' | '’' | '٬' | '،' | '，' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Option<Vec<i64>> {
        read_counters(text).map(|line| line.counters.iter().map(|counter| counter.days).collect())
    }

    #[test]
    fn counters_of_six_languages_are_read() {
        for text in [
            "1234 days have passed since the fire at the archive",
            "1,234 days since the fire at the archive",
            "Since the fire at the archive, 1234 days have passed.",
            "1 234 jours se sont écoulés depuis l’incendie",
            "Depuis l’incendie, 1\u{202f}234 jours se sont écoulés",
            "Han pasado 1.234 días desde el incendio",
            "Прошло 1234 дня с пожара в архиве",
            "Со дня пожара прошло 1\u{a0}234 дня",
            "مرّ 1234 يومًا على الحريق",
            "لقد مرّ ١٢٣٤ يوماً منذ الحريق",
            "档案馆火灾已过去1234天",
            "自火灾以来已过去 1,234 天",
        ] {
            assert_eq!(days(text), Some(vec![1234]), "{text}");
        }
    }

    #[test]
    fn the_sentence_round_the_number_is_kept_exactly() {
        let text = "Прошло 12 дней с пожара – ответа нет";
        let line = read_counters(text).expect("a counter");
        let counter = &line.counters[0];
        assert_eq!(format!("{}{}{}", counter.before, counter.days, counter.after), text);
        assert_eq!(counter.before, "Прошло ");
    }

    #[test]
    fn runs_of_blanks_part_counters_but_not_sentences() {
        let line =
            read_counters("News   12 days have passed since   the fire\u{a0} \u{a0}1 day has passed since the flood")
                .expect("two counters");
        assert_eq!(line.foreign.as_deref(), Some("News"));
        let sentences: Vec<_> = line.counters.iter().map(|c| (c.days, trim(&c.after))).collect();
        assert_eq!(sentences, [(12, "days have passed since   the fire"), (1, "day has passed since the flood")]);
    }

    #[test]
    fn other_sentences_with_days_are_not_counters() {
        for text in [
            "Visas are issued in 15 days",
            "Comment on 100 days since the vote",
            "3.5 days have passed since noon",
            "In 2020 the mission was closed for 12 days",
            "12 daystars have passed since",
            "days have passed since",
        ] {
            assert_eq!(days(text), None, "{text}");
        }
    }
}
