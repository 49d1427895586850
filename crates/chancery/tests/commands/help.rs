//! What the program says about itself is read by people, so a change of it is looked at.

#[test]
fn every_command_explains_itself() {
    let commands: [&[&str]; 16] = [
        &[],
        &["demo"],
        &["init"],
        &["serve"],
        &["import"],
        &["import", "jsonl"],
        &["import", "text"],
        &["transcript"],
        &["verify"],
        &["rebuild"],
        &["settings"],
        &["user"],
        &["user", "add"],
        &["user", "list"],
        &["user", "disable"],
        &["doctor"],
    ];
    let mut all = String::new();
    for command in commands {
        let run = crate::program::run(&[command, &["--help"]].concat());
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        assert!(run.out.lines().all(|line| line.chars().count() <= 100), "{}", run.out);
        all.push_str(&format!("$ chancery {}\n{}\n", [command, &["--help"]].concat().join(" "), run.out));
    }
    insta::assert_snapshot!(all);
}

#[test]
fn wrong_usage_ends_with_status_2() {
    for arguments in [&["publish"][..], &["serve"], &["demo", "--clock", "yesterday"], &["init"]] {
        assert_eq!(crate::program::run(arguments).status, 2, "{arguments:?}");
    }
}
