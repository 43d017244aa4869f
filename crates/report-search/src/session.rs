//! Searching while somebody types. What the last keystroke found is kept: a
//! word that stays is not looked up again, and a word that grows is looked
//! for only among the words that its beginning was found in.

use std::sync::Arc;

use super::fold::{self, Folded};
use super::index::Index;
use super::index_builder::Words;
use super::lexicon::Spots;
use super::pattern::Pattern;
use super::query::{How, Query, Reading, Readings, Word};
use super::question::Role;
use super::rank::{self, NONE, Rank};
use super::results::PrintedWord;
use super::terms::Terms;
use super::{Request, Results, split_words};

/// Searches one index again and again. Its results are those of
/// [`Index::search`], sooner.
#[derive(Debug, Clone)]
pub struct Session {
    index: Arc<Index>,
    cache: QueryCache,
}

impl Session {
    /// Begins with nothing typed.
    #[must_use]
    pub fn new(index: Arc<Index>) -> Self {
        Self { index, cache: QueryCache::default() }
    }

    /// The index searched.
    #[must_use]
    pub fn index(&self) -> &Arc<Index> {
        &self.index
    }

    /// Finds cards.
    pub fn search(&mut self, request: &Request<'_>) -> Results {
        self.cache.search(&self.index, request)
    }
}

/// How many looked-up words are remembered: those of a query, and the last
/// few keystrokes for the way back.
const REMEMBERED: usize = 8;

/// What the last queries looked up in one index.
#[derive(Debug, Clone, Default)]
pub(crate) struct QueryCache {
    words: Vec<Known>,
    /// Whether they were looked up among the index terms too.
    has_terms: bool,
}

/// A word that was looked up.
#[derive(Debug, Clone)]
struct Known {
    /// As typed; empty where it has synonyms. They depend on the words beside it, so such a word is
    /// looked up anew.
    typed: String,
    growing: bool,
    role: Role,
    /// What was looked for in its literal reading.
    patterns: Vec<Pattern>,
    /// The lexicon's words in which these patterns fit anywhere.
    among: Vec<u32>,
    /// Which of its readings found something.
    found: Readings,
    /// The rank of each card.
    ranks: Vec<Rank>,
    /// Which index term gave a card its rank, the last one best.
    printed: Vec<(u32, u32)>,
    /// Whether it was set aside: it excludes no card.
    set_aside: bool,
}

impl QueryCache {
    /// Finds cards: ranks of each word, added up; then the filters; then the
    /// order.
    pub fn search(&mut self, index: &Index, request: &Request<'_>) -> Results {
        let mut query = Query::new(request.query);
        query.take_particles_off(&index.names);
        if let Some(terms) = index.terms() {
            query.expand(terms);
        }
        if self.has_terms != index.terms().is_some() {
            *self = Self { words: Vec::new(), has_terms: index.terms().is_some() };
        }
        let count = index.report.cards.len();
        let mut ranks: Vec<Rank> = vec![0; count];
        let mut printed = Vec::new();
        for word in &mut query.words {
            let known = self.look_up(index, word);
            for (sum, rank) in ranks.iter_mut().zip(&known.ranks) {
                *sum = rank::both(*sum, *rank);
            }
            word.found = known.found;
            word.is_set_aside = known.set_aside;
            if let Some(terms) = index.terms() {
                known.add_printed(index, terms, &mut printed);
            }
        }
        let found = (0..).zip(&ranks).filter(|(_, rank)| **rank != NONE).map(|(card, _)| card);
        let (mut cards, counts) = index.facets.filter_and_count(found, request.filters);
        match index.order(request.sort) {
            Some(order) => cards = in_order(order, &cards),
            None if query.is_empty() => {}
            None => {
                prefer_exact_titles(index, &query, &cards, &mut ranks);
                cards = by_rank(&cards, &ranks);
            }
        }
        Results { cards, query, counts, printed }
    }

    fn look_up(&mut self, index: &Index, word: &Word) -> &Known {
        let known = self.words.iter().position(|known| known.is(word));
        let position = known.unwrap_or_else(|| {
            let known = Known::new(index, word, &self.words);
            if self.words.len() == REMEMBERED {
                self.words.remove(0);
            }
            self.words.push(known);
            self.words.len() - 1
        });
        &self.words[position]
    }
}

impl Known {
    fn new(index: &Index, word: &Word, others: &[Self]) -> Self {
        let mut known = Self {
            typed: if word.has_synonyms() { String::new() } else { word.typed.clone() },
            growing: word.growing,
            role: word.role,
            patterns: word.readings[0].patterns.clone(),
            among: Vec::new(),
            found: Readings::default(),
            ranks: vec![NONE; index.report.cards.len()],
            printed: Vec::new(),
            set_aside: word.role == Role::Question,
        };
        let narrower = others.iter().rev().find(|other| known.is_among(other));
        for (position, reading) in word.readings.iter().enumerate() {
            let among = narrower.filter(|_| position == 0).map(|other| other.among.as_slice());
            if known.read(index, reading, among, position == 0) {
                known.found.add(position);
            }
            let next = word.readings.get(position + 1).map(|next| next.how);
            let enough = !word.growing || reading.how >= How::Begun;
            if enough && known.found != Readings::default() && next != Some(How::Synonym) {
                break;
            }
        }
        known.set_aside |= word.role == Role::Verb && known.found == Readings::default();
        if known.set_aside {
            for rank in known.ranks.iter_mut().filter(|rank| **rank == NONE) {
                *rank = rank::SET_ASIDE;
            }
        }
        known
    }

