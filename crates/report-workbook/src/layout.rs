//! The sheets of a workbook and their columns: the one place that says what stands where. Reading,
//! writing, drop-down lists and help texts follow from it.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use report_model::{Lang, OtherLang, Unit};
use report_validation::language;

use crate::diagnostic::Bilingual;

/// The languages of a report that names none, side by side in every sheet: `title_ko`, `title_en`. Every
/// workbook may have columns of them.
pub(crate) const LANGUAGES: [&str; 2] = ["ko", "en"];

/// What a cell of a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Running text.
    Text,
    /// Text as the document prints it.
    Verbatim,
    /// Texts as the document prints them, one in each line of the cell.
    Lines,
    /// Ids of terms, one in each line of the cell.
    Ids,
    /// An id of its own.
    Id,
    /// The id of something on another sheet.
    Reference(Target),
    /// `card-id`, `report-id/card-id`, or what a discrepancy is about: checked with the whole report.
    Name,
    /// An ISO date (over time) or an id (breakdown).
    At,
    /// A whole number from 1 to this one.
    Whole(u32),
    /// An exact decimal.
    Decimal,
    /// An ISO date at the precision known.
    Date,
    /// An ISO date; `null` in the data where the cell is empty.
    DateOrNull,
    /// `yes` or empty.
    Flag,
    /// One of a closed set of words.
    Choice(Choice),
}

/// What a reference names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Part,
    Headline,
    Card,
    Figure,
    Series,
    Framework,
}

impl Target {
    /// Sheet and header of the ids.
    pub(crate) fn column(self) -> (&'static str, &'static str) {
        match self {
            Self::Part => ("Parts", "no"),
            Self::Headline => ("Headlines", "id"),
            Self::Card => ("Cards", "id"),
            Self::Figure => ("Figures", "id"),
            Self::Series => ("Series", "id"),
            Self::Framework => ("Frameworks", "id"),
        }
    }
}

/// A closed set of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Choice {
    Unit,
    UnitKind,
    Approx,
    Assurance,
    SeriesKind,
    ErratumKind,
    TermList,
}

impl Choice {
    /// The words.
    pub(crate) fn words(self) -> Vec<&'static str> {
        match self {
            Self::Unit => Unit::ALL.map(Unit::id).to_vec(),
            Self::UnitKind => report_model::Kind::ALL.map(report_model::Kind::id).to_vec(),
            Self::Approx => vec!["exact", "about", "at-least", "less-than", "band"],
            Self::Assurance => vec!["limited", "reasonable"],
            Self::SeriesKind => vec!["breakdown", "over-time"],
            Self::ErratumKind => {
                vec![
                    "figures", "rounding", "sum", "date", "unit", "name", "heading", "order",
                    "wording",
                ]
            }
            Self::TermList => vec!["brand", "audience", "theme"],
        }
    }
}

/// A column of a sheet.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    /// First cell of the column.
    pub(crate) header: String,
    /// Where the value stands in the JSON object of a row, such as `title.ko`.
    pub(crate) path: String,
    pub(crate) kind: Kind,
    /// The language of its texts, where they are in one.
    pub(crate) language: Option<&'static str>,
    /// Whether the cell of a row may not be empty.
    pub(crate) is_required: bool,
    /// What belongs there, whatever the language.
    help: Bilingual,
}

impl Column {
    /// Whether a report in these languages needs a value here in every row.
    pub(crate) fn is_needed(&self, languages: &[String]) -> bool {
        let is_declared = |language| languages.iter().any(|declared| declared == language);
        self.is_required && self.language.is_none_or(is_declared)
    }

    /// What belongs there, and in which language.
    pub(crate) fn help(&self) -> Bilingual {
        let Self { help: Bilingual { ko, en }, language, .. } = self;
        match *language {
            None => self.help.clone(),
            Some("ko") => Bilingual::new(&format!("{ko} (한국어)"), &format!("{en} (Korean)")),
            Some("en") => Bilingual::new(&format!("{ko} (영어)"), &format!("{en} (English)")),
            // Other languages are called as they call themselves.
            Some(tag) => {
                let name = language_of(tag).map_or(tag, |other| other.name);
                Bilingual::new(&format!("{ko} ({name})"), &format!("{en} ({name})"))
            }
        }
    }

