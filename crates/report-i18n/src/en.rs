//! English.

use std::cmp::Ordering;

use report_model::{AssuranceLevel, Date, ErratumKind, Facet, Unit};
use report_text::text;

use super::{ChartMessage, EditionMessage, Message, quoted};

/// The language in its own words.
pub const NAME: &str = "English";

/// The language with the country of its readers.
pub const LOCALE: &str = "en_US";

#[allow(
    clippy::too_many_lines,
    clippy::match_same_arms,
    reason = "a list with a line for each text; equal texts may part"
)]
pub fn message(message: Message) -> &'static str {
    match message {
        Message::Search => "Search this report",
        Message::SearchHint => "masks, small shops, 2,297,309,797",
        Message::Parts => "Parts",
        Message::Reports => "Reports",
        Message::Language => "Language",
        Message::Filters => "Filters",
        Message::AllFilters => "all filters",
        Message::Chosen => "Selected filters",
        Message::Clear => "Clear all",
        Message::Remove => "Remove",
        Message::Sort => "Sort",
        Message::SortReport => "As printed",
        Message::SortSize => "Largest by unit",
        Message::SortDate => "By date",
        Message::Ranked => "Cards found",
        Message::Nothing => "Nothing found",
        Message::NothingHelp => "Remove one to see results.",
        Message::Covers => "Covers",
        Message::Figures => "Figures",
        Message::Dates => "Dates",
        Message::Partners => "Partners and participants",
        Message::Awards => "Awards",
        Message::SeeAlso => "Related cards",
        Message::InDocument => "Heading as printed",
        Message::Ask => "Where does this number come from?",
        Message::ComesFrom => "{0} comes from \u{201c}{1}\u{201d}.",
        Message::Unexplained => " {0} is unexplained.",
        Message::ShareOfPart => "{1} of Part {0}",
        Message::RankInUnit => "No. {0} of {1} in this unit",
        Message::PartInBrief => "Services and activities: {0} · for: {1}",
        Message::PartSince => " · since {0}",
        Message::AskHelp => "Press a number.",
        Message::Timeline => "What happened when?",
        Message::Exact => "Exact value",
        Message::Printed => "As printed",
        Message::Place => "Source",
        Message::Basis => "What it counts",
        Message::Note => "Note",
        Message::Previous => "Previous value",
        Message::Base => "Base value",
        Message::Target => "Target",
        Message::Restated => "Restated from",
        Message::Assurance => "Assurance",
        Message::Document => "Document",
        Message::Omitted => "Omitted",
        Message::Tally => "How it adds up",
        Message::Total => "Total",
        Message::Remainder => "Unexplained remainder",
        Message::PartOf => "Totals that include this number",
        Message::Reconstructed => {
            "The document does not give this composition; we reconstructed it from its figures."
        }
        Message::NoTally => "The document does not say what this number is made of.",
        Message::Errata => "Where the document contradicts itself",
        Message::ErrataLead => "Each place as printed, how we read it, and why.",
        Message::SourceText => "Source text reads",
        Message::SourceTextLead => "An error in the text we worked from, not the publisher's.",
        Message::Says => "Printed",
        Message::Reading => "Our reading",
        Message::Why => "Why",
        Message::Cite => "Cite",
        Message::Copy => "Copy",
        Message::Copied => "Copied",
        Message::LinkCopied => "Link copied",
        Message::Shared => "Shared",
        Message::CopyFailed => "Could not copy",
        Message::CopyCitation => "Copy citation",
        Message::Share => "Share this view",
        Message::Embed => "Embed",
        Message::Export => "Export",
        Message::ChooseYears => "Show only cards from",
        Message::Compare => "Compare",
        Message::CompareHelp => "Choose two to four cards of one unit to compare them.",
        Message::NotCompared => {
            "Cards in the link that do not exist or have another unit are left out."
        }
        Message::Story => "The report in numbers",
        Message::More => "Show more",
        Message::NextPart => "Next",
        Message::PreviousPart => "Previous",
        Message::ToTop => "Back to top",
        Message::Earlier => "Show earlier cards",
        Message::Rights => "Rights",
        Message::DataDigest => "Version and data hash",
        Message::NoFigures => "This section prints no figures.",
        Message::Close => "Close",
        Message::EmbedTitle => "Embed this view",
        Message::EmbedLead => "This code shows the view you see now. Copy it into your page.",
        Message::EmbedElement => "As an element (recommended)",
        Message::EmbedFrame => "As an iframe",
        Message::EmbedNote => {
            "The script line gives the iframe the height of its content. Leave it out where scripts are not allowed."
        }
        Message::EmbedNotCopied => "Could not copy. Select the code and copy it.",
        Message::NoFiguresHere => "No figures are printed here.",
        Message::ExactValues => {
            "XLSX and CSV open as tables in programs such as Excel. Values are exact, not rounded."
        }
        Message::CopyCsv => "Copy CSV",
        Message::SaveCsv => "Download CSV",
        Message::CopyJson => "Copy JSON",
        Message::SaveJson => "Download JSON",
        Message::SaveXlsx => "Download XLSX",
        Message::Citation => "Citation",
        Message::CopyKorean => "Copy in Korean",
        Message::CopyEnglish => "Copy in English",
        Message::Link => "Link",
        Message::CopyLink => "Copy link",
        Message::Image => "Image",
        Message::Wide => "Wide",
        Message::Tall => "Tall",
        Message::CopyImage => "Copy image",
        Message::SaveImage => "Download image",
        Message::ShareImage => "Share image",
        Message::InApps => {
            "If another app shows this page and blocks downloads, copy instead, or long-press the image to save it."
        }
        Message::CopiedSentence => "Copied.",
        Message::NotCopiedSentence => "Could not copy. Copy the selected text below.",
        Message::DownloadStarted => "The download has started. If no file is saved, copy instead.",
        Message::ImageNotCopied => {
            "Could not copy the image. Download it, or long-press the image to save it."
        }
        Message::FileNotMade => "Could not make the file. Press again in a moment.",
        Message::TextToCopy => "Text to copy",
    }
}

