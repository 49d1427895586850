//! Templates and strings of the desk, and how a page is made from them.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse as _, Response};
use domain::{Lang, Role};
use locale::{Arg, Locales};
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use newsroom::Rights;
use rust_embed::RustEmbed;
use serde::Serialize;

use crate::{DeskError, DeskState, Signed};

/// Steps a template may take: enough for the longest list, so that only a loop without end is stopped.
const FUEL: u64 = 20_000_000;

#[derive(RustEmbed)]
#[folder = "templates/"]
struct TemplateFiles;

#[derive(RustEmbed)]
#[folder = "strings/"]
struct StringFiles;

/// Why the desk's templates or strings cannot be used: a mistake in this program.
#[derive(Debug, thiserror::Error)]
pub enum DeskThemeError {
    /// A template has a mistake.
    #[error("the desk's template {0}: {1}")]
    Template(String, minijinja::Error),
    /// A file of strings has a mistake.
    #[error("the desk's strings: {0}")]
    Strings(#[from] locale::LocaleError),
}

/// Templates and strings, ready for use.
pub struct Templates {
    env: Environment<'static>,
    locales: Arc<Locales>,
}

impl Templates {
    /// The desk's own templates and strings. A strict set fails on a missing string or an unknown name: for tests.
    ///
    /// # Errors
    /// The first file with a mistake.
    pub fn load(strict: bool) -> Result<Self, DeskThemeError> {
        let mut env = Environment::new();
        env.set_undefined_behavior(if strict { UndefinedBehavior::Strict } else { UndefinedBehavior::SemiStrict });
        env.set_auto_escape_callback(|_| AutoEscape::Html);
        env.set_fuel(Some(FUEL));
        env.add_function("asset", |name: String| crate::assets::href(&name));
        for name in TemplateFiles::iter() {
            let Some(file) = TemplateFiles::get(&name) else { continue };
            let text = String::from_utf8_lossy(&file.data).into_owned();
            env.add_template_owned(name.to_string(), text)
                .map_err(|error| DeskThemeError::Template(name.to_string(), error))?;
        }
        // Each room has its own file of strings; together they are a language.
        let mut languages: BTreeMap<String, String> = BTreeMap::new();
        for name in StringFiles::iter() {
            let Some((lang, _)) = name.split_once('/') else { continue };
            let Some(file) = StringFiles::get(&name) else { continue };
            let text = languages.entry(lang.to_owned()).or_default();
            text.push_str(&String::from_utf8_lossy(&file.data));
            text.push('\n');
        }
        Ok(Self { env, locales: Arc::new(Locales::new(languages)?.strict(strict)) })
    }

    /// Strings and formats.
    #[must_use]
    pub fn locales(&self) -> &Locales {
        &self.locales
    }

    /// The names of all templates.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.env.templates().map(|(name, _)| name.to_owned()).collect();
        names.sort_unstable();
        names
    }

    /// The best language of the desk for an `Accept-Language`; English where it asks for none of the desk's.
    #[must_use]
    pub fn negotiate(&self, accept: Option<&str>) -> Lang {
        let mut offered = self.locales.languages();
        offered.sort_by_key(|lang| lang.as_str() != "en");
        self.locales.negotiate(accept, &offered)
    }

    /// A string of the desk.
    #[must_use]
    pub fn say(&self, lang: &Lang, key: &str, args: &[(&str, Arg)]) -> String {
        self.locales.text(lang, key, args)
    }

    /// A page without the desk's navigation: for those who are not signed in, and for problems. The template's
    /// variables are those of `model` with `lang`, `dir`, `signed` (false) and `t`.
    ///
    /// # Errors
    /// A mistake in the template.
    pub fn bare(&self, lang: &Lang, template: &str, model: &impl Serialize) -> Result<String, minijinja::Error> {
        self.render(lang, template, model, context! { signed => false })
    }

