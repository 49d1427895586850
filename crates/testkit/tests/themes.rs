//! A site's own theme: any file overrides the built-in one, a mistake in it is named, and nothing unknown passes.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::path::Path;
use std::sync::Arc;

use domain::Clock;
use site::{PublicSettings, PublicSite, Question, Theme};
use testkit::sample_site;

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

/// A page of the sample site in the theme of a folder.
fn page(folder: &Path, address: &str) -> (u16, String) {
    let harness = sample_site();
    let clock: Arc<dyn Clock> = harness.clock.clone();
    let theme = Theme::strict(Some(folder)).unwrap();
    let public = PublicSite::new(harness.views.clone(), theme, clock, PublicSettings::default());
    let answer =
        public.answer(&Question { method: "GET", host: None, path: address, query: None, accept_language: None });
    (answer.status(), answer.page())
}

#[test]
fn templates_files_and_single_strings_are_overridden_and_the_rest_stays() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "templates/problem.html",
        "{% extends \"base.html\" %}{% block main %}<h1>Ours: {{ problem.title }}</h1>{% endblock %}",
    );
    write(folder.path(), "assets/site.css", ":root { --accent: #600 }");
    write(folder.path(), "strings/en.ftl", "latest-heading = News of the house\n");
    let (status, missing) = page(folder.path(), "/en/nothing");
    assert_eq!(status, 404);
    assert!(missing.contains("<h1>Ours: Page not found</h1>"), "{missing}");
    let (_, front) = page(folder.path(), "/en/");
    assert!(front.contains("News of the house") && front.contains("All messages"));
    let href = front.split("href=\"").find(|part| part.contains("site.css\"")).unwrap().split('"').next().unwrap();
    assert_eq!(page(folder.path(), href), (200, ":root { --accent: #600 }".to_owned()));
}

#[test]
fn a_mistake_in_a_theme_is_named_with_its_file() {
    let table = [
        ("templates/front.html", "{% if %}", "front.html"),
        ("strings/en.ftl", "latest-heading = { $nonsense }\n", "line 1"),
        ("strings/en.ftl", "latest-heading\n", "line 1"),
        ("strings/english.ftl", "a = b\n", "english.ftl"),
        ("templates/notes.txt", "not a template", "notes.txt"),
    ];
    for (name, text, named) in table {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), name, text);
        let Err(error) = Theme::load(Some(folder.path())) else { panic!("{name} passed") };
        let said = format!("{error:#}");
        assert!(said.contains(named), "{name}: {said}");
    }
}

#[test]
fn an_unknown_name_in_a_template_is_an_error_in_tests_and_a_reference_in_life() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "templates/front.html", "{{ no_such_thing.at_all }}");
    let (status, said) = page(folder.path(), "/en/");
    assert_eq!(status, 500);
    assert!(
        said.contains("reference") && !said.contains("no_such_thing"),
        "the reader gets a reference, not the insides: {said}"
    );
}

#[test]
fn a_template_without_end_is_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let endless = "{% for a in range(10000) %}{% for b in range(10000) %}{% for c in range(10000) %}{% endfor %}{% endfor %}{% endfor %}";
    write(folder.path(), "templates/front.html", endless);
    assert_eq!(page(folder.path(), "/en/").0, 500);
}

#[test]
fn a_missing_folder_is_no_theme_at_all() {
    assert!(Theme::load(Some(Path::new("no/such/folder"))).is_ok());
}
