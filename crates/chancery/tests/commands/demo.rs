//! The sample newsroom.

use crate::program::{Serving, chancery};

#[test]
fn the_demo_shows_a_newsroom_and_leaves_nothing_behind() {
    let temporary = tempfile::tempdir().unwrap();
    let mut command = chancery();
    command
        .args(["demo", "--listen", "127.0.0.1:0"])
        .env("TMPDIR", temporary.path())
        .stderr(std::process::Stdio::null());
    let mut serving = Serving::start(command);
    let told = serving.read_until("leaves nothing behind");
    let root = format!("http://{}", serving.address);
    let addresses: Vec<&str> = told.lines().filter_map(|line| line.split_once(&root).map(|(_, path)| path)).collect();
    assert!(addresses.len() >= 12, "{told}");
    for path in addresses {
        let answer = serving.get(path);
        let wanted = match path {
            _ if path.contains("new-fees") => "HTTP/1.1 410",
            _ if path.contains("missing-sailor") => "HTTP/1.1 451",
            _ => "HTTP/1.1 200",
        };
        assert!(answer.starts_with(wanted), "{path}: {}", answer.lines().next().unwrap_or_default());
    }
    assert_ne!(std::fs::read_dir(temporary.path()).unwrap().count(), 0);
    assert_eq!(serving.stop("INT").0, 0);
    assert_eq!(std::fs::read_dir(temporary.path()).unwrap().count(), 0, "something was left behind");
}

#[test]
fn an_embargoed_statement_appears_at_its_instant() {
    let temporary = tempfile::tempdir().unwrap();
    let front = |instant: &str| {
        let mut command = chancery();
        command.args(["demo", "--listen", "127.0.0.1:0", "--clock", instant]);
        command.env("TMPDIR", temporary.path()).stderr(std::process::Stdio::null());
        let serving = Serving::start(command);
        let front = serving.get("/en/");
        assert_eq!(serving.stop("TERM").0, 0);
        front
    };
    assert!(!front("2026-11-20T09:58:00Z").contains("20.11.2026"));
    assert!(front("2026-11-20T10:00:00Z").contains("20.11.2026"));
}
