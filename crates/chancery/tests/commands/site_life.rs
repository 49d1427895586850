//! A site's life: made, looked over, filled, served, checked.

use crate::program::{Serving, Site, chancery, messages, run};

#[test]
fn a_new_site_is_sound_and_greets_its_owner() {
    let site = Site::new();
    for command in ["verify", "doctor", "settings", "rebuild"] {
        let run = site.run(&[command]);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{command}: {}", run.out);
    }
    let mut command = chancery();
    command.args(["serve", "--site", site.arg(), "--listen", "127.0.0.1:0"]).stderr(std::process::Stdio::null());
    let serving = Serving::start(command);
    let front = serving.get("/en/");
    assert!(
        front.starts_with("HTTP/1.1 200") && front.contains("Embassy of Aurelia") && front.contains("chancery import"),
        "{front}"
    );
    assert!(serving.get("/fr/").starts_with("HTTP/1.1 200"));
    assert_eq!(serving.stop("TERM"), (0, String::new()));
}

#[test]
fn a_site_is_made_whole_or_not_at_all() {
    let dir = tempfile::tempdir().unwrap();
    let place = dir.path().join("press");
    let init = |zone: &str, languages: &str| {
        run(&[
            "init",
            place.to_str().unwrap(),
            "--name",
            "Embassy of Aurelia",
            "--zone",
            zone,
            "--languages",
            languages,
        ])
    };
    let misspelt = crate::program::refusal(&init("Europe/Lodnon", "en"));
    assert_eq!(misspelt, "there is no time zone “Europe/Lodnon”; did you mean Europe/London or Europe/Lisbon?");
    let tag = init("Europe/London", "en,english language");
    assert!(tag.status == 2 && tag.err.contains("is not a language tag"), "{}", tag.err);
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "something was left behind");

    std::fs::create_dir(&place).unwrap();
    assert_eq!(init("Europe/London", "en").status, 0);
    assert!(crate::program::refusal(&init("Europe/London", "en")).contains("is a site already"));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1, "something was left behind");

    let full = dir.path().join("full");
    std::fs::create_dir(&full).unwrap();
    std::fs::write(full.join("letter.txt"), "Dear Sir").unwrap();
    let taken = run(&["init", full.to_str().unwrap(), "--name", "A", "--zone", "Europe/London", "--languages", "en"]);
    assert!(crate::program::refusal(&taken).contains("is not empty"));
}

#[test]
fn an_import_reports_every_line_and_a_second_one_skips_what_is_there() {
    let site = Site::new();
    let dir = tempfile::tempdir().unwrap();
    let file = messages(dir.path(), "notes.jsonl", 1..=3);
    let mut text = std::fs::read_to_string(&file).unwrap();
    text.push_str("not JSON\n{\"id\":\"5\",\"lang\":\"ru\",\"title\":\"T\",\"body\":\"B\",\"date\":\"2026-03-01\"}\n");
    std::fs::write(&file, text).unwrap();
    let report = dir.path().join("report.json");

    let dry = site.run(&["import", "jsonl", file.to_str().unwrap(), "--dry-run"]);
    assert!(dry.status == 1 && dry.out.contains("5 lines: 3 imported, 0 skipped, 0 changed, 2 refused"), "{}", dry.out);
    assert!(dry.out.contains("nothing was written"));
    let first = site.run(&["import", "jsonl", file.to_str().unwrap(), "--report", report.to_str().unwrap()]);
    assert_eq!(first.status, 1);
    assert!(
        first.out.starts_with("line 1\timported\t1\t/en/messages/2026/03/02/note-1-of-the-press-office\n"),
        "{}",
        first.out
    );
    assert!(
        first.out.contains("line 4\trefused\t-\t")
            && first.out.contains("5 lines: 3 imported, 0 skipped, 0 changed, 2 refused\n")
    );
    let second = site.run(&["import", "jsonl", file.to_str().unwrap()]);
    assert!(second.out.contains("5 lines: 0 imported, 3 skipped, 0 changed, 2 refused\n"), "{}", second.out);

    let report: serde_json::Value = serde_json::from_slice(&std::fs::read(report).unwrap()).unwrap();
    assert_eq!(report["totals"]["imported"], 3);
    assert_eq!(report["files"][0]["items"].as_array().unwrap().len(), 5);
    assert_eq!(report["files"][0]["totals"], report["totals"]);
    let verified = site.run(&["verify"]);
    assert_eq!(verified.status, 0, "{}", verified.out);
}

