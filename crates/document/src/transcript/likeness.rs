//! How alike two labels look, to a scanner.

/// Letters of a label that are compared; longer ones are no labels.
const LETTERS_MAX: usize = 48;

/// The letters of `label` in one case, with those that scanners take for each other made one.
pub(crate) fn squeezed(label: &str) -> Vec<char> {
    let mut letters = Vec::with_capacity(label.len().min(LETTERS_MAX));
    for c in label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase) {
        if letters.len() >= LETTERS_MAX {
            break;
        }
        letters.push(match c {
            '1' | 'L' | '|' => 'I',
            '0' => 'O',
            '5' => 'S',
            '8' => 'B',
            c => c,
        });
    }
    letters
}

/// How many letters have to be changed, added or left out between the two; nothing if it is more than `most`.
pub(crate) fn distance(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
        if row.iter().all(|cost| *cost > most) {
            return None;
        }
    }
    row.last().copied().filter(|cost| *cost <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_scanners_confuse_is_alike() {
        let away = |a: &str, b: &str| distance(&squeezed(a), &squeezed(b), 2);
        assert_eq!(away("JOURNALlST", "JOURNALIST"), Some(0));
        assert_eq!(away("PRIE MINISTER", "PRIME MINISTER"), Some(1));
        assert_eq!(away("JOURNALSIT", "JOURNALIST"), Some(2));
        assert_eq!(away("VELMAR", "BERG"), None);
    }
}
