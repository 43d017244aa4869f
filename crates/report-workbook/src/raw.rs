//! A workbook as its cells, whatever file it came from.

use std::collections::BTreeMap;

use crate::cell::Cell;
use crate::diagnostic::{CellPosition, Diagnostic};

/// The most rows of a sheet.
pub(crate) const MOST_ROWS: u32 = 20_000;
/// The most columns of a sheet.
pub(crate) const MOST_COLUMNS: u32 = 100;
/// The most bytes of text of a workbook.
pub(crate) const MOST_TEXT: usize = 32 << 20;

/// A sheet; cells that are empty are not there.
#[derive(Debug, Default)]
pub(crate) struct RawSheet {
    pub(crate) name: String,
    pub(crate) is_hidden: bool,
    /// First cells of merged ranges.
    pub(crate) merged: Vec<CellPosition>,
    pub(crate) rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
    /// What is wrong with the sheet as a whole; its cells may be incomplete.
    pub(crate) problem: Option<Diagnostic>,
}

impl RawSheet {
    pub(crate) fn put(&mut self, row: u32, column: u32, cell: Cell) {
        self.rows.entry(row).or_default().insert(column, cell);
    }
}
