//! Files as somebody drops them on the studio, one drop after another: workbooks, sheets, JSON files and
//! pictures, sorted into reports and what goes with them.

use report_validation::Folder;
use report_workbook::Locale;
use serde_json::Value;

use crate::Source;

/// A file as it was dropped.
#[derive(Debug, Clone)]
pub struct DroppedFile {
    /// Its name, behind the names of the folders that were dropped with it.
    pub path: String,
    /// What was dropped together has the same number; later drops have greater ones.
    pub drop: u32,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// All reports, and the pictures that link previews show.
#[derive(Debug)]
pub struct Intake {
    /// The reports, in the order in which they were given. The first is shown by default.
    pub reports: Vec<DroppedReport>,
    /// The pictures.
    pub pictures: Vec<Picture>,
}

/// A report with what is wrong with it.
#[derive(Debug)]
pub struct DroppedReport {
    /// The name of its workbook or folder, or of its main file.
    pub name: String,
    /// Its files, as positions in what was given.
    pub files: Vec<usize>,
    /// Its JSON files, unless it has problems that are its own.
    pub folder: Option<Folder>,
    /// All that is wrong, a line each.
    pub problems: Vec<String>,
    drop: u32,
    /// Whether the name is that of a workbook or folder; other reports have a `report.json`, too.
    has_own_name: bool,
    /// Its id, where that can be read.
    id: Option<String>,
    source: Option<Source>,
}

/// A picture with what is wrong with it.
#[derive(Debug)]
pub struct Picture {
    /// Its file's name.
    pub name: String,
    /// Its position in what was given.
    pub file: usize,
    /// Its content.
    pub bytes: Vec<u8>,
    /// All that is wrong, a line each.
    pub problems: Vec<String>,
    drop: u32,
}

/// What a file is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileKind {
    Workbook,
    Sheet,
    Json,
    Picture,
    /// A file of the system, or one that only lies in the same folder.
    Other,
}

impl Intake {
    /// Sorts and checks the files; problems are written in this language. What is dropped again, a
    /// report by its id and a picture by its name, takes the place of what was there.
    #[must_use]
    pub fn read(files: Vec<DroppedFile>, lang: Locale) -> Self {
        let (groups, pictures) = sorted(files);
        let reports = groups.into_iter().map(|group| group.read(lang)).collect();
        let mut intake =
            Self { reports: latest(reports), pictures: latest_pictures(pictures, lang) };
        intake.find_same_ids(lang);
        if !intake.reports.iter().any(DroppedReport::is_faulty) {
            intake.check_together(lang);
        }
        intake.check_pictures(lang);
        intake
    }

    /// Whether a bundle can be made: there are reports, and nothing is wrong.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        !self.reports.is_empty()
            && !self.reports.iter().any(DroppedReport::is_faulty)
            && self.pictures.iter().all(|picture| picture.problems.is_empty())
    }

    /// The JSON files of the reports, in their order.
    #[must_use]
    pub fn folders(&self) -> Vec<Folder> {
        self.reports.iter().filter_map(|report| report.folder.clone()).collect()
    }

    /// Two reports of one drop may have the same id; which of them is meant cannot be known.
    fn find_same_ids(&mut self, lang: Locale) {
        for index in 1..self.reports.len() {
            let (earlier, later) = self.reports.split_at_mut(index);
            let later = &mut later[0];
            let same = earlier.iter().find(|it| it.id.is_some() && it.id == later.id);
            let Some((id, same)) = later.id.as_ref().zip(same) else { continue };
            later.problems.push(match lang {
                Locale::Ko => format!(
                    "id가 {id}인 보고서가 둘입니다: {}, {}. 하나를 빼거나 id를 바꿔 주세요.",
                    same.name, later.name
                ),
                Locale::En => format!(
                    "Two reports have the id {id}: {} and {}. Remove one of them, or change its id.",
                    same.name, later.name
                ),
            });
        }
    }

    /// Links lead from card to card of all reports.
    fn check_together(&mut self, lang: Locale) {
        let folders = self.folders();
        for (index, report) in self.reports.iter_mut().enumerate() {
            let mut others = folders.clone();
            others.remove(index);
            let checked = report.source.as_ref().map(|source| source.report_among(&others));
            if let Some(Err(found)) = checked {
                report.problems = found.messages(lang);
            }
        }
    }

    /// A picture belongs to a report in one of its languages.
    fn check_pictures(&mut self, lang: Locale) {
        // A report that cannot be read may be the one that a picture belongs to.
        if self.reports.iter().any(|report| report.folder.is_none()) {
            return;
        }
        let names: Vec<_> = self.reports.iter().flat_map(DroppedReport::picture_names).collect();
        let example = names.first().map_or("my-report-ko", String::as_str);
        for picture in &mut self.pictures {
            let stem = picture.name.strip_suffix(".png");
            // The drawing that a picture was made of may lie beside it.
            let stem = stem.or_else(|| picture.name.strip_suffix(".svg")).unwrap_or_default();
            if !names.iter().any(|name| name == stem) {
                picture.problems.push(match lang {
                    Locale::Ko => format!(
                        "어느 보고서의 그림도 아닙니다. 링크 미리 보기에 쓸 그림의 이름은 보고서의 id와 언어로 적습니다. 예: {example}.png"
                    ),
                    Locale::En => format!(
                        "This picture belongs to none of the reports. Pictures for link previews have the report's id and language as their name, such as {example}.png."
                    ),
                });
            }
        }
    }
}

