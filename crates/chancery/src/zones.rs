//! Time zones by name, with suggestions for a name that is none.

/// Names suggested for one that is not known.
const SUGGESTIONS_MAX: usize = 3;
/// A name may differ in a third of its letters from what was meant and still be worth suggesting.
const LETTERS_PER_SLIP: usize = 3;

/// The IANA names that are most like `wanted`, the likeliest first; none when nothing is like it.
#[must_use]
pub fn nearest(wanted: &str) -> Vec<String> {
    let wanted = folded(wanted);
    let slips_max = wanted.chars().count() / LETTERS_PER_SLIP;
    let mut near: Vec<(usize, String)> = jiff::tz::db()
        .available()
        .map(|name| name.to_string())
        .filter(|name| name.contains('/') && !name.starts_with("Etc/"))
        .map(|name| (distance(&wanted, &name), name))
        .filter(|(slips, _)| *slips <= slips_max)
        .collect();
    near.sort();
    // What is clearly further off than the best is not what was meant.
    let best = near.first().map_or(0, |(slips, _)| *slips);
    near.retain(|(slips, _)| *slips <= best + 1);
    near.into_iter().take(SUGGESTIONS_MAX).map(|(_, name)| name).collect()
}

/// The city that a zone is named after, as people write it: `New York` of `America/New_York`.
#[must_use]
pub fn city_of(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-'], "_")
}

/// Slips between what was written and a zone's whole name, or its city alone.
fn distance(wanted: &str, name: &str) -> usize {
    let name = folded(name);
    let city = name.rsplit('/').next().unwrap_or(&name);
    let own_city = wanted.rsplit('/').next().unwrap_or(wanted);
    // A right city under a wrong region counts as one slip, so that it comes after the right name.
    slips(wanted, &name).min(slips(own_city, city) + 1)
}

/// Letters to insert, remove or replace to make one text of the other (Levenshtein).
fn slips(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_zone_finds_the_one_that_was_meant() {
        for (written, meant) in [
            ("Europe/Lodnon", "Europe/London"),
            ("London", "Europe/London"),
            ("europe/paris", "Europe/Paris"),
            ("Asia/Cairo", "Africa/Cairo"),
            ("America/New York", "America/New_York"),
        ] {
            assert_eq!(nearest(written).first().map(String::as_str), Some(meant), "{written}");
        }
        assert_eq!(nearest("Mars/Olympus_Mons_Base_Station"), Vec::<String>::new());
    }

    #[test]
    fn a_zone_is_named_after_its_city() {
        assert_eq!(city_of("America/Argentina/Buenos_Aires"), "Buenos Aires");
        assert_eq!(city_of("UTC"), "UTC");
    }
}