    fn render(
        &self,
        lang: &Lang,
        template: &str,
        model: &impl Serialize,
        more: Value,
    ) -> Result<String, minijinja::Error> {
        let (locales, own) = (Arc::clone(&self.locales), lang.clone());
        let say = move |key: String, named: Kwargs| -> Result<String, minijinja::Error> {
            let names: Vec<String> = named.args().map(str::to_owned).collect();
            let mut args: Vec<(&str, Arg)> = Vec::with_capacity(names.len());
            for name in &names {
                let value: Value = named.get(name)?;
                let number = if value.is_number() { i64::try_from(value.clone()).ok() } else { None };
                args.push((name, number.map_or_else(|| Arg::Str(value.to_string()), Arg::Num)));
            }
            Ok(locales.text(&own, &key, &args))
        };
        let names = {
            let locales = Arc::clone(&self.locales);
            move |tag: String| tag.parse().map_or(tag.clone(), |lang: Lang| locales.own_name(&lang))
        };
        let directions = {
            let locales = Arc::clone(&self.locales);
            move |tag: String| tag.parse().map_or("ltr", |lang: Lang| direction(&locales, &lang))
        };
        let model = Value::from(Serde(model));
        let all = context! {
            t => Value::from_function(say),
            language_name => Value::from_function(names),
            direction_of => Value::from_function(directions),
            lang => lang.as_str(),
            dir => direction(&self.locales, lang),
            ..minijinja::value::merge_maps([more, model])
        };
        self.env.get_template(template)?.render(all)
    }
}

fn direction(locales: &Locales, lang: &Lang) -> &'static str {
    locales.direction(lang).as_str()
}

/// What of the desk an account is offered: rooms that would refuse everything are left out.
#[derive(Debug, Clone, Serialize)]
struct Offered {
    write: bool,
    approve: bool,
    release: bool,
    administer: bool,
}

impl Offered {
    fn of(rights: &Rights) -> Self {
        let somewhere = |roles: &[Role]| rights.has_somewhere(roles);
        Self {
            write: somewhere(&[Role::Author, Role::Translator, Role::Editor, Role::Publisher]),
            approve: somewhere(&[Role::Editor, Role::Publisher]),
            release: somewhere(&[Role::Publisher]),
            administer: somewhere(&[Role::Administrator]),
        }
    }
}

impl DeskState {
    /// The language in which somebody sees the desk.
    #[must_use]
    pub fn lang_of(&self, signed: &Signed) -> Lang {
        let known = self.templates.locales().languages();
        signed
            .person
            .lang
            .clone()
            .filter(|lang| known.contains(lang))
            .unwrap_or_else(|| self.templates.negotiate(signed.accept_language.as_deref()))
    }

    /// A page of the desk. `room` is the entry of the navigation that it belongs to (`home`, `messages`, `calendar`,
    /// `matrix`, `media`, `site`, `people`, `audit`, `me`). The template sees the fields of `model` and: `t(key, …)`, `lang`,
    /// `dir`, `room`, `signed` (true), `person` (name), `own_account` (id), `offered` (write, approve, release, administer), `site_name`,
    /// `now` (the present instant at home, in the other cities and in UTC), `languages` (the site's), `asset(name)`,
    /// `language_name(tag)`, `direction_of(tag)`.
    ///
    /// # Errors
    /// When the views fail or the template has a mistake.
    pub fn page(
        &self,
        signed: &Signed,
        room: &str,
        template: &str,
        model: &impl Serialize,
    ) -> Result<Response, DeskError> {
        self.page_with(StatusCode::OK, signed, room, template, model)
    }

    /// The same with another status than 200.
    ///
    /// # Errors
    /// When the views fail or the template has a mistake.
    pub fn page_with(
        &self,
        status: StatusCode,
        signed: &Signed,
        room: &str,
        template: &str,
        model: &impl Serialize,
    ) -> Result<Response, DeskError> {
        let lang = self.lang_of(signed);
        let standing = self.standing()?;
        let languages = &standing.identity.languages;
        let frame = context! {
            signed => true,
            room => room,
            person => signed.person.name.as_str(),
            own_account => signed.account.as_str(),
            offered => Value::from(Serde(Offered::of(&self.rights(signed)?))),
            site_name => standing.identity.name.get(&lang, languages).unwrap_or_default().to_owned(),
            languages => languages.iter().map(Lang::to_string).collect::<Vec<_>>(),
            now => Value::from(Serde(crate::times::places_of(&standing, &self.templates, &lang, self.now()))),
        };
        let page = self.templates.render(&lang, template, model, frame)?;
        Ok((status, Html(page)).into_response())
    }
}
