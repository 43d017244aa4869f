//! Files as somebody drops them on the studio, one drop after another: workbooks, sheets, JSON files and
//! pictures, sorted into reports and what goes with them.

mod sorting;
#[cfg(test)]
mod tests;

use report_validation::Folder;
use report_workbook::Locale;
use serde_json::Value;

use self::sorting::{FileKind, Group, sorted};
use crate::{Source, SourceError};

pub use self::sorting::DroppedFile;

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
    /// Its content, if it can be read.
    pub bytes: Option<Vec<u8>>,
    /// All that is wrong, a line each.
    pub problems: Vec<String>,
    drop: u32,
}

impl Intake {
    /// Sorts and checks the files; problems are written in this language. What is dropped again, a
    /// report by its id and a picture by its name, takes the place of what was there.
    #[must_use]
    pub fn read(files: Vec<DroppedFile>, lang: Locale) -> Self {
        let (groups, pictures) = sorted(files);
        let reports = groups.into_iter().map(|group| DroppedReport::read(group, lang)).collect();
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
            if picture.bytes.is_none() {
                picture.problems.push(SourceError::Gone(picture.name.clone()).message(lang));
            }
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
    fn read(group: Group, lang: Locale) -> Self {
        let positions = group.files.iter().map(|(position, ..)| *position).collect();
        let has_own_name = group.kind == FileKind::Workbook || !group.folder.is_empty();
        let gone = group.files.iter().find(|(_, _, bytes)| bytes.is_none());
        let gone = gone.map(|(_, name, _)| SourceError::Gone(name.clone()));
        let contents = group.files.into_iter().filter_map(|(_, name, bytes)| Some((name, bytes?)));
        let source = gone.map_or_else(|| Source::of_files(contents.collect()), Err);
        let mut report = Self {
            name: group.name,
            files: positions,
            folder: None,
            problems: Vec::new(),
            drop: group.drop,
            has_own_name,
            id: None,
            source: None,
        };
        match source {
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
