//! Draws from the sorted lines what they prove together: zones and instant from the clocks, start dates from the
//! counters, whole and partial messages, and the doubts about each.

use jiff::civil::Date;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Span, Timestamp};

use super::city_zones::zone_of_city;
use super::counters::ShownCounter;
use super::instant::{ZonedClock, capture_instant};
use super::layout::{PlacedClock, PlacedDate, PlacedMessage, lay_out};
use super::lines::Line;
use super::titles::read_occasion;
use super::{CaptureError, CapturedClock, CapturedCounter, CapturedMessage, CapturedPage, UnplacedLine};

/// So many clocks are compared with each other; more would cost the square of their number and prove nothing new.
const CLOCKS_COMPARED_MAX: usize = 64;

/// Sorts the lines and draws what they prove: the instant, the start dates, the messages.
pub(super) fn read_lines(
    lines: &[Line<'_>],
    home_zone: &TimeZone,
    recorded: Option<Timestamp>,
) -> Result<CapturedPage, CaptureError> {
    let mut layout = lay_out(lines);
    if layout.date.is_none() && layout.entries.is_empty() {
        return Err(CaptureError::NotAFrontPage);
    }
    let mut page = CapturedPage {
        instant: None,
        date: layout.date.map(|placed| placed.date),
        clocks: Vec::new(),
        contacts: std::mem::take(&mut layout.contacts),
        counters: Vec::new(),
        lead: None,
        entries: Vec::new(),
        all_messages: layout.all_messages.take(),
        unplaced: std::mem::take(&mut layout.unplaced),
        uncertain: std::mem::take(&mut layout.uncertain),
    };
    page.check_weekday(layout.date);
    page.take_clocks(std::mem::take(&mut layout.clocks), home_zone);
    page.take_recorded(recorded, home_zone);
    page.take_counters(layout.counters);
    page.take_messages(layout.lead, layout.entries);
    page.unplaced.sort_by_key(|line| line.line);
    Ok(page)
}

impl CapturedPage {
    fn check_weekday(&mut self, placed: Option<PlacedDate>) {
        let Some(placed) = placed else {
            self.uncertain
                .push("The page shows no line with its date, so nothing proves the day of the capture".to_owned());
            return;
        };
        if placed.weekday.is_some_and(|weekday| weekday != placed.date.weekday()) {
            self.uncertain.push(format!(
                "The date line (line {}) names another weekday than {} has: {:?}",
                placed.line,
                placed.date,
                placed.date.weekday()
            ));
        }
    }

    fn take_clocks(&mut self, clocks: Vec<PlacedClock>, home_zone: &TimeZone) {
        let database = TimeZoneDatabase::bundled();
        let mut zoned = Vec::new();
        for clock in clocks {
            let zone = zone_of_city(&clock.city);
            match zone.and_then(|name| database.get(name).ok()) {
                Some(zone) => {
                    zoned.push(ZonedClock { city: clock.city.clone(), line: clock.line, time: clock.time, zone });
                }
                None => self.uncertain.push(format!(
                    "No time zone is known for {} (line {}), so that clock proves nothing",
                    clock.city, clock.line
                )),
            }
            self.clocks.push(CapturedClock {
                city: clock.city,
                zone: zone.map(str::to_owned),
                hour: clock.time.hour(),
                minute: clock.time.minute(),
                line: clock.line,
            });
        }
        let Some(date) = self.date else { return };
        if zoned.is_empty() {
            self.uncertain.push("The page shows no clock of a known zone, so its clocks prove no instant".to_owned());
        }
        if zoned.len() > CLOCKS_COMPARED_MAX {
            zoned.truncate(CLOCKS_COMPARED_MAX);
            self.uncertain.push(format!("Only the first {CLOCKS_COMPARED_MAX} clocks were compared with each other"));
        }
        let (instant, remarks) = capture_instant(date, &zoned, home_zone);
        self.instant = instant;
        self.uncertain.extend(remarks);
    }

    /// The archive's time fills what the page does not show and never overrules what it shows.
    fn take_recorded(&mut self, recorded: Option<Timestamp>, home_zone: &TimeZone) {
        const MINUTE_SECONDS: i64 = 60;
        let Some(recorded) = recorded else { return };
        match self.instant {
            Some(instant) if (recorded.as_second() - instant.as_second()).abs() < MINUTE_SECONDS => {}
            Some(instant) => self.uncertain.push(format!(
                "The archive recorded the page at {recorded}, its clocks show {instant}; the clocks were taken"
            )),
            None => {
                self.instant = Some(recorded);
                self.uncertain.push(format!("The instant {recorded} is the archive's; the page's clocks prove none"));
            }
        }
        let day = home_zone.to_datetime(recorded).date();
        match self.date {
            None => {
                self.date = Some(day);
                self.uncertain.push(format!("The date {day} is that of the archive's record; the page shows none"));
            }
            Some(date) if date != day => self.uncertain.push(format!(
                "The page's date is {date}; at the time of the archive's record it was {day} in the home zone"
            )),
            Some(_) => {}
        }
    }

    fn take_counters(&mut self, counters: Vec<(usize, ShownCounter)>) {
        for (line, counter) in counters {
            let ShownCounter { days, before, after } = counter;
            let start = match self.date {
                None => Err("The page shows no date from which the days of this counter could be counted back"),
                Some(date) => {
                    days_before(date, days).ok_or("The calendar does not reach back to the start of this counter")
                }
            };
            match start {
                Ok(start) => self.counters.push(CapturedCounter { days, start, before, after, line }),
                Err(reason) => self.unplaced.push(UnplacedLine {
                    line,
                    text: format!("{before}{days}{after}"),
                    reason: reason.to_owned(),
                }),
            }
        }
    }

    fn take_messages(&mut self, lead: Option<PlacedMessage>, entries: Vec<PlacedMessage>) {
        self.lead = lead.map(|message| self.message(message, true));
        for entry in entries {
            if let (Some(listed), Some(today)) = (entry.date, self.date)
                && listed > today
            {
                self.uncertain.push(format!(
                    "The entry on line {} is dated {listed}, after the page's own date {today}",
                    entry.line
                ));
            }
            let entry = self.message(entry, false);
            self.entries.push(entry);
        }
    }

    fn message(&mut self, message: PlacedMessage, whole: bool) -> CapturedMessage {
        let occasion = read_occasion(&message.title);
        let (title_date, place) = occasion.map_or((None, None), |found| (Some(found.date), found.place));
        if let Some(place) = place.as_ref().filter(|place| !place.set_off) {
            self.uncertain.push(format!(
                "The title on line {} sets its place not off with commas; \"{}\" was taken because it is a known city",
                message.line, place.name
            ));
        }
        CapturedMessage {
            title: message.title,
            date: message.date,
            paragraphs: message.paragraphs,
            whole,
            title_place: place.map(|place| place.name),
            title_date,
            line: message.line,
        }
    }
}

fn days_before(date: Date, days: i64) -> Option<Date> {
    let span = Span::new().try_days(days).ok()?;
    date.checked_sub(span).ok()
}
