//! What the index holds: its fields and how words get into them.
//!
//! The index is made of documents of three sorts, told apart by the field `what` (see [`what`]). Nothing is stored; what a
//! result shows is read from the views.

use document::Role;
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, SchemaBuilder, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

/// The format of the index folder: fields, analysis and payload. Any change to what this crate writes raises it, and
/// indexes of other formats are built anew.
pub(crate) const FORMAT: u32 = 2;

/// Between slug and label in `speakers`, `topics` and `who_key`.
pub(crate) const BETWEEN: char = '\u{1f}';

/// The values of the field `what`.
pub(crate) mod what {
    /// A message with turns, or one of which it is not known who alone speaks in it.
    pub(crate) const MESSAGE: u64 = 0;
    /// One turn of such a message.
    pub(crate) const TURN: u64 = 1;
    /// A message whose whole text one speaker says: message and turn in one document.
    pub(crate) const MONOLOGUE: u64 = 2;
}

/// `to_us` of what is shown until further notice.
pub(crate) const OPEN: i64 = i64::MAX;

/// The fields. Raw terms and words are as [`crate::analysis`] makes them.
///
/// Turns (`what` 1) repeat the fast fields of their message, except `speakers`; their words stand in `t_text`, `t_stem` and
/// `who` only, and `back`, `words_from` and `words_to` say where in their message (see [`crate::spoken`]). `what` 2 has its words in `text`, `stem` and `title` like any message, and `who` besides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    /// Exact forms of text and title, the text from position 0; text and title do not touch.
    pub text: Field,
    /// Stems of title and text that are not words of them, with frequencies.
    pub stem: Field,
    /// Exact forms and stems of the title with frequencies.
    pub title: Field,
    /// Exact forms of a turn. A turn is short: how often a word stands in it says little.
    pub t_text: Field,
    /// Stems of a turn that are not words of it.
    pub t_stem: Field,
    /// Exact forms of who says it: label, name in the text, slug; each apart from the next, with positions.
    pub who: Field,
    /// The edition, `message/lang`, as one raw term.
    pub key: Field,
    /// Which sort of document, see [`what`].
    pub what: Field,
    /// The version's number.
    pub number: Field,
    /// Shown from this instant, microseconds since 1970.
    pub from_us: Field,
    /// Shown until before this instant, microseconds since 1970; [`OPEN`] until further notice.
    pub to_us: Field,
    /// First release of the edition, microseconds since 1970.
    pub first_us: Field,
    /// The edition's first entry in the journal.
    pub seq: Field,
    /// Day in the address, decimal (20200922); 0 for a page.
    pub day: Field,
    /// Day of the occasion, decimal; 0 where it is not known.
    pub event_day: Field,
    /// Position of the turn among the turns of its text, from 0; 0 for messages.
    pub order: Field,
    /// How many documents before the turn's its message has its own; turns only.
    pub back: Field,
    /// Position in the message's `text` of the turn's first word; turns only.
    pub words_from: Field,
    /// The position after that of its last word.
    pub words_to: Field,
    /// Part of the turn in the conversation, see [`role_code`]; that of a speech for messages.
    pub role: Field,
    /// Fingerprint of the stretch as it was taken in; messages only. For [`crate::follow`] alone.
    pub print: Field,
    /// The message's id.
    pub message: Field,
    /// The edition's language.
    pub lang: Field,
    /// The kind, as [`domain::Kind::as_str`] writes it.
    pub kind: Field,
    /// Place of the occasion as written; empty where there is none.
    pub place: Field,
    /// Speakers on the sheet, each `slug␟label`; messages only, any number.
    pub speakers: Field,
    /// Topics on the sheet, each `slug␟label`, any number.
    pub topics: Field,
    /// Who says it, `slug␟label`; empty for `what` 0.
    pub who_key: Field,
    /// The turn's permanent id, `t-…`; empty for messages.
    pub turn: Field,
}

