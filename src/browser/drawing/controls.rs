//! What the reader searches and filters with: field, counts, chips, values;
//! with the navigation and the notice, whatever is not a card or an erratum.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::hooks::{Field, flag, hook, hooks, rewrite, set};
use crate::search::Facet;
use crate::views::markup::{markup, pressed};
use crate::views::moment::Moment;
use crate::views::search::{chips, told};
use crate::words;

/// The controls of one page.
pub struct Controls {
    field: Field,
    order: Field,
    count: Element,
    told: Element,
    done: Element,
    chips: Element,
    /// The chips as they were written last.
    chips_html: Option<String>,
    values: Vec<Value>,
    links: Vec<Element>,
    notice: Element,
}

/// A value that can be chosen.
struct Value {
    button: Element,
    number: Element,
    facet: Facet,
    id: String,
    /// Whether it is pressed, and the cards it would give.
    shown: Option<(bool, usize)>,
}

impl Controls {
    /// Finds them in the page.
    pub fn find(page: &Element) -> Option<Self> {
        Some(Self {
            field: hook(page, "input")?.unchecked_into(),
            order: hook(page, "select")?.unchecked_into(),
            count: hook(page, ".count")?,
            told: hook(page, ".told")?,
            done: hook(page, ".done")?,
            chips: hook(page, ".chips")?,
            chips_html: None,
            values: hooks(page, "[data-facet]").into_iter().filter_map(Value::of).collect(),
            links: hooks(page, "[data-nav]"),
            notice: hook(page, ".notice")?,
        })
    }

    /// Shows a moment.
    pub fn update(&mut self, moment: &Moment) {
        let (lang, found) = (moment.edition.lang, moment.found());
        self.field.show(&moment.state.query);
        self.order.show(moment.state.sort.id());
        set(&self.count, "data-result-count", &said!(found));
        say(&self.count, &words::cards(found, lang));
        // Said when the reader pauses: see `#tell` in element.js.
        set(&self.told, "data-words", &told(moment));
        say(&self.done, &words::show_cards(found, lang));
        let html = markup(|m| chips(m, moment));
        if self.chips_html.as_ref() != Some(&html) {
            if let Some(list) = hook(&self.chips, "ul") {
                rewrite(&list, &html);
            }
            self.chips_html = Some(html);
        }
        flag(&self.chips, "hidden", moment.is_plain());
        for value in &mut self.values {
            value.update(moment);
        }
        for (link, part) in self.links.iter().zip(&moment.edition.report.parts) {
            if moment.desk.here == Some(part.no) {
                set(link, "aria-current", "true");
            } else {
                flag(link, "aria-current", false);
            }
        }
        say(&self.notice, &moment.desk.notice);
    }
}

impl Value {
    fn of(button: Element) -> Option<Self> {
        let facet = Facet::from_id(&button.get_attribute("data-facet")?)?;
        let (id, number) = (button.get_attribute("data-value")?, hook(&button, ".n")?);
        Some(Self { button, number, facet, id, shown: None })
    }

    fn update(&mut self, moment: &Moment) {
        let chosen = moment.state.filters.is_chosen(self.facet, &self.id);
        let count = moment.results.count(self.facet, &self.id);
        if self.shown.replace((chosen, count)) != Some((chosen, count)) {
            set(&self.button, "aria-pressed", pressed(chosen));
            set(&self.button, "class", if count == 0 { "empty" } else { "" });
            say(&self.number, &said!(count));
        }
    }
}

/// Writes a text, unless it stands there: screen readers would say it again.
pub fn say(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}
