//! The lists of cards. An element made once for a card is used again and
//! again, so that cards keep what was opened in them; a list is put in order
//! by moving as little as possible, so that the focus stays.

use web_sys::Element;

use super::hooks::{flag, focus, hook, hooks, rewrite};
use crate::search::{Query, WayOut};
use crate::views::card::{body, card, marked};
use crate::views::markup::markup;
use crate::views::moment::{Group, Moment};
use crate::views::results::{after, before, lists, part_head};

/// How many elements of cards are kept while they are not shown.
const KEPT: usize = 200;

/// The cards of one page.
pub struct Cards {
    results: Element,
    /// The element of each card that was drawn before, and how many there are.
    drawn: Vec<Option<Drawn>>,
    made: usize,
    lists: Vec<List>,
    /// What the lists were drawn for.
    groups: Vec<Group>,
    plain: bool,
    query: Query,
    /// How often the query changed.
    marking: u32,
    /// What was written before the lists, and behind them.
    around: [Option<String>; 2],
}

/// A card's element, and what it shows.
struct Drawn {
    item: Element,
    open: bool,
    filled: bool,
    /// The [`Cards::marking`] that is marked in its title, and in its text.
    marked: [u32; 2],
}

/// A list element, the section around it, and the cards in it.
struct List {
    element: Element,
    section: Element,
    group: Group,
    cards: Vec<u32>,
}

impl Cards {
    /// Finds the cards in a page that shows this moment.
    pub fn find(page: &Element, moment: &Moment) -> Option<Self> {
        let mut cards = Self {
            results: hook(page, ".results")?,
            drawn: moment.edition.report.cards.iter().map(|_| None).collect(),
            made: moment.shown().len(),
            lists: Vec::new(),
            groups: moment.groups(),
            plain: moment.is_plain(),
            query: moment.results.query.clone(),
            marking: 0,
            around: [None, None],
        };
        cards.find_lists();
        for list in &mut cards.lists {
            list.cards = moment.shown_of(list.group);
            let items = hooks(&list.element, ":scope > li");
            for (item, index) in items.into_iter().zip(&list.cards) {
                cards.drawn[*index as usize] = Some(Drawn::new(item, moment, *index, 0));
            }
        }
        Some(cards)
    }

    /// Shows a moment.
    pub fn update(&mut self, moment: &Moment, ways: &dyn Fn() -> Vec<(WayOut, usize)>) {
        let focused = hook(&self.results, ".card :focus");
        let groups = moment.groups();
        if self.groups != groups {
            (self.groups, self.plain) = (groups, moment.is_plain());
            self.around = [None, None];
            self.results.set_inner_html(&markup(|m| {
                m.raw("<div class=\"before\"></div>");
                lists(m, moment, false);
                m.raw("<div class=\"after\"></div>");
            }));
            self.find_lists();
        } else if self.plain != moment.is_plain() {
            self.plain = moment.is_plain();
            for list in &self.lists {
                if let Group::Part(no) = list.group
                    && let Some(part) = moment.edition.report.part(no)
                    && let Some(head) = hook(&list.section, ".part-head")
                {
                    let plain = self.plain;
                    head.set_inner_html(&markup(|m| part_head(m, moment.edition, part, plain)));
                }
            }
        }
        if self.query != moment.results.query {
            self.query = moment.results.query.clone();
            self.marking += 1;
        }
        for list in &mut self.lists {
            let wanted = moment.shown_of(list.group);
            self.made +=
                draw_missing(&list.element, &wanted, &mut self.drawn, moment, self.marking);
            list.arrange(wanted, &self.drawn);
            for card in &list.cards {
                if let Some(drawn) = &mut self.drawn[*card as usize] {
                    drawn.update(moment, *card, self.marking);
                }
            }
        }
        self.forget();
        let around = [markup(|m| before(m, moment)), markup(|m| after(m, moment, &ways()))];
        for ((place, html), written) in
            [".before", ".after"].iter().zip(around).zip(&mut self.around)
        {
            if written.as_ref() != Some(&html)
                && let Some(element) = hook(&self.results, place)
            {
                rewrite(&element, &html);
                *written = Some(html);
            }
        }
        if let Some(focused) = focused.filter(|_| hook(&self.results, ":focus").is_none()) {
            focus(&focused);
        }
    }

