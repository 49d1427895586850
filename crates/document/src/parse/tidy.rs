//! What word processors leave in their texts, mended block by block: characters without meaning, no-break spaces used as filling, style on
//! white space, languages that were only guessed.

use std::collections::HashMap;

use crate::model::{Block, Body, Marks, Span};

/// Tidies all blocks. `lang` is the language of the text (BCP 47), or empty.
pub(super) fn tidy(blocks: &mut Vec<Block>, lang: &str) {
    let mut letters = HashMap::new();
    each_text(blocks, &mut |spans, _| count_letters(spans, &mut letters));
    let total: usize = letters.values().sum();
    let own = primary(lang);
    let foreign: usize =
        letters.iter().filter(|(tag, _)| !tag.is_empty() && **tag != own).map(|(_, count)| count).sum();
    // Word states a language for every run, and where nobody chose one it is that of the machine. A language that would hold for most
    // of the text says nothing about passages.
    let trusted = !own.is_empty() && foreign * 2 < total;
    each_text(blocks, &mut |spans, is_heading| {
        settle_languages(spans, &own, trusted);
        mend_characters(spans);
        if is_heading && spans.iter().all(|span| span.marks.strong || span.text.trim().is_empty()) {
            spans.iter_mut().for_each(|span| span.marks.strong = false);
        }
        *spans = merged(std::mem::take(spans));
    });
    drop_empty(blocks);
    rank_headings(blocks);
}

/// The levels of headings that a document may have; level 1 is the title of the message.
const HEADING_LEVELS: std::ops::RangeInclusive<u8> = 2..=4;

/// Gives headings the levels of the document: the highest that the source uses becomes 2, the next 3, all others 4.
fn rank_headings(blocks: &mut [Block]) {
    let mut used = [false; 10];
    each_level(blocks, &mut |level| used[usize::from((*level).min(9))] = true);
    let mut ranks = [0; 10];
    let mut next = *HEADING_LEVELS.start();
    for (rank, used) in ranks.iter_mut().zip(used) {
        *rank = next;
        next = (next + u8::from(used)).min(*HEADING_LEVELS.end());
    }
    each_level(blocks, &mut |level| *level = ranks[usize::from((*level).min(9))]);
}

fn each_level(blocks: &mut [Block], change: &mut impl FnMut(&mut u8)) {
    for block in blocks {
        match &mut block.body {
            Body::Heading { level, .. } => change(level),
            Body::List { items, .. } => items.iter_mut().for_each(|item| each_level(item, change)),
            Body::Quote { blocks } => each_level(blocks, change),
            _ => {}
        }
    }
}

/// Gives every text of the blocks to `change`, with whether it is a heading's. Depth is bounded by that of a document.
fn each_text(blocks: &mut [Block], change: &mut impl FnMut(&mut Vec<Span>, bool)) {
    for block in blocks {
        match &mut block.body {
            Body::Paragraph { spans } => change(spans, false),
            Body::Heading { spans, .. } => change(spans, true),
            Body::List { items, .. } => items.iter_mut().for_each(|item| each_text(item, change)),
            Body::Quote { blocks } => each_text(blocks, change),
            Body::Figure { caption, .. } => change(caption, false),
            Body::Table { head, rows } => {
                head.iter_mut().for_each(|cell| change(cell, false));
                rows.iter_mut().flatten().for_each(|cell| change(cell, false));
            }
            Body::Rule {} => {}
        }
    }
}

/// Drops what has become empty: paragraphs of nothing but soft hyphens, and lists of such paragraphs.
fn drop_empty(blocks: &mut Vec<Block>) {
    blocks.retain_mut(|block| match &mut block.body {
        Body::Paragraph { spans } | Body::Heading { spans, .. } => !spans.is_empty(),
        Body::List { items, .. } => {
            items.iter_mut().for_each(drop_empty);
            items.iter().any(|item| !item.is_empty())
        }
        Body::Quote { blocks } => {
            drop_empty(blocks);
            !blocks.is_empty()
        }
        Body::Figure { .. } | Body::Table { .. } | Body::Rule {} => true,
    });
}

