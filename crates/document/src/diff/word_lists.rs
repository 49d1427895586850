//! Words that change what a sentence says: negations, numbers in words, months and weekdays, in English, Russian, French,
//! Spanish, Arabic and Chinese. All stand folded (see `weighing::fold_word`).

/// Words that deny. A one-character Chinese word is looked for by itself.
#[rustfmt::skip]
pub(super) const NEGATIONS: &[&str] = &[
    "not", "no", "never", "cannot", "none", "nor", "neither", "nothing", "nobody", "nowhere", "without", "hardly",
    "не", "ни", "нет", "нельзя", "никогда", "никто", "ничто", "ничего", "нигде", "никакой", "никаких", "без",
    "отнюдь", "ne", "pas", "jamais", "aucun", "aucune", "rien", "personne", "nullement", "non", "sans", "ni", "nunca",
    "jamás", "nada", "nadie", "ningún", "ninguno", "ninguna", "tampoco", "sin", "لا", "لم", "لن", "ليس", "ليست",
    "ليسوا", "غير", "دون", "بدون", "كلا", "不", "没", "沒", "未", "无", "無", "非", "勿", "别", "莫",
];

/// Beginnings that turn a word into its opposite: `lawful` and `unlawful`.
#[rustfmt::skip]
pub(super) const NEGATING_BEGINNINGS: &[&str] = &[
    "un", "in", "im", "il", "ir", "dis", "non", "mis", "des", "dé", "mé", "a", "an", "не", "без", "бес", "анти",
    "anti", "counter",
];

/// Numbers in words. A one-character Chinese word is looked for by itself.
#[rustfmt::skip]
pub(super) const NUMBERS: &[&str] = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
    "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands", "million",
    "millions", "billion", "billions", "trillion", "dozen", "dozens", "half", "first", "second", "third", "fourth",
    "fifth", "once", "twice", "ноль", "один", "одна", "одно", "одного", "одной", "два", "две", "двух", "три", "трех",
    "четыре", "четырех", "пять", "пяти", "шесть", "шести", "семь", "семи", "восемь", "восьми", "девять", "девяти",
    "десять", "десяти", "двадцать", "тридцать", "сорок", "пятьдесят", "сто", "сотни", "двести", "тысяча", "тысячи",
    "тысяч", "миллион", "миллиона", "миллионов", "миллиард", "миллиарда", "миллиардов", "тыс", "млн", "млрд",
    "первый", "первая", "второй", "вторая", "третий", "третья", "дважды", "половина", "deux", "trois", "quatre",
    "cinq", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "vingt",
    "trente", "quarante", "cinquante", "soixante", "cent", "cents", "mille", "milliard", "milliards", "douzaine",
    "moitié", "premier", "première", "deuxième", "troisième", "dos", "tres", "cuatro", "cinco", "seis", "siete",
    "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "veinte", "treinta", "cuarenta",
    "cincuenta", "sesenta", "setenta", "ochenta", "noventa", "cien", "ciento", "cientos", "mil", "miles", "millón",
    "millones", "docena", "mitad", "primero", "primera", "segundo", "tercero", "tercera", "واحد", "واحدة", "اثنان",
    "اثنين", "ثلاثة", "ثلاث", "اربعة", "اربع", "خمسة", "خمس", "ستة", "ست", "سبعة", "سبع", "ثمانية", "ثماني", "تسعة",
    "تسع", "عشرة", "عشر", "عشرون", "عشرين", "ثلاثون", "ثلاثين", "مئة", "مائة", "الف", "الاف", "مليون", "ملايين",
    "مليار", "مليارات", "نصف", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "萬", "亿", "億", "两",
    "兩", "零", "半",
];

/// Months and weekdays. Chinese writes them with figures and numbers.
#[rustfmt::skip]
pub(super) const DATES: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow",
    "yesterday", "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
    "ноября", "декабря", "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
    "октябрь", "ноябрь", "декабрь", "январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе",
    "сентябре", "октябре", "ноябре", "декабре", "понедельник", "вторник", "среда", "среду", "четверг", "пятница",
    "пятницу", "суббота", "субботу", "воскресенье", "сегодня", "завтра", "вчера", "janvier", "février", "mars",
    "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "lundi", "mardi",
    "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "demain", "hier", "enero", "febrero", "marzo", "abril",
    "mayo", "junio", "julio", "agosto", "septiembre", "setiembre", "octubre", "noviembre", "diciembre", "lunes",
    "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "hoy", "mañana", "ayer", "يناير", "فبراير",
    "مارس", "ابريل", "مايو", "يونيو", "يوليو", "اغسطس", "سبتمبر", "اكتوبر", "نوفمبر", "ديسمبر", "شباط", "اذار",
    "نيسان", "ايار", "حزيران", "تموز", "ايلول", "الاثنين", "الثلاثاء", "الاربعاء", "الخميس", "الجمعة", "السبت",
    "الاحد", "اليوم", "غدا", "امس",
];

/// Abbreviations after whose full stop a sentence goes on, and with it the names.
#[rustfmt::skip]
pub(super) const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "sr", "sra", "hon", "gen", "col", "amb", "art", "no", "vs", "г", "гг",
    "ул", "им", "тов", "проф", "ст", "м", "mme", "mm", "mlle", "d", "dª",
];

#[cfg(test)]
mod tests {
    use super::super::weighing::fold_word;
    use super::*;

    #[test]
    fn all_words_stand_folded() {
        for word in [NEGATIONS, NUMBERS, DATES, ABBREVIATIONS].concat() {
            assert_eq!(fold_word(word), word);
        }
    }
}
