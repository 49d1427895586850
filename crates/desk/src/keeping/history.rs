//! A part's past and what is planned for it, as the journal tells it.

use domain::{Fact, Fixture, FixtureKey};
use jiff::Timestamp;
use serde::Serialize;

use super::keeper::{At, Keeper};
use crate::DeskError;

/// One decision about a part.
#[derive(Debug, Clone)]
pub(super) struct Step {
    /// Its number in the part's history, from 1.
    pub(super) number: u32,
    /// When it was decided.
    decided: Timestamp,
    /// Who decided it.
    actor: String,
    /// From when it holds.
    effective: Timestamp,
    /// What the part is then; nothing when it was taken away.
    pub(super) part: Option<Fixture>,
}

/// All decisions about a part, in the order in which they were made.
#[derive(Debug, Default)]
pub(super) struct History {
    pub(super) steps: Vec<Step>,
}

/// A decision as the page shows it.
#[derive(Debug, Serialize)]
pub(super) struct StepLine {
    number: u32,
    removed: bool,
    who: String,
    decided: At,
    effective: At,
    /// Whether it holds now.
    holds: bool,
    /// Whether its time has not come.
    planned: bool,
}

impl History {
    pub(super) fn of(keeper: &Keeper<'_>, key: &FixtureKey) -> Result<Self, DeskError> {
        let home = keeper.desk.newsroom.home();
        let entries = home.read_stream(keeper.desk.site.as_str(), &format!("fixture/{key}"))?;
        let mut steps = Vec::with_capacity(entries.len());
        for entry in entries {
            let (effective, part) =
                match Fact::read(&entry.draft.kind, &entry.draft.body).map_err(DeskError::internal)? {
                    Fact::FixtureSet { effective, part } => (effective, Some(part)),
                    Fact::FixtureRemoved { effective, .. } => (effective, None),
                    _ => continue,
                };
            let decided = Timestamp::from_microsecond(entry.draft.at).unwrap_or(Timestamp::UNIX_EPOCH);
            steps.push(Step { number: entry.draft.version, decided, actor: entry.draft.actor, effective, part });
        }
        Ok(Self { steps })
    }

    /// How many decisions there are: what a form was made from, and must still be so when it comes back.
    pub(super) fn length(&self) -> usize {
        self.steps.len()
    }

    /// The decision that holds at an instant; of several with one effect the later one.
    pub(super) fn holding(&self, instant: Timestamp) -> Option<&Step> {
        self.steps.iter().filter(|step| step.effective <= instant).max_by_key(|step| (step.effective, step.number))
    }

    /// What a form begins with: what holds now, else what is planned next, else what was there last.
    pub(super) fn start(&self, now: Timestamp) -> Option<&Fixture> {
        let holding = self.holding(now).and_then(|step| step.part.as_ref());
        let planned = || self.steps.iter().filter(|step| step.effective > now).find_map(|step| step.part.as_ref());
        holding.or_else(planned).or_else(|| self.steps.iter().rev().find_map(|step| step.part.as_ref()))
    }

    /// What the part was by a decision's number.
    pub(super) fn part_of(&self, number: u32) -> Option<&Fixture> {
        self.steps.iter().find(|step| step.number == number).and_then(|step| step.part.as_ref())
    }

    /// Since when what holds now holds.
    pub(super) fn since(&self, now: Timestamp) -> Option<Timestamp> {
        self.holding(now).map(|step| step.effective)
    }

    /// The decisions for the page, the newest first.
    pub(super) fn lines(&self, keeper: &Keeper<'_>) -> Vec<StepLine> {
        let holding = self.holding(keeper.now).map(|step| step.number);
        let line = |step: &Step| StepLine {
            number: step.number,
            removed: step.part.is_none(),
            who: keeper.who(&step.actor),
            decided: keeper.at(step.decided),
            effective: keeper.at(step.effective),
            holds: holding == Some(step.number),
            planned: step.effective > keeper.now,
        };
        self.steps.iter().rev().map(line).collect()
    }
}
