//! The messages of each language and the way from one language to the next.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource};
use icu_locale::LocaleExpander;

use crate::lang::LangExt as _;
use crate::numbers::group_numbers;
use crate::source::Source;
use crate::{Arg, Lang, LocaleError};

/// What a message becomes.
pub(crate) enum Found {
    /// The text, and the language that gave it.
    Text(String, Lang),
    /// The message is there, but a variable or a reference is not; what Fluent makes of it all the same.
    Broken(String, Lang),
    /// No language has it.
    Nowhere,
}

/// All messages of all languages.
pub(crate) struct Strings {
    by_lang: HashMap<Lang, OneLang>,
}

/// The messages of one language. Isolation is a property of a Fluent bundle, hence two of them
/// over the same parsed files.
struct OneLang {
    plain: FluentBundle<Arc<FluentResource>>,
    isolated: FluentBundle<Arc<FluentResource>>,
    keys: BTreeSet<String>,
}

impl Strings {
    /// Loads files in their order; a later file of a language overrides the earlier ones message by message.
    pub fn load(files: impl IntoIterator<Item = (String, String)>) -> Result<Self, LocaleError> {
        let mut sources: Vec<(Lang, Source)> = Vec::new();
        for (name, text) in files {
            let lang: Lang = name.parse().map_err(|why| LocaleError::Language { name, why })?;
            let before = sources.iter().filter(|(other, _)| *other == lang).count();
            let file = match before {
                0 => format!("{lang}.ftl"),
                n => format!("{lang}.ftl (override {n})"),
            };
            sources.push((lang, Source::parse(file, text)?));
        }
        // The program passes what the first English file uses; whatever another file asks for
        // beyond that would be printed as a bare variable.
        let english = sources.iter().find(|(lang, _)| *lang == Lang::english());
        if let Some(passed) = english.map(|(_, source)| source.messages.clone()) {
            sources.iter().try_for_each(|(_, source)| source.check_variables(&passed))?;
        }
        let mut by_lang = HashMap::new();
        for (lang, source) in sources {
            by_lang.entry(lang.clone()).or_insert_with(|| OneLang::new(&lang)).add(source);
        }
        Ok(Self { by_lang })
    }

    /// The languages that have a file, in the order of their tags.
    pub fn languages(&self) -> Vec<Lang> {
        let sorted: BTreeSet<Lang> = self.by_lang.keys().cloned().collect();
        sorted.into_iter().collect()
    }

    /// The languages in which a text for `lang` is looked for, best first, English last: the tag
    /// itself, the same language in the script that is likely for it (`zh-TW` reads `zh-Hant`), the
    /// tag shortened from its end (RFC 4647 section 3.4). Only languages that have a file.
    pub fn chain(&self, lang: &Lang) -> Vec<Lang> {
        let mut chain = vec![lang.clone()];
        let mut likely = lang.identifier();
        LocaleExpander::new_common().maximize(&mut likely);
        likely.region = None;
        likely.variants.clear();
        let mut scripted = Some(Lang::from_identifier(&likely));
        // A longer tag of the same script comes before the bare language, which may be in another script.
        if lang.primary() == lang.as_str() {
            scripted = None;
        }
        chain.extend(scripted);
        let mut next = lang.truncated();
        while let Some(shorter) = next {
            next = shorter.truncated();
            chain.push(shorter);
        }
        chain.push(Lang::english());
        let mut seen = BTreeSet::new();
        chain.retain(|lang| self.by_lang.contains_key(lang) && seen.insert(lang.clone()));
        chain
    }

    /// The text of a key in the first language of `chain` that has it whole.
    pub fn find(&self, chain: &[Lang], key: &str, args: &[(&str, Arg)], isolated: bool) -> Found {
        let mut broken = None;
        for lang in chain {
            let Some((text, errors)) = self.by_lang.get(lang).and_then(|one| one.format(key, args, isolated)) else {
                continue;
            };
            if errors.is_empty() {
                return Found::Text(text, lang.clone());
            }
            broken.get_or_insert(Found::Broken(text, lang.clone()));
        }
        broken.unwrap_or(Found::Nowhere)
    }

    /// The text of a key without variables in exactly this language.
    pub fn exact(&self, lang: &Lang, key: &str) -> Option<String> {
        self.by_lang.get(lang)?.format(key, &[], false).map(|(text, _)| text)
    }

    /// The keys of English that no language of `chain` but English has; none for English itself.
    pub fn missing(&self, lang: &Lang, chain: &[Lang]) -> Vec<String> {
        let english = Lang::english();
        let Some(all) = self.by_lang.get(&english) else {
            return Vec::new();
        };
        let own: Vec<&OneLang> = chain
            .iter()
            .filter(|one| one.primary() == lang.primary())
            .filter_map(|one| self.by_lang.get(one))
            .collect();
        all.keys.iter().filter(|key| !own.iter().any(|one| one.keys.contains(*key))).cloned().collect()
    }
}

impl OneLang {
    fn new(lang: &Lang) -> Self {
        let bundle = |isolating| {
            // unic-langid reads every tag that ICU reads; were it otherwise, English rules are the fallback.
            let id = lang.as_str().parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![id]);
            bundle.set_use_isolating(isolating);
            bundle.set_formatter(Some(group_numbers));
            bundle
        };
        Self { plain: bundle(false), isolated: bundle(true), keys: BTreeSet::new() }
    }

    fn add(&mut self, source: Source) {
        self.keys.extend(source.messages.into_keys());
        let resource = Arc::new(source.resource);
        self.plain.add_resource_overriding(Arc::clone(&resource));
        self.isolated.add_resource_overriding(resource);
    }

    fn format(&self, key: &str, args: &[(&str, Arg)], isolated: bool) -> Option<(String, Vec<FluentError>)> {
        let bundle = if isolated { &self.isolated } else { &self.plain };
        let pattern = bundle.get_message(key)?.value()?;
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.fluent())).collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        Some((text, errors))
    }
}
