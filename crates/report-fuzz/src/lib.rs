//! Fuzz targets: everything of the project that reads what others wrote, as functions of bytes.
//!
//! A target panics where a promise is broken, be it a panic of the code under test or a property
//! that does not hold (what was written is read back, pieces put together are the text). Its
//! inputs come from one of two places:
//!
//! - [`mutations`]: seeds changed at random but the same in every run. `tests/bounded.rs` runs some
//!   thousands for each target in every test run, and the program `report-fuzz` runs as many as asked.
//! - libFuzzer, which is guided by coverage: the package `fuzz/` beside this workspace.
//!
//! `cargo xtask fuzz --minutes N` takes libFuzzer where a C++ compiler is there, else the program.
//! An input that broke a promise is kept in `tests/crashes/<target>/` and runs with every test run.

mod files;
mod mutations;
mod seeds;
mod targets;

pub use mutations::mutations;

/// Something that reads what others wrote.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// Its name on the command line.
    pub name: &'static str,
    /// Reads one input.
    pub run: fn(&[u8]),
    /// Inputs to begin with.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Words of its language, to be put into inputs.
    pub words: &'static [&'static str],
    /// How many inputs the test run takes: about two seconds of them in a debug build.
    pub bounded: usize,
}

/// All targets.
pub const TARGETS: [Target; 12] = [
    Target {
        name: "section",
        run: targets::section::run,
        seeds: seeds::section,
        words: &["\n", "\0", "\u{ff}", "2020-03-11", "-0.5"],
        bounded: 4_000,
    },
    Target {
        name: "address",
        run: targets::address::run,
        seeds: seeds::address,
        words: &[
            "&",
            "=",
            "?",
            "#",
            "%",
            "%EB%A7%88",
            "+",
            ",",
            ";",
            ":",
            "report",
            "part",
            "query",
            "filters",
            "sort",
            "card",
            "trace",
            "errata",
            "report-lang",
            "brand:kakaotalk",
        ],
        bounded: 3_000,
    },
    Target {
        name: "search",
        run: targets::search::run,
        seeds: seeds::search,
        words: &[
            "마스크",
            "ㅁㅅㅋ",
            "aktmzm",
            "억",
            "만",
            " ",
            "몇",
            "에서",
            "2,297",
            "billion",
            "\n",
        ],
        bounded: 1_000,
    },
    Target {
        name: "corrections",
        run: targets::search::run_corrections,
        seeds: seeds::search,
        words: &["마스쿠", "ㅁㅅㅋ", "aktmzn", "vaccin", " ", "\n", "brand:kakaotalk", ";", ","],
        bounded: 60,
    },
    Target {
        name: "index-terms",
        run: targets::search::run_terms,
        seeds: seeds::index_terms,
        words: &["@", "=", "#", "\n", " ", "@white-paper-2022\n", "public-masks", "마스크"],
        bounded: 40,
    },
    Target {
        name: "workbook-file",
        run: targets::workbook::run_file,
        seeds: seeds::workbook_file,
        words: &["PK\u{3}\u{4}", "PK\u{1}\u{2}", "PK\u{5}\u{6}", "xl/workbook.xml"],
        bounded: 60,
    },
    Target {
        name: "workbook-parts",
        run: targets::workbook::run_parts,
        seeds: seeds::workbook_parts,
        words: seeds::XML_WORDS,
        bounded: 60,
    },
    Target {
        name: "workbook-csv",
        run: targets::workbook::run_csv,
        seeds: seeds::workbook_csv,
        words: &[",", "\"", "\r\n", "=1+1", "45%", "1.5억", "about", "2020-13-40", "\u{feff}"],
        bounded: 100,
    },
    Target {
        name: "validation",
        run: targets::validation::run,
        seeds: seeds::validation,
        words: seeds::JSON_WORDS,
        bounded: 80,
    },
    Target {
        name: "decimal",
        run: targets::numbers::run,
        seeds: seeds::decimal,
        words: &["-", ".", "0", "00000000", "99999999", "e", ",", "+"],
        bounded: 3_000,
    },
    Target {
        name: "typed-number",
        run: targets::numbers::run_typed,
        seeds: seeds::typed_number,
        words: &["억", "만", "조", "경", "천", "million", "billion", ",", ".", "%", "회", " "],
        bounded: 1_000,
    },
    Target {
        name: "hangul",
        run: targets::hangul::run,
        seeds: seeds::hangul,
        words: &["\u{1106}", "\u{1161}", "\u{11a8}", "ㅁ", "ㅏ", "ㄳ", "각", "a", "\u{301}", "ß"],
        bounded: 1_000,
    },
];

/// The target of a name.
#[must_use]
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}
