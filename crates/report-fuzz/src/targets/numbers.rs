//! Numbers: the data's, and those that readers type.

use std::sync::{Arc, LazyLock};

use report_bundle::library;
use report_model::{Decimal, Lang, Unit};
use report_numbers::{digits, full, grouped, share, short};
use report_search::{Index, Query, Request, Session};
use report_state::{Filters, Sort};

use super::search::is_highlighted;

static INDEX: LazyLock<Arc<Index>> = LazyLock::new(|| Arc::new(Index::new(&library().reports[1])));

/// Reads a decimal and writes it in every form. No form loses a digit but the short one.
pub(crate) fn run(input: &[u8]) {
    // A decimal keeps its text for good.
    let Ok(text) = str::from_utf8(&input[..input.len().min(100)]) else { return };
    let Ok(value) = Decimal::new(text.to_owned().leak()) else { return };
    assert_eq!(value.as_str(), text);
    let kept = |form: &str| form.chars().filter(char::is_ascii_digit).collect::<String>();
    assert_eq!(kept(&digits(value)), kept(text));
    assert_eq!(kept(&grouped(value, Lang::En)), kept(text));
    for lang in [Lang::Ko, Lang::En] {
        for unit in [Unit::ALL[0], Unit::ALL[Unit::ALL.len() / 2], Unit::Percent] {
            assert!(full(value, unit, lang).contains(&grouped(value, lang)));
            assert!(!short(value, unit, lang).is_empty());
        }
    }
    let _ = share(value, value);
    let _ = share(value, Decimal::ZERO);
    assert_eq!(value.cmp(&value), std::cmp::Ordering::Equal);
    assert_eq!(value.cmp(&Decimal::ZERO).reverse(), Decimal::ZERO.cmp(&value));
}

/// Searches for a number as it is typed, the last key apart.
pub(crate) fn run_typed(input: &[u8]) {
    let text = String::from_utf8_lossy(&input[..input.len().min(60)]);
    let mut session = Session::new(Arc::clone(&INDEX));
    let filters = Filters::default();
    let end = text.char_indices().next_back().map_or(0, |(at, _)| at);
    let request = |query| Request { query, filters: &filters, sort: Sort::Report };
    session.search(&request(&text[..end]));
    assert_eq!(session.search(&request(&text)), INDEX.search(&request(&text)));
    is_highlighted("2,297,309,797 views, 22억 9730만 9797회", &Query::new(&text));
}