    /// The same column for another language.
    fn in_language(&self, language: &OtherLang) -> Self {
        let suffix = self.language.unwrap_or_default();
        let of_language = |text: &str| {
            text.strip_suffix(suffix)
                .map_or_else(String::new, |rest| rest.to_owned() + language.tag)
        };
        Self {
            header: of_language(&self.header),
            path: of_language(&self.path),
            language: Some(language.tag),
            help: self.help.clone(),
            ..*self
        }
    }
}

/// A language beside those that every workbook has columns of.
fn language_of(tag: &str) -> Option<&'static OtherLang> {
    match language(tag) {
        Ok(Lang::Other(other)) => Some(other),
        _ => None,
    }
}

/// A sheet.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) name: &'static str,
    pub(crate) columns: Vec<Column>,
    /// Whether a report cannot do without the sheet.
    pub(crate) is_required: bool,
}

impl Sheet {
    fn new(name: &'static str) -> Self {
        Self { name, columns: Vec::new(), is_required: false }
    }

    fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    fn push(
        mut self,
        path: &str,
        kind: Kind,
        language: Option<&'static str>,
        is_required: bool,
        help: Bilingual,
    ) -> Self {
        let (header, path) = (path.replace('.', "_"), path.to_owned());
        self.columns.push(Column { header, path, kind, language, is_required, help });
        self
    }

    fn column(self, path: &str, kind: Kind, ko: &str, en: &str) -> Self {
        self.push(path, kind, None, true, Bilingual::new(ko, en))
    }

    fn optional(self, path: &str, kind: Kind, ko: &str, en: &str) -> Self {
        self.push(path, kind, None, false, Bilingual::new(ko, en))
    }

    fn in_languages(mut self, path: &str, is_required: bool, ko: &str, en: &str) -> Self {
        for language in LANGUAGES {
            let path = format!("{path}.{language}");
            let help = Bilingual::new(ko, en);
            self = self.push(&path, Kind::Text, Some(language), is_required, help);
        }
        self
    }

    fn words(self, path: &str, ko: &str, en: &str) -> Self {
        self.in_languages(path, true, ko, en)
    }

    fn optional_words(self, path: &str, ko: &str, en: &str) -> Self {
        self.in_languages(path, false, ko, en)
    }

    /// What a headline and a figure have in common.
    fn quantity(self) -> Self {
        self.column(
            "id",
            Kind::Id,
            "이 카드(부) 안에서 하나뿐인 id. 예: exposures",
            "Id, unique in its card (or part), such as exposures",
        )
        .words("label", "무엇을 센 수인지", "What is counted")
        .column(
            "value",
            Kind::Decimal,
            "정확한 수. 15자리가 넘으면 텍스트로 적습니다.",
            "Exact number; write more than 15 digits as text",
        )
        .column(
            "unit",
            Kind::Choice(Choice::Unit),
            "단위. Units 시트나 OwnUnits 시트의 것",
            "Unit, of the sheet Units or OwnUnits",
        )
        .optional(
            "approx",
            Kind::Choice(Choice::Approx),
            "문서가 어림수로 적은 수라면 어떤 어림수인지",
            "How the document qualifies the number, if it is not exact",
        )
        .optional(
            "estimate",
            Kind::Flag,
            "문서가 추산이라고 하면 yes",
            "yes if the document calls it an estimate",
        )
        .column(
            "printed",
            Kind::Lines,
            "문서에 인쇄된 그대로. 여럿이면 한 줄에 하나씩",
            "As printed in the document; one form a line",
        )
        .column("page", PAGE, "인쇄된 쪽", "Printed page")
    }

