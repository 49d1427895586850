//! Months, weekdays and the small words between them in the dates of six languages (CLDR, the forms that dates use).
//! All words stand folded (see `fold`), because they are compared with folded words.

use jiff::civil::Weekday;

/// The month of a folded word, or of two words for the Levantine names: 1 to 12.
pub(crate) fn month_of(word: &str) -> Option<i8> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(month, _)| month)
}

/// The weekday of a folded word.
pub(crate) fn weekday_of(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(_, names)| names.contains(&word)).map(|(weekday, _)| *weekday)
}

/// The weekday that a Chinese text begins with: the weekday and its length in bytes.
pub(crate) fn chinese_weekday(text: &str) -> Option<(Weekday, usize)> {
    let beginning = CHINESE_WEEKS.iter().find(|week| text.starts_with(**week))?;
    let day = text[beginning.len()..].chars().next()?;
    let (_, weekday) = CHINESE_DAYS.iter().find(|(sign, _)| *sign == day)?;
    Some((*weekday, beginning.len() + day.len_utf8()))
}

/// Whether a folded word may stand inside a date without meaning anything.
pub(crate) fn is_filler(word: &str) -> bool {
    ["the", "of", "de", "del", "le", "el", "du", "st", "nd", "rd", "th", "er", "º", "ª"].contains(&word)
}

const CHINESE_WEEKS: [&str; 6] = ["星期", "周", "週", "礼拜", "禮拜", "曜"];

const CHINESE_DAYS: [(char, Weekday); 8] = [
    ('一', Weekday::Monday),
    ('二', Weekday::Tuesday),
    ('三', Weekday::Wednesday),
    ('四', Weekday::Thursday),
    ('五', Weekday::Friday),
    ('六', Weekday::Saturday),
    ('日', Weekday::Sunday),
    ('天', Weekday::Sunday),
];

#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "janvier", "janv", "enero", "ene", "января", "январь", "янв", "يناير", "كانون الثاني", "جانفي"],
    &["february", "feb", "février", "fevrier", "févr", "febrero", "февраля", "февраль", "февр", "فبراير", "شباط", "فيفري"],
    &["march", "mar", "mars", "marzo", "марта", "март", "مارس", "اذار"],
    &["april", "apr", "avril", "avr", "abril", "abr", "апреля", "апрель", "апр", "ابريل", "نيسان", "افريل"],
    &["may", "mai", "mayo", "мая", "май", "مايو", "ايار", "ماي"],
    &["june", "jun", "juin", "junio", "июня", "июнь", "يونيو", "يونيه", "حزيران", "جوان"],
    &["july", "jul", "juillet", "juil", "julio", "июля", "июль", "يوليو", "يوليه", "تموز", "جويليه"],
    &["august", "aug", "août", "aout", "agosto", "ago", "августа", "август", "авг", "اغسطس", "اب", "اوت"],
    &["september", "sep", "sept", "septembre", "septiembre", "setiembre", "сентября", "сентябрь", "сент", "سبتمبر", "ايلول"],
    &["october", "oct", "octobre", "octubre", "октября", "октябрь", "окт", "اكتوبر", "تشرين الاول"],
    &["november", "nov", "novembre", "noviembre", "ноября", "ноябрь", "нояб", "نوفمبر", "تشرين الثاني"],
    &["december", "dec", "décembre", "decembre", "diciembre", "dic", "декабря", "декабрь", "дек", "ديسمبر", "كانون الاول"],
];

#[rustfmt::skip]
const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Monday, &["monday", "mon", "lundi", "lunes", "понедельник", "понедельника", "понедельнику", "пн", "الاثنين"]),
    (Weekday::Tuesday, &["tuesday", "tue", "tues", "mardi", "martes", "вторник", "вторника", "вторнику", "вт", "الثلاثاء"]),
    (Weekday::Wednesday, &["wednesday", "wed", "mercredi", "miércoles", "miercoles", "среда", "среду", "среды", "ср", "الاربعاء"]),
    (Weekday::Thursday, &["thursday", "thu", "thur", "thurs", "jeudi", "jueves", "четверг", "четверга", "чт", "الخميس"]),
    (Weekday::Friday, &["friday", "fri", "vendredi", "viernes", "пятница", "пятницу", "пятницы", "пт", "الجمعه"]),
    (Weekday::Saturday, &["saturday", "sat", "samedi", "sábado", "sabado", "суббота", "субботу", "субботы", "сб", "السبت"]),
    (Weekday::Sunday, &["sunday", "sun", "dimanche", "domingo", "воскресенье", "воскресенья", "вс", "الاحد"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::fold;

    #[test]
    fn all_words_stand_folded_and_mean_one_thing() {
        let mut seen = std::collections::HashSet::new();
        let weekdays = WEEKDAYS.iter().flat_map(|(_, names)| names.iter());
        for word in MONTHS.iter().flat_map(|names| names.iter()).chain(weekdays) {
            assert_eq!(*word, fold(word));
            assert!(seen.insert(*word), "{word} stands twice");
        }
    }
}
