//! The command as people type it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// A folder of a test's own, empty.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an earlier run left it");
    }
    fs::create_dir_all(&folder).expect("the build has a folder for it");
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_report-widget"))
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C")
        .output()
        .expect("the command was built")
}

/// What it printed, after the exit code that was expected.
fn printed(folder: &Path, arguments: &[&str], code: i32) -> String {
    let output = run(folder, arguments);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("it prints UTF-8");
    let (out, error) = (text(&output.stdout), text(&output.stderr));
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {out}{error}");
    out + &error
}

#[test]
fn a_new_workbook_is_checked_and_imported_and_exported_again() {
    let folder = folder("round");
    printed(&folder, &["new", "report.xlsx"], 0);
    assert_eq!(printed(&folder, &["check", "report.xlsx"], 0), "example-report: no problems.\n");
    assert_eq!(
        printed(&folder, &["check", "report.xlsx", "--lang", "ko"], 0),
        "example-report: 고칠 곳이 없습니다.\n"
    );
    printed(&folder, &["import", "report.xlsx", "--out", "reports/example-report"], 0);
    assert_eq!(
        printed(&folder, &["check", "reports/example-report"], 0),
        "example-report: no problems.\n"
    );
    printed(&folder, &["export", "reports/example-report", "--xlsx", "again.xlsx"], 0);
    let read = |name: &str| fs::read(folder.join(name)).unwrap();
    assert_eq!(read("again.xlsx"), read("report.xlsx"));
}

#[test]
fn new_and_import_leave_what_is_there_alone() {
    let folder = folder("overwrite");
    printed(&folder, &["new", "report.xlsx"], 0);
    assert!(printed(&folder, &["new", "report.xlsx"], 2).contains("is already there"));

    let output = printed(&folder, &["import", "report.xlsx", "--out", "other"], 2);
    assert!(output.contains("--out example-report"), "{output}");
    assert!(!folder.join("other").exists());

    fs::create_dir(folder.join("example-report")).unwrap();
    fs::write(folder.join("example-report/part-2.json"), "{}").unwrap();
    let output = printed(&folder, &["import", "report.xlsx", "--out", "example-report"], 2);
    assert!(output.contains("part-2.json is no part of the workbook"), "{output}");
    assert!(!folder.join("example-report/report.json").exists());
}

#[test]
fn problems_are_listed_with_their_cells_and_exit_code_1() {
    let folder = folder("problems");
    fs::write(folder.join("Report.csv"), "id,pages\nMy Report,열\n").unwrap();
    let english = printed(&folder, &["check", ".", "--lang", "en"], 1);
    assert!(english.contains("Report!A2: 'My Report' is not valid here"), "{english}");
    assert!(english.contains("Did you mean 'my-report'?"), "{english}");
    assert!(english.contains("Report!B2: '열' is not valid here"), "{english}");
    assert!(english.contains("Parts: The sheet is missing."), "{english}");
    let korean = printed(&folder, &["check", ".", "--lang", "ko"], 1);
    assert!(korean.contains("'my-report'를 찾으셨나요?"), "{korean}");
    assert!(korean.contains("고칠 곳 "), "{korean}");
    printed(&folder, &["import", ".", "--out", "my-report", "--lang", "en"], 1);
    assert!(!folder.join("my-report").exists());
}

#[test]
fn json_files_are_checked_with_the_reports_beside_them() {
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/reports");
    assert_eq!(printed(&reports, &["check", "story-2021"], 0), "story-2021: no problems.\n");

    let folder = folder("alone");
    fs::create_dir(folder.join("story-2021")).unwrap();
    for entry in fs::read_dir(reports.join("story-2021")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join("story-2021").join(path.file_name().unwrap())).unwrap();
    }
    let output = printed(&folder, &["check", "story-2021"], 1);
    assert!(output.contains("there is no card \"white-paper-2022/covid-status\""), "{output}");
}

/// A template as far as these tests need one: the page and its files, and a program without code.
fn template(folder: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let version = format!("{}\n", report_widget::bundle::VERSION);
    let place = folder.join("template");
    fs::create_dir_all(&place).expect("the test has this folder to itself");
    for name in [
        "index.html",
        "assets/manifest.webmanifest",
        "assets/offline.js",
        "assets/sw.js",
        "assets/icon.svg",
    ] {
        fs::copy(root.join(name), place.join(name.trim_start_matches("assets/")))
            .expect("the test has this folder to itself");
    }
    let placeholder = format!("JSON.parse('{}')", report_bundler::PLACEHOLDER);
    for (name, content) in [
        ("VERSION", version.as_str()),
        ("report-widget.js", &placeholder),
        ("report-widget.html.mjs", &placeholder),
        ("report-widget.css", "p{}"),
        ("report-widget_bg.wasm", "\0asm\x01\0\0\0"),
    ] {
        fs::write(place.join(name), content).expect("the test has this folder to itself");
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the test has this folder to itself") {
        let path = entry.expect("the test has this folder to itself").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let content = fs::read(&path).expect("the test has this folder to itself");
            found.insert(path, content);
        }
    }
    found
}

