//! The signals of the studio, and one method for each thing that somebody can do.

use leptos::prelude::*;
use report_model::Locale;
use wasm_bindgen::JsValue;
use web_sys::File;

use crate::download;
use crate::messages::{Answer, Step, Task};
use crate::worker::Worker;

/// What is known of the chosen files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// None are chosen, or they are being checked for the first time.
    Nothing,
    /// All that is wrong, a line each.
    Problems(Vec<String>),
    /// A report without problems; its id.
    Ready(String),
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
    /// The names of the chosen files.
    pub names: RwSignal<Vec<String>>,
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
    /// How wide the preview is.
    pub width: RwSignal<Width>,
    /// Whether the preview is dark.
    pub is_dark: RwSignal<bool>,
    /// Where the report will be published.
    pub address: RwSignal<String>,
    files: StoredValue<Vec<File>, LocalStorage>,
    worker: StoredValue<Option<Worker>, LocalStorage>,
}

impl Studio {
    /// An empty studio in a language.
    pub fn new(lang: Locale) -> Self {
        Self {
            lang: RwSignal::new(lang),
            names: RwSignal::new(Vec::new()),
            outcome: RwSignal::new(Outcome::Nothing),
            work: RwSignal::new(None),
            downloaded: RwSignal::new(None),
            preview: RwSignal::new_local(None),
            revision: RwSignal::new(0),
            width: RwSignal::new(Width::Phone),
            is_dark: RwSignal::new(false),
            address: RwSignal::new(String::new()),
            files: StoredValue::new_local(Vec::new()),
            worker: StoredValue::new_local(None),
        }
    }

    /// Takes other files in the place of those that are there, and checks them.
    pub fn choose(self, files: Vec<File>) {
        if files.is_empty() {
            return;
        }
        self.names.set(files.iter().map(File::name).collect());
        self.files.set_value(files);
        self.begin(Task::Check);
    }

    /// Begins a task; one that is not finished is given up.
    pub fn begin(self, task: Task) {
        if self.work.get_untracked().is_some() {
            self.worker.set_value(None);
        }
        self.work.set(Some(Work { task, step: None }));
        self.downloaded.set(None);
        self.worker.update_value(|worker| {
            let worker =
                worker.get_or_insert_with(|| Worker::start(move |answer| self.receive(answer)));
            let (lang, address) = (self.lang.get_untracked().tag(), self.address.get_untracked());
            self.files.with_value(|files| worker.send(task, files, lang, &address));
        });
    }

    /// Gives up what is being done. The worker ends, and another starts with the next task.
    pub fn cancel(self) {
        self.worker.set_value(None);
        self.work.set(None);
    }

    /// Speaks another language; problems are told in it.
    pub fn speak(self, lang: Locale) {
        self.lang.set(lang);
        if matches!(self.outcome.get_untracked(), Outcome::Problems(_)) {
            self.begin(Task::Check);
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
            Answer::Problems(problems) => {
                self.preview.set(None);
                self.outcome.set(Outcome::Problems(problems));
            }
            Answer::Checked(report) => {
                self.preview.set(Some(report.files));
                self.revision.update(|count| *count += 1);
                self.outcome.set(Outcome::Ready(report.id));
            }
            Answer::Failed(message) => self.outcome.set(Outcome::Failed(message)),
            Answer::File(file) => match download::save(&file) {
                Ok(()) => self.downloaded.set(Some(file.name)),
                Err(error) => self.outcome.set(Outcome::Failed(format!("{error:?}"))),
            },
        }
        self.work.set(None);
    }
}
