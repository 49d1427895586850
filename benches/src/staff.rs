//! The desk's people: authors with accounts and open sessions, as if they had just signed in, each with a message of
//! their own to write.

use anyhow::{Context as _, bail};
use desk::signin::{Person, add_person, open_session, person_of_name, revoke_all};
use domain::{AccountId, Command, Grant, Lang, MessageId, Role};
use newsroom::{Order, Visitor};

use crate::node::Node;

/// Somebody who writes a message that nobody else has open.
pub struct Author {
    /// From 0.
    pub number: u64,
    /// What the session's cookie holds.
    pub token: String,
    /// The message.
    pub message: MessageId,
    /// The language in which it is written.
    pub lang: Lang,
    account: AccountId,
}

#[cfg(test)]
impl Author {
    /// Somebody whom no desk knows.
    pub fn unknown(number: u64) -> Self {
        let chance = newsroom::Chance::seeded([7; 32]);
        let lang = "en".parse().expect("en is a language");
        Self { number, token: String::new(), message: chance.message_id(), lang, account: chance.account_id() }
    }
}

/// Gives a site's desk so many authors, each with a fresh session and a message that is not there yet. Those of an
/// earlier run are taken again, so that the journal does not grow with every run.
///
/// # Errors
/// When the home fails or an account is refused.
pub fn signed_in(node: &Node, count: u64) -> anyhow::Result<Vec<Author>> {
    let newsroom = node.newsroom();
    let (records, chance) = (newsroom.records(), newsroom.chance());
    let lang: Lang = "en".parse()?;
    let mut authors = vec![];
    for number in 0..count {
        let account = account(node, number)?;
        if newsroom.rights(node.site(), &account)?.is_none() {
            let grants = vec![Grant { role: Role::Author, lang: None }];
            let command = Command::SetAccount { account: account.clone(), grants, owner: None, expires: None };
            node.submit(&[Order::from(command)])?;
        }
        let token = open_session(records, chance, &account, "bench", "127.0.0.1", newsroom.now())?;
        authors.push(Author { number, token, message: chance.message_id(), lang: lang.clone(), account });
    }
    Ok(authors)
}

fn account(node: &Node, number: u64) -> anyhow::Result<AccountId> {
    let (records, now) = (node.newsroom().records(), node.newsroom().now());
    let sign_in_name = format!("bench-author-{number}");
    if let Some(known) = person_of_name(records, &sign_in_name, now)? {
        return Ok(known.account);
    }
    let account = node.newsroom().chance().account_id();
    let name = format!("Author {}", number + 1);
    add_person(records, &Person { account: account.clone(), sign_in_name, name, email: None, lang: None }, now)?;
    Ok(account)
}

/// Demands that an author's draft is there in the revision that was acknowledged last, with the words that were saved
/// last: what does not keep what it acknowledges is not fast.
///
/// # Errors
/// When it is not, or the home fails.
pub fn demand_kept(node: &Node, author: &Author, revision: u64, words: &str) -> anyhow::Result<()> {
    let draft = node.newsroom().draft(node.site(), &author.message, &author.lang)?;
    let draft = draft.with_context(|| format!("the draft of author {} is gone", author.number))?;
    let text = serde_json::to_string(&draft.content.document)?;
    if draft.revision != revision || !text.contains(words) {
        bail!(
            "the draft of author {} is in revision {}, not in {revision} with “{words}”",
            author.number,
            draft.revision
        );
    }
    Ok(())
}

/// Puts the drafts away and ends the sessions, so that the site is for the next measurement what it was.
///
/// # Errors
/// When the home fails.
pub fn sign_out(node: &Node, authors: &[Author]) -> anyhow::Result<()> {
    let newsroom = node.newsroom();
    for author in authors {
        let visitor = Visitor { account: author.account.clone(), from: None };
        if let Some(draft) = newsroom.draft(node.site(), &author.message, &author.lang)? {
            newsroom.discard_draft(node.site(), &visitor, (&author.message, &author.lang), draft.revision)?;
        }
        revoke_all(newsroom.records(), &author.account, None, newsroom.now())?;
    }
    Ok(())
}
