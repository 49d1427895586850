//! A line across every page for some time.

use domain::{Banner, BannerLevel, Fixture, Texts};
use jiff::Timestamp;
use locale::Arg;

use super::{Preview, id_from_texts, in_words, put_texts};
use crate::keeping::form::{Control, Layout, put_moment};
use crate::keeping::input::Input;
use crate::keeping::keeper::Keeper;
use crate::keeping::reading::Reading;

pub(super) fn empty(id: String) -> Banner {
    let (level, starts) = (BannerLevel::Info, Timestamp::UNIX_EPOCH);
    Banner { id, text: Texts::default(), level, starts, ends: None, link: None }
}

pub(super) fn fill(banner: &Banner, input: &mut Input, keeper: &Keeper<'_>) {
    put_texts(input, "text", &banner.text);
    input.set("level", if banner.level == BannerLevel::Warning { "warning" } else { "info" });
    put_moment(input, "starts", banner.starts, keeper.home());
    if let Some(ends) = banner.ends {
        put_moment(input, "ends", ends, keeper.home());
    }
    input.set("link", banner.link.as_deref().unwrap_or_default());
}

pub(super) fn lay(layout: &mut Layout<'_>) {
    layout.group("banner").texts(Control::Text, "text", "text");
    layout.choose(Control::Radio, "level", "level", &["info", "warning"]);
    layout.field(Control::Text, "link", "link").hint("link");
    layout.group("banner-starts").about("banner-starts").moment("starts", "banner");
    layout.group("banner-ends").about("banner-ends").moment("ends", "banner");
}

pub(super) fn read(reading: &mut Reading<'_>, id: Option<&str>) -> Option<Fixture> {
    let text = reading.texts_needed("text", "text");
    let warning = reading.input.get("level") == "warning";
    let level = if warning { BannerLevel::Warning } else { BannerLevel::Info };
    let blank = reading.input.get("starts-date").is_empty() && reading.input.get("starts-time").is_empty();
    let starts = if blank { Some(reading.keeper.now) } else { reading.moment("starts") };
    let (ends, link) = (reading.moment("ends"), reading.link("link"));
    let id = id.map_or_else(|| id_from_texts(&text, reading), str::to_owned);
    Some(Fixture::Banner(Banner { id, text, level, starts: starts?, ends, link }))
}

pub(super) fn preview(banner: &Banner, keeper: &Keeper<'_>) -> Vec<Preview> {
    let starts = keeper.at(banner.starts).words;
    let ends = banner.ends.map_or_else(|| keeper.say("keeping-banner-open"), |ends| keeper.at(ends).words);
    let shows = banner.starts <= keeper.now && banner.ends.is_none_or(|ends| keeper.now < ends);
    let state = keeper.say(if shows { "keeping-banner-shows" } else { "keeping-banner-hidden" });
    let args = [("starts", Arg::Str(starts)), ("ends", Arg::Str(ends))];
    vec![in_words(state, keeper.say_with("keeping-banner-span", &args))]
}
