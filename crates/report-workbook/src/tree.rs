//! From rows to the tree of a report: rows find the row that they belong to. The tree becomes the
//! JSON files.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use crate::diagnostic::{Diagnostic, MOST_HINTS, SheetPlace, nearest};
use crate::layout::{Kind, OWN_UNITS, Sheet, Target, sheet_position};
use crate::problem;
use crate::rows::{Row, Rows, SheetRows, set};

/// A row, and the rows that belong to it.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) sheet: &'static str,
    pub(crate) row: u32,
    /// The id by which diagnostics name it; empty if they count.
    id: String,
    value: Value,
    /// By the path of the list in the object.
    pub(crate) children: BTreeMap<&'static str, Vec<Node>>,
}

/// What other rows can belong to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Key {
    Report,
    Part(String),
    Headline(String, String),
    Card(String),
    Series(String, String),
    Framework(String),
}

/// A report as a tree.
#[derive(Debug)]
pub(crate) struct Tree {
    /// The sheets of the workbook.
    pub(crate) layout: &'static [Sheet],
    /// Whether rows were left out because they belong to nothing.
    pub(crate) has_orphans: bool,
    pub(crate) report: Node,
    pub(crate) parts: Vec<Node>,
    pub(crate) synonyms: Vec<Node>,
    /// Index terms by `cards` or `parts`, then by id.
    pub(crate) index_terms: Vec<(&'static str, Node)>,
    /// Where columns stand, by sheet and header.
    pub(crate) columns: HashMap<&'static str, HashMap<&'static str, u32>>,
}

/// Sheets of rows that belong to other rows, those before their parents.
const CHILDREN_FIRST: [&str; 17] = [
    "Tallies",
    "Points",
    "Figures",
    "Series",
    "Dates",
    "Partners",
    "Awards",
    "Links",
    "Discrepancies",
    "SourceNotes",
    "Headlines",
    "Cards",
    "Parts",
    "Terms",
    "Omissions",
    "Frameworks",
    OWN_UNITS,
];

/// Lists that are there even when they are empty.
const ALWAYS: [(&str, &[&str]); 5] = [
    ("Report", &["brands", "audiences", "themes"]),
    ("Parts", &["headlines", "cards"]),
    ("Cards", &["dates", "partners", "figures"]),
    ("Series", &["points"]),
    ("Headlines", &[]),
];

/// Builds the tree; rows that belong to nothing are diagnosed and left out.
pub(crate) fn build(rows: &mut Rows) -> Tree {
    let mut builder = Builder::default();
    let mut columns = HashMap::new();
    for name in CHILDREN_FIRST {
        let sheet = take(rows, name);
        for row in sheet.rows {
            builder.add(name, &row, &sheet.columns, &mut rows.diagnostics);
        }
        columns.insert(name, sheet.columns);
    }
    let report = take(rows, "Report");
    let mut report_rows = report.rows.into_iter();
    let first = report_rows.next();
    if first.is_none() && !report.columns.is_empty() {
        let problem = problem::sheet::no_row();
        rows.diagnostics.push(Diagnostic::new(SheetPlace::sheet("Report"), problem));
    }
    for row in report_rows {
        let place = SheetPlace::cell("Report", row.position, 0);
        rows.diagnostics.push(Diagnostic::new(place, problem::sheet::more_than_one_row()));
    }
    columns.insert("Report", report.columns);
    let mut children = builder.pending.remove(&Key::Report).unwrap_or_default();
    let parts = children.remove("parts").unwrap_or_default();
    let first = first.unwrap_or_default();
    let report = Node {
        sheet: "Report",
        row: first.position,
        id: String::new(),
        value: Value::Object(first.object),
        children,
    };
    let synonyms = take(rows, "Synonyms");
    columns.insert("Synonyms", synonyms.columns);
    let synonyms = synonyms
        .rows
        .into_iter()
        .map(|row| Node::leaf("Synonyms", row.position, row.object.get("spellings").cloned()))
        .collect();
    let index_terms = take(rows, "IndexTerms");
    let index_terms = builder.index_terms(index_terms, &mut columns, &mut rows.diagnostics);
    builder.orphans(&columns, &mut rows.diagnostics);
    let has_orphans = builder.pending.keys().any(|key| *key != Key::Report);
    Tree { layout: rows.layout, has_orphans, report, parts, synonyms, index_terms, columns }
}

fn take(rows: &mut Rows, name: &str) -> SheetRows {
    sheet_position(name).and_then(|position| rows.sheets.remove(&position)).unwrap_or_default()
}

/// Where a row belongs.
struct Placement {
    /// What it belongs to; none if its reference is missing.
    parent: Option<Key>,
    /// The list there.
    list: &'static str,
    /// How other rows refer to it.
    own: Option<Key>,
}

fn placement(sheet: &'static str, row: &Row) -> Placement {
    let key = |header: &str| row.keys.get(header).cloned();
    let pair = |first: &str, second: &str| key(first).zip(key(second));
    let of_part = || key("part").map(Key::Part);
    let of_card = || key("card").map(Key::Card);
    let headline = |(part, id)| Key::Headline(part, id);
    let series = |(card, id)| Key::Series(card, id);
    let (parent, list, own) = match sheet {
        "Parts" => (Some(Key::Report), "parts", key("no").map(Key::Part)),
        "Headlines" => (of_part(), "headlines", pair("part", "id").map(headline)),
        "Tallies" => (pair("part", "headline").map(headline), "tally.terms", None),
        "Cards" => (of_part(), "cards", key("id").map(Key::Card)),
        "Figures" => (of_card(), "figures", None),
        "Series" => (of_card(), "series", pair("card", "id").map(series)),
        "Points" => (pair("card", "series").map(series), "points", None),
        "Dates" => (of_card(), "dates", None),
        "Partners" => (of_card(), "partners", None),
        "Awards" => (of_card(), "awards", None),
        "Links" => (of_card(), "see", None),
        OWN_UNITS => (Some(Key::Report), "units", None),
        "Frameworks" => (Some(Key::Report), "frameworks", key("id").map(Key::Framework)),
        "Omissions" => (key("framework").map(Key::Framework), "omissions", None),
        "Terms" => match key("list").as_deref() {
            Some("brand") => (Some(Key::Report), "brands", None),
            Some("audience") => (Some(Key::Report), "audiences", None),
            Some("theme") => (Some(Key::Report), "themes", None),
            _ => (None, "", None),
        },
        _ => {
            let list = if sheet == "Discrepancies" { "errata" } else { "source_text" };
            (of_card().or_else(of_part).or(Some(Key::Report)), list, None)
        }
    };
    Placement { parent, list, own }
}

#[derive(Default)]
struct Builder {
    /// Rows whose parent has not come yet.
    pending: BTreeMap<Key, BTreeMap<&'static str, Vec<Node>>>,
    /// Where ids stand that have to be unique: sheet, what they are unique in, id.
    seen: HashMap<(&'static str, Option<Key>, String), SheetPlace>,
    /// Keys that rows can belong to.
    known: Vec<Key>,
}

impl Builder {
    fn add(
        &mut self,
        sheet: &'static str,
        row: &Row,
        columns: &HashMap<&'static str, u32>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let key = |header: &str| row.keys.get(header).cloned();
        let place =
            |header: &str| columns.get(header).map(|at| SheetPlace::cell(sheet, row.position, *at));
        let Placement { parent, list, own } = placement(sheet, row);
        if matches!(sheet, "Discrepancies" | "SourceNotes")
            && row.keys.contains_key("part")
            && row.keys.contains_key("card")
        {
            let problem = problem::cell::part_and_card();
            diagnostics.extend(place("part").map(|place| Diagnostic::new(place, problem)));
        }
        let id_header = if sheet == "Parts" { "no" } else { "id" };
        if let Some((id, place)) = key(id_header).zip(place(id_header)) {
            // Card ids are unique in the whole report.
            let within = if sheet == "Cards" { None } else { parent.clone() };
            let list = if sheet == "Terms" { list } else { sheet };
            match self.seen.get(&(list, within.clone(), id.clone())) {
                Some(first) => {
                    let problem = problem::cell::used_twice(&id, &first.to_string());
                    diagnostics.push(Diagnostic::new(place, problem));
                }
                None => {
                    self.seen.insert((list, within, id), place);
                }
            }
        }
        let children = own.as_ref().and_then(|own| self.pending.remove(own)).unwrap_or_default();
        self.known.extend(own);
        let value = match sheet {
            "Tallies" => Value::String(format!(
                "{}/{}",
                key("card").unwrap_or_default(),
                key("figure").unwrap_or_default()
            )),
            "Links" => row.object.get("to").cloned().unwrap_or_default(),
            _ => {
                let mut object = row.object.clone();
                if sheet == "Terms" {
                    object.remove("list");
                }
                Value::Object(object)
            }
        };
        let id = match sheet {
            "Points" => row.object.get("at").and_then(Value::as_str).unwrap_or_default().to_owned(),
            "Parts" | "Tallies" | "Links" => String::new(),
            _ => key("id").unwrap_or_default(),
        };
        if let Some(parent) = parent {
            let node = Node { sheet, row: row.position, id, value, children };
            self.pending.entry(parent).or_default().entry(list).or_default().push(node);
        }
    }

