//! The list of errata.

use web_sys::Element;

use super::controls::say;
use super::hooks::{flag, hook, hooks, set};
use crate::views::errata::{Only, choices, draws, rows, shown};
use crate::views::markup::{markup, pressed};
use crate::views::moment::Moment;
use crate::words;

/// The errata of one page.
pub struct Errata {
    list: Element,
    /// What the rows were written for.
    written: Option<(Only, bool)>,
    open: bool,
}

impl Errata {
    /// Finds them in the page; a report may have none.
    pub fn find(page: &Element) -> Option<Self> {
        let list = hook(page, "[data-errata]")?;
        let open = list.has_attribute("open");
        Some(Self { list, written: None, open })
    }

    /// Shows a moment.
    pub fn update(&mut self, moment: &Moment) {
        let (report, lang, only) = (moment.edition.report, moment.edition.lang, moment.desk.errata);
        if self.open != moment.state.errata {
            self.open = moment.state.errata;
            flag(&self.list, "open", self.open);
        }
        let drawn = draws(moment) || self.written.is_some_and(|(_, drawn)| drawn);
        if self.written.replace((only, drawn)) == Some((only, drawn)) {
            return;
        }
        for (button, choice) in hooks(&self.list, "[data-go^=errata]").iter().zip(choices(report)) {
            set(button, "aria-pressed", pressed(only.has(choice)));
        }
        if let Some(count) = hook(&self.list, "[data-errata-count]") {
            let shown = shown(report, only);
            set(&count, "data-errata-count", &said!(shown));
            say(&count, &words::places(shown, lang));
        }
        if let Some(rows_here) = hook(&self.list, "ul").filter(|_| drawn) {
            rows_here.set_inner_html(&markup(|m| rows(m, moment.edition, only)));
        }
    }
}
