//! `GET /desk/site/pages`: evergreen pages and the order of the navigation, by language.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use domain::Lang;
use serde::Serialize;
use views::DeskFilter;

use super::keeper::Keeper;
use super::limits::EDITIONS_LISTED_MAX;
use crate::{DeskError, DeskState, Signed};

#[derive(Serialize)]
struct PagesModel {
    editions: Vec<LanguageModel>,
}

#[derive(Serialize)]
struct LanguageModel {
    tag: String,
    dir: &'static str,
    pages: Vec<PageLine>,
}

/// A page in one language.
#[derive(Debug, Serialize)]
pub(super) struct PageLine {
    #[serde(skip)]
    lang: Lang,
    title: String,
    path: String,
    /// Its number in the navigation; nothing when it is not in it.
    nav: Option<i32>,
    public: bool,
    write_href: String,
    message_href: String,
}

pub(super) async fn show(State(desk): State<Arc<DeskState>>, signed: Signed) -> Result<Response, DeskError> {
    desk.work(move |desk| {
        let keeper = Keeper::new(desk, &signed)?;
        let mut all = pages(&keeper)?;
        // In the order of the navigation; what is not in it comes last.
        all.sort_by(|a, b| (a.nav.is_none(), a.nav, &a.path).cmp(&(b.nav.is_none(), b.nav, &b.path)));
        let mut editions: Vec<LanguageModel> =
            keeper.languages().iter().map(|lang| of_language(&keeper, lang)).collect();
        for page in all {
            if let Some(edition) = editions.iter_mut().find(|edition| edition.tag == page.lang.as_str()) {
                edition.pages.push(page);
            }
        }
        desk.page(&signed, "site", "keeping/pages.html", &PagesModel { editions })
    })
    .await
}

fn of_language(keeper: &Keeper<'_>, lang: &Lang) -> LanguageModel {
    let dir = keeper.desk.templates.locales().direction(lang).as_str();
    LanguageModel { tag: lang.to_string(), dir, pages: vec![] }
}

/// Every page that has a version, in every language.
pub(super) fn pages(keeper: &Keeper<'_>) -> Result<Vec<PageLine>, DeskError> {
    let views = keeper.desk.newsroom.views();
    let lines = views.desk_list(&keeper.desk.site, &DeskFilter::default(), 0, EDITIONS_LISTED_MAX)?;
    let mut pages = vec![];
    for line in lines.into_iter().filter(|line| line.kind == "page") {
        let seen = views.edition(&keeper.as_of(), &line.lang, &line.message)?;
        pages.push(PageLine {
            nav: seen.as_ref().and_then(|version| version.sheet.nav),
            public: seen.is_some(),
            write_href: format!("/desk/write/{}/{}", line.message, line.lang),
            message_href: format!("/desk/message/{}", line.message),
            lang: line.lang,
            title: line.title,
            path: line.path,
        });
    }
    Ok(pages)
}
