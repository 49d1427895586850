//! The desk as sign-in sees it.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::response::{Html, IntoResponse as _, Response};
use domain::{AccountId, Command, Lang};
use http::StatusCode;
use http::request::Parts;
use jiff::Timestamp;
use locale::Arg;
use newsroom::Chance;
use serde_json::Value;
use store::Records;

use super::{Door, House, Known, Reader, SignInError, enrolment};
use crate::{DeskError, DeskState};

impl DeskState {
    fn lang_of_reader(&self, reader: &Reader) -> Lang {
        let own = reader.signed.as_ref().and_then(|signed| signed.person.lang.clone());
        let known = self.templates.locales().languages();
        own.filter(|own| known.contains(own))
            .unwrap_or_else(|| self.templates.negotiate(reader.accept_language.as_deref()))
    }

    /// Makes the secret of a link with which somebody enrols for an account; `anew` when the account had one before. The
    /// fact comes first, then the note for the owner, then the link: a crash in between leaves too much said and nothing
    /// that opens a door. Whoever asks must have signed in a short time ago, which the room has to demand.
    ///
    /// # Errors
    /// What the newsroom refuses; a failure of the store.
    pub(crate) fn enrolment_link(
        &self,
        visitor: &newsroom::Visitor,
        account: &AccountId,
        anew: bool,
    ) -> Result<String, DeskError> {
        let (records, now) = (self.newsroom.records(), self.newsroom.now());
        let failed = |error: SignInError| match error {
            SignInError::Store(error) => error.into(),
            other => DeskError::internal(other),
        };
        let command = Command::NoteEnrolment { account: account.clone() };
        self.newsroom.order_as(&self.site, visitor, command)?;
        if anew && visitor.account != *account {
            enrolment::note(records, account, &visitor.account, now).map_err(failed)?;
        }
        enrolment::issue(records, account, now, self.newsroom.chance()).map_err(failed)
    }
}

impl House for DeskState {
    fn door(&self) -> &Door {
        &self.door
    }

    fn records(&self) -> &dyn Records {
        self.newsroom.records()
    }

    fn now(&self) -> Timestamp {
        self.newsroom.now()
    }

    fn chance(&self) -> &Chance {
        self.newsroom.chance()
    }

    fn active(&self, account: &AccountId) -> bool {
        match self.newsroom.rights(&self.site, account) {
            Ok(rights) => rights.person.is_some(),
            Err(error) => {
                tracing::error!(%error, "an account's rights could not be read");
                false
            }
        }
    }

    fn languages(&self) -> Vec<(Lang, String)> {
        let locales = self.templates.locales();
        locales.languages().into_iter().map(|lang| (lang.clone(), locales.own_name(&lang))).collect()
    }

    fn page(&self, reader: &Reader, status: StatusCode, template: &str, model: Value) -> Result<Response, String> {
        match &reader.signed {
            Some(signed) => self.page_with(status, signed, "me", template, &model).map_err(|error| error.to_string()),
            None => {
                let page = self.templates.bare(&self.lang_of_reader(reader), template, &model);
                page.map(|page| (status, Html(page)).into_response()).map_err(|error| format!("{error:#}"))
            }
        }
    }

    fn say(&self, reader: &Reader, key: &str, args: &[(&str, Arg)]) -> String {
        self.templates.say(&self.lang_of_reader(reader), key, args)
    }

    fn moment(&self, reader: &Reader, at: Timestamp) -> String {
        let places = self.places(&self.lang_of_reader(reader), at).unwrap_or_default();
        let home = places.into_iter().find(|place| place.home);
        home.map_or_else(|| at.to_string(), |home| format!("{}, {} ({})", home.date, home.time, home.place))
    }
}

/// For every room of the desk. A page answers 303 to the sign-in page where nobody is signed in; a form 401 with a page
/// that says how to go on; a program 401 with a problem (RFC 9457).
impl FromRequestParts<Arc<DeskState>> for crate::Signed {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, desk: &Arc<DeskState>) -> Result<Self, Response> {
        let known = Known::from_request_parts(parts, desk).await?;
        Ok(Self {
            account: known.account,
            person: known.person,
            session: known.session.as_str().to_owned(),
            from: known.from,
            fresh: known.fresh,
            accept_language: known.reader.accept_language,
        })
    }
}
