//! From what a report team brings to a finished bundle, in memory.
//!
//! ```
//! use report_authoring::{Locale, Source};
//!
//! let workbook = report_authoring::new_workbook();
//! let source = Source::of_files(vec![("report.xlsx".to_owned(), workbook)]).expect("a workbook");
//! assert_eq!(source.report().expect("it is valid").name, "example-report");
//!
//! let source = Source::of_files(vec![("report.xlsx".to_owned(), b"no workbook".to_vec())]);
//! let problems = source.expect("by its name").report().expect_err("it is none");
//! assert!(problems.messages(Locale::En)[0].starts_with("This is not a workbook"));
//! ```

mod intake;
#[cfg(target_family = "wasm")]
mod js;
mod source;

pub use intake::{DroppedFile, DroppedReport, Intake, Picture};
pub use report_bundler::{Files, Profile, Reports, TemplateError, bundle};
pub use report_validation::Folder;
pub use report_widget::prerender::Prerenderer;
pub use report_workbook::{Locale, template as new_workbook};
pub use source::{Problems, Source, SourceError};
