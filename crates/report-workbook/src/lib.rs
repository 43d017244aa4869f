//! A report as a workbook: for report teams that have spreadsheets and no developer.
//!
//! [`import`] reads XLSX, or CSV texts that are one sheet each, and gives the report's JSON files;
//! [`export`] does the reverse. Nothing is lost on the way, and nothing is guessed: each cell is
//! understood or refused in words, at its place (`Figures!C12`), in Korean and English, with the
//! nearest valid value.
//!
//! Bytes in, bytes out: no disk, no network. What stands where is said in one place, the module
//! `layout`.
//!
//! ```
//! use report_workbook::{Workbook, export, import, template};
//!
//! let report = import(Workbook::Xlsx(&template())).expect("the template is a valid report");
//! assert_eq!(report.name, "example-report");
//! assert!(export(&report).is_ok());
//! ```

mod cell;
mod csv_sheets;
mod date;
mod diagnostic;
mod export;
mod import;
mod inspect;
mod json;
mod layout;
mod locate;
mod number;
mod percent;
mod problem;
mod raw;
mod rows;
mod template;
mod tree;
mod validation;
mod write;
mod xlsx;
mod xml;

pub use diagnostic::{Bilingual, CellPosition, Diagnostic, Locale, SheetPlace};
pub use export::ExportError;
pub use import::{Workbook, import, import_among};
pub use inspect::MOST_BYTES;
pub use report_validation::Folder;
pub use template::template;
pub use write::{export, export_csv};
