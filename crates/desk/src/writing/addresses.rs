//! Whether links inside the site lead somewhere. A text is checked every few seconds while somebody writes, so an address is
//! looked up among those that are held, and no page is made for it.

use std::cell::RefCell;
use std::collections::HashMap;

use domain::{AsOf, Digest, Lang};
use site::{Address, Room, Step};

use super::limits::ADDRESSES_MAX;
use crate::DeskState;

/// The internal addresses of one text: each is looked up once, and not more of them than the limit.
pub(crate) struct Addresses<'l> {
    look_up: &'l dyn Fn(&str) -> bool,
    known: RefCell<HashMap<String, bool>>,
}

impl<'l> Addresses<'l> {
    pub(crate) fn new(look_up: &'l dyn Fn(&str) -> bool) -> Self {
        Self { look_up, known: RefCell::default() }
    }

    /// Whether an address leads somewhere. Beyond the limit nothing is called broken.
    pub(crate) fn leads(&self, address: &str) -> bool {
        let mut known = self.known.borrow_mut();
        if let Some(leads) = known.get(address) {
            return *leads;
        }
        if known.len() >= ADDRESSES_MAX {
            return true;
        }
        let leads = (self.look_up)(address);
        known.insert(address.to_owned(), leads);
        leads
    }
}

/// Whether an internal address leads to a room of the site, to an edition that has it or once had it, or to a file of the
/// library.
pub(crate) fn leads(desk: &DeskState, languages: &[Lang], address: &str) -> bool {
    if let Some(file) = address.strip_prefix("/media/") {
        let digest = file.split('/').next().and_then(|digest| digest.parse::<Digest>().ok());
        let as_of = AsOf { site: desk.site.clone(), instant: desk.now() };
        // A file of the library becomes public with the text that refers to it.
        let file = |digest| desk.newsroom.views().media_file(&as_of, digest);
        return digest.is_some_and(|digest| file(digest).is_ok_and(|file| file.is_some()));
    }
    match Step::read(address, languages) {
        // Once: what is better written in another way may still lead nowhere.
        Step::Elsewhere(path) => is_there(desk, Step::read(&path, languages)),
        step => is_there(desk, step),
    }
}

fn is_there(desk: &DeskState, step: Step) -> bool {
    let held = |key: String| desk.newsroom.home().owner(desk.site.as_str(), &key).is_ok_and(|owner| owner.is_some());
    let was = |path: &str| held(format!("old/{path}")) || held(format!("old/{}", path.trim_start_matches('/')));
    match step {
        Step::Page { address: Address { lang, room: Room::Text(path) }, .. } => {
            held(format!("address/{lang}/{path}")) || was(&format!("/{lang}/{path}"))
        }
        Step::Page { .. } | Step::Root { .. } | Step::Elsewhere(_) => true,
        Step::Unknown { path, .. } => was(&path),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn each_address_is_looked_up_once_and_never_more_than_the_limit() {
        let asked = Cell::new(0);
        let look_up = |address: &str| {
            asked.set(asked.get() + 1);
            address != "/en/nowhere"
        };
        let addresses = Addresses::new(&look_up);
        for _ in 0..3 {
            assert!(!addresses.leads("/en/nowhere"));
            assert!(addresses.leads("/en/"));
        }
        assert_eq!(asked.get(), 2);
        for number in 0..2 * ADDRESSES_MAX {
            assert!(addresses.leads(&format!("/en/{number}")));
        }
        assert_eq!(asked.get(), ADDRESSES_MAX);
        assert!(!addresses.leads("/en/nowhere"), "what is known stays known");
    }
}
