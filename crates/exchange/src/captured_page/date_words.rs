//! Names of months and weekdays in English, French, Spanish, Russian, Arabic and Chinese, in the forms that
//! dates use (CLDR, "format" width; genitive in Russian), and the small words between them.
//!
//! All words stand folded (see `lines::fold`), because they are compared with folded text.

use jiff::civil::Weekday;

/// The month of a folded word or pair of words: 1 to 12.
pub(super) fn month_of(word: &str) -> Option<i8> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(month, _)| month)
}

/// The weekday of a folded word.
pub(super) fn weekday_of(word: &str) -> Option<Weekday> {
    let at = WEEKDAYS.iter().position(|names| names.contains(&word))?;
    Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()
}

/// Whether a folded word may stand in a date without meaning anything.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

const FILLERS: [&str; 20] = [
    "the", "of", "on", "st", "nd", "rd", "th", "le", "du", "er", "el", "de", "del", "г", "год", "года", "م", "年",
    "日", "号",
];

#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "janvier", "janv", "enero", "ene", "января", "январь", "янв", "يناير", "كانون الثاني", "جانفي", "一月"],
    &["february", "feb", "fevrier", "fevr", "febrero", "февраля", "февраль", "фев", "февр", "فبراير", "شباط", "فيفري", "二月"],
    &["march", "mar", "mars", "marzo", "марта", "март", "مارس", "اذار", "三月"],
    &["april", "apr", "avril", "avr", "abril", "abr", "апреля", "апрель", "апр", "ابريل", "نيسان", "افريل", "四月"],
    &["may", "mai", "mayo", "мая", "маи", "مايو", "ايار", "ماي", "五月"],
    &["june", "jun", "juin", "junio", "июня", "июнь", "يونيو", "يونيه", "حزيران", "جوان", "六月"],
    &["july", "jul", "juillet", "juil", "julio", "июля", "июль", "يوليو", "يوليه", "تموز", "جويليه", "七月"],
    &["august", "aug", "aout", "agosto", "ago", "августа", "август", "авг", "اغسطس", "اب", "اوت", "八月"],
    &["september", "sep", "sept", "septembre", "septiembre", "setiembre", "сентября", "сентябрь", "сен", "сент", "سبتمبر", "ايلول", "九月"],
    &["october", "oct", "octobre", "octubre", "октября", "октябрь", "окт", "اكتوبر", "تشرين الاول", "十月"],
    &["november", "nov", "novembre", "noviembre", "ноября", "ноябрь", "ноя", "нояб", "نوفمبر", "تشرين الثاني", "十一月"],
    &["december", "dec", "decembre", "diciembre", "dic", "декабря", "декабрь", "дек", "ديسمبر", "كانون الاول", "十二月"],
];

#[rustfmt::skip]
const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "mon", "lundi", "lunes", "понедельник", "пн", "الاثنين", "星期一", "周一", "週一"],
    &["tuesday", "tue", "tues", "mardi", "martes", "вторник", "вт", "الثلاثاء", "星期二", "周二", "週二"],
    &["wednesday", "wed", "mercredi", "miercoles", "среда", "ср", "الاربعاء", "星期三", "周三", "週三"],
    &["thursday", "thu", "thur", "thurs", "jeudi", "jueves", "четверг", "чт", "الخميس", "星期四", "周四", "週四"],
    &["friday", "fri", "vendredi", "viernes", "пятница", "пт", "الجمعه", "星期五", "周五", "週五"],
    &["saturday", "sat", "samedi", "sabado", "суббота", "сб", "السبت", "星期六", "周六", "週六"],
    &["sunday", "sun", "dimanche", "domingo", "воскресенье", "вс", "الاحد", "星期日", "星期天", "周日", "週日"],
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::captured_page::lines::fold;

    #[test]
    fn all_words_stand_folded_and_mean_one_thing() {
        let mut seen = std::collections::HashSet::new();
        let months = MONTHS.iter().flat_map(|names| names.iter());
        let weekdays = WEEKDAYS.iter().flat_map(|names| names.iter());
        for word in months.chain(weekdays).chain(&FILLERS) {
            assert_eq!(*word, fold(word));
            assert!(seen.insert(*word), "{word} stands twice");
        }
    }
}
