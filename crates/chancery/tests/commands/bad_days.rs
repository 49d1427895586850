//! Bad days: one sentence that says what is wrong and what to do.

use std::fs::{File, read_to_string, write};
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::process::Command;

use crate::program::{Site, messages, refusal, run};

fn serve(site: &Site) -> crate::program::Run {
    site.run(&["serve", "--listen", "127.0.0.1:0"])
}

#[test]
fn broken_settings_are_named_with_their_line() {
    let site = Site::new();
    for (text, wanted) in [
        ("hosts = []\nlisten_on = 1\n", "site.toml, line 2: unknown field `listen_on`"),
        ("hosts = []\n\nlisten = \n", "site.toml, line 3: "),
        ("listen = \"everywhere\"\n", "site.toml, line 1: invalid socket address"),
        ("home = \"postgres://press@db.example/press\"\n", "this build keeps the record in SQLite only"),
    ] {
        write(site.path.join("site.toml"), text).unwrap();
        for command in ["serve", "verify", "rebuild"] {
            let sentence = refusal(&site.run(&[command]));
            assert!(sentence.contains(wanted), "{command}: {sentence}");
        }
        let doctor = site.run(&["doctor"]);
        assert!(
            doctor.status == 1 && doctor.out.contains("problem  settings: ") && doctor.out.contains(wanted),
            "{}",
            doctor.out
        );
    }
}

#[test]
fn a_busy_port_is_said_with_a_way_out() {
    let site = Site::new();
    let busy = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = busy.local_addr().unwrap().port();
    let sentence = refusal(&site.run(&["serve", "--listen", &format!("127.0.0.1:{port}")]));
    assert!(
        sentence.starts_with(&format!("port {port} of 127.0.0.1 is in use")) && sentence.contains("--listen"),
        "{sentence}"
    );
}

#[test]
fn a_database_of_a_newer_version_is_left_alone() {
    let site = Site::new();
    // Bytes 60 to 63 of a SQLite file are its user_version (SQLite file format, section 1.3).
    let file = File::options().write(true).open(site.path.join("chancery.db")).unwrap();
    file.write_all_at(&99_u32.to_be_bytes(), 60).unwrap();
    for run in [serve(&site), site.run(&["verify"]), site.run(&["rebuild"])] {
        let sentence = refusal(&run);
        assert!(sentence.contains("format 99") && sentence.contains("install that version"), "{sentence}");
    }
}

#[test]
fn a_damaged_page_of_the_database_is_found_and_said() {
    let site = Site::new();
    let dir = tempfile::tempdir().unwrap();
    let notes = messages(dir.path(), "notes.jsonl", 1..=40);
    assert_eq!(site.run(&["import", "jsonl", notes.to_str().unwrap()]).status, 0);
    let path = site.path.join("chancery.db");
    let pages = std::fs::metadata(&path).unwrap().len() / 4096;
    let whole = std::fs::read(&path).unwrap();
    for page in 0..pages {
        let file = File::options().write(true).open(&path).unwrap();
        file.write_all_at(&[0x5A; 4096], page * 4096).unwrap();
        drop(file);
        let run = site.run(&["verify"]);
        assert_eq!(run.status, 1, "page {page}: {}", run.out);
        assert!(
            run.err.contains("damaged") || run.err.contains("not a Chancery database") || run.out.contains("Not clean"),
            "page {page}: {}",
            run.err
        );
        assert!(run.err.lines().count() <= 1, "page {page}: {}", run.err);
        write(&path, &whole).unwrap();
    }
    let file = File::options().write(true).open(&path).unwrap();
    file.write_all_at(&[0x5A; 4096], 0).unwrap();
    assert!(refusal(&serve(&site)).contains("restore the newest backup"));
    assert_eq!(site.run(&["doctor"]).status, 1);
}