#[test]
fn a_workbook_and_its_json_files_are_built_to_the_same_bundle() {
    let folder = folder("build");
    template(&folder);
    printed(&folder, &["new", "report.xlsx"], 0);
    printed(&folder, &["import", "report.xlsx", "--out", "example-report"], 0);
    let options = ["--template", "template", "--out", "site"];
    let built = |input: &str| {
        printed(&folder, &[&["build", input], &options[..]].concat(), 0);
        files(&folder.join("site"))
    };
    let site = built("report.xlsx");
    let page = String::from_utf8(site[&folder.join("site/en/index.html")].clone()).unwrap();
    assert!(page.contains("report=\"example-report\"") && page.contains("shadowrootmode"));
    assert!(site.contains_key(&folder.join("site/integrity.json")));
    // What an earlier bundle had, and this one has not, is gone.
    fs::create_dir(folder.join("site/share")).unwrap();
    fs::write(folder.join("site/share/old.png"), "").unwrap();
    assert!(built("example-report") == site);
}

#[test]
fn a_build_that_fails_leaves_the_folder_alone() {
    let folder = folder("build-fails");
    template(&folder);
    printed(&folder, &["new", "report.xlsx"], 0);
    fs::create_dir(folder.join("letters")).unwrap();
    fs::write(folder.join("letters/to-mother.txt"), "").unwrap();
    fs::create_dir(folder.join("faulty")).unwrap();
    fs::write(folder.join("faulty/Report.csv"), "id,pages\nMy Report,10\n").unwrap();
    fs::create_dir(folder.join("earlier")).unwrap();
    fs::write(folder.join("earlier/VERSION"), "").unwrap();
    fs::copy(folder.join("report.xlsx"), folder.join("earlier/report.xlsx")).unwrap();
    let before = files(&folder);
    let common = ["--template", "template", "--out", "site", "--lang", "en"];
    for (arguments, code, expected) in [
        (
            vec!["build", "report.xlsx", "--template", "template", "--out", "letters"],
            2,
            "holds other files",
        ),
        (vec!["build", "earlier/report.xlsx", "--out", "earlier"], 2, "would be lost"),
        ([&["build", "faulty"], &common[..]].concat(), 1, "'My Report' is not valid here"),
        (
            [&["build", "report.xlsx", "report.xlsx"], &common[..]].concat(),
            2,
            "two reports with the id",
        ),
        (
            [&["build", "report.xlsx", "--address", "example.com"], &common[..]].concat(),
            2,
            "https://",
        ),
        (vec!["build", "report.xlsx", "--template", "letters"], 2, "VERSION is missing"),
        (vec!["build", "report.xlsx", "--template", "none"], 2, "none is no folder"),
        (vec!["build"], 2, "<REPORT>"),
    ] {
        let text = printed(&folder, &arguments, code);
        assert!(text.contains(expected), "{arguments:?}: {text}");
        assert!(files(&folder) == before, "{arguments:?}");
    }
}

#[test]
fn what_cannot_be_read_is_reported_with_exit_code_2() {
    let folder = folder("unreadable");
    assert!(printed(&folder, &["check", "nothing.xlsx"], 2).contains("nothing.xlsx"));
    assert!(printed(&folder, &["check", "."], 2).contains("neither report.json nor CSV sheets"));
    // Korean spreadsheet programs save CSV in CP949 unless set otherwise.
    fs::write(folder.join("Report.csv"), b"id,title_ko\nx,\xC7\xD1\xB1\xDB\n").unwrap();
    assert!(printed(&folder, &["check", "."], 2).contains("CSV UTF-8"));
    assert!(printed(&folder, &["bake", "report.xlsx"], 2).contains("unrecognized subcommand"));
}

#[test]
fn the_language_is_that_of_the_environment_unless_asked() {
    let folder = folder("language");
    fs::write(folder.join("none.xlsx"), "").unwrap();
    for (locale, arguments, expected) in [
        ("ko_KR.UTF-8", &["check", "none.xlsx"][..], "엑셀 통합 문서"),
        ("en_US.UTF-8", &["check", "none.xlsx"][..], "This is not a workbook"),
        ("ko_KR.UTF-8", &["check", "none.xlsx", "--lang", "en"][..], "This is not a workbook"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_report-widget"))
            .args(arguments)
            .current_dir(&folder)
            .env("LC_ALL", locale)
            .output()
            .unwrap();
        assert!(String::from_utf8_lossy(&output.stdout).starts_with(expected), "{locale}");
    }
}