    /// What the document says of a quantity beside its value.
    fn details(self) -> Self {
        self.dated(
            "previous",
            ["이전 기간의 값", "이전 기간"],
            ["Value of an earlier period", "The earlier period"],
        )
        .dated(
            "base",
            ["목표의 기준이 되는 해의 값", "기준 연도"],
            ["Value of the base year of the target", "The base year"],
        )
        .dated("target", ["목표 값", "목표 연도"], ["Target", "The year of the target"])
        .optional(
            "restated.before",
            Kind::Verbatim,
            "정정한 값이면 전에 인쇄된 그대로",
            "If the value was restated: what was printed before, verbatim",
        )
        .optional_words("restated.reason", "왜 정정했는지", "Why it was restated")
        .optional(
            "assurance.level",
            Kind::Choice(Choice::Assurance),
            "제3자 검증의 수준: limited(제한적 확신), reasonable(합리적 확신)",
            "Level of assurance: limited or reasonable",
        )
        .optional_words(
            "assurance.scope",
            "무엇을 검증했는지",
            "What the assurance covers",
        )
        .optional(
            "codes",
            Kind::Lines,
            "공시 기준의 코드. Frameworks 시트의 id와 코드를 /로 이어 한 줄에 하나씩: gri/305-1",
            "Codes in frameworks, one a line: id of the Frameworks sheet, / and the code, such as gri/305-1",
        )
    }

    /// A value at another time, in the unit of the row.
    fn dated(self, path: &str, ko: [&str; 2], en: [&str; 2]) -> Self {
        let at = [
            format!("{}. 예: 2023 또는 2023-06", ko[1]),
            format!("{}, such as 2023 or 2023-06", en[1]),
        ];
        self.optional(
            &format!("{path}.value"),
            Kind::Decimal,
            &format!("{}, 같은 단위로", ko[0]),
            &format!("{}, in the same unit", en[0]),
        )
        .optional(&format!("{path}.at"), Kind::Date, &at[0], &at[1])
    }

    fn of_card(self) -> Self {
        self.column("card", Kind::Reference(Target::Card), "카드의 id", "Id of the card")
    }

    fn of_part(self) -> Self {
        self.column("part", Kind::Reference(Target::Part), "부의 번호", "Number of the part")
    }

    fn of_part_or_card(self) -> Self {
        self.optional(
            "part",
            Kind::Reference(Target::Part),
            "부에 관한 것이면 그 번호. part와 card가 모두 비면 보고서 전체",
            "Number of the part, if it is about a part; the whole report if part and card are empty",
        )
        .optional(
            "card",
            Kind::Reference(Target::Card),
            "카드에 관한 것이면 그 id",
            "Id of the card, if it is about a card",
        )
    }

    /// The position of a column.
    pub(crate) fn position(&self, header: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.header == header)
    }
}

const PAGE: Kind = Kind::Whole(65_535);

/// What belongs to a report in Korean or English, in the order of the sheets.
pub(crate) static SHEETS: LazyLock<Vec<Sheet>> = LazyLock::new(|| {
    let mut sheets = vec![report(), parts(), headlines(), tallies(), cards(), figures()];
    sheets.extend([series(), points(), dates(), partners(), awards(), links()]);
    sheets.extend([discrepancies(), source_notes(), terms(), synonyms(), index_terms()]);
    sheets.extend([frameworks(), omissions(), own_units()]);
    sheets
});

/// The sheets of a report in these languages, by tag: those of [`SHEETS`], with a column for each other
/// language behind the English one. Tags of no language have none.
pub(crate) fn sheets(languages: &[String]) -> &'static [Sheet] {
    static KNOWN: LazyLock<Mutex<HashMap<Vec<&str>, &'static [Sheet]>>> =
        LazyLock::new(Mutex::default);
    let mut others: Vec<&OtherLang> = Vec::new();
    for other in languages.iter().filter_map(|tag| language_of(tag)) {
        if !others.contains(&other) {
            others.push(other);
        }
    }
    if others.is_empty() {
        return &SHEETS;
    }
    let with_others = |sheet: &Sheet| {
        let columns = sheet.columns.iter().flat_map(|column| {
            let is_last = column.language == LANGUAGES.last().copied();
            let others = others.iter().filter(move |_| is_last);
            std::iter::once(column.clone()).chain(others.map(|other| column.in_language(other)))
        });
        Sheet { columns: columns.collect(), ..*sheet }
    };
    // Kept for as long as the program runs, once for each choice of languages.
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let tags = others.iter().map(|other| other.tag).collect();
    known.entry(tags).or_insert_with(|| SHEETS.iter().map(with_others).collect::<Vec<_>>().leak())
}

