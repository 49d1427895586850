//! What is typed into a search field, taken apart for the engines that it is compared with: words, phrases, operators. Ours gets it as it is.

/// A word or a phrase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Clause {
    /// The text, without quotation marks, star or minus.
    pub text: String,
    /// Whether it stood in quotation marks.
    pub is_phrase: bool,
    /// Whether a star stood behind it.
    pub is_prefix: bool,
    /// Whether results must not have it.
    pub is_negated: bool,
    /// Whether `OR` stood before it.
    pub is_alternative: bool,
}

/// A query, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// Words and phrases in their order.
    pub clauses: Vec<Clause>,
    /// Operators with their values (`year:2020`), in their order.
    pub filters: Vec<(String, String)>,
}

/// The operators.
const FILTERS: [&str; 6] = ["speaker", "place", "kind", "year", "from", "to"];

impl Typed {
    /// Takes a query apart. Brackets are left out: the questions here use them only around alternatives.
    #[must_use]
    pub fn of(query: &str) -> Self {
        let mut typed = Self::default();
        let (mut is_negated, mut is_alternative) = (false, false);
        for token in tokens(query) {
            match token.as_str() {
                "AND" => continue,
                "OR" => {
                    is_alternative = true;
                    continue;
                }
                "NOT" => {
                    is_negated = true;
                    continue;
                }
                _ => {}
            }
            if let Some((name, value)) = token.split_once(':')
                && FILTERS.contains(&name)
            {
                typed.filters.push((name.to_owned(), value.trim_matches('"').to_owned()));
                continue;
            }
            let minus = token.strip_prefix('-').filter(|rest| !rest.is_empty());
            let bare = minus.unwrap_or(&token);
            let clause = Clause {
                is_phrase: bare.starts_with('"'),
                is_prefix: !bare.starts_with('"') && bare.ends_with('*'),
                text: bare.trim_matches(['"', '*']).to_owned(),
                is_negated: is_negated || minus.is_some(),
                is_alternative,
            };
            (is_negated, is_alternative) = (false, false);
            if clause.text.chars().any(char::is_alphanumeric) {
                typed.clauses.push(clause);
            }
        }
        typed
    }

    /// The query in the language of FTS5 (sqlite.org/fts5.html section 3); nothing where no word is wanted.
    #[must_use]
    pub fn for_fts5(&self) -> Option<String> {
        let said = |clause: &Clause| {
            let star = if clause.is_prefix { "*" } else { "" };
            format!("\"{}\"{star}", clause.text.replace('"', ""))
        };
        let mut wanted = String::new();
        for clause in self.clauses.iter().filter(|clause| !clause.is_negated) {
            if !wanted.is_empty() {
                wanted += if clause.is_alternative { " OR " } else { " AND " };
            }
            wanted += &words(clause).iter().map(said).collect::<Vec<_>>().join(" AND ");
        }
        if wanted.is_empty() {
            return None;
        }
        let without: String = self
            .clauses
            .iter()
            .filter(|clause| clause.is_negated)
            .map(|clause| format!(" NOT {}", said(clause)))
            .collect();
        Some(if without.is_empty() { wanted } else { format!("({wanted}){without}") })
    }

    /// The query as `websearch_to_tsquery` reads it; nothing where no word is wanted.
    #[must_use]
    pub fn for_postgres(&self) -> Option<String> {
        let mut out = String::new();
        for clause in &self.clauses {
            if !out.is_empty() {
                out += if clause.is_alternative { " or " } else { " " };
            }
            if clause.is_negated {
                out.push('-');
            }
            let text = clause.text.replace('"', "");
            out += &if clause.is_phrase { format!("\"{text}\"") } else { text };
        }
        self.clauses.iter().any(|clause| !clause.is_negated).then_some(out)
    }
}

/// A word that the tokenizer takes for several (`sea-wall`) is wanted as all of them, in any order, as PostgreSQL has it.
fn words(clause: &Clause) -> Vec<Clause> {
    if clause.is_phrase || clause.is_prefix {
        return vec![clause.clone()];
    }
    let parts = clause.text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(|part| Clause { text: part.to_owned(), ..clause.clone() }).collect()
}

/// Parts between white space, quotation marks keeping together what stands in them.
fn tokens(query: &str) -> Vec<String> {
    let (mut tokens, mut token, mut is_quoted) = (vec![], String::new(), false);
    for c in query.chars() {
        match c {
            '"' => {
                is_quoted = !is_quoted;
                token.push(c);
            }
            '(' | ')' if !is_quoted => tokens.push(std::mem::take(&mut token)),
            c if c.is_whitespace() && !is_quoted => tokens.push(std::mem::take(&mut token)),
            c => token.push(c),
        }
    }
    tokens.push(token);
    tokens.retain(|token| !token.is_empty());
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_phrases_and_operators_reach_each_engine_in_its_own_language() {
        let table = [
            ("ferry timetable", Some("\"ferry\" AND \"timetable\""), Some("ferry timetable")),
            ("\"night ferry\" -grain", Some("(\"night ferry\") NOT \"grain\""), Some("\"night ferry\" -grain")),
            ("ferry OR tram", Some("\"ferry\" OR \"tram\""), Some("ferry or tram")),
            ("(ferry OR tram) Selby", Some("\"ferry\" OR \"tram\" AND \"Selby\""), Some("ferry or tram Selby")),
            ("lightho*", Some("\"lightho\"*"), Some("lightho")),
            ("a AND b NOT c", Some("(\"a\" AND \"b\") NOT \"c\""), Some("a b -c")),
            ("sea-wall", Some("\"sea\" AND \"wall\""), Some("sea-wall")),
            ("year:2020", None, None),
            ("-ferry", None, None),
        ];
        for (query, fts5, postgres) in table {
            let typed = Typed::of(query);
            assert_eq!((typed.for_fts5().as_deref(), typed.for_postgres().as_deref()), (fts5, postgres), "{query}");
        }
    }

    #[test]
    fn operators_are_taken_out_with_their_values() {
        let typed = Typed::of("speaker:\"Anna Velmar\" place:Selby ferry from:2020-01-01");
        let filters: Vec<(&str, &str)> = typed.filters.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(filters, [("speaker", "Anna Velmar"), ("place", "Selby"), ("from", "2020-01-01")]);
        assert_eq!(typed.clauses.len(), 1);
    }
}
