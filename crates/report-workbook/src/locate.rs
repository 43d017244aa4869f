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
        let columns = self.columns.get(node.sheet);
        let column = |header: &str| columns.and_then(|columns| columns.get(header));
        let own = match node.sheet {
            "Tallies" => "figure",
            "Links" => "to",
            "Parts" => "no",
            "Points" => "at",
            "Dates" => "from",
            // Which languages there are is up to the report.
            "Partners" | "Awards" => {
                let mut names = of_sheet.iter().filter(|column| column.language.is_some());
                let found = names.find(|name| column(&name.header).is_some());
                found.map_or("card", |name| name.header.as_str())
            }
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
        match column(header) {
            Some(column) => SheetPlace::cell(node.sheet, node.row, *column),
            None => SheetPlace::sheet(node.sheet),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{csv_sheets, rows, tree};

    /// Where a partner is named, in a workbook with these columns.
    fn place_of_partner(columns: &str) -> String {
        let sheets = [
            ("Report.csv", "id,languages\nsmall,en\n".to_owned()),
            ("Parts.csv", "no,title_en\n1,First\n".to_owned()),
            ("Cards.csv", "part,id\n1,masks\n".to_owned()),
            ("Terms.csv", "list,id,name_en\n".to_owned()),
            (
                "Partners.csv",
                format!("card,{columns}\nmasks,{}\n", columns.replace("name_", "in ")),
            ),
        ];
        let sheets = sheets.map(|(name, text)| (name.to_owned(), text));
        let raw = csv_sheets::sheets(&sheets).expect("they are sheets");
        let tree = tree::build(&mut rows::read(&raw));
        tree.locate("part-1.json", "cards[masks].partners[0]").to_string()
    }

    #[test]
    fn a_partner_is_named_by_a_column_that_is_there() {
        for (columns, expected) in [
            ("name_ko,name_en", "Partners!B2"),
            ("name_en", "Partners!B2"),
            ("_note,name_en", "Partners!C2"),
        ] {
            assert_eq!(place_of_partner(columns), expected, "{columns}");
        }
    }
}
