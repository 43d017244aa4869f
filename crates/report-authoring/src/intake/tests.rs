use report_validation::Folder;

use super::*;

const SMALL: [(&str, &str); 2] = [
    ("report.json", include_str!("../../../report-workbook/template/report.json")),
    ("part-1.json", include_str!("../../../report-workbook/template/part-1.json")),
];

fn file(drop: u32, path: &str, content: impl AsRef<[u8]>) -> DroppedFile {
    DroppedFile { path: path.to_owned(), drop, bytes: Some(content.as_ref().to_vec()) }
}

/// The JSON files of a small report, changed in these words.
fn report(drop: u32, folder: &str, words: &[(&str, &str)]) -> Vec<DroppedFile> {
    let changed =
        |text: &str| words.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new));
    SMALL.map(|(name, text)| file(drop, &format!("{folder}{name}"), changed(text))).to_vec()
}

/// The report under another id.
const ONE: [(&str, &str); 1] = [(r#""id": "example-report""#, r#""id": "one""#)];
const TWO: [(&str, &str); 1] = [(r#""id": "example-report""#, r#""id": "two""#)];
/// With a link to a card of the second one.
const LINK: [(&str, &str); 1] =
    [(r#""printed_title": "우리"#, r#""see": ["two/river-cleaning"], "printed_title": "우리"#)];

/// These JSON files in a folder.
fn folder(files: Vec<DroppedFile>) -> Folder {
    let text = |file: DroppedFile| {
        let bytes = file.bytes.expect("it is there");
        (file.path, String::from_utf8(bytes).expect("a text"))
    };
    Folder { name: "a folder".to_owned(), files: files.into_iter().map(text).collect() }
}

fn workbook(files: Vec<DroppedFile>) -> Vec<u8> {
    report_workbook::export(&folder(files)).expect("it can be written")
}

/// The name of each report or picture, and its problems.
fn seen(intake: &Intake) -> Vec<(&str, &[String])> {
    let reports = intake.reports.iter().map(|it| (it.name.as_str(), &it.problems[..]));
    let pictures = intake.pictures.iter().map(|it| (it.name.as_str(), &it.problems[..]));
    reports.chain(pictures).collect()
}

fn names(intake: &Intake) -> Vec<&str> {
    seen(intake).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn folders_workbooks_and_pictures_of_one_drop_are_distinguished() {
    let mut files = report(0, "reports/one/", &ONE);
    let sheets =
        report_workbook::export_csv(&folder(report(0, "", &TWO))).expect("it can be written");
    files.extend(
        sheets.into_iter().map(|(name, text)| file(0, &format!("reports/two/{name}"), text)),
    );
    files.extend([
        file(0, "reports/one/index.txt", "beside it"),
        file(0, "reports/one/Report.csv", "beside it"),
        file(0, "reports/two/package.json", "beside them"),
        file(0, "reports/.DS_Store", "of the system"),
        file(0, "reports/report.schema.json", "{}"),
        file(0, "~$template.xlsx", "an open workbook"),
        file(0, "template.xlsx", crate::new_workbook()),
        file(0, "share/one-ko.png", "a picture"),
        file(0, "share/one-ko.svg", "its drawing"),
    ]);
    let intake = Intake::read(files, Locale::En);
    assert!(intake.is_ready(), "{:?}", seen(&intake));
    assert_eq!(names(&intake), ["one", "two", "template.xlsx", "one-ko.png", "one-ko.svg"]);
    let ids: Vec<_> = intake.reports.iter().filter_map(DroppedReport::id).collect();
    assert_eq!(ids, ["one", "two", "example-report"]);
    assert_eq!(intake.reports[0].files, [0, 1]);
    assert_eq!(intake.folders().len(), 3);
}

#[test]
fn what_is_dropped_again_takes_the_place_of_what_was_there() {
    let workbook = crate::new_workbook();
    let unreadable = || file(1, "a.xlsx", "no workbook");
    let two = || report(0, "two/", &TWO);
    for (what, first, later, expected) in [
        ("by its id", report(0, "one/", &[]), vec![file(1, "a.xlsx", &workbook)], "a.xlsx"),
        ("a faulty one", vec![file(0, "a.xlsx", &workbook)], vec![unreadable()], "a.xlsx"),
        ("a mended one", vec![file(0, "a.xlsx", "")], vec![file(1, "a.xlsx", &workbook)], "a.xlsx"),
        (
            "sheets",
            vec![file(0, "Report.csv", "id\n")],
            vec![file(1, "Report.csv", "")],
            "Report.csv",
        ),
    ] {
        let files = [first, two(), later].concat();
        let intake = Intake::read(files, Locale::En);
        assert_eq!(names(&intake), [expected, "two"], "{what}");
    }
    let others = [report(0, "", &ONE), report(1, "", &TWO)];
    let intake = Intake::read(others.concat(), Locale::En);
    assert_eq!(names(&intake), ["report.json", "report.json"], "other reports of the same name");
    let mut pictures = report(0, "", &[]);
    pictures.extend([0, 1].map(|drop| file(drop, "example-report-ko.png", [1])));
    let intake = Intake::read(pictures, Locale::En);
    assert_eq!((names(&intake).len(), intake.pictures[0].file), (2, 3));
}

#[test]
fn what_cannot_be_bundled_together_is_refused_in_both_languages() {
    let picture = |name: &str| file(0, name, "a picture");
    let with_picture = |name: &str| [report(0, "", &[]), vec![picture(name)]].concat();
    let two_pictures = ["a/example-report-ko.png", "b/example-report-ko.png"];
    let two_pictures = two_pictures.map(|path| file(0, path, path));
    for (what, files, ko, en) in [
        (
            "the same id twice",
            [report(0, "one/", &[]), report(0, "two/", &[])].concat(),
            "id가 example-report인 보고서가 둘입니다: one, two",
            "Two reports have the id example-report: one and two",
        ),
        (
            "files of two reports in one heap",
            [report(0, "", &[]), report(0, "", &TWO)].concat(),
            "part-1.json이(가) 두 개입니다",
            "part-1.json is there twice",
        ),
        (
            "a picture of no report",
            vec![picture("photo.png")],
            "my-report-ko.png",
            "none of the reports",
        ),
        (
            "a picture of a report that is not there",
            with_picture("other-ko.png"),
            "예: example-report-ko.png",
            "such as example-report-ko.png",
        ),
        (
            "a picture in a language that it has not",
            with_picture("example-report-de.png"),
            "그림도 아닙니다",
            "none of",
        ),
        (
            "a picture that previews do not show",
            with_picture("example-report-ko.jpg"),
            "그림도 아닙니다",
            "none of",
        ),
        (
            "two pictures",
            [report(0, "", &[]), two_pictures.to_vec()].concat(),
            "그림이 둘입니다",
            "Two pictures",
        ),
        (
            "a link of JSON files",
            report(0, "one/", &LINK),
            "example-report/part-1.json",
            "there is no card",
        ),
        (
            "a link of a workbook",
            vec![file(0, "a.xlsx", workbook(report(0, "", &LINK)))],
            "Links!B2",
            "Links!B2",
        ),
    ] {
        for (lang, expected) in [(Locale::Ko, ko), (Locale::En, en)] {
            let intake = Intake::read(files.clone(), lang);
            let problems: Vec<_> = seen(&intake).iter().flat_map(|(_, found)| *found).collect();
            assert!(!intake.is_ready(), "{what}");
            assert!(problems.iter().any(|line| line.contains(expected)), "{what}: {problems:?}");
        }
    }
}

#[test]
fn links_lead_to_reports_that_are_dropped_before_or_after() {
    let linking = |drop| file(drop, "a.xlsx", workbook(report(0, "", &LINK)));
    for (first, later) in
        [(vec![linking(0)], report(1, "", &TWO)), (report(0, "", &TWO), vec![linking(1)])]
    {
        assert!(!Intake::read(vec![linking(0)], Locale::En).is_ready());
        let intake = Intake::read([first, later].concat(), Locale::En);
        assert!(intake.is_ready(), "{:?}", seen(&intake));
    }
}

#[test]
fn a_title_is_read_in_the_language_of_the_page() {
    let intake = Intake::read(report(0, "", &[]), Locale::Ko);
    let titles = Locale::ALL.map(|lang| intake.reports[0].title(lang).expect("it has one"));
    assert_eq!(titles, ["예시 보고서 2025", "Example report 2025"]);
}

#[test]
fn a_file_that_has_changed_has_to_be_dropped_again_and_is_replaced_then() {
    let gone = |path: &str| DroppedFile { path: path.to_owned(), drop: 0, bytes: None };
    let picture = "example-report-ko.png";
    let (old, new) = ([gone("a.xlsx"), gone(picture)], crate::new_workbook());
    for (lang, expected) in [(Locale::Ko, "다시 놓아 주세요"), (Locale::En, "drop it again")]
    {
        let intake = Intake::read(old.to_vec(), lang);
        assert!(!intake.is_ready());
        assert!(intake.reports[0].problems[0].contains(expected));
    }
    let again = [file(1, "a.xlsx", new), file(1, picture, "a picture")];
    let intake = Intake::read([old, again].concat(), Locale::En);
    assert!(intake.is_ready(), "{:?}", seen(&intake));
    assert_eq!(names(&intake), ["a.xlsx", picture]);
}