/// The first part of a language tag in small letters.
fn primary(lang: &str) -> String {
    lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

fn count_letters(spans: &[Span], letters: &mut HashMap<String, usize>) {
    for span in spans {
        let lang = span.lang.as_deref().map(primary).unwrap_or_default();
        *letters.entry(lang).or_default() += span.text.chars().filter(|c| c.is_alphabetic()).count();
    }
}

/// Takes away languages that are the text's own, that the script belies, or that are not to be trusted.
fn settle_languages(spans: &mut [Span], own: &str, trusted: bool) {
    for span in spans {
        let stays = |lang: &str| {
            let lang = primary(lang);
            trusted && lang != own && span.text.chars().any(char::is_alphabetic) && is_written_in(&lang, &span.text)
        };
        if span.lang.as_deref().is_some_and(|lang| !stays(lang)) {
            span.lang = None;
        }
    }
}

/// Whether the letters of `text` can be those of `lang`; languages that are not listed are taken to be Latin.
fn is_written_in(lang: &str, text: &str) -> bool {
    let script: fn(char) -> bool = match lang {
        "ru" | "uk" | "be" | "bg" | "mk" | "kk" | "ky" | "mn" | "tg" => |c| matches!(c, '\u{400}'..='\u{52f}'),
        "sr" | "uz" | "az" | "tk" => char::is_alphabetic,
        "ar" | "fa" | "ur" | "ps" | "ug" | "ckb" => {
            |c| matches!(c, '\u{600}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        }
        "he" | "yi" => |c| matches!(c, '\u{590}'..='\u{5ff}'),
        "el" => |c| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'),
        "zh" | "ja" | "ko" => {
            |c| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        }
        "hi" | "mr" | "ne" | "sa" => |c| matches!(c, '\u{900}'..='\u{97f}'),
        "th" => |c| matches!(c, '\u{e00}'..='\u{e7f}'),
        "hy" => |c| matches!(c, '\u{530}'..='\u{58f}'),
        "ka" => |c| matches!(c, '\u{10a0}'..='\u{10ff}'),
        _ => |c| matches!(c, 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'),
    };
    text.chars().filter(|c| c.is_alphabetic()).all(script)
}

/// Mends the characters of one block. What stands beside a character may stand in the span before or after.
fn mend_characters(spans: &mut [Span]) {
    if !spans.iter().any(|span| span.text.contains(is_suspect)) {
        return;
    }
    let all: Vec<char> = spans.iter().flat_map(|span| span.text.chars()).collect();
    let mut at = 0;
    let mut after_space = true;
    for span in spans {
        let mut text = String::with_capacity(span.text.len());
        for c in span.text.chars() {
            let kept = mended(c, &all[..at], &all[at + 1..]);
            at += 1;
            match kept {
                Some(' ') if after_space => {}
                Some(c) => {
                    after_space = c == ' ' || c == '\n';
                    text.push(c);
                }
                None => {}
            }
        }
        span.text = text;
    }
}

fn is_suspect(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{a0}' | '\u{180e}')
}

/// The character as it should stand, or nothing.
fn mended(c: char, before: &[char], after: &[char]) -> Option<char> {
    let (last, next) = (before.last().copied(), after.first().copied());
    match c {
        // Hyphenation and places to break a line are the browser's business, and hinder search.
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{180e}' => None,
        // Joiners are part of the spelling of some scripts and of some emoji; elsewhere they only hide in words.
        '\u{200c}' | '\u{200d}' => {
            let needs = |c: Option<char>| c.is_some_and(is_joining);
            (needs(last) && (needs(next) || next.is_none_or(|c| !c.is_alphanumeric()))).then_some(c)
        }
        '\u{a0}' => Some(if is_meant(before, last, next) { c } else { ' ' }),
        c => Some(c),
    }
}

/// Whether `c` is of a script or kind of sign in which joiners mean something.
fn is_joining(c: char) -> bool {
    matches!(c,
        '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{e80}'..='\u{109f}' | '\u{1780}'..='\u{18af}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe0f}' | '\u{fe70}'..='\u{fefc}'
        | '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether a no-break space was meant as one: in French punctuation, between a number and its unit, after a short word or a shortened
/// one, before a dash. Elsewhere word processors put it in to fill a line.
fn is_meant(before: &[char], last: Option<char>, next: Option<char>) -> bool {
    let (Some(last), Some(next)) = (last, next) else { return false };
    if last.is_whitespace() || next.is_whitespace() {
        return false;
    }
    let french = matches!(last, '«' | '‹') || matches!(next, '»' | '›' | ':' | ';' | '!' | '?' | '%' | '‰' | '€' | '°');
    let number = last.is_numeric() || next.is_numeric() || matches!(last, '№' | '§' | '#');
    let dash = matches!(next, '—' | '–') || matches!(last, '—' | '–');
    let word: Vec<char> =
        before.iter().rev().take(5).take_while(|c| c.is_alphanumeric() || **c == '.').copied().collect();
    let short = !word.is_empty() && word.len() <= 2;
    let shortened = word.first() == Some(&'.') && word.len() <= 4;
    french || number || dash || short || shortened
}

/// The spans without empty ones, without style on the white space at their ends, equal neighbours joined.
fn merged(spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    let mut push = |span: Span| match out.last_mut() {
        _ if span.text.is_empty() => {}
        Some(last) if last.marks == span.marks && last.href == span.href && last.lang == span.lang => {
            last.text.push_str(&span.text);
        }
        _ => out.push(span),
    };
    let count = spans.len();
    let same_ahead: Vec<bool> = (0..count).map(|at| at + 1 < count && spans[at + 1].marks == spans[at].marks).collect();
    let mut same_behind = false;
    for (span, same_ahead) in spans.into_iter().zip(same_ahead) {
        let is_bare = span.marks.is_none() && span.lang.is_none();
        let (mut start, mut end) = (0, span.text.len());
        if !is_bare && span.href.is_none() {
            if !same_behind {
                start = end - span.text.trim_start_matches([' ', '\n']).len();
            }
            if !same_ahead {
                end = start + span.text[start..].trim_end_matches([' ', '\n']).len();
            }
        }
        same_behind = same_ahead;
        if start > 0 || end < span.text.len() {
            push(Span::plain(&span.text[..start]));
            push(Span { text: span.text[start..end].to_owned(), ..span.clone() });
            push(Span::plain(&span.text[end..]));
        } else {
            push(span);
        }
    }
    trim(&mut out);
    out
}

/// Takes white space from both ends of the block.
fn trim(spans: &mut Vec<Span>) {
    while let Some(last) = spans.last_mut() {
        last.text.truncate(last.text.trim_end_matches([' ', '\n', '\u{a0}']).len());
        if !last.text.is_empty() {
            break;
        }
        spans.pop();
    }
    let blank = |span: &Span| span.text.chars().all(|c| matches!(c, ' ' | '\n' | '\u{a0}'));
    let leading = spans.iter().take_while(|span| blank(span)).count();
    spans.drain(..leading);
    if let Some(first) = spans.first_mut() {
        let lost = first.text.len() - first.text.trim_start_matches([' ', '\n', '\u{a0}']).len();
        first.text.drain(..lost);
    }
    // A block of white space alone must not keep a style that nobody can see.
    if spans.iter().all(|span| span.text.is_empty()) {
        spans.clear();
    }
    for span in spans {
        if span.text.chars().all(char::is_whitespace) && span.href.is_none() {
            span.marks = Marks { strong: false, emphasis: false, ..span.marks };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mended_text(text: &str) -> String {
        let mut spans = vec![Span::plain(text)];
        mend_characters(&mut spans);
        spans.into_iter().map(|span| span.text).collect()
    }

    #[test]
    fn characters_without_meaning_go_and_those_with_meaning_stay() {
        let cases = [
            ("co\u{ad}operation", "cooperation"),
            ("no\u{200b}thing", "nothing"),
            ("a\u{200d}b", "ab"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("क\u{94d}\u{200d}ष", "क\u{94d}\u{200d}ष"),
            ("\u{1f469}\u{200d}\u{1f4bb}", "\u{1f469}\u{200d}\u{1f4bb}"),
            ("one\u{a0}\u{a0} two", "one two"),
            ("green\u{a0}fields", "green fields"),
            ("«\u{a0}oui\u{a0}»\u{a0}!", "«\u{a0}oui\u{a0}»\u{a0}!"),
            ("5\u{a0}km", "5\u{a0}km"),
            ("10\u{a0}000", "10\u{a0}000"),
            ("Mr.\u{a0}Brook", "Mr.\u{a0}Brook"),
            ("в\u{a0}городе", "в\u{a0}городе"),
            ("слово\u{a0}— дело", "слово\u{a0}— дело"),
        ];
        for (given, wanted) in cases {
            assert_eq!(mended_text(given), wanted, "{given:?}");
        }
    }

    #[test]
    fn style_leaves_the_white_space_at_the_ends_of_words() {
        let strong = Marks { strong: true, ..Marks::default() };
        let spans = vec![
            Span { marks: strong, text: "Note:".to_owned(), ..Span::default() },
            Span { marks: strong, text: " ".to_owned(), ..Span::default() },
            Span::plain("text"),
        ];
        let merged = merged(spans);
        assert_eq!(merged.len(), 2, "{merged:?}");
        assert_eq!((merged[0].text.as_str(), merged[1].text.as_str()), ("Note:", " text"));
    }
}