/// The sheet of units that a report declares.
pub(crate) const OWN_UNITS: &str = "OwnUnits";

/// The sheet that lists the units that are built in; it is written, never read.
pub(crate) const UNITS: &str = "Units";

/// Id, Korean counter and English noun of each unit.
pub(crate) fn units() -> impl Iterator<Item = [&'static str; 3]> {
    Unit::ALL.into_iter().map(|unit| {
        [unit.id(), unit.counter(Lang::Ko, false), unit.counter(Lang::En, false).trim_start()]
    })
}

/// The position of a sheet, which is the same in all languages.
pub(crate) fn sheet_position(name: &str) -> Option<usize> {
    SHEETS.iter().position(|sheet| sheet.name == name)
}

fn report() -> Sheet {
    Sheet::new("Report")
        .required()
        .column("id", Kind::Id, "보고서의 id. 예: esg-2025", "Id of the report, such as esg-2025")
        .words("name", "두세 낱말로 된 이름", "A name of two or three words")
        .words("title", "제목", "Title")
        .optional(
            "printed_title",
            Kind::Verbatim,
            "문서에 인쇄된 제목 전체. 인용에 그대로 들어갑니다.",
            "The whole title as printed; the citation has to contain it",
        )
        .words("subtitle", "제목의 둘째 줄", "Second line of the title")
        .words("publisher", "발행처", "Publisher")
        .column(
            "published",
            Kind::Date,
            "발행일. 예: 2025-06-30 또는 2025-06",
            "Date of publication, such as 2025-06-30 or 2025-06",
        )
        .column("period.from", Kind::Date, "자료 기간의 처음", "Start of the period of the data")
        .optional(
            "period.to",
            Kind::DateOrNull,
            "자료 기간의 끝. 이어지고 있으면 빈칸",
            "End of the period; empty while it lasts",
        )
        .column("pages", PAGE, "문서의 쪽수", "Number of pages of the document")
        .words("rights", "이용 조건", "Terms of use")
        .words(
            "citation",
            "인용할 때 쓸 글. 마침표 없이 끝냅니다.",
            "A ready citation, without a full stop at its end",
        )
        .optional(
            "languages",
            Kind::Lines,
            "보고서의 언어. 한 줄에 하나씩 ko, en, de처럼 두 글자로 적고 원문의 언어를 먼저 둡니다. 비우면 ko와 en. 언어마다 title_de처럼 열을 둡니다. 쓰지 않는 언어의 열은 비우거나 지웁니다.",
            "Languages of the report, one a line, in two letters such as ko, en or de, its own first. ko and en if empty. Each has columns such as title_de; leave those of other languages empty or delete them.",
        )
        .optional(
            "document.url",
            Kind::Verbatim,
            "문서의 https 주소. 적으면 쪽 번호가 그 쪽으로 가는 링크가 됩니다.",
            "https address of the document; page numbers then lead to its pages",
        )
        .optional(
            "document.sha256",
            Kind::Verbatim,
            "문서 파일의 SHA-256(16진수 64자)",
            "SHA-256 of the document's file, in 64 hexadecimal digits",
        )
        .optional(
            "document.page_offset",
            PAGE,
            "인쇄된 쪽 번호에 더하면 파일의 쪽이 되는 수. 같으면 빈칸",
            "What has to be added to a printed page to have its page in the file; empty if none",
        )
}

fn parts() -> Sheet {
    Sheet::new("Parts")
        .required()
        .column("no", Kind::Whole(255), "부의 번호: 1, 2, 3 …", "Number of the part: 1, 2, 3 …")
        .words("title", "제목", "Title")
        .words("summary", "무엇을 다루는지", "What it is about")
        .column("page", PAGE, "시작하는 쪽", "Page on which it opens")
}

