//! Requests as a program sends them, and what its problems look like.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use serde_json::{Value, json};

use crate::stage::{Reply, Stage};

pub(crate) const BASE: &str = "/api/v1/desk";
pub(crate) const TITLE: &str = "Statement by the Embassy of Aurelia on the harbour works";
pub(crate) const TEXT: &str =
    "The harbour of Port Selby reopens on Monday.\n\nQuestion: Will the quay be free?\n\nIlse Maren: Yes.";

/// What a program sends.
pub(crate) struct Sent<'a> {
    stage: &'a Stage,
    method: &'a str,
    path: String,
    body: Vec<u8>,
    headers: Vec<(&'a str, String)>,
}

pub(crate) fn send<'a>(stage: &'a Stage, method: &'a str, path: &str) -> Sent<'a> {
    Sent { stage, method, path: format!("{BASE}{path}"), body: vec![], headers: vec![] }
}

impl<'a> Sent<'a> {
    pub(crate) fn header(mut self, name: &'a str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub(crate) fn json(mut self, body: &Value) -> Self {
        self.body = body.to_string().into_bytes();
        self.header("content-type", "application/json")
    }

    pub(crate) fn bytes(mut self, kind: &str, body: &[u8]) -> Self {
        self.body = body.to_vec();
        self.header("content-type", kind)
    }

    /// With a token.
    pub(crate) async fn with(self, token: &str) -> Reply {
        self.header("authorization", format!("Bearer {token}")).out().await
    }

    /// With nothing that says who asks.
    pub(crate) async fn out(self) -> Reply {
        let request = Request::builder().method(self.method).uri(&self.path).header("host", "desk.aurelia.example");
        let request = request.extension(ConnectInfo(SocketAddr::from(([192, 0, 2, 9], 40_000))));
        self.finish(request).await
    }

    /// From a page of the desk, with somebody's session.
    pub(crate) async fn by(self, who: &str) -> Reply {
        let request = self.stage.request(who, self.method, &self.path);
        self.finish(request).await
    }

    async fn finish(self, request: axum::http::request::Builder) -> Reply {
        let request = self.headers.iter().fold(request, |request, (name, value)| request.header(*name, value));
        self.stage.send(request.body(Body::from(self.body)).unwrap()).await
    }
}

/// A token of somebody's, made as a program makes one.
pub(crate) async fn token(stage: &Stage, who: &str, role: &str) -> String {
    let body = json!({ "name": "newsletter", "days": 7, "grants": [{ "role": role }] });
    let reply = send(stage, "POST", "/tokens").json(&body).by(who).await.expect(201);
    reply.json()["secret"].as_str().unwrap().to_owned()
}

pub(crate) fn content(title: &str, markdown: &str) -> Value {
    json!({ "title": title, "kind": "statement", "markdown": markdown })
}

pub(crate) fn code(reply: &Reply) -> String {
    assert_eq!(reply.header("content-type"), "application/problem+json", "{}", reply.text);
    let problem = reply.json();
    let code = problem["code"].as_str().unwrap_or_default().to_owned();
    assert_eq!(problem["type"], format!("/desk/problems/{code}"));
    assert_eq!(problem["status"], reply.status);
    assert!(problem["detail"].as_str().unwrap().len() > 20, "{}", reply.text);
    code
}

pub(crate) fn head(stage: &Stage) -> u64 {
    stage.desk.newsroom.home().head().unwrap().seq
}