/// What the standalone page says when there is a new version, and the button that loads it.
pub const NEW_VERSION: (&str, &str) = ("A new version is available.", "Update");

pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Part => "Part",
        Facet::Brand => "Service",
        Facet::Audience => "For whom",
        Facet::Theme => "Topic",
        Facet::Year => "Year",
        Facet::Kind => "Kind of figure",
        Facet::Framework => "Framework",
    }
}

pub fn erratum_kind(kind: ErratumKind) -> &'static str {
    match kind {
        ErratumKind::Figures => "Different numbers",
        ErratumKind::Rounding => "Rounding",
        ErratumKind::Sum => "Sums",
        ErratumKind::Date => "Dates",
        ErratumKind::Unit => "Units",
        ErratumKind::Name => "Names",
        ErratumKind::Heading => "Headings",
        ErratumKind::Order => "Order and pages",
        ErratumKind::Wording => "Wording",
    }
}

/// `noun` is that of the unit, in the plural; some units have none.
pub fn compared(unit: Option<Unit>, noun: &str) -> String {
    let Some(unit) = unit else { return "No figures".to_owned() };
    let noun = match unit {
        Unit::Cases => "cases",
        Unit::Items => "items",
        Unit::Sheets => "sheets",
        Unit::Rank => "ranks",
        Unit::Ratio => "multiples",
        _ => noun,
    };
    text!("Counted in ", noun)
}

pub fn figures(count: usize) -> String {
    if count == 1 { "1 figure".to_owned() } else { format!("{count} figures") }
}

pub fn cards(count: usize) -> String {
    if count == 1 { "1 card".to_owned() } else { text!(count, " cards") }
}

pub fn show_cards(count: usize) -> String {
    text!("Show ", cards(count))
}

pub fn remove(name: &str) -> String {
    text!(message(Message::Remove), " ", name)
}

pub fn did_you_mean(words: &str) -> String {
    text!("Did you mean '", words, "'?")
}

pub fn printed_words(words: &[&str], page_no: u16) -> String {
    text!("The document says ", quoted(words), " · ", page(page_no))
}

pub fn about_page(subtitle: &str, cards: &str) -> String {
    format!("{subtitle}. {cards} to read and search, with the origin of every number.")
}

pub fn page(page: u16) -> String {
    text!("p. ", page)
}

pub fn part(no: u8) -> String {
    text!("Part ", no)
}

pub fn exact_headlines(count: usize, all: usize) -> String {
    text!(count, " of ", all, " headline figures add up exactly, to the last digit.")
}

pub fn place(title: &str, section: Option<&str>, pages: u16) -> [String; 2] {
    let quoted = |section| text!("\u{201c}", section, "\u{201d}, ");
    let section = section.map(quoted).unwrap_or_default();
    [text!(title, ", ", section), text!(" of ", pages)]
}

pub fn places(count: usize) -> String {
    if count == 1 { "1 place".to_owned() } else { text!(count, " places") }
}

pub fn marks(count: usize) -> String {
    text!(count, " ", if count == 1 { "discrepancy" } else { "discrepancies" })
}

/// Readers who look for a heading in another language have what it means beside it.
pub fn citation(whole: &str, printed: &str, title: &str, page_no: u16) -> String {
    let meaning = if title == printed { String::new() } else { text!(" (", title, ")") };
    text!(whole, ", section \u{201c}", printed, "\u{201d}", meaning, ", ", page(page_no))
}

