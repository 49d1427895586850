//! Rights as boxes to tick: roles across, the whole site and each language down.

use domain::{Grant, Lang, Role};
use serde::Serialize;

use super::input::Input;
use super::keeper::Keeper;

/// A row of boxes: the whole site, or one language.
#[derive(Debug, Serialize)]
pub(super) struct GrantRow {
    /// The language; nothing for all of them.
    tag: Option<String>,
    boxes: Vec<GrantBox>,
}

/// One role in one language or in all.
#[derive(Debug, Serialize)]
pub(super) struct GrantBox {
    /// What the form sends.
    value: String,
    role: &'static str,
    ticked: bool,
    /// Whether it can be given at all.
    offered: bool,
}

/// A grant as a form sends it: `editor`, or `editor/ru`.
fn value_of(role: Role, lang: Option<&Lang>) -> String {
    lang.map_or_else(|| role.as_str().to_owned(), |lang| format!("{}/{lang}", role.as_str()))
}

/// The boxes, with those ticked that are granted; `offered` says which can be given.
pub(super) fn rows(keeper: &Keeper<'_>, granted: &[Grant], offered: impl Fn(&Grant) -> bool) -> Vec<GrantRow> {
    // An account may have rights in a language that the site had once.
    let mut languages: Vec<Lang> = keeper.languages().to_vec();
    for lang in granted.iter().filter_map(|grant| grant.lang.as_ref()) {
        if !languages.contains(lang) {
            languages.push(lang.clone());
        }
    }
    let row = |lang: Option<&Lang>| {
        let one = |role: Role| {
            let grant = Grant { role, lang: lang.cloned() };
            GrantBox {
                value: value_of(role, lang),
                role: role.as_str(),
                ticked: granted.contains(&grant),
                offered: offered(&grant),
            }
        };
        GrantRow { tag: lang.map(Lang::to_string), boxes: Role::ALL.into_iter().map(one).collect() }
    };
    [row(None)].into_iter().chain(languages.iter().map(|lang| row(Some(lang)))).collect()
}

/// The ticked grants; a role for the whole site makes the same role for one language idle, so that is left out.
pub(super) fn read(input: &Input) -> Vec<Grant> {
    let mut grants: Vec<Grant> = vec![];
    for value in input.all("grant") {
        let (role, lang) = value.split_once('/').map_or((value, None), |(role, lang)| (role, Some(lang)));
        let Ok(role) = role.parse::<Role>() else { continue };
        let lang = match lang.map(str::parse::<Lang>) {
            None => None,
            Some(Ok(lang)) => Some(lang),
            Some(Err(_)) => continue,
        };
        let grant = Grant { role, lang };
        if !grants.contains(&grant) {
            grants.push(grant);
        }
    }
    let whole: Vec<Role> = grants.iter().filter(|grant| grant.lang.is_none()).map(|grant| grant.role).collect();
    grants.retain(|grant| grant.lang.is_none() || !whole.contains(&grant.role));
    grants.sort();
    grants
}

/// Grants in words: "Editor, Author (Русский)".
pub(super) fn words(keeper: &Keeper<'_>, grants: &[Grant]) -> String {
    let word = |grant: &Grant| {
        let role = keeper.say(&format!("desk-role-{}", grant.role.as_str()));
        grant.lang.as_ref().map_or(role.clone(), |lang| format!("{role} ({})", keeper.own_name(lang)))
    };
    keeper.desk.templates.locales().list(&keeper.lang, &grants.iter().map(word).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_for_the_whole_site_swallows_the_same_role_for_one_language() {
        let ticked = ["editor/ru", "editor", "author/ru", "nobody", "author/not a tag", "author/ru"];
        let input = Input::of(ticked.map(|value| ("grant".to_owned(), value.to_owned())));
        let grants: Vec<String> = read(&input).iter().map(|grant| value_of(grant.role, grant.lang.as_ref())).collect();
        assert_eq!(grants, ["author/ru", "editor"]);
    }
}