    /// Lets go of closed cards that are not shown, once there are many.
    fn forget(&mut self) {
        let shown: usize = self.lists.iter().map(|list| list.cards.len()).sum();
        if self.made <= shown + KEPT {
            return;
        }
        let mut keep = vec![false; self.drawn.len()];
        for card in self.lists.iter().flat_map(|list| &list.cards) {
            keep[*card as usize] = true;
        }
        for (drawn, keep) in self.drawn.iter_mut().zip(keep) {
            if drawn.take_if(|drawn| !keep && !drawn.open).is_some() {
                self.made -= 1;
            }
        }
    }

    fn find_lists(&mut self) {
        let sections = hooks(&self.results, "section").into_iter().zip(&self.groups);
        let list = |(section, group): (Element, &Group)| {
            let element = hook(&section, ".cards")?;
            Some(List { element, section, group: *group, cards: Vec::new() })
        };
        self.lists = sections.filter_map(list).collect();
    }
}

impl List {
    /// Takes out what is not wanted, then goes through what is, moving only
    /// cards that stand in the wrong place.
    fn arrange(&mut self, wanted: Vec<u32>, drawn: &[Option<Drawn>]) {
        flag(&self.section, "hidden", wanted.is_empty());
        let item = |card: &u32| drawn[*card as usize].as_ref().map(|drawn| &drawn.item);
        let mut keep = vec![false; drawn.len()];
        for card in &wanted {
            keep[*card as usize] = true;
        }
        self.cards.retain(|card| {
            let kept = keep[*card as usize];
            if let (false, Some(item)) = (kept, item(card)) {
                item.remove();
            }
            kept
        });
        for (at, card) in wanted.iter().enumerate() {
            if self.cards.get(at) == Some(card) {
                continue;
            }
            self.cards.retain(|other| other != card);
            let next = self.cards.get(at).and_then(item);
            if let Some(item) = item(card) {
                // The next card stands in this list.
                let _ = self.element.insert_before(item, next.map(AsRef::as_ref));
            }
            self.cards.insert(at.min(self.cards.len()), *card);
        }
        self.cards = wanted;
    }
}

impl Drawn {
    fn new(item: Element, moment: &Moment, index: u32, marked: u32) -> Self {
        let open = moment.is_open(index);
        Self { item, open, filled: open || moment.fills(index), marked: [marked; 2] }
    }

    fn update(&mut self, moment: &Moment, index: u32, marking: u32) {
        let (edition, query) = (moment.edition, &moment.results.query);
        let open = moment.is_open(index);
        let card = &edition.report.cards[index as usize];
        let places = [("h4", card.title, true), (".text", card.summary, open)];
        for ((place, text, is_seen), marked_here) in places.into_iter().zip(&mut self.marked) {
            if *marked_here != marking
                && (is_seen || !moment.desk.hurried)
                && let Some(element) = hook(&self.item, place)
            {
                *marked_here = marking;
                element.set_inner_html(&markup(|m| marked(m, text, edition.lang, query)));
            }
        }
        if !self.filled
            && (open || moment.fills(index))
            && let Some(element) = hook(&self.item, ".body > div")
        {
            self.filled = true;
            element.set_inner_html(&markup(|m| body(m, edition, index)));
        }
        if self.open != open
            && let Some(details) = hook(&self.item, "details")
        {
            self.open = open;
            flag(&details, "open", open);
        }
    }
}

/// Makes the elements of cards that are not there yet, all at once; how many.
fn draw_missing(
    list: &Element,
    cards: &[u32],
    drawn: &mut [Option<Drawn>],
    moment: &Moment,
    marking: u32,
) -> usize {
    let is_missing = |card: &&u32| drawn[**card as usize].is_none();
    let missing: Vec<u32> = cards.iter().filter(is_missing).copied().collect();
    if missing.is_empty() {
        return 0;
    }
    let html = markup(|m| {
        for index in &missing {
            card(m, moment, *index);
        }
    });
    let Some(room) = list.owner_document().and_then(|page| page.create_element("ul").ok()) else {
        return 0;
    };
    room.set_inner_html(&html);
    let made = missing.len();
    for (item, index) in hooks(&room, ":scope > li").into_iter().zip(missing) {
        drawn[index as usize] = Some(Drawn::new(item, moment, index, marking));
    }
    made
}
