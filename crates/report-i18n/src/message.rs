//! The texts of the interface, by name. `ko.rs` and `en.rs` say each in their language; a text that
//! a language lacks does not compile.

use report_model::{Lang, Locale, Text};

use super::{en, ko};

/// A text of the widget and of its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Search this report
    Search,
    /// masks, small shops, 2,297,309,797
    SearchHint,
    /// Parts
    Parts,
    /// Reports
    Reports,
    /// Language
    Language,
    /// Filters
    Filters,
    /// all filters
    AllFilters,
    /// Selected filters
    Chosen,
    /// Clear all
    Clear,
    /// Remove
    Remove,
    /// Sort
    Sort,
    /// As printed
    SortReport,
    /// Largest by unit
    SortSize,
    /// By date
    SortDate,
    /// Cards found
    Ranked,
    /// Nothing found
    Nothing,
    /// Remove one to see results.
    NothingHelp,
    /// Similar words
    /// Covers
    Covers,
    /// Figures
    Figures,
    /// Dates
    Dates,
    /// Partners and participants
    Partners,
    /// Awards
    Awards,
    /// Related cards
    SeeAlso,
    /// Heading as printed
    InDocument,
    /// Where does this number come from?
    Ask,
    /// 91.4% comes from one card. See [`fill`].
    ComesFrom,
    /// 2.3% is unexplained.
    Unexplained,
    /// 91.4% of Part 1
    ShareOfPart,
    /// No. 9 of 14 in this unit
    RankInUnit,
    /// 13 services, for patients
    PartInBrief,
    /// since January 2020
    PartSince,
    /// Press a number.
    AskHelp,
    /// What happened when?
    Timeline,
    /// Exact value
    Exact,
    /// As printed
    Printed,
    /// Source
    Place,
    /// What it counts
    Basis,
    /// Note
    Note,
    /// Previous value
    Previous,
    /// Base value
    Base,
    /// Target
    Target,
    /// Restated from
    Restated,
    /// Assurance
    Assurance,
    /// Document
    Document,
    /// Omitted
    Omitted,
    /// How it adds up
    Tally,
    /// Total
    Total,
    /// Unexplained remainder
    Remainder,
    /// Totals that include this number
    PartOf,
    /// The document does not give this composition; we reconstructed it from its figures.
    Reconstructed,
    /// The document does not say what this number is made of.
    NoTally,
    /// Where the document contradicts itself
    Errata,
    /// Each place as printed, how we read it, and why.
    ErrataLead,
    /// Source text reads
    SourceText,
    /// An error in the text we worked from, not the publisher's.
    SourceTextLead,
    /// Printed
    Says,
    /// Our reading
    Reading,
    /// Why
    Why,
    /// Cite
    Cite,
    /// Copy
    Copy,
    /// Copied
    Copied,
    /// Link copied
    LinkCopied,
    /// Shared
    Shared,
    /// Could not copy
    CopyFailed,
    /// Copy citation
    CopyCitation,
    /// Share this view
    Share,
    /// Embed
    Embed,
    /// Export
    Export,
    /// Show only cards from
    ChooseYears,
    /// Compare
    Compare,
    /// Choose two to four cards of one unit to compare.
    CompareHelp,
    /// Cards in the address that do not exist, or have another unit, are left out.
    NotCompared,
    /// The report in numbers
    Story,
    /// Show more
    More,
    /// Next
    NextPart,
    /// Previous
    PreviousPart,
    /// Back to top
    ToTop,
    /// Show earlier cards
    Earlier,
    /// Rights
    Rights,
    /// Version and data hash
    DataDigest,
    /// This section prints no figures.
    NoFigures,
    /// Close
    Close,
    /// Embed this view
    EmbedTitle,
    /// This code shows the view you see now. Copy it into your page.
    EmbedLead,
    /// As an element (recommended)
    EmbedElement,
    /// As an iframe
    EmbedFrame,
    /// The script line gives the iframe the height of its content. Leave it out where scripts are not allowed.
    EmbedNote,
    /// Could not copy. Select the code and copy it.
    EmbedNotCopied,
    /// No figures are printed here.
    NoFiguresHere,
    /// CSV opens as a table in programs such as Excel. Values are exact, not rounded.
    ExactValues,
    /// Copy CSV
    CopyCsv,
    /// Download CSV
    SaveCsv,
    /// Copy JSON
    CopyJson,
    /// Download JSON
    SaveJson,
    /// Download XLSX
    SaveXlsx,
    /// Citation
    Citation,
    /// Copy in Korean
    CopyKorean,
    /// Copy in English
    CopyEnglish,
    /// Link
    Link,
    /// Copy link
    CopyLink,
    /// Image
    Image,
    /// Wide
    Wide,
    /// Tall
    Tall,
    /// Copy image
    CopyImage,
    /// Download image
    SaveImage,
    /// Share image
    ShareImage,
    /// If another app shows this page and blocks downloads, copy instead, or long-press the image to save it.
    InApps,
    /// Copied.
    CopiedSentence,
    /// Could not copy. Copy the selected text below.
    NotCopiedSentence,
    /// The download has started. If no file is saved, copy instead.
    DownloadStarted,
    /// Could not copy the image. Download it, or long-press the image to save it.
    ImageNotCopied,
    /// Could not make the file. Press again in a moment.
    FileNotMade,
    /// Text to copy
    TextToCopy,
}

