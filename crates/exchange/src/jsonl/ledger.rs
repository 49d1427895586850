//! What becomes of the lines, in the order of the file: earlier lines stand against later ones, orders are submitted
//! in batches, and an item is told only when what it says is durable.

use std::collections::HashMap;

use domain::{Digest, Fact};
use newsroom::{Ack, Order, Refused};

use super::BATCH_AT_FIRST;
use super::Options;
use super::flaw::{Flaw, shown};
use super::prepare::{Fate, Prepared, Ready, Setting, public_address};
use crate::report::count_name;
use crate::{Item, Outcome, Progress, Report};

/// Bytes of packed texts after which a batch is submitted before it is full: a bound on memory.
const BATCH_BYTES_MAX: usize = 16 << 20;
/// Items that wait for a batch beside its orders (skipped and refused ones), per order: a second run over a large
/// file is told in steps too.
const WAITING_PER_ORDER: usize = 4;
/// Who stands in the journal for imports.
const ACTOR: &str = "import";

/// The import is over before the input is.
pub(super) struct Stopped;

/// The books of one import.
pub(super) struct Ledger<'a> {
    setting: &'a Setting<'a>,
    options: &'a Options,
    watch: &'a mut dyn FnMut(Progress<'_>),
    report: Report,
    // Digests in place of ids: a file of a million lines costs a few dozen megabytes here, however long its ids are.
    ids: HashMap<[u8; 16], u64>,
    groups: HashMap<[u8; 16], (u64, String)>,
    waiting: Vec<Waiting>,
    orders: Vec<Order>,
    order_bytes: usize,
    /// Orders in the batch that is being gathered.
    batch: usize,
}