impl DroppedReport {
    /// Its id, where that can be read.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// Its title in this language, else in its own.
    #[must_use]
    pub fn title(&self, lang: Locale) -> Option<String> {
        let report = self.json()?;
        let title = report.get("title")?.as_object()?;
        let title = title.get(lang.tag()).or_else(|| title.values().next());
        title.and_then(Value::as_str).map(str::to_owned)
    }

    fn is_faulty(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Whether it is another version of this one, which was dropped earlier.
    fn replaces(&self, earlier: &Self) -> bool {
        let has_same_id = self.id.is_some() && self.id == earlier.id;
        // A workbook that cannot be read does not say which report it is.
        let is_alike = earlier.id.is_none() || (self.id.is_none() && self.has_own_name);
        self.drop > earlier.drop && (has_same_id || (self.name == earlier.name && is_alike))
    }

    fn json(&self) -> Option<Value> {
        let files = &self.folder.as_ref()?.files;
        let (_, text) = files.iter().find(|(name, _)| name == "report.json")?;
        serde_json::from_str(text).ok()
    }

    /// The names of its pictures, without an ending.
    fn picture_names(&self) -> Vec<String> {
        let Some((report, id)) = self.json().zip(self.id.as_ref()) else { return Vec::new() };
        let declared = report.get("languages").and_then(Value::as_array);
        let mut tags: Vec<_> = declared.into_iter().flatten().filter_map(Value::as_str).collect();
        if tags.is_empty() {
            tags = Locale::ALL.map(Locale::tag).to_vec();
        }
        tags.into_iter().map(|tag| format!("{id}-{tag}")).collect()
    }
}

/// The files of a report.
struct Group {
    name: String,
    kind: FileKind,
    folder: String,
    drop: u32,
    files: Vec<(usize, String, Vec<u8>)>,
}

impl Group {
    fn read(self, lang: Locale) -> DroppedReport {
        let positions = self.files.iter().map(|(position, ..)| *position).collect();
        let has_own_name = self.kind == FileKind::Workbook || !self.folder.is_empty();
        let contents = self.files.into_iter().map(|(_, name, bytes)| (name, bytes)).collect();
        let mut report = DroppedReport {
            name: self.name,
            files: positions,
            folder: None,
            problems: Vec::new(),
            drop: self.drop,
            has_own_name,
            id: None,
            source: None,
        };
        match Source::of_files(contents) {
            Err(error) => report.problems.push(error.message(lang)),
            Ok(source) => {
                match source.report() {
                    Ok(folder) => report.folder = Some(folder),
                    Err(found) => report.problems = found.messages(lang),
                }
                report.id = match &source {
                    Source::Json(folder) => Some(folder.name.clone()),
                    _ => report.folder.as_ref().map(|folder| folder.name.clone()),
                };
                report.source = Some(source);
            }
        }
        report
    }
}

/// The files by the reports that they belong to, and the pictures.
fn sorted(files: Vec<DroppedFile>) -> (Vec<Group>, Vec<Picture>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut pictures = Vec::new();
    for (position, DroppedFile { path, drop, bytes }) in files.into_iter().enumerate() {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path.as_str()));
        let (folder, name) = (folder.to_owned(), name.to_owned());
        let kind = kind_of(&folder, &name);
        match kind {
            FileKind::Other => {}
            FileKind::Picture => {
                pictures.push(Picture { name, file: position, bytes, problems: Vec::new(), drop });
            }
            FileKind::Workbook => {
                let files = vec![(position, name.clone(), bytes)];
                groups.push(Group { name, kind, folder, drop, files });
            }
            FileKind::Sheet | FileKind::Json => {
                let is_same =
                    |it: &&mut Group| it.drop == drop && it.kind == kind && it.folder == folder;
                let is_main = ["report.json", "Report.csv"].contains(&name.as_str());
                let file = (position, name.clone(), bytes);
                if let Some(group) = groups.iter_mut().find(is_same) {
                    group.files.push(file);
                    if is_main && folder.is_empty() {
                        group.name = name;
                    }
                } else {
                    let own = folder.rsplit('/').next().filter(|own| !own.is_empty());
                    let name = own.map_or(name, str::to_owned);
                    groups.push(Group { name, kind, folder, drop, files: vec![file] });
                }
            }
        }
    }
    (groups, pictures)
}