impl Message {
    /// The text in a language.
    #[must_use]
    pub fn get(self, lang: Lang) -> &'static str {
        match lang.locale() {
            Locale::Ko => ko::message(self),
            Locale::En => en::message(self),
        }
    }

    /// The text in all languages, to stand among a report's texts.
    #[must_use]
    pub fn text(self) -> Text {
        Text::new(self.get(Lang::Ko), self.get(Lang::En))
    }
}

/// A text of the charts, which the build draws: no program carries them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartMessage {
    /// What makes up this number
    MadeOf,
    /// Tap, or use the arrow keys, to read the values one by one.
    HowToRead,
    /// Drawn in proportion
    InProportion,
    /// One by one
    OneByOne,
    /// Bars start at zero; their length is in proportion to the value.
    FromZero,
    /// The dots stand on a log scale: from one line to the next is ten times as much.
    Powers,
    /// Heights start at zero; distances across are in proportion to time.
    TrueTime,
    /// Show as a table
    AsTable,
    /// Copy as CSV
    CopyCsv,
    /// Item
    Item,
    /// Value
    Value,
    /// Share
    Share,
    /// Page
    Page,
    /// All dates
    AllDates,
    /// Jul
    July,
    /// The lower row holds events dated only by year.
    LowerRow,
    /// When
    When,
    /// What
    What,
    /// Card
    Card,
    /// Document
    Document,
}

impl ChartMessage {
    /// The text in a language.
    #[must_use]
    pub fn get(self, lang: Lang) -> &'static str {
        match lang.locale() {
            Locale::Ko => ko::chart_message(self),
            Locale::En => en::chart_message(self),
        }
    }
}

/// A text of the editions in Markdown and of `llms.txt`, which the build writes: no program carries them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditionMessage {
    /// What the file has.
    Lead,
    /// The interactive report
    Interactive,
    /// Publisher
    Publisher,
    /// Published
    Published,
    /// Pages
    Pages,
    /// The report as Markdown
    Markdown,
    /// Every number with its page and citation
    MarkdownHas,
    /// All figures as CSV
    Csv,
    /// All figures as JSON
    Json,
    /// One row for each figure, with exact values
    RowsHave,
}

impl EditionMessage {
    /// The text in a language.
    #[must_use]
    pub fn get(self, lang: Lang) -> &'static str {
        match lang.locale() {
            Locale::Ko => ko::edition_message(self),
            Locale::En => en::edition_message(self),
        }
    }
}