/// An item whose turn to be told comes with its batch.
struct Waiting {
    item: Item,
    has_order: bool,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(setting: &'a Setting<'a>, options: &'a Options, watch: &'a mut dyn FnMut(Progress<'_>)) -> Self {
        Self {
            setting,
            options,
            watch,
            report: Report::new(setting.file),
            ids: HashMap::new(),
            groups: HashMap::new(),
            waiting: vec![],
            orders: vec![],
            order_bytes: 0,
            batch: options.batch.clamp(1, BATCH_AT_FIRST),
        }
    }

    /// Takes the next line.
    pub(super) fn take(&mut self, prepared: Prepared) -> Result<(), Stopped> {
        prepared.unknown_fields.iter().for_each(|name| count_name(&mut self.report.unknown_fields, name));
        prepared.unknown_kind.iter().for_each(|name| count_name(&mut self.report.unknown_kinds, &shown(name)));
        let mut item = Item {
            line: prepared.line,
            id: prepared.id,
            outcome: Outcome::Skipped,
            address: None,
            notes: prepared.notes,
        };
        let earlier = self.earlier_line(&item);
        let fate = match (earlier, prepared.fate) {
            (_, Fate::Failed(error)) => {
                self.flush()?;
                item.outcome = refused(Flaw::new("store", error.to_string()));
                self.tell(item);
                return Err(self.stop(error.to_string()));
            }
            (_, Fate::Refused(flaw)) => Err(flaw),
            (Some(flaw), _) => Err(flaw),
            (None, Fate::Skipped { address }) => {
                item.address = Some(address);
                Ok(None)
            }
            (None, Fate::Ready(ready)) => self.other_edition(&item, &ready).map(|()| {
                item.address = Some(ready.address.clone());
                item.outcome = if ready.is_change { Outcome::Changed } else { Outcome::Imported };
                Some(ready.order)
            }),
        };
        let order = fate.unwrap_or_else(|flaw| {
            item.outcome = refused(flaw);
            None
        });
        self.wait(item, order)
    }

    /// Why an earlier line of the file stands against this one, if it has the same id. The first line that names an
    /// id has it even when it is refused: else a second run could take the two for each other's changes.
    fn earlier_line(&mut self, item: &Item) -> Option<Flaw> {
        let line = *self.ids.entry(key(&[item.id.as_deref()?])).or_insert(item.line);
        let reason = || format!("line {line} has the same id; give each item an id of its own");
        (line != item.line).then(|| Flaw::new("id-twice", reason()))
    }

    /// Refuses a second edition of a group in one language, whether the first stands in this file or in the record.
    fn other_edition(&mut self, item: &Item, ready: &Ready) -> Result<(), Flaw> {
        let Some(group) = &ready.group else { return Ok(()) };
        let taken = |by: String| {
            let reason = format!(
                "the group “{}” has an edition in {} already ({by}); correct the group or the language of one of them",
                shown(&group.name),
                ready.lang
            );
            Flaw::new("edition-twice", reason)
        };
        let place = key(&[group.message.as_str(), ready.lang.as_str()]);
        if let Some((line, id)) = self.groups.get(&place) {
            return Err(taken(format!("id “{}”, line {line}", shown(id))));
        }
        if let Some(id) = &group.taken_by {
            return Err(taken(format!("id “{}”, in the record", shown(id))));
        }
        self.groups.insert(place, (item.line, item.id.clone().unwrap_or_default()));
        Ok(())
    }

    fn wait(&mut self, item: Item, order: Option<Order>) -> Result<(), Stopped> {
        let order = order.filter(|_| !self.options.dry_run);
        self.waiting.push(Waiting { item, has_order: order.is_some() });
        if let Some(order) = order {
            self.order_bytes += order.objects.iter().map(|object| object.packed.len()).sum::<usize>();
            self.orders.push(order);
        }
        let batch = self.batch;
        if self.orders.len() >= batch
            || self.waiting.len() >= batch * WAITING_PER_ORDER
            || self.order_bytes >= BATCH_BYTES_MAX
        {
            self.flush()?;
        }
        Ok(())
    }

    /// Submits what waits and tells what came of it.
    pub(super) fn flush(&mut self) -> Result<(), Stopped> {
        let orders = std::mem::take(&mut self.orders);
        self.order_bytes = 0;
        self.batch = (self.batch * 2).min(self.options.batch.max(1));
        let Setting { newsroom, site, .. } = self.setting;
        let mut broken = None;
        let answers = if orders.is_empty() {
            vec![]
        } else {
            newsroom.submit(site, ACTOR, &orders).unwrap_or_else(|error| {
                broken = Some(error.to_string());
                orders.iter().map(|_| Err(Refused::Conflict)).collect()
            })
        };
        let mut answers = answers.into_iter();
        for Waiting { mut item, has_order } in std::mem::take(&mut self.waiting) {
            match answers.next_if_order(has_order) {
                Some(Ok(ack)) => acknowledge(&mut item, &ack),
                Some(Err(refusal)) => {
                    if refusal.is_store_failure() {
                        broken.get_or_insert_with(|| refusal.to_string());
                    }
                    deny(&mut item, &refusal, broken.as_deref());
                }
                None => {}
            }
            self.tell(item);
        }
        broken.map_or(Ok(()), |why| Err(self.stop(why)))
    }

    fn tell(&mut self, item: Item) {
        self.report.count(&item);
        (self.watch)(Progress::Item(&item));
    }

    /// Tells how much of the input was read.
    pub(super) fn tell_bytes(&mut self, bytes: u64) {
        (self.watch)(Progress::Bytes(bytes));
    }

    /// Notes why the import ends early.
    pub(super) fn stop(&mut self, why: String) -> Stopped {
        let why = format!(
            "{why}. The import stopped there: the rest of the input was not looked at; what is reported as imported is in the record, and the same command goes on from there"
        );
        self.report.stopped.get_or_insert(why);
        Stopped
    }

    pub(super) fn close(self) -> Report {
        self.report
    }
}

/// Answers come for the items that had an order, in their order.
trait NextIfOrder<T> {
    fn next_if_order(&mut self, has_order: bool) -> Option<T>;
}

impl<T, I: Iterator<Item = T>> NextIfOrder<T> for I {
    fn next_if_order(&mut self, has_order: bool) -> Option<T> {
        if has_order { self.next() } else { None }
    }
}

fn acknowledge(item: &mut Item, ack: &Ack) {
    let left_out = |path: &String| format!("the old address {path} leads to another message already and was left out");
    item.notes.extend(ack.old_addresses_taken.iter().map(left_out));
    for fact in &ack.facts {
        if let Fact::VersionReleased { lang, address, .. } = fact {
            item.address = Some(public_address(lang, address));
        }
    }
}

fn deny(item: &mut Item, refusal: &Refused, broken: Option<&str>) {
    let code = match refusal {
        // The fact is in the journal: saying "refused" would be untrue.
        Refused::NotShownYet(_) => return item.notes.push(refusal.to_string()),
        Refused::Conflict if broken.is_some() => "store",
        Refused::Store(_) => "store",
        Refused::Unreadable(_) => "record-unreadable",
        other => other.code(),
    };
    let reason = match (refusal, broken) {
        (Refused::Conflict, Some(why)) => why.to_owned(),
        _ => refusal.to_string(),
    };
    item.address = None;
    item.outcome = refused(Flaw { code, reason });
}

/// A refusal as an outcome, its sentence on one line whatever the source had in it.
fn refused(flaw: Flaw) -> Outcome {
    let reason = flaw.reason.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    Outcome::Refused { code: flaw.code, reason }
}

fn key(parts: &[&str]) -> [u8; 16] {
    let digest = Digest::of(parts.join("\n").as_bytes());
    let mut key = [0; 16];
    key.copy_from_slice(&digest.0[..16]);
    key
}
