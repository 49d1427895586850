//! The desk's strings: six languages, complete, of one shape, and with a form for each number.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use desk::Templates;
use domain::Lang;

/// The desk's languages, those of the United Nations.
const LANGUAGES: [&str; 6] = ["ar", "en", "es", "fr", "ru", "zh"];

/// Every plural category of these languages has a number among these but the `many` of Spanish and French, which
/// begins at a million.
const NUMBERS: [i64; 10] = [0, 1, 2, 3, 5, 11, 21, 100, 101, 103];

/// The name of a variable or a message begins with a letter and goes on with letters, digits, hyphens and underscores.
fn name(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next().unwrap_or_default()
}

/// The messages of one language: the file, the key, and all that stands behind the equals sign.
fn messages(lang: &str) -> BTreeMap<(String, String), String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("strings").join(lang);
    let mut messages = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_str().unwrap().to_owned();
        let mut last = None;
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let (key, text) = line.split_once(" =").unwrap_or_else(|| panic!("{lang}/{file}: {line}"));
                let key = (file.clone(), key.to_owned());
                assert!(messages.insert(key.clone(), text.to_owned()).is_none(), "{lang}/{file} has {key:?} twice");
                last = Some(key);
            } else if let Some(text) = last.as_ref().and_then(|key| messages.get_mut(key)) {
                text.push_str(line);
            }
        }
    }
    messages
}

/// The variables of a message, and those of them that choose a form, in their order.
fn shape(text: &str) -> (BTreeSet<String>, Vec<String>) {
    let mut selectors = Vec::new();
    let mut variables = BTreeSet::new();
    for rest in text.split('$').skip(1) {
        let name = name(rest);
        variables.insert(name.to_owned());
        if rest.trim_start_matches(name).trim_start().starts_with("->") {
            selectors.push(name.to_owned());
        }
    }
    (variables, selectors)
}

/// The forms that a message has: categories of CLDR, and numbers.
fn forms(text: &str) -> BTreeSet<String> {
    text.split('[').skip(1).map(|rest| name(rest).to_owned()).collect()
}

fn templates() -> Templates {
    Templates::load(true).unwrap()
}

#[test]
fn the_desk_speaks_six_languages() {
    let languages: BTreeSet<String> = templates().locales().languages().iter().map(Lang::to_string).collect();
    assert_eq!(languages, LANGUAGES.map(str::to_owned).into());
}

#[test]
fn who_asks_for_no_language_of_the_desk_is_answered_in_english() {
    let templates = templates();
    for (asked, answered) in [(None, "en"), (Some("tlh"), "en"), (Some("tlh, ar;q=0.5"), "ar"), (Some("zh-CN"), "zh")] {
        assert_eq!(templates.negotiate(asked).to_string(), answered, "{asked:?}");
    }
}

#[test]
fn every_language_has_every_message_with_the_same_variables_in_the_same_file() {
    let english: BTreeMap<_, _> = messages("en").into_iter().map(|(key, text)| (key, shape(&text))).collect();
    assert!(english.len() > 1000, "only {} messages were read", english.len());
    for lang in LANGUAGES {
        let mut own: BTreeMap<_, _> = messages(lang).into_iter().map(|(key, text)| (key, shape(&text))).collect();
        for (key, wanted) in &english {
            assert_eq!(own.remove(key).as_ref(), Some(wanted), "{lang} {key:?}");
        }
        assert!(own.is_empty(), "{lang} has what English has not: {:?}", own.keys());
        assert_eq!(templates().locales().missing(&lang.parse().unwrap()), Vec::<String>::new(), "{lang}");
    }
}

#[test]
fn every_message_is_whole_whatever_its_numbers_are() {
    let templates = templates();
    for tag in LANGUAGES {
        let lang: Lang = tag.parse().unwrap();
        for ((file, key), text) in messages(tag) {
            let (variables, selectors) = shape(&text);
            for number in NUMBERS {
                let args: Vec<_> = variables
                    .iter()
                    .map(|name| (name.as_str(), if selectors.contains(name) { number.into() } else { "x".into() }))
                    .collect();
                let said = templates.say(&lang, &key, &args);
                let whole = !said.trim().is_empty() && !said.contains('⟦') && !said.contains("{$");
                assert!(whole, "{tag}/{file} {key}: {said}");
            }
        }
    }
}

#[test]
fn counted_messages_have_a_form_for_each_category_of_their_language() {
    let templates = templates();
    for tag in LANGUAGES {
        let lang: Lang = tag.parse().unwrap();
        for ((file, key), text) in messages(tag) {
            let forms = forms(&text);
            for number in NUMBERS.into_iter().filter(|_| !forms.is_empty()) {
                let category = templates.locales().plural(&lang, number).as_str();
                let known = forms.contains(category) || forms.contains(&number.to_string());
                assert!(known, "{tag}/{file} {key} has no form “{category}” for {number}");
            }
        }
    }
}
