//! The signals of the studio, and one method for each thing that somebody can do.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use report_model::Locale;
use wasm_bindgen::JsValue;

use crate::download;
use crate::intake::{self, Dropped, GivenFile};
use crate::messages::{Answer, Checked, DroppedFile, Request, Source, Step, Task};
use crate::worker::Worker;

/// What is known of the given files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// There are none, or they are being checked for the first time.
    Nothing,
    /// Something is wrong, or there are pictures without a report.
    Faulty,
    /// Reports without problems.
    Ready,
    /// The work could not be done; why, in English.
    Failed(String),
}

/// What the worker does at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// What.
    pub task: Task,
    /// How far.
    pub step: Option<Step>,
}

/// How wide the preview is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// As a phone.
    Phone,
    /// As wide as there is room.
    Wide,
}

/// The state of the studio.
#[derive(Clone, Copy)]
pub struct Studio {
    /// The language of the page, of problems and of the preview.
    pub lang: RwSignal<Locale>,
    /// The reports, in the order in which they are bundled.
    pub reports: RwSignal<Vec<Source>>,
    /// The pictures for link previews.
    pub pictures: RwSignal<Vec<Source>>,
    /// What is known of them.
    pub outcome: RwSignal<Outcome>,
    /// What is being done.
    pub work: RwSignal<Option<Work>>,
    /// The name of what was downloaded last.
    pub downloaded: RwSignal<Option<String>>,
    /// What the preview shows, for JavaScript.
    pub preview: RwSignal<Option<JsValue>, LocalStorage>,
    /// Counts what the preview has shown.
    pub revision: RwSignal<u32>,
    /// Whether the frame of the preview has loaded since; until then it is of an earlier bundle.
    pub is_preview_loaded: StoredValue<bool>,
    /// The id of the report that the preview shows.
    pub shown: RwSignal<String>,
    /// How wide the preview is.
    pub width: RwSignal<Width>,
    /// Whether the preview is dark.
    pub is_dark: RwSignal<bool>,
    /// Where the reports will be published.
    pub address: RwSignal<String>,
    /// What is wrong with that, in English.
    pub refused_address: RwSignal<Option<String>>,
    files: StoredValue<Vec<Numbered>, LocalStorage>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
    /// Whether the worker has not answered yet.
    is_worker_busy: StoredValue<bool>,
}

/// A file with the number of its drop, and one of its own.
#[derive(Clone)]
struct Numbered {
    key: usize,
    drop: u32,
    given: GivenFile,
}

impl Studio {
    /// An empty studio in a language.
    pub fn new(lang: Locale) -> Self {
        Self {
            lang: RwSignal::new(lang),
            reports: RwSignal::new(Vec::new()),
            pictures: RwSignal::new(Vec::new()),
            outcome: RwSignal::new(Outcome::Nothing),
            work: RwSignal::new(None),
            downloaded: RwSignal::new(None),
            preview: RwSignal::new_local(None),
            revision: RwSignal::new(0),
            is_preview_loaded: StoredValue::new(false),
            shown: RwSignal::new(String::new()),
            width: RwSignal::new(Width::Phone),
            is_dark: RwSignal::new(false),
            address: RwSignal::new(String::new()),
            refused_address: RwSignal::new(None),
            files: StoredValue::new_local(Vec::new()),
            worker: StoredValue::new_local(None),
            is_worker_busy: StoredValue::new(false),
        }
    }

    /// Takes what was dropped, and checks it with what is there.
    pub fn take_drop(self, dropped: Dropped) {
        self.give_up();
        self.work.set(Some(Work { task: Task::Check, step: None }));
        spawn_local(async move {
            match intake::files_of_drop(dropped).await {
                Ok(files) => self.take(files),
                Err(error) => {
                    self.outcome.set(Outcome::Failed(format!("{error:?}")));
                    self.work.set(None);
                }
            }
        });
    }

    /// Takes files beside those that are there, and checks all of them.
    pub fn take(self, given: Vec<GivenFile>) {
        self.files.update_value(|files| {
            let drop = files.iter().map(|file| file.drop + 1).max().unwrap_or_default();
            let first = files.iter().map(|file| file.key + 1).max().unwrap_or_default();
            let numbered = |(key, given)| Numbered { key, drop, given };
            files.extend((first..).zip(given).map(numbered));
        });
        self.check();
    }