pub fn change(order: Ordering, amount: &str, period: Date) -> String {
    let change = match order {
        Ordering::Equal => return text!("the same as in ", date(period)),
        Ordering::Less => "less than in ",
        Ordering::Greater => "more than in ",
    };
    text!(amount, if amount.is_empty() { "" } else { " " }, change, date(period))
}

pub fn target(value: &str, at: Date, way: Option<&str>) -> String {
    if let Some(way) = way {
        text!(way, " of the way to the ", date(at), " target of ", value)
    } else {
        text!(date(at), " target: ", value)
    }
}

pub fn assurance(level: AssuranceLevel) -> &'static str {
    match level {
        AssuranceLevel::Limited => "Limited assurance",
        AssuranceLevel::Reasonable => "Reasonable assurance",
    }
}

pub fn date(date: Date) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let year = date.year();
    let Some(month) = date.month() else { return text!(year) };
    let name = MONTHS.get(usize::from(month) - 1).copied().unwrap_or_default();
    match date.day() {
        None => text!(name, " ", year),
        Some(day) => text!(day, " ", name, " ", year),
    }
}

pub fn chart_message(message: ChartMessage) -> &'static str {
    match message {
        ChartMessage::MadeOf => "What makes up this number",
        ChartMessage::HowToRead => "Tap, or use the arrow keys, to read the values one by one.",
        ChartMessage::InProportion => "Drawn in proportion",
        ChartMessage::OneByOne => "One by one",
        ChartMessage::FromZero => "Bars start at zero; their length is in proportion to the value.",
        ChartMessage::Powers => {
            "The dots stand on a log scale: from one line to the next is ten times as much."
        }
        ChartMessage::TrueTime => {
            "Heights start at zero; distances across are in proportion to time."
        }
        ChartMessage::AsTable => "Show as a table",
        ChartMessage::CopyCsv => "Copy as CSV",
        ChartMessage::Item => "Item",
        ChartMessage::Value => "Value",
        ChartMessage::Share => "Share",
        ChartMessage::Page => "Page",
        ChartMessage::AllDates => "All dates",
        ChartMessage::July => "Jul",
        ChartMessage::LowerRow => "The lower row holds events dated only by year.",
        ChartMessage::When => "When",
        ChartMessage::What => "What",
        ChartMessage::Card => "Card",
        ChartMessage::Document => "Document",
    }
}

pub fn edition_message(message: EditionMessage) -> &'static str {
    match message {
        EditionMessage::Lead => {
            "Every number of the report is here with its exact value, its printed forms, its page and a citation. Summaries are in our own words; figures and headings are as printed."
        }
        EditionMessage::Interactive => "The interactive report",
        EditionMessage::Publisher => "Publisher",
        EditionMessage::Published => "Published",
        EditionMessage::Pages => "Pages",
        EditionMessage::Markdown => "The report as Markdown",
        EditionMessage::MarkdownHas => "every number with its exact value, page and citation",
        EditionMessage::Csv => "All figures as CSV",
        EditionMessage::Json => "All figures as JSON",
        EditionMessage::RowsHave => {
            "a row for each figure of a card, with exact value, unit, printed forms and page"
        }
    }
}

pub fn events(count: u32) -> String {
    if count == 1 { "1 event".to_owned() } else { format!("{count} events") }
}

pub fn timeline(documents: usize, events: usize, month: &str, most: u32) -> String {
    let documents = match documents {
        1 => "The document gives".to_owned(),
        _ => format!("The {documents} documents give"),
    };
    format!("{documents} dates for {events} events; {month} has the most, {most}.")
}

pub fn whole(sum: &str) -> String {
    format!("The full width stands for the sum: {sum}")
}

pub fn made_of(count: usize, remains: bool, most: &str, share: &str) -> String {
    let with = if remains { " and an unexplained remainder" } else { "" };
    format!("It adds up from {count} figures{with}; one of them, “{most}”, makes up {share}.")
}

pub fn kinds(sum: &str, most: &str, share: &str) -> String {
    format!("{sum} in all, of which “{most}” alone makes up {share}.")
}

pub fn extremes((most, high): (&str, &str), (least, low): (&str, &str)) -> String {
    format!("The largest is “{most}” with {high}, the smallest “{least}” with {low}.")
}

pub fn course((from, before): (&str, &str), (to, after): (&str, &str), change: Ordering) -> String {
    let change = match change {
        Ordering::Less => "fell",
        Ordering::Equal => "stayed",
        Ordering::Greater => "grew",
    };
    format!("It {change} from {before} ({from}) to {after} ({to}).")
}

/// How many digits a name stands for, and the names.
pub const POWERS: (usize, &[&str]) = (3, &["", "k", "M", "B", "T", "Q"]);