#[test]
fn a_language_is_added_through_the_record() {
    let site = Site::new();
    let added = site.run(&["settings", "--add-language", "ar"]);
    assert_eq!(added.out, "ar is added; the site's languages are en, fr, ar.\n");
    assert!(site.run(&["settings"]).out.contains("languages = en, fr, ar "));
    assert_eq!(site.run(&["verify"]).status, 0);
}

#[test]
fn settings_say_where_each_comes_from() {
    let site = Site::new();
    std::fs::write(site.path.join("site.toml"), "hosts = [\"press.mission.example\"]\n[limits]\nconnections = 5\n")
        .unwrap();
    let shown = site.run(&["settings"]).out;
    assert!(
        shown.contains(
            "hosts = [\"press.mission.example\"]\n    host names that are answered; every name when empty (site.toml)"
        ),
        "{shown}"
    );
    assert!(shown.contains("limits.connections = 5\n") && shown.contains("(default)"), "{shown}");
}

#[test]
fn what_another_process_imports_shows_at_once() {
    let site = Site::new();
    let dir = tempfile::tempdir().unwrap();
    let mut command = chancery();
    command.args(["serve", "--site", site.arg(), "--listen", "127.0.0.1:0"]);
    command.env("CHANCERY_LOG", "chancery=debug").stderr(std::process::Stdio::piped());
    let mut serving = Serving::start(command);
    let address = "/en/messages/2026/03/02/note-1-of-the-press-office";
    assert!(serving.get(address).starts_with("HTTP/1.1 404"));
    let file = messages(dir.path(), "notes.jsonl", 1..=3);
    assert_eq!(site.run(&["import", "jsonl", file.to_str().unwrap()]).status, 0);
    serving.log_until("another command wrote into the record");
    assert!(serving.get(address).starts_with("HTTP/1.1 200"));
    let rebuilt = crate::program::refusal(&site.run(&["rebuild"]));
    assert!(rebuilt.contains("stop the server"), "{rebuilt}");
    assert_eq!(serving.stop("INT").0, 0);
}

#[test]
fn views_that_were_deleted_or_damaged_are_made_anew() {
    let site = Site::new();
    let dir = tempfile::tempdir().unwrap();
    let file = messages(dir.path(), "notes.jsonl", 1..=3);
    assert_eq!(site.run(&["import", "jsonl", file.to_str().unwrap()]).status, 0);
    std::fs::remove_dir_all(site.path.join("derived")).unwrap();
    assert_eq!(site.run(&["verify"]).status, 0);
    std::fs::write(site.path.join("derived/views.db"), [7; 8192]).unwrap();
    let verified = site.run(&["verify"]);
    assert!(verified.status == 1 && verified.err.contains("chancery rebuild"), "{}", verified.err);
    let again = site.run(&["import", "jsonl", file.to_str().unwrap()]);
    assert!(again.status == 0 && again.err.contains("is made anew from the record"), "{}", again.err);
    assert!(again.out.contains("3 skipped"), "{}", again.out);
    assert_eq!(site.run(&["verify"]).status, 0);
}

#[test]
fn a_page_as_a_reader_saw_it_becomes_a_front_page_again() {
    let site = Site::new();
    let dir = tempfile::tempdir().unwrap();
    let page = dir.path().join("page.txt");
    let text = "Embassy of Aurelia\n5 May 2026\nAthens: 12:30\nLondon: 10:30\nConsular queries: +44 (0) 20 7946 0142\n\
                100 days have passed since the ferry was laid up\n\n04.05.2026 - Remarks on the ferry, Caldry, May 3, 2026\n\
                The ferry is to sail again in summer.\n\nAll messages\n";
    std::fs::write(&page, text).unwrap();
    let imported = site.run(&["import", "text", page.to_str().unwrap()]);
    assert_eq!(imported.status, 0, "{}{}", imported.out, imported.err);
    for words in
        ["captured at 2026-05-05T09:30:00Z", "Europe/Athens", "dials +442079460142", "since 2026-01-25", "1 imported"]
    {
        assert!(imported.out.contains(words), "{words}: {}", imported.out);
    }
    assert_eq!(site.run(&["verify"]).status, 0);
    let mut command = chancery();
    command.args(["serve", "--site", site.arg(), "--listen", "127.0.0.1:0", "--clock", "2026-05-05T09:30:00Z"]);
    let serving = Serving::start(command.stderr(std::process::Stdio::null()));
    let front = serving.get("/en/");
    for words in ["5 May 2026", "12:30", "10:30", "tel:+442079460142", "Remarks on the ferry"] {
        assert!(front.contains(words), "{words}: {front}");
    }
}