fn headlines() -> Sheet {
    Sheet::new("Headlines")
        .of_part()
        .quantity()
        .words("basis", "문서가 무엇을 세었다고 하는지", "What the document says it counts")
        .optional_words("note", "덧붙일 말", "A caveat")
        .optional(
            "tally.remainder",
            Kind::Decimal,
            "Tallies 시트의 수를 더하고 남는 수. 꼭 맞으면 0",
            "What the figures of the Tallies sheet leave unexplained; 0 if they add up",
        )
        .optional_words(
            "tally.note",
            "합을 어떻게 셈했는지. 나머지가 0이 아니면 적습니다.",
            "How the sum was found; required with a remainder other than 0",
        )
        .optional_words(
            "tally.caveat",
            "어림수를 더한 합이 꼭 맞을 때 적습니다.",
            "Required where an exact sum has terms that are not exact",
        )
        .details()
}

fn tallies() -> Sheet {
    Sheet::new("Tallies")
        .of_part()
        .column("headline", Kind::Reference(Target::Headline), "머리 수의 id", "Id of the headline")
        .column(
            "card",
            Kind::Reference(Target::Card),
            "더할 수가 있는 카드",
            "Card of a figure that adds up to it",
        )
        .column(
            "figure",
            Kind::Reference(Target::Figure),
            "더할 수의 id",
            "Id of a figure that adds up to it",
        )
}

fn cards() -> Sheet {
    let ids = |of: &str| format!("{of} id. 여럿이면 한 줄에 하나씩, 대표를 먼저");
    let ids_en = |of: &str| format!("Ids of {of}, one a line, the leading one first");
    Sheet::new("Cards")
        .required()
        .of_part()
        .column("id", Kind::Id, "카드의 id. 보고서에서 하나뿐", "Id, unique in the report")
        .column("page", PAGE, "인쇄된 쪽", "Printed page")
        .column("brands", Kind::Ids, &ids("서비스와 회사의"), &ids_en("brands"))
        .column("audiences", Kind::Ids, &ids("대상의"), &ids_en("audiences"))
        .column("themes", Kind::Ids, &ids("주제의"), &ids_en("themes"))
        .words("title", "짧은 제목", "Short title")
        .column("printed_title", Kind::Verbatim, "인쇄된 제목", "Heading as printed")
        .optional(
            "printed_names",
            Kind::Lines,
            "인쇄된 별난 이름, 한 줄에 하나씩",
            "Odd names as printed, one a line",
        )
        .words("summary", "두 문장에서 네 문장", "Two to four sentences")
}

fn figures() -> Sheet {
    Sheet::new("Figures")
        .of_card()
        .quantity()
        .optional_words("note", "덧붙일 말", "A caveat")
        .details()
}

fn series() -> Sheet {
    Sheet::new("Series")
        .of_card()
        .column("id", Kind::Id, "카드 안에서 하나뿐인 id", "Id, unique in the card")
        .column(
            "kind",
            Kind::Choice(Choice::SeriesKind),
            "over-time(때에 따라) 또는 breakdown(나누어)",
            "over-time or breakdown",
        )
        .words("label", "무엇을 센 수인지", "What is counted")
        .column("unit", Kind::Choice(Choice::Unit), "단위", "Unit")
}

fn points() -> Sheet {
    Sheet::new("Points")
        .of_card()
        .column("series", Kind::Reference(Target::Series), "Series 시트의 id", "Id of the series")
        .column(
            "at",
            Kind::At,
            "over-time이면 날짜(2024, 2024-05), breakdown이면 id",
            "Date (2024, 2024-05) if over-time, id if breakdown",
        )
        .words("label", "이 점의 이름", "Name of the point")
        .column("value", Kind::Decimal, "정확한 수", "Exact number")
}