    fn index_terms(
        &mut self,
        sheet: SheetRows,
        columns: &mut HashMap<&'static str, HashMap<&'static str, u32>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<(&'static str, Node)> {
        let mut found = Vec::new();
        for row in sheet.rows {
            let place = |header: &str| {
                sheet
                    .columns
                    .get(header)
                    .map(|at| SheetPlace::cell("IndexTerms", row.position, *at))
            };
            let mut node = Node::leaf("IndexTerms", row.position, row.object.get("words").cloned());
            let (list, header, id) = match (row.keys.get("part"), row.keys.get("card")) {
                (Some(part), None) => ("parts", "part", part),
                (None, Some(card)) => ("cards", "card", card),
                (part, _) => {
                    let problem = if part.is_some() {
                        problem::cell::part_and_card()
                    } else {
                        problem::cell::no_part_or_card()
                    };
                    let place = place("card").or(place("part"));
                    diagnostics.extend(place.map(|place| Diagnostic::new(place, problem)));
                    continue;
                }
            };
            node.id.clone_from(id);
            let key = (list, None, id.clone());
            if let Some((first, place)) = self.seen.get(&key).zip(place(header)) {
                let problem = problem::cell::used_twice(id, &first.to_string());
                diagnostics.push(Diagnostic::new(place, problem));
                continue;
            }
            self.seen.extend(place(header).map(|place| (key, place)));
            found.push((list, node));
        }
        columns.insert("IndexTerms", sheet.columns);
        found
    }

    /// Rows whose parent never came.
    fn orphans(
        &self,
        columns: &HashMap<&'static str, HashMap<&'static str, u32>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        for (index, (key, lists)) in self.pending.iter().enumerate() {
            let parts = || self.known.iter().filter_map(Key::part);
            let cards = || self.known.iter().filter_map(Key::card);
            let (header, target, given, candidates): (_, _, _, Vec<&str>) = match key {
                Key::Report => continue,
                Key::Part(no) => ("part", Target::Part, no, parts().collect()),
                Key::Card(id) => ("card", Target::Card, id, cards().collect()),
                Key::Framework(id) => {
                    let known = self.known.iter().filter_map(Key::framework);
                    ("framework", Target::Framework, id, known.collect())
                }
                Key::Headline(part, _) if parts().all(|known| known != part) => {
                    ("part", Target::Part, part, parts().collect())
                }
                Key::Series(card, _) if cards().all(|known| known != card) => {
                    ("card", Target::Card, card, cards().collect())
                }
                Key::Headline(part, id) => {
                    let ids = self.known.iter().filter_map(|known| known.headline_of(part));
                    ("headline", Target::Headline, id, ids.collect())
                }
                Key::Series(card, id) => {
                    let ids = self.known.iter().filter_map(|known| known.series_of(card));
                    ("series", Target::Series, id, ids.collect())
                }
            };
            let near =
                (index < MOST_HINTS).then(|| nearest(given, candidates.iter().copied())).flatten();
            for node in lists.values().flatten() {
                let Some(column) = columns.get(node.sheet).and_then(|at| at.get(header)) else {
                    continue;
                };
                diagnostics.push(Diagnostic {
                    place: SheetPlace::cell(node.sheet, node.row, *column),
                    problem: problem::cell::unknown_reference(Kind::Reference(target), given),
                    nearest: near.clone(),
                });
            }
        }
    }
}

impl Key {
    fn part(&self) -> Option<&str> {
        if let Self::Part(no) = self { Some(no) } else { None }
    }

