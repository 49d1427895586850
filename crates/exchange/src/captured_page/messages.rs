//! Messages of a captured page: headings of the list, paragraphs, and the line that leads to the archive.

use jiff::civil::Date;

use super::dates::{is_han, leading_date};
use super::lines::{Line, fold, is_blank, skip_invisible, trim, without_tabs};

/// What a line says when it is read as the heading of a list entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    Other,
    Entry {
        date: Date,
        title: String,
    },
    /// It has the form of a heading and cannot be one; the sentence says why.
    Rejected(String),
}

/// Reads `DD.MM.YYYY - title` and its relatives: other separators, year first, other dashes.
pub(super) fn read_heading(text: &str) -> Heading {
    let Some((written, rest)) = leading_date(text) else {
        return Heading::Other;
    };
    let spaced = skip_invisible(rest);
    let Some(dash) = spaced.chars().next().filter(|&c| is_heading_dash(c)) else {
        return Heading::Other;
    };
    let title = skip_invisible(&spaced[dash.len_utf8()..]);
    // "22.09.2020-24.09.2020" or "22.09.2020/7" are spans and numbers, not headings.
    let tight = spaced.len() == rest.len() && title.len() == spaced.len() - dash.len_utf8();
    if tight && title.starts_with(char::is_numeric) {
        return Heading::Other;
    }
    if title.is_empty() {
        return Heading::Rejected("An entry of the list needs a title behind its date".to_owned());
    }
    match written.date() {
        Ok(date) => Heading::Entry { date, title: clean(title) },
        Err(reason) => Heading::Rejected(format!("An entry of the list needs a possible date: {reason}")),
    }
}

fn is_heading_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '−' | '‐' | '‑' | '/' | '|' | ':' | '：')
}

/// The paragraphs of a block: blank lines part them, a single line end joins.
pub(super) fn paragraphs_of(lines: &[Line<'_>]) -> Vec<String> {
    let blocks = lines.split(Line::is_blank).filter(|block| !block.is_empty());
    blocks.map(|block| block.iter().fold(String::new(), |text, line| join(text, &clean(line.text)))).collect()
}

fn join(mut text: String, line: &str) -> String {
    let chinese = |c: char| is_han(c) || matches!(c, '，' | '。' | '、' | '；' | '：' | '“' | '”' | '《' | '》');
    let unspaced = text.chars().next_back().is_some_and(chinese) && line.chars().next().is_some_and(chinese);
    if !text.is_empty() && !unspaced {
        text.push(' ');
    }
    text.push_str(line);
    text
}

/// A line's text for keeping: no white space at its ends, no tabs inside, otherwise as it stands.
pub(super) fn clean(text: &str) -> String {
    without_tabs(trim(text))
}

/// Whether the line is the link to all messages, in one of the six languages.
pub(super) fn is_all_messages(text: &str) -> bool {
    let folded = fold(text);
    let bare = folded.trim_matches(|c: char| is_blank(c) || "»›>→←«‹<.…:[]|·•".contains(c));
    ALL_MESSAGES.contains(&bare)
}

/// Folded, see `lines::fold`.
#[rustfmt::skip]
const ALL_MESSAGES: &[&str] = &[
    "all messages", "all news", "all statements", "all publications", "all press releases", "view all messages",
    "tous les messages", "toutes les actualites", "toutes les nouvelles", "tous les communiques", "toutes les declarations", "toutes les publications",
    "todos los mensajes", "todas las noticias", "todos los comunicados", "todas las declaraciones", "todas las publicaciones",
    "все сообщения", "все новости", "все материалы", "все заявления", "все публикации",
    "جميع الرسائل", "كل الرسائل", "جميع الاخبار", "كل الاخبار", "جميع البيانات", "كل البيانات", "جميع المنشورات",
    "所有消息", "全部消息", "所有信息", "全部信息", "所有新闻", "全部新闻", "所有讯息", "全部讯息",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::captured_page::lines::lines_of;
    use jiff::civil::date;

    #[test]
    fn headings_are_read_with_all_dashes_and_date_forms() {
        for text in [
            "04.05.2021 - A title",
            "04.05.2021 – A title",
            "04.05.2021—A title",
            "04/05/2021 / A title",
            "2021-05-04 - A title",
            "2021年5月4日 - A title",
            "٠٤.٠٥.٢٠٢١ - A title",
            "04.05.2021\u{a0}-\u{a0}A title",
        ] {
            assert_eq!(
                read_heading(text),
                Heading::Entry { date: date(2021, 5, 4), title: "A title".into() },
                "{text}"
            );
        }
    }

    #[test]
    fn other_lines_with_dates_are_not_headings() {
        for text in [
            "04.05.2021",
            "04.05.2021 A title",
            "04.05.2021-06.05.2021 Talks",
            "A title - 04.05.2021",
            "4 May 2021 - A title",
        ] {
            assert_eq!(read_heading(text), Heading::Other, "{text}");
        }
        assert!(matches!(read_heading("31.02.2021 - A title"), Heading::Rejected(_)));
        assert!(matches!(read_heading("04.05.2021 -"), Heading::Rejected(_)));
    }

    #[test]
    fn blank_lines_part_paragraphs_and_line_ends_join() {
        let lines = lines_of("one\n two\n\u{a0}\n\nthree\n一，\n二", 1);
        assert_eq!(paragraphs_of(&lines), ["one two", "three 一，二"]);
    }

    #[test]
    fn the_link_to_all_messages_is_known_in_six_languages() {
        for text in [
            "all messages",
            "ALL MESSAGES »",
            "Tous les messages",
            "Todos los mensajes",
            "Все сообщения…",
            "جميع الرسائل",
            "所有消息",
        ] {
            assert!(is_all_messages(text), "{text}");
        }
        assert!(!is_all_messages("all messages of the week"));
        assert!(ALL_MESSAGES.iter().all(|words| *words == fold(words)));
    }
}
