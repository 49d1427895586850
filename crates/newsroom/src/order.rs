//! Orders: commands with what they bring along, and their acknowledgement.

use domain::{Command, Fact};
use store::Object;

/// A command, and the sheets and documents it names.
#[derive(Debug, Clone)]
pub struct Order {
    /// What is wanted.
    pub command: Command,
    /// Sheets and documents.
    pub objects: Vec<Object>,
    /// Whether a slug that is taken may get a number behind it.
    pub slug_may_change: bool,
    /// The version of the command's stream that whoever ordered it had seen; any when absent. With it, two forms that were
    /// opened at the same time cannot overwrite each other.
    pub seen: Option<u32>,
}

impl Order {
    /// The order, refused when its stream has gone on from the version that was seen.
    #[must_use]
    pub fn on_top_of(mut self, version: u32) -> Self {
        self.seen = Some(version);
        self
    }
}

impl From<Command> for Order {
    fn from(command: Command) -> Self {
        Self { command, objects: vec![], slug_may_change: true, seen: None }
    }
}

/// What an order came to. It is durable, and this node's pages show it as far as its instant has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ack {
    /// The facts that were appended; none when everything was so already.
    pub facts: Vec<Fact>,
    /// Position in the journal of the last of them.
    pub seq: u64,
    /// Old addresses that were left out because they lead to another message already.
    pub old_addresses_taken: Vec<String>,
}
