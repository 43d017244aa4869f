//! From a place in the JSON files, as diagnostics of `report-validation` name it, back to the cell.

use crate::diagnostic::SheetPlace;
use crate::layout::sheet_position;
use crate::tree::{Node, Tree};

impl Tree {
    /// The cell of a place such as `cards[masks].figures[users].value` of a file.
    pub(crate) fn locate(&self, file: &str, path: &str) -> SheetPlace {
        let part = file
            .strip_prefix("part-")
            .and_then(|rest| rest.strip_suffix(".json")?.parse::<usize>().ok())
            .and_then(|no| self.parts.get(no.checked_sub(1)?));
        match (file, part) {
            ("synonyms.json", _) => self.locate_entry(&self.synonyms, path),
            ("index-terms.json", _) => {
                let found = self.index_terms.iter().find(|(list, node)| {
                    let start = format!("{list}[{}]", node.id());
                    path == start || path.starts_with(&format!("{start}["))
                });
                found.map_or_else(
                    || SheetPlace::sheet("IndexTerms"),
                    |(_, node)| self.cell(node, ""),
                )
            }
            (_, Some(part)) => self.locate_in(part, path),
            _ => self.locate_in(&self.report, path),
        }
    }

    fn locate_entry(&self, nodes: &[Node], path: &str) -> SheetPlace {
        let index = path.strip_prefix('[').and_then(|rest| rest.split(']').next()?.parse().ok());
        let node = index.and_then(|index: usize| nodes.get(index));
        node.map_or_else(|| SheetPlace::sheet("Synonyms"), |node| self.cell(node, ""))
    }

    fn locate_in(&self, node: &Node, path: &str) -> SheetPlace {
        for (list, nodes) in &node.children {
            let Some(rest) = path.strip_prefix(list).and_then(|rest| rest.strip_prefix('[')) else {
                continue;
            };
            let by_id = || {
                nodes.iter().find_map(|node| {
                    let rest = rest.strip_prefix(node.id())?.strip_prefix(']')?;
                    (!node.id().is_empty()).then_some((node, rest))
                })
            };
            let by_index = || {
                let (index, rest) = rest.split_once(']')?;
                Some((nodes.get(index.parse::<usize>().ok()?)?, rest))
            };
            if let Some((node, rest)) = by_id().or_else(by_index) {
                return self.locate_in(node, rest.strip_prefix('.').unwrap_or(rest));
            }
        }
        self.cell(node, path)
    }

    /// The cell of a row whose column has this path, or the first below it, or the row's own.
    fn cell(&self, node: &Node, path: &str) -> SheetPlace {
        let path = path.split('[').next().unwrap_or(path);
        let sheet = sheet_position(node.sheet).map(|position| &self.layout[position]);
        let of_sheet = sheet.map_or(&[][..], |sheet| &sheet.columns);
        let below = format!("{path}.");
        let own = match node.sheet {
            "Tallies" => "figure",
            "Links" => "to",
            "Parts" => "no",
            "Points" => "at",
            "Dates" => "from",
            "Partners" | "Awards" => "name_ko",
            "Synonyms" => "spellings",
            "IndexTerms" => "words",
            "SourceNotes" => "about",
            "Omissions" => "code",
            _ => "id",
        };
        let header = of_sheet
            .iter()
            .find(|column| column.path == path)
            .or_else(|| of_sheet.iter().find(|column| column.path.starts_with(&below)))
            .map_or(own, |column| column.header.as_str());
        let column = self.columns.get(node.sheet).and_then(|columns| columns.get(header));
        match column {
            Some(column) => SheetPlace::cell(node.sheet, node.row, *column),
            None => SheetPlace::sheet(node.sheet),
        }
    }
}
