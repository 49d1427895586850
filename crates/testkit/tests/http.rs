//! The server over real sockets on this machine: the right answer to what is wrong, bounded time and memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use domain::MessageId;
use site::{Limits, PublicSettings, Server};
use testkit::{Harness, sample_site};
use tokio::sync::oneshot;

/// A server on a free port, stopped when it is dropped.
struct Running {
    addr: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Running {
    fn of(harness: &Harness, limits: Limits) -> Self {
        let server = Server::bind("127.0.0.1:0".parse().unwrap()).unwrap();
        let addr = server.local_addr().unwrap();
        let public = Arc::clone(&harness.public);
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let shutdown = async { drop(stopped.await) };
                server.run(public, None, limits, shutdown).await.unwrap();
            });
        });
        Self { addr, stop: Some(stop), thread: Some(thread) }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.addr).unwrap();
        // A test that would wait for ever fails instead.
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }

    /// Sends bytes and reads until the server closes.
    fn send(&self, request: &str) -> Reply {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        // A server that closes on bytes it did not read resets the connection: what came before counts.
        let _ = stream.read_to_end(&mut bytes);
        Reply::of(&bytes)
    }

    fn get(&self, target: &str, headers: &str) -> Reply {
        self.send(&format!("GET {target} HTTP/1.1\r\nhost: press.example\r\nconnection: close\r\n{headers}\r\n"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

struct Reply {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Reply {
    fn of(bytes: &[u8]) -> Self {
        let split = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
        let head = String::from_utf8_lossy(&bytes[..split]).to_lowercase();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Self { status, head, body: bytes.get(split + 4..).unwrap_or_default().to_vec() }
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")))
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

#[test]
fn what_is_wrong_gets_the_right_answer_and_a_page_that_helps() {
    let harness = sample_site();
    let server = Running::of(&harness, Limits::default());
    let long_path = format!("/en/{}", "a".repeat(5_000));
    let long_query = format!("/en/messages/?place={}", "a".repeat(5_000));
    let table = [
        (long_path.as_str(), 414),
        (long_query.as_str(), 414),
        ("/en/%zz", 400),
        ("/en/%ff%fe", 400),
        ("/en/%00", 400),
        ("/en/messages/?from=2020-02-30", 400),
        ("/en/messages/?at=nonsense", 400),
        ("/web/20209999999999/en/", 400),
        ("/en/messages/2020/13/", 404),
        ("/en/messages/1999/01/", 404),
        ("/en/nothing", 404),
        ("/xx/", 404),
        ("/assets/0000/site.css", 404),
        ("/en/messages/2020/08/15/statement-published-in-error", 410),
        ("/en/messages/2020/08/15/appeal-for-a-missing-sailor", 451),
        ("/en", 301),
        ("/", 302),
        ("/robots.txt", 200),
        ("/healthz", 200),
    ];
    for (target, status) in table {
        let reply = server.get(target, "");
        assert_eq!(reply.status, status, "{target}");
        if (400..500).contains(&status) {
            assert!(reply.text().contains("href=\"/en/\""), "{target} leads back to the front page");
            assert!(reply.text().contains("+442079460000"), "{target} still has the consular number");
        }
    }
}

#[test]
fn methods_other_than_reading_are_refused_with_what_is_allowed() {
    let harness = sample_site();
    let server = Running::of(&harness, Limits::default());
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"] {
        let reply = server.send(&format!(
            "{method} /en/ HTTP/1.1\r\nhost: press.example\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
        ));
        assert_eq!((reply.status, reply.header("allow")), (405, Some("get, head")), "{method}");
    }
    let head = server.send("HEAD /en/ HTTP/1.1\r\nhost: press.example\r\nconnection: close\r\n\r\n");
    let get = server.get("/en/", "");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("content-length"), get.header("content-length"));
}

#[test]
fn what_is_not_http_is_answered_or_closed_and_the_next_reader_is_served() {
    let harness = sample_site();
    // Some of these are the beginning of a request at best: the server lets go of them when their time is up.
    let server = Running::of(&harness, Limits { head_timeout: Duration::from_millis(300), ..Limits::default() });
    let many = "x-many: 1\r\n".repeat(500);
    let huge = format!("x-huge: {}\r\n", "a".repeat(100_000));
    let nonsense = [
        "\r\n\r\n\r\n\r\n",
        "\u{16}\u{3}\u{1}\u{2}TLS hello",
        "GET\r\n\r\n",
        "GET /en/ HTTP/9.9\r\n\r\n",
        "GET /en/ HTTP/1.1\r\nhost: a b\u{1}\r\n\r\n",
    ];
    for request in nonsense {
        let reply = server.send(request);
        assert!(reply.status == 0 || (400..500).contains(&reply.status), "{request:?}: {}", reply.status);
    }
    assert_eq!(server.get("/en/", &many).status, 431, "more lines than the limit");
    // The answer to a block that was not read to its end may be lost when the system resets the connection.
    assert!(matches!(server.get("/en/", &huge).status, 431 | 0), "more bytes than the limit");
    assert_eq!(server.get("/en/", "").status, 200);
}

#[test]
fn an_unknown_host_is_told_so_and_a_known_one_is_served_with_any_port() {
    let settings =
        PublicSettings { hosts: vec!["press.example".into()], public_url: Some("https://press.example".into()) };
    let harness = Harness::with("2020-09-22T12:00:00Z", settings);
    harness.release(&MessageId::from_bits([1; 10]), "en", "Known", "Text.", None);
    let server = Running::of(&harness, Limits::default());
    let ask = |host: &str| server.send(&format!("GET /en/ HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n"));
    for host in ["press.example", "press.example:8080", "PRESS.example", "press.example."] {
        assert_eq!(ask(host).status, 200, "{host}");
    }
    for host in ["other.example", "press.example.evil.example", "127.0.0.1", "[::1]:80", ""] {
        assert_eq!(ask(host).status, 421, "{host}");
    }
    // The page under the right name, once kept, is not given out under a wrong one.
    assert_eq!(ask("other.example").status, 421);
}

#[test]
fn a_client_that_dribbles_its_request_is_let_go_and_others_are_served_meanwhile() {
    let harness = sample_site();
    let limits = Limits { head_timeout: Duration::from_millis(300), ..Limits::default() };
    let server = Running::of(&harness, limits);
    let mut slow: Vec<TcpStream> = (0..20).map(|_| server.connect()).collect();
    for stream in &mut slow {
        stream.write_all(b"GET /en/ HTTP/1.1\r\nhost: pr").unwrap();
    }
    assert_eq!(server.get("/en/", "").status, 200);
    for mut stream in slow {
        let mut rest = Vec::new();
        // The read returns only when the server closes; the socket's own timeout would be an error.
        stream.read_to_end(&mut rest).unwrap();
        assert!(Reply::of(&rest).status == 408 || rest.is_empty());
    }
}

#[test]
fn a_page_is_sent_in_the_coding_asked_for_with_its_own_validator_and_not_sent_twice() {
    let harness = sample_site();
    let server = Running::of(&harness, Limits::default());
    let mut etags = Vec::new();
    for (accept, coding) in
        [("", None), ("accept-encoding: gzip\r\n", Some("gzip")), ("accept-encoding: gzip, br\r\n", Some("br"))]
    {
        let reply = server.get("/en/", accept);
        assert_eq!((reply.status, reply.header("content-encoding")), (200, coding));
        assert_eq!(reply.header("content-length").unwrap(), reply.body.len().to_string());
        let etag = reply.header("etag").unwrap().to_owned();
        assert!(!etag.starts_with("w/"), "a strong validator");
        let again = server.get("/en/", &format!("{accept}if-none-match: {etag}\r\n"));
        assert_eq!((again.status, again.body.len()), (304, 0));
        assert_eq!(again.header("etag"), Some(etag.as_str()));
        etags.push(etag);
    }
    etags.dedup();
    assert_eq!(etags.len(), 3, "three codings, three validators");
}

#[test]
fn every_answer_carries_the_policy_that_nothing_foreign_runs_and_no_cookie() {
    let harness = sample_site();
    let server = Running::of(&harness, Limits::default());
    for target in ["/en/", "/en/nothing", "/en/messages/", "/"] {
        let reply = server.get(target, "");
        assert!(reply.header("content-security-policy").unwrap().starts_with("default-src 'none'"), "{target}");
        assert_eq!(reply.header("x-content-type-options"), Some("nosniff"), "{target}");
        assert_eq!(reply.header("set-cookie"), None);
        assert!(
            reply.header("server-timing").unwrap().contains("1600776000000"),
            "the clock that is set, not the machine's"
        );
    }
}

#[test]
fn an_acknowledged_write_is_on_the_page_at_the_next_request() {
    let harness = sample_site();
    let server = Running::of(&harness, Limits::default());
    for number in 1..=20u8 {
        let word = format!("Fresh{number}word");
        assert!(!server.get("/en/", "").text().contains(&word));
        let address = harness.release(&MessageId::from_bits([100 + number; 10]), "en", &word, "Text.", None);
        assert!(server.get("/en/", "").text().contains(&word));
        assert_eq!(server.get(&address, "").status, 200);
    }
}

#[test]
fn an_embargoed_page_appears_at_its_second_although_its_404_was_asked_for_before() {
    let harness = sample_site();
    let server = Running::of(&harness, Limits::default());
    let address = "/en/messages/2020/09/23/statement-under-embargo";
    harness.set("2020-09-23T10:59:59.999999Z");
    assert_eq!(server.get(address, "").status, 404);
    assert!(!server.get("/en/", "").text().contains("embargo"));
    harness.set("2020-09-23T11:00:00Z");
    assert_eq!(server.get(address, "").status, 200);
    assert!(server.get("/en/", "").text().contains("embargo"));
}

#[test]
fn the_root_leads_to_the_readers_language() {
    let harness = sample_site();
    let server = Running::of(&harness, Limits::default());
    for (accept, location) in [
        ("ar-EG,ar;q=0.9,en;q=0.5", "/ar/"),
        ("zh-CN", "/zh/"),
        ("de", "/en/"),
        ("", "/en/"),
        (&"x,".repeat(4_000), "/en/"),
    ] {
        let reply = server.get("/", &format!("accept-language: {accept}\r\n"));
        assert_eq!(
            (reply.status, reply.header("location")),
            (302, Some(location)),
            "{}",
            &accept[..accept.len().min(30)]
        );
        assert!(reply.header("vary").unwrap().contains("accept-language"));
    }
}

#[test]
fn a_slug_in_any_script_works_percent_encoded_and_in_either_normal_form() {
    let harness = Harness::at("2020-09-22T12:00:00Z");
    let address = harness.release(&MessageId::from_bits([1; 10]), "ru", "Заявление о рейсах", "Текст.", None);
    let server = Running::of(&harness, Limits::default());
    let encode = |path: &str| {
        path.bytes()
            .map(|byte| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02x}") })
            .collect::<String>()
    };
    assert_eq!(server.get(&encode(&address), "").status, 200);
    // й written as и and a breve leads to the address as it is.
    let other = address.replace('й', "и\u{306}");
    assert_ne!(other, address);
    let reply = server.get(&encode(&other), "");
    assert_eq!((reply.status, reply.header("location").unwrap()), (301, encode(&address).as_str()));
}

#[test]
fn requests_under_way_are_answered_when_the_server_stops() {
    let harness = sample_site();
    let mut server = Running::of(&harness, Limits::default());
    let mut stream = server.connect();
    stream.write_all(b"GET /en/ HTTP/1.1\r\nhost: press.example\r\n\r\n").unwrap();
    let mut line = String::new();
    BufReader::new(stream.try_clone().unwrap()).read_line(&mut line).unwrap();
    assert!(line.contains("200"), "{line}");
    drop(server.stop.take());
    server.thread.take().unwrap().join().unwrap();
    assert!(TcpStream::connect(server.addr).is_err(), "nobody listens any more");
}

#[test]
fn a_media_file_is_sent_as_it_is_under_its_own_rules_and_before_its_release_not_at_all() {
    use document::{Block, Body, Mint, Node};
    use store::Shelf as _;
    let harness = Harness::at("2020-09-22T12:00:00Z");
    let bytes = b"the bytes of a picture ".repeat(200);
    let digest = domain::Digest::of(&bytes);
    harness.shelf.put(digest, &bytes).unwrap();
    harness.fixture(domain::Fixture::Media(domain::MediaFile {
        digest,
        name: "quay.png".into(),
        mime: "image/png".into(),
        bytes: bytes.len() as u64,
        width: 8,
        height: 8,
        alt: domain::Texts::one(&"en".parse().unwrap(), "The quay"),
        credit: None,
        sizes: vec![],
    }));
    let message = MessageId::from_bits([2; 10]);
    let mut manuscript = harness.manuscript(&message, "en", domain::Kind::Statement, "Quay", "Text.", "1");
    let body = Body::Figure { alt: "The quay".into(), caption: vec![], media: format!("{digest}/quay.png") };
    manuscript.document.nodes.push(Node::Block(Block { id: Mint::seeded(b"figure").block(), body }));
    let release = Some(testkit::time("2020-09-22T12:00:30Z"));
    harness.order(manuscript.first(harness.newsroom.chance(), release)).unwrap();
    let server = Running::of(&harness, Limits::default());
    let address = format!("/media/{digest}/quay.png");
    let before = server.get(&address, "accept-encoding: br\r\n");
    let random = server.get(&format!("/media/{}/quay.png", domain::Digest([9; 32])), "accept-encoding: br\r\n");
    let without_date = |reply: &Reply| reply.head.lines().filter(|line| !line.starts_with("date:")).collect::<String>();
    assert_eq!((before.status, without_date(&before), &before.body), (404, without_date(&random), &random.body));

    harness.set("2020-09-22T12:00:30Z");
    let sent = server.get(&address, "accept-encoding: br, gzip\r\n");
    assert_eq!((sent.status, &sent.body), (200, &bytes));
    let wanted = [
        ("content-type", Some("image/png")),
        ("content-encoding", None),
        ("content-disposition", Some("inline; filename=\"quay.png\"")),
        ("content-security-policy", Some("default-src 'none'; sandbox")),
        ("x-content-type-options", Some("nosniff")),
        ("cache-control", Some("public, max-age=30")),
    ];
    for (name, value) in wanted {
        assert_eq!(sent.header(name), value, "{name}");
    }
    let etag = sent.header("etag").unwrap();
    assert_eq!(etag, format!("\"{digest}\""));
    assert_eq!(server.get(&address, &format!("if-none-match: {etag}\r\n")).status, 304);
    let withdraw = domain::Command::WithdrawEdition { message, lang: "en".parse().unwrap(), reason: "in error".into() };
    harness.order(withdraw).unwrap();
    assert_eq!(server.get(&address, &format!("if-none-match: {etag}\r\n")).status, 404);
}