    fn is(&self, word: &Word) -> bool {
        !word.has_synonyms()
            && self.typed == word.typed
            && self.growing == word.growing
            && self.role == word.role
    }

    /// Whether the words it is found in are among those of `other`: each of
    /// its literal patterns contains one of the other's.
    fn is_among(&self, other: &Self) -> bool {
        self.patterns.iter().all(|ours| other.patterns.iter().any(|theirs| ours.contains(theirs)))
    }

    /// Ranks the cards by one reading; whether it found any.
    fn read(
        &mut self,
        index: &Index,
        reading: &Reading,
        among: Option<&[u32]>,
        note: bool,
    ) -> bool {
        let mut any = false;
        let Words { lexicon, figures } = index.words();
        let (ranks, printed) = (&mut self.ranks, &mut self.printed);
        // Words that have the syllable itself are better ranked already than those
        // that have what it may become.
        let is_ranked = self.growing && reading.how == How::Begun;
        let ranked = if is_ranked { self.among.as_slice() } else { &[] };
        let mut noted = Vec::new();
        let terms = index.terms().map(|terms| &terms.lexicon);
        for pattern in &reading.patterns {
            for (lexicon, is_printed) in [(Some(lexicon), false), (terms, true)] {
                let Some(lexicon) = lexicon else { continue };
                let table = rank::table(reading.how, pattern, is_printed);
                let is_noted = note && !is_printed;
                // A longer word may be found in spots that this one is not.
                let spots = if is_noted { Spots::MAX } else { rank::spots(&table) };
                let among = among.filter(|_| !is_printed);
                lexicon.find(pattern, spots, among, &mut |word, place| {
                    if is_noted {
                        noted.push(word);
                    } else if !is_printed && ranked.binary_search(&word).is_ok() {
                        return;
                    }
                    for (spot, rank) in table[place as usize].into_iter().enumerate() {
                        if rank == NONE {
                            continue;
                        }
                        for card in lexicon.cards_in(word, spot) {
                            any = true;
                            let best = &mut ranks[*card as usize];
                            if rank < *best {
                                *best = rank;
                                if is_printed {
                                    printed.push((*card, word));
                                }
                            }
                        }
                    }
                });
            }
        }
        if note {
            self.among = noted;
        }
        let mut better = |card: u32, rank: Rank| {
            let best = &mut ranks[card as usize];
            *best = rank.min(*best);
            any = true;
        };
        if let Some(number) = &reading.number {
            figures.find(number, |card| better(card, rank::FIGURE));
        }
        // The last pattern is the shortest, the one without a particle.
        if let (How::Literal | How::Stem, Some(pattern)) = (reading.how, reading.patterns.last()) {
            let word = pattern.units().unwrap_or_default();
            split_words::find(index, &word, |card| better(card, rank::TEXT));
        }
        any
    }
}

impl Known {
    /// The index terms without which their cards would not have been found.
    fn add_printed(&self, index: &Index, terms: &Terms, printed: &mut Vec<PrintedWord>) {
        for (at, (card, word)) in self.printed.iter().enumerate() {
            let rank = self.ranks[*card as usize];
            let is_best = self.printed[at + 1..].iter().all(|(other, _)| other != card);
            let is_known =
                |known: &PrintedWord| known.card == *card && known.word == terms.spelling(*word);
            if is_best && rank::is_printed(rank) && !printed.iter().any(is_known) {
                let holder = &index.report.cards[*card as usize];
                let part = index.report.part(holder.part);
                let opening = part.filter(|_| rank::is_printed_in_part(rank));
                let page = opening.map_or(holder.page, |part| part.page);
                let word = terms.spelling(*word).to_owned();
                printed.push(PrintedWord { card: *card, word, page });
            }
        }
    }
}

/// Cards whose whole title was typed come first.
fn prefer_exact_titles(index: &Index, query: &Query, cards: &[u32], ranks: &mut [Rank]) {
    let typed: Vec<u16> = query.words.iter().flat_map(|word| word.units.iter().copied()).collect();
    let mut folded = Folded::default();
    for card in cards {
        let rank = &mut ranks[*card as usize];
        if usize::from(*rank) != query.words.len() * usize::from(rank::TITLE_WORD) {
            continue;
        }
        let title = index.report.cards[*card as usize].title;
        for title in title.each() {
            // Most titles are another one from their first letter on.
            if fold::first_unit(title).is_some_and(|unit| typed.first() != Some(&unit)) {
                continue;
            }
            folded.fold(title);
            if folded.joined().eq(typed.iter().copied()) {
                *rank = rank::EXACT_TITLE;
            }
        }
    }
}

/// By rank, ties as they were.
fn by_rank(cards: &[u32], ranks: &[Rank]) -> Vec<u32> {
    let mut ends = [0_usize; 256];
    for card in cards {
        ends[usize::from(ranks[*card as usize])] += 1;
    }
    let mut from = 0;
    for end in &mut ends {
        from += *end;
        *end = from - *end;
    }
    let mut sorted = vec![0; cards.len()];
    for card in cards {
        let next = &mut ends[usize::from(ranks[*card as usize])];
        sorted[*next] = *card;
        *next += 1;
    }
    sorted
}

/// In an order of all cards.
fn in_order(order: &[u32], cards: &[u32]) -> Vec<u32> {
    let mut found = vec![false; order.len()];
    for card in cards {
        found[*card as usize] = true;
    }
    order.iter().copied().filter(|card| found[*card as usize]).collect()
}