    fn card(&self) -> Option<&str> {
        if let Self::Card(id) = self { Some(id) } else { None }
    }

    fn framework(&self) -> Option<&str> {
        if let Self::Framework(id) = self { Some(id) } else { None }
    }

    fn headline_of(&self, of: &str) -> Option<&str> {
        if let Self::Headline(part, id) = self { (part == of).then_some(id) } else { None }
    }

    fn series_of(&self, of: &str) -> Option<&str> {
        if let Self::Series(card, id) = self { (card == of).then_some(id) } else { None }
    }
}

impl Node {
    fn leaf(sheet: &'static str, row: u32, value: Option<Value>) -> Self {
        let value = value.unwrap_or_else(|| Value::Array(Vec::new()));
        Self { sheet, row, id: String::new(), value, children: BTreeMap::new() }
    }

    /// The rows of a list.
    pub(crate) fn list(&self, path: &str) -> &[Node] {
        self.children.get(path).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// The row as the data has it, with all that belongs to it.
    pub(crate) fn to_json(&self) -> Value {
        let Value::Object(object) = &self.value else { return self.value.clone() };
        let mut object: Map<String, Value> = object.clone();
        let always = ALWAYS.iter().find(|(sheet, _)| *sheet == self.sheet);
        for path in always.iter().flat_map(|(_, lists)| *lists) {
            set(&mut object, path, Value::Array(Vec::new()));
        }
        if object.contains_key("tally") {
            set(&mut object, "tally.terms", Value::Array(Vec::new()));
        }
        for (path, nodes) in &self.children {
            set(&mut object, path, nodes.iter().map(Self::to_json).collect());
        }
        Value::Object(object)
    }
}