#[test]
fn what_is_no_site_is_said_to_be_none() {
    let dir = tempfile::tempdir().unwrap();
    let empty = dir.path().to_str().unwrap().to_owned();
    let file = dir.path().join("file");
    write(&file, "text").unwrap();
    assert!(refusal(&run(&["serve", "--site", &empty])).contains("is not a site"));
    assert!(refusal(&run(&["verify", "--site", file.to_str().unwrap()])).contains("is a file, not a site's directory"));
    assert!(
        refusal(&run(&["verify", "--url", "https://press.mission.example"]))
            .contains("comes with the transparency log")
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_said() {
    let site = Site::new();
    // A file where the folder should be keeps even root from writing.
    std::fs::remove_dir_all(site.path.join("derived")).unwrap();
    write(site.path.join("derived"), "in the way").unwrap();
    let sentence = refusal(&serve(&site));
    assert!(sentence.contains("derived cannot be made; check the owner and rights"), "{sentence}");
}

#[test]
fn a_missing_file_stops_an_import_before_it_begins() {
    let site = Site::new();
    let sentence = refusal(&site.run(&["import", "jsonl", "no-such-file.jsonl"]));
    assert!(sentence.starts_with("no-such-file.jsonl cannot be read; nothing was imported"), "{sentence}");
}

#[test]
fn a_reader_that_goes_away_does_not_stop_an_import() {
    let site = Site::new();
    let dir = tempfile::tempdir().unwrap();
    let notes = messages(dir.path(), "notes.jsonl", 1..=1500);
    let mut child = crate::program::chancery()
        .args(["import", "jsonl", notes.to_str().unwrap(), "--site", site.arg()])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let again = site.run(&["import", "jsonl", notes.to_str().unwrap()]);
    assert!(again.out.contains("1,500 skipped"), "{}", again.out.lines().last().unwrap_or_default());
}

/// A file system of its own that fills up, where the system lets the test have one.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn mounted(size: &str) -> Option<Self> {
        let dir = tempfile::tempdir().unwrap();
        let options = format!("size={size}");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(dir.path()).output();
        mounted.is_ok_and(|run| run.status.success()).then_some(Self(dir))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.path()).status();
    }
}

#[test]
fn a_full_disk_stops_an_import_without_half_a_message() {
    let Some(disk) = SmallDisk::mounted("2m") else {
        println!("not checked: this system does not let the test mount a small disk");
        return;
    };
    let site = disk.path().join("press");
    let site = site.to_str().unwrap();
    let made = run(&["init", site, "--name", "Embassy of Aurelia", "--zone", "Europe/London", "--languages", "en"]);
    assert_eq!(made.status, 0, "{}", made.err);
    let dir = tempfile::tempdir().unwrap();
    let notes = messages(dir.path(), "notes.jsonl", 1..=5000);
    let stopped = run(&["import", "jsonl", notes.to_str().unwrap(), "--site", site]);
    assert_eq!(stopped.status, 1);
    assert!(
        stopped.out.contains("Stopped. ") && stopped.out.contains("free some space"),
        "{}",
        stopped.out.lines().last().unwrap_or_default()
    );
    let acknowledged: Vec<&str> = stopped.out.lines().filter(|line| line.contains("\timported\t")).collect();

    let grown = Command::new("mount").args(["-o", "remount,size=64m"]).arg(disk.path()).status().unwrap();
    assert!(grown.success());
    let verified = run(&["verify", "--site", site]);
    assert_eq!(verified.status, 0, "{}{}", verified.out, verified.err);
    let again = run(&["import", "jsonl", notes.to_str().unwrap(), "--site", site]);
    assert_eq!(again.status, 0, "{}", again.out.lines().last().unwrap_or_default());
    for line in acknowledged {
        let skipped = line.replace("\timported\t", "\tskipped\t");
        assert!(again.out.contains(&skipped), "{line}");
    }
    assert!(read_to_string(format!("{site}/site.toml")).is_ok());
}
