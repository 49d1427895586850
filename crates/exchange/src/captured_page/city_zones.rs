//! From a city's name, as a clock line writes it, to the IANA zone of that city.
//!
//! Two sources answer, in this order: the table below, which holds capitals and large cities that the tz
//! database does not name (it names one city per zone, so Beijing stands under Shanghai) and the names of
//! the main capitals in other languages; then the last part of the names of the tz database itself
//! ("America/Mexico_City" answers to "Mexico City"). A name that neither knows has no zone: nothing is guessed.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::tz::TimeZoneDatabase;

use super::lines::fold;

/// The areas of the tz database whose names end in a place. The others (`Etc`, `US`, `SystemV`, bare
/// abbreviations) would make clock labels such as "Eastern" or "West" look like cities.
const CITY_AREAS: [&str; 10] =
    ["Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"];

/// The IANA zone name of a city, or `None` where no source knows the city.
///
/// Upper and lower case, accents, hyphens, underscores, dots and apostrophes make no difference.
pub(super) fn zone_of_city(city: &str) -> Option<&'static str> {
    static BY_NAME: LazyLock<HashMap<String, String>> = LazyLock::new(zones_by_name);
    BY_NAME.get(&city_key(city)).map(String::as_str)
}

fn zones_by_name() -> HashMap<String, String> {
    let database = TimeZoneDatabase::bundled();
    let mut by_name = HashMap::new();
    for (zone, names) in CITY_NAMES {
        for name in *names {
            by_name.insert(city_key(name), (*zone).to_owned());
        }
    }
    let mut secondary = Vec::new();
    for name in database.available() {
        let name = name.as_str();
        let mut parts = name.split('/');
        let area = parts.next().unwrap_or_default();
        let Some(city) = parts.next_back() else {
            continue;
        };
        if !CITY_AREAS.contains(&area) {
            continue;
        }
        // A city with two names in the database (Asia/Istanbul, Europe/Istanbul) keeps its primary one.
        if database.get(name).is_ok_and(|zone| zone.is_primary()) {
            by_name.entry(city_key(city)).or_insert_with(|| name.to_owned());
        } else {
            secondary.push((city_key(city), name.to_owned()));
        }
    }
    for (key, name) in secondary {
        by_name.entry(key).or_insert(name);
    }
    by_name
}