fn dates() -> Sheet {
    Sheet::new("Dates")
        .of_card()
        .column(
            "from",
            Kind::Date,
            "인쇄된 만큼: 2024, 2024-05, 2024-05-01",
            "As precise as printed: 2024, 2024-05 or 2024-05-01",
        )
        .optional("to", Kind::DateOrNull, "끝난 날. 없으면 빈칸", "End, or empty")
        .words("what", "무슨 일이 있었는지", "What happened")
}

fn named(name: &'static str, ko: &str, en: &str) -> Sheet {
    let mut sheet = Sheet::new(name).of_card();
    for (language, column) in LANGUAGES.iter().zip(Sheet::new("").words("name", ko, en).columns) {
        sheet.columns.push(Column { path: (*language).to_owned(), ..column });
    }
    sheet
}

fn partners() -> Sheet {
    named("Partners", "함께한 기관이나 사람", "Organisation or person taking part")
}

fn awards() -> Sheet {
    named("Awards", "상", "Award")
}

fn links() -> Sheet {
    Sheet::new("Links").of_card().column(
        "to",
        Kind::Name,
        "이어지는 카드의 id. 다른 보고서면 report-id/card-id",
        "Id of a related card; report-id/card-id in another report",
    )
}

fn discrepancies() -> Sheet {
    Sheet::new("Discrepancies")
        .of_part_or_card()
        .column("id", Kind::Id, "그 자리에서 하나뿐인 id", "Id, unique in its place")
        .column("about", Kind::Name, ABOUT_KO, ABOUT_EN)
        .column("kind", Kind::Choice(Choice::ErratumKind), "어긋남의 종류", "Kind of discrepancy")
        .column(
            "says",
            Kind::Lines,
            "곳마다 인쇄된 그대로, 한 줄에 하나씩",
            "What each place says, as printed, one a line",
        )
        .words("reading", "어떻게 읽었는지", "Our reading")
        .words("why", "왜 그렇게 읽었는지", "Why")
}

const ABOUT_KO: &str =
    "title, summary, partners, report, figures/<id>, headlines/<id>, series/<id>, dates/<0부터>";
const ABOUT_EN: &str = "title, summary, partners, report, figures/<id>, headlines/<id>, series/<id> or dates/<index from 0>";

fn source_notes() -> Sheet {
    Sheet::new("SourceNotes")
        .of_part_or_card()
        .column("about", Kind::Name, ABOUT_KO, ABOUT_EN)
        .column(
            "reads",
            Kind::Lines,
            "우리가 가진 글에 깨져 있는 그대로, 한 줄에 하나씩",
            "What our copy of the text reads, one a line",
        )
        .words("reading", "문서에는 무엇이라고 있을지", "What we take the document to say")
}

fn terms() -> Sheet {
    Sheet::new("Terms")
        .required()
        .column(
            "list",
            Kind::Choice(Choice::TermList),
            "brand(서비스·회사), audience(대상), theme(주제)",
            "brand, audience or theme",
        )
        .column("id", Kind::Id, "목록에서 하나뿐인 id", "Id, unique in its list")
        .words("name", "보이는 이름", "Name shown")
}

fn synonyms() -> Sheet {
    Sheet::new("Synonyms").column(
        "spellings",
        Kind::Lines,
        "찾을 때 같은 것으로 볼 말, 한 줄에 하나씩, 둘 이상",
        "Spellings that search takes for the same, one a line, two or more",
    )
}

fn index_terms() -> Sheet {
    Sheet::new("IndexTerms").of_part_or_card().column(
        "words",
        Kind::Lines,
        "이 자리에서 찾아질 낱말, 한 줄에 하나씩",
        "Words by which search finds this place, one a line",
    )
}

fn frameworks() -> Sheet {
    Sheet::new("Frameworks")
        .column("id", Kind::Id, "공시 기준의 id. 예: gri", "Id of the framework, such as gri")
        .words("name", "보이는 이름. 예: GRI", "Name shown, such as GRI")
}

fn omissions() -> Sheet {
    Sheet::new("Omissions")
        .column(
            "framework",
            Kind::Reference(Target::Framework),
            "Frameworks 시트의 id",
            "Id of the framework",
        )
        .column(
            "code",
            Kind::Name,
            "보고하지 않는 코드. 예: 305-3",
            "A code that is not disclosed, such as 305-3",
        )
        .words("reason", "왜 보고하지 않는지", "Why it is not disclosed")
}

