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
/// What a cell counts for beside its text.
pub(crate) const CELL_COST: usize = 32;

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

    /// The number of a cell, counted from 1, is shown as a percentage.
    pub(crate) fn mark_percentage(&mut self, row: u32, column: u32) {
        let position = row.checked_sub(1).zip(column.checked_sub(1));
        let cell = position.and_then(|(row, column)| self.rows.get_mut(&row)?.get_mut(&column));
        if let Some(cell) = cell
            && let Cell::Number(number) = *cell
        {
            *cell = Cell::Percentage(number);
        }
    }
}