fn city_key(city: &str) -> String {
    let mut key = String::new();
    for c in fold(city).chars() {
        match c {
            '\'' | '’' | '‘' | 'ʼ' | '`' | '.' | ',' | '(' | ')' => {}
            '-' | '_' | '‑' | ' ' => {
                if !key.is_empty() && !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            c => key.push(c),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Zones with names of cities that keep their time; written as people write them, compared folded.
#[rustfmt::skip]
const CITY_NAMES: &[(&str, &[&str])] = &[
    // Europe.
    ("Europe/London", &["London", "Edinburgh", "Cardiff", "Manchester", "Birmingham", "Лондон", "Londres", "لندن", "伦敦", "倫敦"]),
    ("Europe/Moscow", &["Moscow", "Saint Petersburg", "St Petersburg", "Sochi", "Kazan", "Москва", "Санкт-Петербург", "Moscou", "Moscú", "موسكو", "莫斯科"]),
    ("Europe/Paris", &["Paris", "Strasbourg", "Lyon", "Marseille", "Париж", "París", "باريس", "巴黎"]),
    ("Europe/Berlin", &["Berlin", "Bonn", "Munich", "Frankfurt", "Hamburg", "Cologne", "Берлин", "Berlín", "برلين", "柏林"]),
    ("Europe/Madrid", &["Madrid", "Barcelona", "Мадрид", "مدريد", "马德里"]),
    ("Europe/Rome", &["Rome", "Milan", "Naples", "Рим", "Roma", "روما", "罗马"]),
    ("Europe/Vienna", &["Vienna", "Salzburg", "Вена", "Vienne", "Viena", "فيينا", "维也纳"]),
    ("Europe/Brussels", &["Brussels", "Antwerp", "Брюссель", "Bruxelles", "Bruselas", "بروكسل", "布鲁塞尔"]),
    ("Europe/Zurich", &["Bern", "Berne", "Geneva", "Basel", "Lausanne", "Берн", "Женева", "Genève", "Berna", "Ginebra", "برن", "جنيف", "伯尔尼", "日内瓦"]),
    ("Europe/Amsterdam", &["The Hague", "Rotterdam", "Гаага", "Амстердам", "La Haye", "La Haya", "Ámsterdam", "لاهاي", "أمستردام", "海牙", "阿姆斯特丹"]),
    ("Europe/Lisbon", &["Lisbon", "Porto", "Лиссабон", "Lisbonne", "Lisboa", "لشبونة", "里斯本"]),
    ("Europe/Dublin", &["Dublin", "Дублин", "Dublín", "دبلن", "都柏林"]),
    ("Europe/Warsaw", &["Warsaw", "Krakow", "Gdansk", "Варшава", "Varsovie", "Varsovia", "وارسو", "华沙"]),
    ("Europe/Prague", &["Prague", "Прага", "Praga", "براغ", "布拉格"]),
    ("Europe/Budapest", &["Budapest", "Будапешт", "بودابست", "布达佩斯"]),
    ("Europe/Bucharest", &["Bucharest", "Бухарест", "Bucarest", "بوخارست", "布加勒斯特"]),
    ("Europe/Sofia", &["Sofia", "София", "Sofía", "صوفيا", "索非亚"]),
    ("Europe/Belgrade", &["Belgrade", "Pristina", "Белград", "Belgrado", "بلغراد", "贝尔格莱德"]),
    ("Europe/Athens", &["Athens", "Thessaloniki", "Афины", "Athènes", "Atenas", "أثينا", "雅典"]),
    ("Europe/Kyiv", &["Kyiv", "Kiev", "Odesa", "Odessa", "Lviv", "Kharkiv", "Киев", "Київ", "كييف", "基辅"]),
    ("Europe/Minsk", &["Minsk", "Минск", "مينسك", "明斯克"]),
    ("Europe/Chisinau", &["Chisinau", "Kishinev", "Кишинёв", "كيشيناو", "基希讷乌"]),
    ("Europe/Stockholm", &["Stockholm", "Стокгольм", "Estocolmo", "ستوكهولم", "斯德哥尔摩"]),
    ("Europe/Oslo", &["Oslo", "Осло", "أوسلو", "奥斯陆"]),
    ("Europe/Copenhagen", &["Copenhagen", "Копенгаген", "Copenhague", "كوبنهاغن", "哥本哈根"]),
    ("Europe/Helsinki", &["Helsinki", "Хельсинки", "هلسنكي", "赫尔辛基"]),
    ("Europe/Istanbul", &["Ankara", "Istanbul", "Izmir", "Анкара", "Стамбул", "Estambul", "أنقرة", "إسطنبول", "安卡拉", "伊斯坦布尔"]),
    ("Europe/Vilnius", &["Вильнюс", "Vilna", "维尔纽斯"]),
    ("Europe/Riga", &["Рига", "里加"]),
    ("Europe/Tallinn", &["Таллин", "Tallin", "塔林"]),
    ("Europe/Zagreb", &["Загреб", "زغرب", "萨格勒布"]),
    ("Atlantic/Faroe", &["Torshavn"]),
    // Asia.
    ("Asia/Shanghai", &["Beijing", "Peking", "Guangzhou", "Shenzhen", "Tianjin", "Wuhan", "Пекин", "Шанхай", "Pékin", "Pekín", "بكين", "شنغهاي", "北京", "上海"]),
    ("Asia/Kolkata", &["New Delhi", "Delhi", "Mumbai", "Bombay", "Chennai", "Bengaluru", "Bangalore", "Hyderabad", "Нью-Дели", "Дели", "Nueva Delhi", "نيودلهي", "新德里"]),
    ("Asia/Tokyo", &["Tokyo", "Osaka", "Kyoto", "Токио", "Tokio", "طوكيو", "东京", "東京"]),
    ("Asia/Seoul", &["Seoul", "Busan", "Сеул", "Séoul", "Seúl", "سيول", "سول", "首尔"]),
    ("Asia/Pyongyang", &["Пхеньян", "بيونغ يانغ", "平壤"]),
    ("Asia/Karachi", &["Islamabad", "Lahore", "Peshawar", "Исламабад", "إسلام آباد", "伊斯兰堡"]),
    ("Asia/Dhaka", &["Dhaka", "Chittagong", "Дакка", "دكا", "达卡"]),
    ("Asia/Kabul", &["Кабул", "Kaboul", "كابول", "喀布尔"]),
    ("Asia/Tehran", &["Tehran", "Teheran", "Isfahan", "Тегеран", "Téhéran", "Teherán", "طهران", "德黑兰"]),
    ("Asia/Baghdad", &["Baghdad", "Erbil", "Basra", "Багдад", "Bagdad", "بغداد", "巴格达"]),
    ("Asia/Riyadh", &["Riyadh", "Jeddah", "Mecca", "Medina", "Эр-Рияд", "Riyad", "Riad", "الرياض", "利雅得"]),
    ("Asia/Dubai", &["Abu Dhabi", "Dubai", "Sharjah", "Абу-Даби", "Дубай", "Abou Dhabi", "Abu Dabi", "أبوظبي", "أبو ظبي", "دبي", "阿布扎比", "迪拜"]),
    ("Asia/Qatar", &["Doha", "Доха", "الدوحة", "多哈"]),
    ("Asia/Bahrain", &["Manama", "Манама", "المنامة", "麦纳麦"]),
    ("Asia/Kuwait", &["Kuwait City", "Эль-Кувейт", "مدينة الكويت", "科威特城"]),
    ("Asia/Muscat", &["Маскат", "Mascate", "مسقط", "马斯喀特"]),
    ("Asia/Aden", &["Sanaa", "Sana'a", "Сана", "صنعاء", "萨那"]),
    ("Asia/Amman", &["Амман", "عمّان", "安曼"]),
    ("Asia/Beirut", &["Бейрут", "Beyrouth", "بيروت", "贝鲁特"]),
    ("Asia/Damascus", &["Дамаск", "Damas", "Damasco", "دمشق", "大马士革"]),
    ("Asia/Jerusalem", &["Tel Aviv", "Тель-Авив", "Иерусалим", "تل أبيب", "القدس", "特拉维夫", "耶路撒冷"]),
    ("Asia/Hebron", &["Ramallah", "Рамалла", "رام الله"]),
    ("Asia/Almaty", &["Astana", "Nur-Sultan", "Астана", "Алма-Ата", "أستانا", "阿斯塔纳"]),
    ("Asia/Tashkent", &["Ташкент", "Tachkent", "طشقند", "塔什干"]),
    ("Asia/Bishkek", &["Бишкек", "Bichkek", "比什凯克"]),
    ("Asia/Dushanbe", &["Душанбе", "Douchanbé", "杜尚别"]),
    ("Asia/Ashgabat", &["Ашхабад", "Achgabat", "阿什哈巴德"]),
    ("Asia/Baku", &["Баку", "Bakou", "Bakú", "باكو", "巴库"]),
    ("Asia/Yerevan", &["Ереван", "Erevan", "Ereván", "يريفان", "埃里温"]),
    ("Asia/Tbilisi", &["Тбилиси", "Tbilissi", "Tiflis", "تبليسي", "第比利斯"]),
    ("Asia/Ulaanbaatar", &["Ulan Bator", "Улан-Батор", "Oulan-Bator", "Ulán Bator", "乌兰巴托"]),
    ("Asia/Ho_Chi_Minh", &["Hanoi", "Da Nang", "Ханой", "Hanoï", "هانوي", "河内"]),
    ("Asia/Bangkok", &["Бангкок", "بانكوك", "曼谷"]),
    ("Asia/Jakarta", &["Jakarta", "Surabaya", "Bandung", "Джакарта", "Yakarta", "جاكرتا", "雅加达"]),
    ("Asia/Makassar", &["Denpasar"]),
    ("Asia/Kuala_Lumpur", &["Putrajaya", "Куала-Лумпур", "كوالالمبور", "吉隆坡"]),
    ("Asia/Singapore", &["Сингапур", "Singapour", "Singapur", "سنغافورة", "新加坡"]),
    ("Asia/Manila", &["Quezon City", "Манила", "Manille", "مانيلا", "马尼拉"]),
    ("Asia/Yangon", &["Naypyidaw", "Nay Pyi Taw", "Rangoon", "内比都"]),
    ("Asia/Phnom_Penh", &["Пномпень", "金边"]),
    ("Asia/Vientiane", &["Вьентьян", "万象"]),
    ("Asia/Colombo", &["Sri Jayawardenepura Kotte", "Коломбо", "科伦坡"]),
    ("Asia/Kathmandu", &["Катманду", "Katmandou", "Katmandú", "加德满都"]),
    ("Asia/Brunei", &["Bandar Seri Begawan"]),
    ("Indian/Maldives", &["Malé"]),
    ("Asia/Hong_Kong", &["Hongkong", "Гонконг", "هونغ كونغ", "香港"]),
    // Africa.
    ("Africa/Cairo", &["Cairo", "Alexandria", "Giza", "Каир", "Le Caire", "El Cairo", "القاهرة", "开罗"]),
    ("Africa/Johannesburg", &["Pretoria", "Cape Town", "Durban", "Bloemfontein", "Претория", "Le Cap", "Ciudad del Cabo", "بريتوريا", "比勒陀利亚"]),
    ("Africa/Lagos", &["Abuja", "Kano", "Ibadan", "Абуджа", "أبوجا", "阿布贾"]),
    ("Africa/Casablanca", &["Rabat", "Marrakesh", "Marrakech", "Tangier", "Рабат", "الرباط", "拉巴特"]),
    ("Africa/Algiers", &["Алжир", "Alger", "Argel", "الجزائر", "阿尔及尔"]),
    ("Africa/Tunis", &["Тунис", "Túnez", "تونس", "突尼斯"]),
    ("Africa/Tripoli", &["Benghazi", "Триполи", "طرابلس", "的黎波里"]),
    ("Africa/Khartoum", &["Omdurman", "Хартум", "Jartum", "الخرطوم", "喀土穆"]),
    ("Africa/Addis_Ababa", &["Аддис-Абеба", "Addis-Abeba", "Adís Abeba", "أديس أبابا", "亚的斯亚贝巴"]),
    ("Africa/Nairobi", &["Mombasa", "Найроби", "نيروبي", "内罗毕"]),
    ("Africa/Dakar", &["Дакар", "داكار", "达喀尔"]),
    ("Africa/Douala", &["Yaoundé"]),
    ("Africa/Abidjan", &["Yamoussoukro"]),
    ("Africa/Dar_es_Salaam", &["Dodoma"]),
    ("Africa/Bujumbura", &["Gitega"]),
    ("Africa/Accra", &["Kumasi", "Аккра"]),
    ("Africa/El_Aaiun", &["Laayoune"]),
    ("Atlantic/Cape_Verde", &["Praia"]),
    ("Indian/Comoro", &["Moroni"]),
    ("Indian/Mauritius", &["Port Louis"]),
    ("Indian/Mahe", &["Victoria"]),
    // The Americas.
    ("America/New_York", &["Washington", "Washington DC", "New York", "Boston", "Philadelphia", "Miami", "Atlanta", "Вашингтон", "Нью-Йорк", "Nueva York", "واشنطن", "نيويورك", "华盛顿", "纽约"]),
    ("America/Chicago", &["Houston", "Dallas", "Чикаго", "芝加哥"]),
    ("America/Los_Angeles", &["San Francisco", "San Diego", "Seattle", "Las Vegas", "Лос-Анджелес", "Сан-Франциско", "洛杉矶", "旧金山"]),
    ("America/Toronto", &["Ottawa", "Quebec", "Montreal", "Оттава", "أوتاوا", "渥太华"]),
    ("America/Edmonton", &["Calgary"]),
    ("America/Sao_Paulo", &["Brasilia", "Rio de Janeiro", "Бразилиа", "Бразилия", "Рио-де-Жанейро", "برازيليا", "巴西利亚", "里约热内卢"]),
    ("America/Argentina/Buenos_Aires", &["Buenos Aires", "Rosario", "Буэнос-Айрес", "بوينس آيرس", "布宜诺斯艾利斯"]),
    ("America/Mexico_City", &["Мехико", "Mexico", "Ciudad de México", "مكسيكو سيتي", "墨西哥城"]),
    ("America/Havana", &["Гавана", "La Havane", "La Habana", "هافانا", "哈瓦那"]),
    ("America/Caracas", &["Каракас", "كراكاس", "加拉加斯"]),
    ("America/Bogota", &["Medellín", "Богота", "بوغوتا", "波哥大"]),
    ("America/Lima", &["Лима", "ليما", "利马"]),
    ("America/Santiago", &["Valparaíso", "Santiago de Chile", "Сантьяго", "سانتياغو", "圣地亚哥"]),
    ("America/Guayaquil", &["Quito", "Кито", "كيتو", "基多"]),
    ("America/La_Paz", &["Sucre", "Ла-Пас"]),
    ("America/Montevideo", &["Монтевидео", "蒙得维的亚"]),
    ("America/Costa_Rica", &["San José"]),
    ("America/El_Salvador", &["San Salvador"]),
    ("America/Guatemala", &["Guatemala City", "Ciudad de Guatemala"]),
    ("America/Panama", &["Panama City", "Ciudad de Panamá"]),
    ("America/Belize", &["Belmopan"]),
    ("America/Jamaica", &["Kingston"]),
    ("America/Puerto_Rico", &["San Juan"]),
    ("America/Barbados", &["Bridgetown"]),
    ("America/Guyana", &["Georgetown"]),
    ("America/St_Kitts", &["Basseterre"]),
    ("America/St_Lucia", &["Castries"]),
    ("America/St_Vincent", &["Kingstown"]),
    ("America/Dominica", &["Roseau"]),
    ("America/Grenada", &["Saint George's", "St. George's"]),
    // Australia and the Pacific.
    ("Australia/Sydney", &["Canberra", "Канберра", "Сидней", "كانبرا", "سيدني", "堪培拉", "悉尼"]),
    ("Australia/Brisbane", &["Gold Coast"]),
    ("Pacific/Auckland", &["Wellington", "Christchurch", "Веллингтон", "ويلينغتون", "惠灵顿"]),
    ("Pacific/Fiji", &["Suva"]),
    ("Pacific/Guadalcanal", &["Honiara"]),
    ("Pacific/Efate", &["Port Vila"]),
    ("Pacific/Tongatapu", &["Nuku'alofa"]),
    ("Pacific/Pohnpei", &["Palikir"]),
    ("Pacific/Nauru", &["Yaren"]),
    ("Pacific/Palau", &["Ngerulmud"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_of_the_table_is_in_the_bundled_database() {
        let database = TimeZoneDatabase::bundled();
        for (zone, _) in CITY_NAMES {
            assert!(database.get(zone).is_ok(), "{zone}");
        }
    }

    #[test]
    fn no_name_stands_under_two_zones() {
        let mut seen = HashMap::new();
        for (zone, names) in CITY_NAMES {
            for name in *names {
                let earlier = seen.insert(city_key(name), zone);
                assert!(earlier.is_none_or(|other| other == zone), "{name}: {earlier:?} and {zone}");
            }
        }
    }

    #[test]
    fn cities_are_found_by_table_by_database_and_in_other_languages() {
        for (city, zone) in [
            ("Beijing", "Asia/Shanghai"),
            ("WASHINGTON, D.C.", "America/New_York"),
            ("Mexico City", "America/Mexico_City"),
            ("port-au-prince", "America/Port-au-Prince"),
            ("N'Djamena", "Africa/Ndjamena"),
            ("Louisville", "America/Kentucky/Louisville"),
            ("Nicosia", "Asia/Nicosia"),
            ("Brasília", "America/Sao_Paulo"),
            ("Лондон", "Europe/London"),
            ("أبو\u{a0}ظبي", "Asia/Dubai"),
            ("堪培拉", "Australia/Sydney"),
            ("Calcutta", "Asia/Calcutta"),
        ] {
            assert_eq!(zone_of_city(city), Some(zone), "{city}");
        }
        for unknown in ["Eastern", "Port Meridian", "UTC", ""] {
            assert_eq!(zone_of_city(unknown), None, "{unknown}");
        }
    }
}