fn own_units() -> Sheet {
    Sheet::new(OWN_UNITS)
        .column(
            "id",
            Kind::Id,
            "단위의 id. 예: kwh-per-user",
            "Id of the unit, such as kwh-per-user",
        )
        .column(
            "kind",
            Kind::Choice(Choice::UnitKind),
            "무엇을 재는지. 수치의 종류로 거를 때 씁니다.",
            "What it measures; readers filter by it",
        )
        .words(
            "plural",
            "수 뒤에 오는 말. 예: kWh/명",
            "What stands behind a number, such as kWh a user",
        )
        .optional_words(
            "singular",
            "1 뒤에 오는 말이 다르면 그 말",
            "What stands behind exactly one, if that is another word",
        )
        .optional_words(
            "spoken",
            "소리 내어 읽을 때 다르면 그 말. 예: 명당 킬로와트시",
            "What is read aloud, if that is another word, such as kilowatt hours a user",
        )
        .optional(
            "scale",
            Kind::Whole(24),
            "단위에 이미 든 10의 거듭제곱. 예: 백만 유로는 6",
            "The power of ten that is in the unit already, such as 6 in million euros",
        )
}

#[cfg(test)]
mod tests {
    use report_model::{Approx, AssuranceLevel, ErratumKind, Kind as UnitKind, SeriesKind};
    use serde::de::DeserializeOwned;

    use super::*;

    /// Whether these are the words of a type of the data, which has so many.
    fn are_words_of<T: DeserializeOwned>(choice: Choice, count: usize) -> bool {
        let words = choice.words();
        let is_read = |word: &&str| serde_json::from_value::<T>((*word).into()).is_ok();
        words.len() == count && words.iter().all(is_read)
    }

    #[test]
    fn drop_down_lists_have_the_words_of_the_data() {
        assert!(are_words_of::<UnitKind>(Choice::UnitKind, UnitKind::ALL.len()));
        assert!(are_words_of::<Approx>(Choice::Approx, Approx::ALL.len()));
        assert!(are_words_of::<AssuranceLevel>(Choice::Assurance, AssuranceLevel::ALL.len()));
        assert!(are_words_of::<SeriesKind>(Choice::SeriesKind, SeriesKind::ALL.len()));
        assert!(are_words_of::<ErratumKind>(Choice::ErratumKind, ErratumKind::ALL.len()));
        assert!(are_words_of::<Unit>(Choice::Unit, Unit::ALL.len()));
    }

    #[test]
    fn every_reference_names_a_column_that_is_there() {
        for target in [
            Target::Part,
            Target::Headline,
            Target::Card,
            Target::Figure,
            Target::Series,
            Target::Framework,
        ] {
            let (sheet, header) = target.column();
            let position = sheet_position(sheet).and_then(|at| SHEETS[at].position(header));
            assert!(position.is_some(), "{sheet} {header}");
        }
    }

    #[test]
    fn the_help_of_a_column_names_its_language() {
        let sheets = sheets(&["de".to_owned(), "en".to_owned()]);
        let report = &sheets[sheet_position("Report").expect("it is there")];
        for (header, expected) in [
            ("title_ko", "제목 (한국어)\nTitle (Korean)"),
            ("title_en", "제목 (영어)\nTitle (English)"),
            ("title_de", "제목 (Deutsch)\nTitle (Deutsch)"),
            ("pages", "문서의 쪽수\nNumber of pages of the document"),
        ] {
            let help = report.columns[report.position(header).expect(header)].help();
            assert_eq!(format!("{}\n{}", help.ko, help.en), expected);
        }
    }

    #[test]
    fn the_guide_names_every_sheet() {
        let guide = include_str!("../../../docs/authoring.md");
        for name in SHEETS.iter().map(|sheet| sheet.name).chain([UNITS]) {
            assert!(guide.contains(&format!("`{name}`")), "{name}");
        }
    }
}
