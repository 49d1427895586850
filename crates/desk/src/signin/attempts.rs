//! Wrong attempts are counted for each account and each network, and make people wait.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::Records;

use super::limits::{ACCOUNT_FAILURES_MAX, FAILURES_FORGOTTEN_S, NETWORK_FAILURES_MAX, WAIT_FIRST_S, WAIT_MAX_S};
use super::{SignInError, kept, person};

const ROOM: &str = "attempt";
/// How often a count is written anew when another request was faster; more than this at one instant is no person.
const TRIES_MAX: usize = 8;

#[derive(Default, Clone, Serialize, Deserialize)]
struct Count {
    failures: u32,
    wait_until_us: i64,
}

/// An attempt that is counted as failed until it is said to have succeeded: requests sent at the same time do not slip
/// through together.
pub(crate) struct Attempt {
    account: Option<String>,
    network: String,
}

/// The network an address belongs to: an IPv4 address by itself, an IPv6 address by its first 64 bits, within which
/// one machine may choose freely (RFC 4291 §2.5.1).
pub(crate) fn network(address: Option<IpAddr>) -> String {
    match address.map(|address| address.to_canonical()) {
        None => "unknown".to_owned(),
        Some(IpAddr::V4(v4)) => v4.to_string(),
        Some(IpAddr::V6(v6)) => {
            let [a, b, c, d, ..] = v6.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

impl Attempt {
    /// Begins an attempt. `sign_in_name` is whatever was typed: a name that nobody has waits just as long.
    ///
    /// # Errors
    /// How long to wait; a failure of the store.
    pub(crate) fn begin(
        records: &dyn Records,
        sign_in_name: Option<&str>,
        network: &str,
        now: Timestamp,
    ) -> Result<Self, SignInError> {
        let account = sign_in_name.map(|name| format!("name/{}", kept::hidden(person::folded(name).as_bytes())));
        let network = format!("net/{network}");
        charge(records, &network, NETWORK_FAILURES_MAX, now)?;
        if let Some(account) = &account
            && let Err(error) = charge(records, account, ACCOUNT_FAILURES_MAX, now)
        {
            // The network is not to blame for somebody's waiting name twice.
            change(records, &network, now, forgive)?;
            return Err(error);
        }
        Ok(Self { account, network })
    }

    /// The attempt was right: the account's count begins anew, the network's is what it was.
    pub(crate) fn succeeded(&self, records: &dyn Records, now: Timestamp) -> Result<(), SignInError> {
        if let Some(account) = &self.account {
            records.take(ROOM, account, now.as_microsecond())?;
        }
        change(records, &self.network, now, forgive)
    }
}

fn forgive(count: &mut Count) -> Result<(), SignInError> {
    count.failures = count.failures.saturating_sub(1);
    if count.failures < NETWORK_FAILURES_MAX {
        count.wait_until_us = 0;
    }
    Ok(())
}

fn charge(records: &dyn Records, key: &str, free: u32, now: Timestamp) -> Result<(), SignInError> {
    change(records, key, now, |count| {
        let waits_us = count.wait_until_us - now.as_microsecond();
        if waits_us > 0 {
            let seconds = u64::try_from(waits_us).unwrap_or(0).div_ceil(1_000_000);
            return Err(SignInError::Wait(seconds));
        }
        count.failures = count.failures.saturating_add(1);
        if count.failures >= free {
            // Ten doublings are more than the longest wait; the shift stays in range.
            let doublings = (count.failures - free).min(10);
            count.wait_until_us = kept::after(now, (WAIT_FIRST_S << doublings).min(WAIT_MAX_S));
        }
        Ok(())
    })
}

fn change(
    records: &dyn Records,
    key: &str,
    now: Timestamp,
    edit: impl Fn(&mut Count) -> Result<(), SignInError>,
) -> Result<(), SignInError> {
    let expires = Some(kept::after(now, FAILURES_FORGOTTEN_S));
    for _ in 0..TRIES_MAX {
        let before = kept::read::<Count>(records, ROOM, key, now)?;
        let base = before.as_ref().map_or(0, |kept| kept.revision);
        let mut count = before.map(|kept| kept.value).unwrap_or_default();
        edit(&mut count)?;
        match kept::write(records, (ROOM, key), Some(base), &count, now, expires) {
            Err(SignInError::Changed) => {}
            other => return other.map(|_| ()),
        }
    }
    Err(SignInError::Wait(1))
}

#[cfg(test)]
mod tests {
    use store::MemoryHome;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + second).unwrap()
    }

    fn wait(home: &MemoryHome, name: &str, network: &str, second: i64) -> Option<u64> {
        match Attempt::begin(home, Some(name), network, at(second)) {
            Ok(_) => None,
            Err(SignInError::Wait(seconds)) => Some(seconds),
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn after_five_failures_the_wait_doubles_up_to_an_hour() {
        let home = MemoryHome::new();
        for _ in 0..5 {
            assert_eq!(wait(&home, "a.reed", "192.0.2.1", 0), None);
        }
        assert_eq!(wait(&home, "A.Reed ", "192.0.2.2", 0), Some(30));
        assert_eq!(wait(&home, "a.reed", "192.0.2.2", 29), Some(1));
        let mut second = 30;
        for expected in [60, 120, 240, 480, 960, 1_920, 3_600, 3_600] {
            assert_eq!(wait(&home, "a.reed", &format!("192.0.2.{expected}"), second), None);
            assert_eq!(wait(&home, "a.reed", "192.0.2.3", second), Some(expected));
            second += i64::try_from(expected).unwrap();
        }
        assert_eq!(wait(&home, "b.stone", "192.0.2.3", second), None);
    }

    #[test]
    fn a_day_without_failures_forgets_them() {
        let home = MemoryHome::new();
        for _ in 0..5 {
            assert_eq!(wait(&home, "a.reed", "192.0.2.1", 0), None);
        }
        for _ in 0..5 {
            assert_eq!(wait(&home, "a.reed", "192.0.2.1", 86_400), None);
        }
    }

    #[test]
    fn a_network_waits_after_twenty_whatever_the_names() {
        let home = MemoryHome::new();
        for nth in 0..20 {
            assert_eq!(wait(&home, &format!("name{nth}"), "192.0.2.1", 0), None);
        }
        assert_eq!(wait(&home, "name99", "192.0.2.1", 0), Some(30));
        assert_eq!(wait(&home, "name99", "192.0.2.2", 0), None);
    }

    #[test]
    fn success_clears_the_account_and_not_the_network() {
        let home = MemoryHome::new();
        for _ in 0..4 {
            assert_eq!(wait(&home, "a.reed", "192.0.2.1", 0), None);
        }
        let attempt = Attempt::begin(&home, Some("a.reed"), "192.0.2.1", at(0)).unwrap();
        attempt.succeeded(&home, at(0)).unwrap();
        for _ in 0..5 {
            assert_eq!(wait(&home, "a.reed", "192.0.2.1", 0), None);
        }
        for nth in 0..11 {
            assert_eq!(wait(&home, &format!("name{nth}"), "192.0.2.1", 0), None);
        }
        assert_eq!(wait(&home, "b.stone", "192.0.2.1", 0), Some(30));
    }

    #[test]
    fn the_addresses_of_one_machine_are_one_network() {
        let of = |text: &str| network(Some(text.parse().unwrap()));
        assert_eq!(of("2001:db8:1:2:3:4:5:6"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
        assert_eq!(of("::ffff:192.0.2.1"), of("192.0.2.1"));
        assert_ne!(of("192.0.2.1"), of("192.0.2.2"));
    }
}
