//! Examples of the query language, made of the site's own words.

use serde::Serialize;

use super::{SearchQuery, href};
use crate::frame::Desk;
use crate::public::Trouble;

/// Shortest word of an example, in letters: shorter ones are mostly of the kind that every text has.
const WORD_LETTERS_MIN: usize = 4;

/// One thing that can be asked.
#[derive(Debug, Serialize)]
pub(super) struct Example {
    query: String,
    href: String,
    meaning: String,
}

/// Examples from the newest title and the values of filters as at the instant; none on a site without messages.
pub(super) fn model(desk: &Desk<'_>) -> Result<Vec<Example>, Trouble> {
    let words = desk.words;
    let facets = desk.views.facets(&desk.as_of, &words.lang)?;
    let newest = desk.views.latest(&desk.as_of, &words.lang, 1)?.into_iter().next();
    let mut queries: Vec<(&str, String)> = Vec::new();
    if let Some((first, second)) = newest.as_ref().and_then(|line| two_words(&line.title)) {
        queries.push(("search-example-words", format!("{first} {second}")));
        queries.push(("search-example-phrase", format!("\"{first} {second}\"")));
        queries.push(("search-example-or", format!("{first} OR {second}")));
        queries.push(("search-example-without", format!("{first} -{second}")));
    }
    let known = facets.speakers.iter().find_map(|facet| {
        let speaker = desk.standing.speakers.iter().find(|speaker| speaker.slug == facet.value)?;
        words.own(&speaker.name)
    });
    if let Some(name) = known.or_else(|| facets.speakers.first().map(|facet| facet.label.clone())) {
        queries.push(("search-example-speaker", format!("speaker:{}", quoted(&name))));
    }
    if let Some(place) = facets.places.first() {
        queries.push(("search-example-place", format!("place:{}", quoted(&place.label))));
    }
    if let Some(kind) = facets.kinds.first() {
        queries.push(("search-example-kind", format!("kind:{}", kind.value)));
    }
    if let Some(line) = &newest {
        queries.push(("search-example-date", format!("date:{:04}-{:02}", line.day.year(), line.day.month())));
    }
    let example = |(key, query): (&str, String)| Example {
        meaning: words.say(key, &[]),
        href: href(desk, &SearchQuery { text: query.clone(), ..SearchQuery::default() }),
        query,
    };
    Ok(queries.into_iter().map(example).collect())
}

/// A value as the query language has it: in quotation marks where it is more than one word.
fn quoted(value: &str) -> String {
    let plain: String = value.chars().filter(|c| *c != '"').collect();
    if plain.contains(char::is_whitespace) { format!("\"{plain}\"") } else { plain }
}

/// The two words side by side in a title that have the most letters, names only where there are no others; in a script
/// without spaces, four characters in two pairs.
fn two_words(title: &str) -> Option<(String, String)> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let fit = |word: &&str| {
        let spaced = word.chars().all(|c| c.is_alphabetic() && !document::is_unspaced(c));
        spaced && word.chars().count() >= WORD_LETTERS_MIN
    };
    let pairs = words.windows(2).filter(|pair| pair.iter().all(fit));
    let best = pairs.max_by_key(|pair| {
        let letters = pair.iter().map(|word| word.chars().count()).sum::<usize>();
        (pair.iter().filter(|word| !word.chars().any(char::is_uppercase)).count(), letters)
    });
    let spaced = best.map(|pair| (pair[0].to_owned(), pair[1].to_owned()));
    spaced.or_else(|| {
        let all: Vec<char> = title.chars().collect();
        let four = all.windows(4).find(|four| four.iter().all(|c| c.is_alphabetic() && document::is_unspaced(*c)))?;
        Some((four[..2].iter().collect(), four[2..].iter().collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_two_words_that_stand_side_by_side() {
        let table = [
            ("Statement on the harbour fees, 3 May", None),
            ("Statement on the harbour dues", Some(("harbour", "dues"))),
            ("Answers about ferry sailings to Arvenna", Some(("ferry", "sailings"))),
            ("Ambassador Marengo on dues paid", Some(("dues", "paid"))),
            ("港口何时开放", Some(("港口", "何时"))),
            ("《港口》的新规定", Some(("的新", "规定"))),
            ("إجابات السفيرة", Some(("إجابات", "السفيرة"))),
            ("1911", None),
            ("", None),
        ];
        for (title, pair) in table {
            let found = two_words(title);
            assert_eq!(found.as_ref().map(|(a, b)| (a.as_str(), b.as_str())), pair, "{title}");
        }
        assert_eq!(quoted("Port \"Old\" Selby"), "\"Port Old Selby\"");
        assert_eq!(quoted("Arvenna"), "Arvenna");
    }
}
