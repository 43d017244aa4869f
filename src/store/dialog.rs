//! The dialogs, and what they are about.

use serde::Deserialize;

use crate::i18n::Message;

/// A dialog that is open.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// The snippets that show the present view in another page.
    Embed,
    /// Figures, citations, a link and a picture.
    Export(ExportSubject),
}

/// An open dialog, and what has happened in it.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenDialog {
    /// The dialog.
    pub dialog: Dialog,
    /// What it told the reader last.
    pub message: Option<Message>,
    /// A text that could not be copied, to be copied by hand.
    pub uncopied: Option<String>,
    /// The shape of the picture.
    pub shape: Shape,
    /// Whether the picture can be shared with other apps.
    pub can_share: bool,
}

impl OpenDialog {
    /// A dialog that was opened just now.
    #[must_use]
    pub fn new(dialog: Dialog) -> Self {
        Self { dialog, message: None, uncopied: None, shape: Shape::Wide, can_share: false }
    }
}

/// The shape of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As previews of links show it.
    Wide,
    /// As feeds show it.
    Square,
}

impl Shape {
    /// Both shapes, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Wide, Self::Square];

    /// The name that the script which draws pictures knows.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::Square => "square",
        }
    }
}

/// What is exported.
#[derive(Debug, Clone, PartialEq)]
pub enum ExportSubject {
    /// Everything that is shown.
    Results,
    /// A card, by its index.
    Card(u32),
    /// A chart.
    Chart(ChartExport),
}

/// A chart, as the script that draws charts hands it over for its export.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ChartExport {
    /// The chart's id, such as `unused-vaccine/channels`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The id of the card it belongs to, if it belongs to one.
    pub card: Option<String>,
    /// The trace it belongs to, if it belongs to one.
    pub trace: Option<String>,
    /// How many values it shows.
    pub count: usize,
    /// Its table as CSV, with the mark of a file.
    pub csv: String,
    /// Its table as JSON.
    pub json: String,
    /// Its bars as the script that draws pictures takes them, which is given them unread.
    pub bars: String,
}