fn kind_of(folder: &str, name: &str) -> FileKind {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    // Hidden files, and what spreadsheet programs leave beside an open workbook.
    let is_hidden = name.starts_with(['.', '~']);
    match ending.as_deref() {
        _ if is_hidden => FileKind::Other,
        // It says what the files of reports look like.
        Some("json") if name.ends_with(".schema.json") => FileKind::Other,
        Some("json") => FileKind::Json,
        Some("csv") => FileKind::Sheet,
        Some("png" | "svg" | "jpg" | "jpeg" | "gif" | "webp") => FileKind::Picture,
        Some("xlsx") => FileKind::Workbook,
        // What lies in a folder beside a report is left out, as the command does.
        _ if !folder.is_empty() => FileKind::Other,
        // It is read, so that its problem says what was expected.
        _ => FileKind::Workbook,
    }
}

/// The latest version of each report, in the place of the first.
fn latest(found: Vec<DroppedReport>) -> Vec<DroppedReport> {
    let mut kept: Vec<DroppedReport> = Vec::new();
    for report in found {
        let place = kept.iter().position(|earlier| report.replaces(earlier));
        kept.retain(|earlier| !report.replaces(earlier));
        kept.insert(place.unwrap_or(kept.len()), report);
    }
    kept
}

/// The latest version of each picture, in the place of the first.
fn latest_pictures(found: Vec<Picture>, lang: Locale) -> Vec<Picture> {
    let mut kept: Vec<Picture> = Vec::new();
    for mut picture in found {
        match kept.iter_mut().find(|earlier| earlier.name == picture.name) {
            // Of two of one drop, which is meant cannot be known.
            Some(earlier) if earlier.drop == picture.drop && earlier.bytes != picture.bytes => {
                picture.problems.push(match lang {
                    Locale::Ko => "이름이 같은 그림이 둘입니다. 하나를 빼 주세요.".to_owned(),
                    Locale::En => "Two pictures have the same name. Remove one of them.".to_owned(),
                });
                kept.push(picture);
            }
            Some(earlier) => *earlier = picture,
            None => kept.push(picture),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: [(&str, &str); 2] = [
        ("report.json", include_str!("../../report-workbook/template/report.json")),
        ("part-1.json", include_str!("../../report-workbook/template/part-1.json")),
    ];

    fn file(drop: u32, path: &str, content: impl AsRef<[u8]>) -> DroppedFile {
        DroppedFile { path: path.to_owned(), drop, bytes: content.as_ref().to_vec() }
    }

    /// The JSON files of a small report, changed in these words.
    fn report(drop: u32, folder: &str, words: &[(&str, &str)]) -> Vec<DroppedFile> {
        let changed = |text: &str| {
            words.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
        };
        SMALL.map(|(name, text)| file(drop, &format!("{folder}{name}"), changed(text))).to_vec()
    }

    /// The report under another id.
    const ONE: [(&str, &str); 1] = [(r#""id": "example-report""#, r#""id": "one""#)];
    const TWO: [(&str, &str); 1] = [(r#""id": "example-report""#, r#""id": "two""#)];
    /// With a link to a card of the second one.
    const LINK: [(&str, &str); 1] =
        [(r#""printed_title": "우리"#, r#""see": ["two/river-cleaning"], "printed_title": "우리"#)];

    /// The workbook of these JSON files.
    fn workbook(files: Vec<DroppedFile>) -> Vec<u8> {
        let text = |file: DroppedFile| (file.path, String::from_utf8(file.bytes).expect("a text"));
        let files = files.into_iter().map(text).collect();
        let folder = Folder { name: "example-report".to_owned(), files };
        report_workbook::export(&folder).expect("it can be written")
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
    fn folders_workbooks_and_pictures_of_one_drop_are_told_apart() {
        let mut files = report(0, "reports/one/", &ONE);
        files.extend(report(0, "reports/two/", &TWO));
        files.extend([
            file(0, "reports/one/index.txt", "beside it"),
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
            (
                "a mended one",
                vec![file(0, "a.xlsx", "")],
                vec![file(1, "a.xlsx", &workbook)],
                "a.xlsx",
            ),
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
        assert_eq!(
            names(&intake),
            ["report.json", "report.json"],
            "other reports of the same name"
        );
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
                assert!(
                    problems.iter().any(|line| line.contains(expected)),
                    "{what}: {problems:?}"
                );
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
}
