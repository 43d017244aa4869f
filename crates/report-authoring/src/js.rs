//! Reports and bundles as JavaScript sees them.

use js_sys::{Function, Uint8Array};
use report_bundler::{Files, Profile, Progress, Reports, archive, bundle};
use report_validation::{Diagnostic, Folder, library};
use report_widget::prerender::Prerenderer;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use crate::{DroppedFile, Intake, Locale, Source};

/// A new workbook with a small example report.
#[wasm_bindgen(js_name = newWorkbook)]
#[must_use]
pub fn new_workbook() -> Vec<u8> {
    report_workbook::template()
}

/// The size of the largest workbook that is read, in bytes.
#[wasm_bindgen(js_name = mostBytes)]
#[must_use]
pub fn most_bytes() -> usize {
    report_workbook::MOST_BYTES
}

/// A report.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Report {
    folder: Folder,
}

/// A file as JavaScript hands it over.
#[derive(Deserialize)]
struct File {
    name: String,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    bytes: Uint8Array,
}

#[wasm_bindgen]
impl Report {
    /// Reads `[{name, bytes}]`: a workbook, CSV sheets, or JSON files.
    ///
    /// # Errors
    /// `{problems: string[]}`, in the language: all that is wrong with it.
    pub fn read(files: JsValue, lang: &str) -> Result<Self, JsValue> {
        let lang = lang_of(lang);
        let source = Source::of_files(contents(files)?);
        let source = source.map_err(|error| problems(vec![error.message(lang)]))?;
        let folder = source.report().map_err(|found| problems(found.messages(lang)))?;
        Ok(Self { folder })
    }

    /// The JSON files `[{name, bytes}]` of the folder of this name, unchecked: links to other reports
    /// can only be checked with these, by [`check_reports`] or a [`Bundle`].
    ///
    /// # Errors
    /// `{problems: string[]}`: a file that is no UTF-8.
    #[wasm_bindgen(js_name = ofFolder)]
    pub fn of_folder(name: String, files: JsValue) -> Result<Self, JsValue> {
        let mut texts = Vec::new();
        for (name, bytes) in contents(files)? {
            let text = String::from_utf8(bytes);
            let text = text.map_err(|_| problems(vec![format!("{name} is not UTF-8")]))?;
            texts.push((name, text));
        }
        Ok(Self { folder: Folder { name, files: texts } })
    }

    /// Its id.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn id(&self) -> String {
        self.folder.name.clone()
    }

    /// Its workbook.
    ///
    /// # Errors
    /// A text: why it cannot become one.
    pub fn workbook(&self) -> Result<Vec<u8>, String> {
        report_workbook::export(&self.folder).map_err(|error| error.to_string())
    }

    /// Its JSON files, `[{name, text}]`.
    ///
    /// # Errors
    /// Never: texts can be handed over.
    pub fn files(&self) -> Result<JsValue, JsValue> {
        #[derive(Serialize)]
        struct Text<'a> {
            name: &'a str,
            text: &'a str,
        }
        let texts = self.folder.files.iter().map(|(name, text)| Text { name, text });
        Ok(serde_wasm_bindgen::to_value(&texts.collect::<Vec<_>>())?)
    }
}

/// Everything that was dropped: reports, and pictures for link previews.
#[wasm_bindgen(js_name = Intake)]
#[derive(Debug)]
pub struct JsIntake {
    intake: Intake,
    lang: Locale,
}

#[wasm_bindgen(js_class = Intake)]
impl JsIntake {
    /// Reads and checks `[{path, drop, bytes}]`; problems are in the language. A file that cannot be read
    /// any more has `null` in the place of its bytes.
    ///
    /// # Errors
    /// When these are no such files.
    pub fn read(files: JsValue, lang: &str) -> Result<Self, JsValue> {
        #[derive(Deserialize)]
        struct Dropped {
            path: String,
            drop: u32,
            #[serde(with = "serde_wasm_bindgen::preserve")]
            bytes: JsValue,
        }
        let files: Vec<Dropped> = serde_wasm_bindgen::from_value(files)?;
        let file = |Dropped { path, drop, bytes }| {
            let bytes = bytes.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
            DroppedFile { path, drop, bytes }
        };
        let lang = lang_of(lang);
        Ok(Self { intake: Intake::read(files.into_iter().map(file).collect(), lang), lang })
    }