    /// Takes the files of a source away.
    pub fn remove(self, source: &Source) {
        self.files.update_value(|files| files.retain(|file| !source.files.contains(&file.key)));
        self.check();
    }

    /// Makes a report the one that is shown by default.
    pub fn put_first(self, report: &Source) {
        // The others keep their order.
        self.files.update_value(|files| {
            files.sort_by_key(|file| !report.files.contains(&file.key));
        });
        self.check();
    }

    /// Begins a task; one that is not finished is given up.
    pub fn begin(self, task: Task) {
        self.give_up();
        self.work.set(Some(Work { task, step: None }));
        self.downloaded.set(None);
        self.refused_address.set(None);
        self.is_worker_busy.set_value(true);
        self.worker.update_value(|worker| {
            let worker =
                worker.get_or_insert_with(|| Worker::start(move |answer| self.receive(answer)));
            self.files.with_value(|files| {
                let files = files.iter().map(|Numbered { drop, given, .. }| {
                    let file =
                        DroppedFile { path: &given.path, drop: *drop, file: given.file.clone() };
                    serde_wasm_bindgen::to_value(&file).expect("it can be written")
                });
                worker.send(&Request {
                    task,
                    files: files.collect::<Array>(),
                    lang: self.lang.get_untracked().tag(),
                    address: &self.address.get_untracked(),
                    report: &self.shown.get_untracked(),
                });
            });
        });
    }

    /// Gives up what is being done.
    pub fn cancel(self) {
        self.give_up();
        self.work.set(None);
    }

    /// Speaks another language; problems and titles are shown in it.
    pub fn speak(self, lang: Locale) {
        if self.lang.get_untracked() == lang {
            return;
        }
        self.lang.set(lang);
        if self.outcome.get_untracked() != Outcome::Nothing {
            self.check();
        }
    }

    /// Checks what is there.
    fn check(self) {
        if self.files.with_value(Vec::is_empty) {
            self.cancel();
            self.show(Checked::default());
        } else {
            self.begin(Task::Check);
        }
    }

    /// A worker at work ends, and another starts with the next task.
    fn give_up(self) {
        if self.is_worker_busy.get_value() {
            self.is_worker_busy.set_value(false);
            self.worker.set_value(None);
        }
    }

    fn receive(self, answer: Answer) {
        match answer {
            Answer::Step(step) => {
                self.work.update(|work| {
                    if let Some(work) = work {
                        work.step = Some(step);
                    }
                });
                return;
            }
            Answer::Checked(checked) => self.show(checked),
            Answer::Refused(message) => self.refused_address.set(Some(message)),
            Answer::Failed(message) => self.outcome.set(Outcome::Failed(message)),
            Answer::File(file) => match download::save(&file) {
                Ok(()) => self.downloaded.set(Some(file.name)),
                Err(error) => self.outcome.set(Outcome::Failed(format!("{error:?}"))),
            },
        }
        self.is_worker_busy.set_value(false);
        self.work.set(None);
    }

    /// Shows what was found in the files, and keeps those that it was found in, in its order. Sources
    /// then know their files by key: positions change with each file that is removed.
    fn show(self, mut checked: Checked) {
        let mut sources: Vec<_> = checked.reports.iter_mut().chain(&mut checked.pictures).collect();
        self.files.update_value(|files| {
            let mut kept = Vec::new();
            for source in &mut sources {
                for file in &mut source.files {
                    kept.push(files[*file].clone());
                    *file = files[*file].key;
                }
            }
            *files = kept;
        });
        let is_shown = |report: &Source| report.id.as_ref() == Some(&self.shown.get_untracked());
        if !checked.reports.iter().any(is_shown) {
            let first = checked.reports.first().and_then(|report| report.id.clone());
            self.shown.set(first.unwrap_or_default());
        }
        let is_ready = !checked.files.is_undefined();
        let is_empty = checked.reports.is_empty() && checked.pictures.is_empty();
        self.is_preview_loaded.set_value(false);
        self.preview.set(is_ready.then_some(checked.files));
        self.revision.update(|count| *count += 1);
        self.reports.set(checked.reports);
        self.pictures.set(checked.pictures);
        self.outcome.set(match (is_empty, is_ready) {
            (true, _) => Outcome::Nothing,
            (false, true) => Outcome::Ready,
            (false, false) => Outcome::Faulty,
        });
    }
}
