//! How good a match is, and which matches are mere chance.

use super::fold::Script;
use super::lexicon::{Field, Spot, Spots};
use super::pattern::{MatchPosition, Pattern};
use super::query::How;
use super::terms;

/// How good a match is: 0 is best, [`NONE`] is none. The ranks of a query's
/// words add up.
pub type Rank = u8;

/// Ranks by place and spot.
pub type Table = [[Rank; Spot::COUNT]; MatchPosition::ALL.len()];

/// No match.
pub const NONE: Rank = u8::MAX;
/// The whole title is what was typed.
pub const EXACT_TITLE: Rank = 0;
/// A whole word of the title.
pub const TITLE_WORD: Rank = 1;
/// A number of the card.
pub const FIGURE: Rank = 5;

/// The summary, and other running text.
pub const TEXT: Rank = 6;

/// Only the section of the card in the document has the word.
const PRINTED: Rank = 8;
/// Only the opening of the card's part has it.
const PRINTED_IN_PART: Rank = 9;
/// How many ranks a reading has; the ranks of looser readings begin behind.
const OF_READING: Rank = 10;
/// The word excludes no card, and this one does not have it.
pub const SET_ASIDE: Rank = 6 * OF_READING;

/// The rank of a pattern that fits a word; [`NONE`] where that is chance: the
/// middle of an English word, or a letter or two that half the words begin
/// with.
pub fn rank(how: How, pattern: &Pattern, place: MatchPosition, spot: Spot) -> Rank {
    let meant = match how {
        How::Literal | How::Synonym | How::Stem => is_meant(pattern, place, spot.field),
        How::Begun | How::Heard | How::Layout => {
            is_meant(pattern, place, spot.field) && is_enough(pattern, place, spot.field)
        }
    };
    // A word made by leaving out spaces is meant by longer patterns only, and
    // Latin words are not looked for across spaces that stand before them.
    let joined = place == MatchPosition::Whole
        || (pattern.len() > 2
            && (pattern.script() == Script::Other || place == MatchPosition::Start));
    if meant && (joined || !spot.joined) {
        base(how) + within(place, spot.field, pattern)
    } else {
        NONE
    }
}

/// The ranks of a pattern in every place of a card's word, or of an index term,
/// for every spot.
pub fn table(how: How, pattern: &Pattern, is_term: bool) -> Table {
    let mut table = [[NONE; Spot::COUNT]; MatchPosition::ALL.len()];
    for (ranks, place) in table.iter_mut().zip(MatchPosition::ALL) {
        for (number, best) in ranks.iter_mut().enumerate() {
            let spot = if is_term { terms::OF_PART } else { Spot::numbered(number) };
            *best = rank(how, pattern, place, spot);
            if is_term && *best != NONE {
                let is_of_part = number == terms::OF_PART.number();
                *best = base(how) + if is_of_part { PRINTED_IN_PART } else { PRINTED };
            }
        }
    }
    table
}

/// The spots in which a pattern may be found at all.
pub fn spots(table: &Table) -> Spots {
    let may_be = |spot: &usize| table.iter().any(|ranks| ranks[*spot] != NONE);
    (0..Spot::COUNT).filter(may_be).fold(0, |spots, spot| spots | 1 << spot)
}

/// Whether a rank is that of an index term.
pub fn is_printed(rank: Rank) -> bool {
    rank < SET_ASIDE && rank % OF_READING >= PRINTED
}

/// Whether a rank is that of an index term that the opening of a part has.
pub fn is_printed_in_part(rank: Rank) -> bool {
    rank % OF_READING == PRINTED_IN_PART
}

/// The rank of a card that has two words: no match if one is missing, and
/// otherwise never mistaken for none, however many words there are.
pub fn both(one: Rank, other: Rank) -> Rank {
    if one == NONE || other == NONE { NONE } else { one.saturating_add(other).min(NONE - 1) }
}

/// Syllables are looked for anywhere, numbers and Latin words where they
/// begin. Inside a longer Latin word (`talk` in `KakaoTalk`) only names count,
/// from three letters on; single letters only in names.
fn is_meant(pattern: &Pattern, place: MatchPosition, field: Field) -> bool {
    let is_name = field != Field::Text;
    match (pattern.script(), place) {
        (_, MatchPosition::Torn) | (Script::Digits, MatchPosition::Inside) => false,
        (Script::Other, _) => true,
        (Script::Latin, MatchPosition::Inside) => is_name && pattern.len() > 2,
        (
            Script::Digits | Script::Latin,
            MatchPosition::Whole | MatchPosition::Start | MatchPosition::Turn,
        ) => is_name || pattern.len() > 1,
    }
}

/// Open letters fit often; the fewer there are, the better the place must be.
fn is_enough(pattern: &Pattern, place: MatchPosition, field: Field) -> bool {
    let begins = match place {
        MatchPosition::Whole | MatchPosition::Start | MatchPosition::Turn => true,
        MatchPosition::Inside | MatchPosition::Torn => false,
    };
    match pattern.len() {
        0 | 1 => begins && (field <= Field::Name || !pattern.is_initial()),
        2 => begins && (field <= Field::Label || pattern.exact_letters() > 0),
        _ => begins || field <= Field::Label || pattern.exact_letters() > 1,
    }
}

fn base(how: How) -> Rank {
    let looser = match how {
        How::Literal | How::Stem => 0,
        How::Synonym => 1,
        How::Begun => 2,
        How::Heard => 3,
        How::Layout => 4,
    };
    looser * OF_READING
}

fn within(place: MatchPosition, field: Field, pattern: &Pattern) -> Rank {
    match (field, place) {
        (_, MatchPosition::Inside) if pattern.script() == Script::Latin => 7,
        (Field::Title, MatchPosition::Whole) => TITLE_WORD,
        (Field::Title, MatchPosition::Start | MatchPosition::Turn) => 2,
        (Field::Title, MatchPosition::Inside | MatchPosition::Torn) => 3,
        (Field::Name, _) => 4,
        (Field::Label, _) => FIGURE,
        (Field::Text, _) => TEXT,
    }
}
