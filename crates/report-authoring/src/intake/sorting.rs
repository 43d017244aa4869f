//! Which of the files that were dropped make a report.

use super::Picture;

/// A file as it was dropped.
#[derive(Debug, Clone)]
pub struct DroppedFile {
    /// Its name, behind the names of the folders that were dropped with it.
    pub path: String,
    /// What was dropped together has the same number; later drops have greater ones.
    pub drop: u32,
    /// Its content, unless it has changed since or is gone: browsers do not read such files.
    pub bytes: Option<Vec<u8>>,
}

/// What a file is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileKind {
    Workbook,
    Sheet,
    Json,
    Picture,
    /// A file of the system, or one that only lies in the same folder.
    Other,
}

/// The files of a report.
pub(super) struct Group {
    pub(super) name: String,
    pub(super) kind: FileKind,
    pub(super) folder: String,
    pub(super) drop: u32,
    pub(super) files: Vec<(usize, String, Option<Vec<u8>>)>,
}

/// The files by the reports that they belong to, and the pictures.
pub(super) fn sorted(files: Vec<DroppedFile>) -> (Vec<Group>, Vec<Picture>) {
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
    let leading: Vec<_> = groups.iter().map(|group| leads(group, &groups)).collect();
    let mut leading = leading.into_iter();
    groups.retain(|_| leading.next().unwrap_or_default());
    (groups, pictures)
}

/// Whether these files are the report of their folder: those of JSON if `report.json` is among them, else the
/// sheets.
fn leads(group: &Group, groups: &[Group]) -> bool {
    let is_beside = |other: &&Group| {
        !group.folder.is_empty() && other.drop == group.drop && other.folder == group.folder
    };
    let has_report = |group: &Group| group.files.iter().any(|(_, name, _)| name == "report.json");
    let mut beside = groups.iter().filter(is_beside);
    match group.kind {
        FileKind::Sheet => !beside.any(has_report),
        FileKind::Json => has_report(group) || !beside.any(|other| other.kind == FileKind::Sheet),
        _ => true,
    }
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