impl Fields {
    /// The fields and the schema that has them.
    pub(crate) fn new() -> (Self, Schema) {
        let mut schema = Schema::builder();
        let fields = Self {
            text: words(&mut schema, "text", IndexRecordOption::WithFreqsAndPositions),
            stem: words(&mut schema, "stem", IndexRecordOption::WithFreqs),
            title: words(&mut schema, "title", IndexRecordOption::WithFreqs),
            t_text: words(&mut schema, "t_text", IndexRecordOption::Basic),
            t_stem: words(&mut schema, "t_stem", IndexRecordOption::Basic),
            who: words(&mut schema, "who", IndexRecordOption::WithFreqsAndPositions),
            key: raw(&mut schema, "key"),
            what: schema.add_u64_field("what", FAST),
            number: schema.add_u64_field("number", FAST),
            from_us: schema.add_i64_field("from_us", FAST),
            to_us: schema.add_i64_field("to_us", FAST),
            first_us: schema.add_i64_field("first_us", FAST),
            seq: schema.add_i64_field("seq", FAST),
            day: schema.add_u64_field("day", FAST),
            event_day: schema.add_u64_field("event_day", FAST),
            order: schema.add_u64_field("order", FAST),
            back: schema.add_u64_field("back", FAST),
            words_from: schema.add_u64_field("words_from", FAST),
            words_to: schema.add_u64_field("words_to", FAST),
            role: schema.add_u64_field("role", FAST),
            print: schema.add_u64_field("print", FAST),
            message: fast_text(&mut schema, "message"),
            lang: fast_text(&mut schema, "lang"),
            kind: fast_text(&mut schema, "kind"),
            place: fast_text(&mut schema, "place"),
            speakers: fast_text(&mut schema, "speakers"),
            topics: fast_text(&mut schema, "topics"),
            who_key: fast_text(&mut schema, "who_key"),
            turn: fast_text(&mut schema, "turn"),
        };
        (fields, schema.build())
    }
}

fn words(schema: &mut SchemaBuilder, name: &str, record: IndexRecordOption) -> Field {
    let indexing = TextFieldIndexing::default().set_tokenizer(PACKED).set_index_option(record).set_fieldnorms(true);
    schema.add_text_field(name, TextOptions::default().set_indexing_options(indexing))
}

/// One term a document, for finding documents and nothing else.
fn raw(schema: &mut SchemaBuilder, name: &str) -> Field {
    let indexing = TextFieldIndexing::default().set_tokenizer(PACKED).set_index_option(IndexRecordOption::Basic);
    schema.add_text_field(name, TextOptions::default().set_indexing_options(indexing.set_fieldnorms(false)))
}

fn fast_text(schema: &mut SchemaBuilder, name: &str) -> Field {
    schema.add_text_field(name, TextOptions::default().set_fast("raw"))
}

/// The role in the field `role`.
pub(crate) fn role_code(role: Role) -> u64 {
    match role {
        Role::Question => 0,
        Role::Answer => 1,
        Role::Speech => 2,
        Role::Narration => 3,
    }
}

const PACKED: &str = "packed";

/// The tokenizers of the index. Words are made before they come to tantivy, since one pass over a text makes both its exact
/// forms and its stems; what is handed over are words with spaces between.
pub(crate) fn tokenizers() -> TokenizerManager {
    // The library asks for a tokenizer for each field, those without words included.
    let tokenizers = TokenizerManager::default();
    tokenizers.register(PACKED, Packed::default());
    tokenizers
}

/// Cuts words at the spaces that [`crate::analysis`] puts between them; one position each.
#[derive(Debug, Clone, Default)]
struct Packed {
    token: Token,
}

struct PackedStream<'a> {
    rest: &'a str,
    token: &'a mut Token,
}

impl Tokenizer for Packed {
    type TokenStream<'a> = PackedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> PackedStream<'a> {
        self.token.reset();
        PackedStream { rest: text, token: &mut self.token }
    }
}

impl TokenStream for PackedStream<'_> {
    fn advance(&mut self) -> bool {
        if self.rest.is_empty() {
            return false;
        }
        let end = memchr::memchr(b' ', self.rest.as_bytes()).unwrap_or(self.rest.len());
        let word = &self.rest[..end];
        self.rest = self.rest.get(end + 1..).unwrap_or_default();
        self.token.text.clear();
        self.token.text.push_str(word);
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