    /// `{reports: [{name, id, title, files, problems}], pictures: [{name, files, problems}]}`; files are
    /// positions in what was given.
    ///
    /// # Errors
    /// Never: texts can be handed over.
    pub fn sources(&self) -> Result<JsValue, JsValue> {
        #[derive(Serialize)]
        struct Sources<'a> {
            reports: Vec<OneReport<'a>>,
            pictures: Vec<OnePicture<'a>>,
        }
        #[derive(Serialize)]
        struct OneReport<'a> {
            name: &'a str,
            id: Option<&'a str>,
            title: Option<String>,
            files: &'a [usize],
            problems: &'a [String],
        }
        #[derive(Serialize)]
        struct OnePicture<'a> {
            name: &'a str,
            files: [usize; 1],
            problems: &'a [String],
        }
        let reports = self.intake.reports.iter().map(|report| OneReport {
            name: &report.name,
            id: report.id(),
            title: report.title(self.lang),
            files: &report.files,
            problems: &report.problems,
        });
        let pictures = self.intake.pictures.iter().map(|picture| OnePicture {
            name: &picture.name,
            files: [picture.file],
            problems: &picture.problems,
        });
        let sources = Sources { reports: reports.collect(), pictures: pictures.collect() };
        Ok(serde_wasm_bindgen::to_value(&sources)?)
    }

    /// Whether a bundle can be made of it.
    #[wasm_bindgen(getter, js_name = isReady)]
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.intake.is_ready()
    }

    /// Its reports without problems of their own, in their order.
    #[must_use]
    pub fn reports(&self) -> Vec<Report> {
        self.intake.folders().into_iter().map(|folder| Report { folder }).collect()
    }

    /// Its pictures, `[{name, bytes}]`.
    ///
    /// # Errors
    /// Never: bytes can be handed over.
    pub fn pictures(&self) -> Result<JsValue, JsValue> {
        #[derive(Serialize)]
        struct NamedPicture<'a> {
            name: &'a str,
            #[serde(with = "serde_wasm_bindgen::preserve")]
            bytes: Uint8Array,
        }
        let pictures = self.intake.pictures.iter();
        let pictures = pictures.filter_map(|it| {
            let bytes = Uint8Array::from(it.bytes.as_deref()?);
            Some(NamedPicture { name: &it.name, bytes })
        });
        Ok(serde_wasm_bindgen::to_value(&pictures.collect::<Vec<_>>())?)
    }
}

/// All that is wrong with reports that are bundled together, a line each, in the language; a line begins
/// with the id of its report and a slash.
#[wasm_bindgen(js_name = checkReports)]
#[must_use]
pub fn check_reports(reports: Vec<Report>, lang: &str) -> Vec<String> {
    let folders: Vec<_> = reports.into_iter().map(|report| report.folder).collect();
    messages(&library(&folders).err().unwrap_or_default(), lang)
}

/// The files of a finished bundle.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Bundle {
    files: Files,
}

#[wasm_bindgen]
impl Bundle {
    /// Bundles reports with the files of a template, a ZIP file; the first report is the one that is
    /// shown by default. `address` is where the pages will be found, or empty. A `preview` has the
    /// program and what it loads, and takes a tenth of the time. `progress` is called with the number of steps
    /// that are done, the number of all, and what the present step is. `pictures` are those that link
    /// previews show, `[{name, bytes}]`. Problems of the reports are in the language.
    ///
    /// # Errors
    /// `{problems: string[], inReports: boolean}`; what is not in the reports is in the address or the
    /// template.
    #[wasm_bindgen(constructor)]
    pub fn new(
        template: &[u8],
        reports: Vec<Report>,
        lang: &str,
        address: &str,
        preview: bool,
        progress: &Function,
        pictures: Option<JsValue>,
    ) -> Result<Self, JsValue> {
        let wrong = |error: &dyn std::fmt::Display| faults(vec![error.to_string()], false);
        let renderer = Prerenderer::new(Some(address)).map_err(|error| wrong(&error))?;
        let mut template = archive::unpack(template).map_err(|error| wrong(&error))?;
        if let Some(pictures) = pictures {
            let pictures = contents(pictures)?.into_iter();
            template.extend(pictures.map(|(name, picture)| (format!("share/{name}"), picture)));
        }
        let folders: Vec<_> = reports.into_iter().map(|report| report.folder).collect();
        let reports = Reports::of(&folders).map_err(|found| problems(messages(&found, lang)))?;
        let profile = if preview { Profile::Debug } else { Profile::Release };
        let on_progress = |now: Progress| {
            // A listener that throws has itself to blame; the bundle goes on.
            let (done, total) = (now.done.into(), now.total.into());
            drop(progress.call3(&JsValue::NULL, &done, &total, &now.step.into()));
        };
        let files = bundle(template, &reports, &renderer, profile, on_progress);
        Ok(Self { files: files.map_err(|error| wrong(&error))? })
    }

    /// The names of its files.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.files.keys().cloned().collect()
    }

    /// The content of a file, if there is one.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<Vec<u8>> {
        self.files.get(name).cloned()
    }

    /// All files as a ZIP file.
    ///
    /// # Errors
    /// A text: why it cannot be packed.
    pub fn zip(&self) -> Result<Vec<u8>, String> {
        archive::pack(&self.files).map_err(|error| error.to_string())
    }
}

/// Names and contents of `[{name, bytes}]`.
fn contents(files: JsValue) -> Result<Vec<(String, Vec<u8>)>, JsValue> {
    let files: Vec<File> = serde_wasm_bindgen::from_value(files)?;
    Ok(files.into_iter().map(|file| (file.name, file.bytes.to_vec())).collect())
}

fn messages(found: &[Diagnostic], lang: &str) -> Vec<String> {
    found.iter().map(|it| it.message(lang_of(lang))).collect()
}

fn lang_of(tag: &str) -> Locale {
    if tag.starts_with("ko") { Locale::Ko } else { Locale::En }
}

/// What is wrong with reports.
fn problems(problems: Vec<String>) -> JsValue {
    faults(problems, true)
}

fn faults(problems: Vec<String>, in_reports: bool) -> JsValue {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Faults {
        problems: Vec<String>,
        in_reports: bool,
    }
    serde_wasm_bindgen::to_value(&Faults { problems, in_reports }).unwrap_or_else(JsValue::from)
}
