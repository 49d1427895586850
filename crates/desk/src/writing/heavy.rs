//! Turns for heavy requests: a text of many megabytes takes many times its size while it is read, and the readers of the
//! public site live on the same machine.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::limits::{HEAVY_AT_ONCE, HEAVY_BYTES};

static TURNS: Semaphore = Semaphore::const_new(HEAVY_AT_ONCE);

/// A request's turn. As an argument between the person and the body, it is waited for by those who are signed in, and
/// before the body is read. It belongs into the work itself, which goes on when the client hangs up.
#[derive(Debug)]
pub(crate) struct Turn {
    /// Nothing for a small request, which needs none.
    _permit: Option<SemaphorePermit<'static>>,
}

impl<S: Send + Sync> FromRequestParts<S> for Turn {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let said = parts.headers.get(header::CONTENT_LENGTH).and_then(|bytes| bytes.to_str().ok()?.parse::<u64>().ok());
        // A body that does not say how large it is may be of any size.
        let is_small = said.is_some_and(|bytes| bytes <= HEAVY_BYTES);
        // The semaphore is never closed, so waiting for it cannot fail.
        Ok(Self { _permit: if is_small { None } else { TURNS.acquire().await.ok() } })
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use axum::http::Request;
    use tokio::time::timeout;

    use super::*;

    async fn turn(bytes: Option<u64>) -> Turn {
        let request = Request::builder().uri("/");
        let request = match bytes {
            Some(bytes) => request.header(header::CONTENT_LENGTH, bytes),
            None => request,
        };
        let (mut parts, ()) = request.body(()).unwrap().into_parts();
        let Ok(turn) = Turn::from_request_parts(&mut parts, &()).await;
        turn
    }

    #[tokio::test]
    async fn heavy_requests_wait_for_each_other_and_small_ones_for_nobody() {
        let at_once = |bytes| timeout(Duration::ZERO, turn(bytes));
        let first = at_once(Some(HEAVY_BYTES + 1)).await.unwrap();
        let second = at_once(None).await.unwrap();
        assert!(at_once(Some(HEAVY_BYTES + 1)).await.is_err(), "the third waits");
        assert!(at_once(None).await.is_err(), "and so does one that does not say its size");
        at_once(Some(HEAVY_BYTES)).await.unwrap();
        drop(first);
        at_once(Some(u64::MAX)).await.unwrap();
        drop(second);
    }
}
