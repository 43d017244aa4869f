//! What each component shows for a given state, as the prerendered page has it.

use leptos::prelude::*;
use leptos::reactive::owner::Owner;

use super::app::{App, AppProps};
use super::card::{CardItem, CardItemProps};
use super::chips::{Chips, ChipsProps};
use super::corrections::{Corrections, CorrectionsProps};
use super::counter::{Counter, CounterProps};
use super::dialogs::{DialogHost, DialogHostProps};
use super::errata::{ErrataSection, ErrataSectionProps};
use super::figure::{FigureItem, FigureItemProps};
use super::filters::{FilterGroups, FilterGroupsProps, Filters, FiltersProps};
use super::footer::{Footer, FooterProps};
use super::headline::{HeadlineItem, HeadlineItemProps};
use super::hero::{Hero, HeroProps};
use super::notice::{Notices, NoticesProps};
use super::part_nav::{PartNav, PartNavProps};
use super::result_status::{ResultStatus, ResultStatusProps};
use super::results::{Results, ResultsProps};
use super::search_box::{SearchBox, SearchBoxProps};
use super::sort_menu::{SortMenu, SortMenuProps};
use super::tally::{Tally, TallyProps};
use super::timeline::{Timeline, TimelineProps};
use super::topbar::{Topbar, TopbarProps};
use crate::bundle::{SEARCH_TERMS, library};
use crate::i18n::{self, Message};
use crate::report::Edition;
use crate::report::{Facet, FigureRef, Lang};
use crate::search::{Index, Request};
use crate::state::{RouteState, Sort};
use crate::store::dialog::{Dialog, ExportSubject};
use crate::store::{Action, Config, Store};
use crate::view::BoxedView;

/// A component of the white paper after some actions, as HTML without Leptos' markers.
fn shown(
    lang: Lang,
    has_tools: bool,
    actions: &[Action],
    component: impl FnOnce(Store, Edition) -> BoxedView,
) -> String {
    let owner = Owner::new();
    let html = owner.with(|| {
        let config = Config { has_tools };
        let store = Store::new(library(), RouteState::default(), lang, config, |_| {});
        for action in actions {
            store.dispatch(action.clone());
        }
        let edition = untrack(|| store.edition());
        component(store, edition).to_html()
    });
    owner.cleanup();
    html.replace("<!>", "")
}

/// The same in Korean, with all tools.
fn korean(actions: &[Action], component: impl FnOnce(Store, Edition) -> BoxedView) -> String {
    shown(Lang::Ko, true, actions, component)
}

/// Asserts that a text has all of these pieces, in this order.
fn has_in_order(html: &str, pieces: &[&str]) {
    let mut rest = html;
    for piece in pieces {
        let at = rest.find(piece).unwrap_or_else(|| panic!("no {piece} in {rest}"));
        rest = &rest[at + piece.len()..];
    }
}

fn query(words: &str) -> Action {
    Action::SetQuery(words.to_owned())
}

#[test]
fn the_bar_on_top_marks_the_report_and_the_language_and_can_do_without_reports() {
    let bar = |store, _: Edition| Topbar(TopbarProps { store });
    has_in_order(
        &korean(&[], bar),
        &[
            "data-report=\"white-paper-2022\" aria-pressed=\"true\"",
            "data-report=\"story-2021\" aria-pressed=\"false\"",
            "data-lang=\"ko\" aria-pressed=\"true\"",
            "data-lang=\"en\" aria-pressed=\"false\"",
        ],
    );
    let small = shown(Lang::En, false, &[], bar);
    assert!(!small.contains("data-report"), "{small}");
    has_in_order(&small, &["data-lang=\"ko\" aria-pressed=\"false\"", "data-lang=\"en\""]);
}

#[test]
fn the_opening_has_the_title_the_headlines_and_how_many_add_up() {
    let report = &library().reports[0];
    let html = korean(&[], |store, edition| Hero(HeroProps { store, edition }));
    let traced = i18n::traced(report, Lang::Ko);
    has_in_order(&html, &["part=\"hero\"", "<h2 ", "class=\"greats\"", &traced]);
    assert_eq!(html.matches("data-headline=").count(), report.headlines().count());
}

#[test]
fn a_headline_has_its_number_its_part_and_its_trace_open_when_asked() {
    let part = &library().reports[0].parts[0];
    let trace = crate::state::Trace::Headline { part: 1, headline: 0 };
    let item = |store, edition| HeadlineItem(HeadlineItemProps { store, edition, part, index: 0 });
    has_in_order(
        &korean(&[], item),
        &[
            "data-headline=\"part-1/",
            "href=\"#part-1\"",
            "data-trace=",
            "<summary",
            "<data value=\"2297309797\">",
            "</summary>",
        ],
    );
    let html = korean(&[Action::TraceToggled(trace, true)], item);
    has_in_order(&html, &["<details", "data-trace=\"part-1/", "class=\"facts\"", "class=\"sum\""]);
}

#[test]
fn a_counter_is_real_text_from_the_first_paint() {
    let figure = &library().reports[0].parts[0].headlines[0].figure;
    let counter = |_, edition: Edition| Counter(CounterProps { figure, lang: edition.lang });
    let korean = korean(&[], counter);
    has_in_order(&korean, &["part=\"counter\"", "value=\"2297309797\"", "22", "9730", "9797"]);
    let english = shown(Lang::En, true, &[], counter);
    has_in_order(&english, &["value=\"2297309797\"", "2,297,309,797"]);
}

#[test]
fn a_tally_lists_its_terms_its_remainder_and_its_total() {
    let report = &library().reports[0];
    for (_, headline) in report.headlines() {
        let html = korean(&[], |_, edition| Tally(TallyProps { edition, headline }));
        let tally = headline.tally.as_ref();
        let terms = tally.map_or(0, |tally| tally.terms.len());
        assert_eq!(html.matches("data-term=").count(), terms, "{html}");
        let has_remainder = tally.is_some_and(|tally| !tally.remainder.is_zero());
        assert_eq!(html.contains("class=\"remainder\""), has_remainder, "{html}");
        assert_eq!(html.contains("no-tally"), tally.is_none(), "{html}");
        let reconstructed = html.matches(Message::Reconstructed.get(Lang::Ko)).count();
        assert_eq!(reconstructed, usize::from(tally.is_some()), "{html}");
    }
}

#[test]
fn parts_are_linked_and_the_one_on_screen_is_marked() {
    let nav = |store, edition| PartNav(PartNavProps { store, edition });
    let html = korean(&[], nav);
    assert_eq!(html.matches("data-nav=").count(), 7);
    assert!(!html.contains("aria-current"), "{html}");
    let html = korean(&[Action::PartPassed(3, true)], nav);
    has_in_order(&html, &["href=\"#part-3\"", "aria-current=\"true\""]);
    assert_eq!(html.matches("aria-current").count(), 1);
}

#[test]
fn the_search_box_has_a_named_field_the_button_of_the_filters_and_the_count() {
    let html = korean(&[], |store, edition| SearchBox(SearchBoxProps { store, edition }));
    let name = Message::Search.get(Lang::Ko);
    has_in_order(
        &html,
        &[name, "type=\"search\"", "popovertarget=\"facets\"", "data-result-count"],
    );
}

#[test]
fn the_result_status_counts_what_was_found() {
    let status = |store, edition| ResultStatus(ResultStatusProps { store, edition });
    has_in_order(&korean(&[], status), &["data-result-count=\"47\" data-of=\"47\"", "카드 47개"]);
    let html = korean(&[query("없는말이다")], status);
    has_in_order(&html, &["data-result-count=\"0\""]);
}

#[test]
fn a_card_says_which_words_only_the_document_prints() {
    let cards = |store, edition| Results(ResultsProps { store, edition });
    let terms = Action::SearchTermsLoaded(SEARCH_TERMS.into());
    let reason = "본문에 '퀵'이 나옵니다";
    let html = korean(&[query("퀵"), terms.clone()], cards);
    has_in_order(&html, &["class=\"printed-words\"", reason, "쪽</span>"]);
    for actions in [&[query("퀵")][..], &[terms, query("마스크")]] {
        let html = korean(actions, cards);
        assert!(!html.contains(reason), "{html}");
    }
}

#[test]
fn other_words_are_offered_and_announced_once_the_reader_pauses() {
    let offers = |store, edition| Corrections(CorrectionsProps { store, edition });
    let status = |store, edition| ResultStatus(ResultStatusProps { store, edition });
    let question = "'마스크'를 찾으셨나요?";
    let paused = [query("마스쿠"), Action::Settle];
    has_in_order(&korean(&paused, offers), &["class=\"chip\"", question, "카드 "]);
    has_in_order(&korean(&paused, status), &["role=\"status\"", "찾은 내용이 없습니다", question]);
    let typing_on = [query("마스쿠"), Action::Settle, query("마스크")];
    for actions in [&[query("마스쿠")][..], &typing_on, &[query("마스크"), Action::Settle]] {
        let html = korean(actions, offers);
        assert!(html.contains(" hidden ") && !html.contains("button"), "{html}");
    }
}

#[test]
fn every_order_is_offered() {
    let html = korean(&[], |store, edition| SortMenu(SortMenuProps { store, edition }));
    has_in_order(&html, &["value=\"report\"", "value=\"size\"", "value=\"date\""]);
}

#[test]
fn chips_stand_for_the_chosen_filters() {
    let chips = |store, edition| Chips(ChipsProps { store, edition });
    let html = korean(&[], chips);
    assert!(html.starts_with("<div hidden class=\"chips\""), "{html}");
    let chosen = Action::ToggleFilter(Facet::Theme, "masks".to_owned());
    let html = korean(std::slice::from_ref(&chosen), chips);
    assert_eq!(html.matches("class=\"chip\"").count(), 1, "{html}");
    let html = korean(&[chosen.clone(), chosen], chips);
    assert_eq!(html.matches("class=\"chip\"").count(), 0, "{html}");
}

#[test]
fn filters_say_what_they_give_and_which_are_chosen() {
    let filters = |store, _: Edition| FilterGroups(FilterGroupsProps { store, lang: Lang::Ko });
    let html = korean(&[], filters);
    assert!(html.contains("data-facet=\"theme\" data-value=\"masks\""), "{html}");
    assert!(!html.contains("aria-pressed=\"true\""));
    let choose = Action::ToggleFilter(Facet::Theme, "masks".to_owned());
    let html = korean(&[choose, Action::FrameDrawn], filters);
    assert_eq!(html.matches("aria-pressed=\"true\"").count(), 1);
}

#[test]
fn results_stand_under_their_parts_their_units_or_one_heading() {
    use crate::state::Sort;
    let results = |store, edition| Results(ResultsProps { store, edition });
    let html = korean(&[], results);
    assert_eq!(html.matches("data-part=").count(), 7);
    assert_eq!(html.matches("data-card=").count(), 47);
    let html = korean(&[query("마스크")], results);
    assert_eq!(html.matches("data-part=").count(), 0);
    assert!(html.contains("<mark>마스크</mark>"), "{html}");
    let html = korean(&[Action::SetSort(Sort::Size)], results);
    assert!(html.matches("class=\"unit\"").count() > 3);
    let html = korean(&[query("마스크 없는말이다")], results);
    has_in_order(&html, &["class=\"nothing\"", "class=\"chip\"", "'없는말이다'"]);
}

#[test]
fn a_figure_of_a_card_has_its_label_its_number_and_its_trace() {
    let at = FigureRef { card: 6, figure: 0 };
    let figure = &library().reports[0].cards[6].figures[0];
    let html = korean(&[], |store, edition| FigureItem(FigureItemProps { store, edition, at }));
    let value = format!("value=\"{}\"", figure.value.as_str());
    has_in_order(
        &html,
        &["data-trace=", figure.label.ko, &value, "class=\"facts\"", "class=\"copy\""],
    );
}

#[test]
fn digits_stand_beside_words_that_write_the_number_in_another_way_and_are_said_once() {
    let at = FigureRef { card: 6, figure: 0 };
    for (lang, exact) in [
        (
            Lang::Ko,
            "<span class=\"digits\" aria-hidden=\"true\">48,130,494</span> 4813만 494회</dd>",
        ),
        (Lang::En, "<span class=\"digits\">48,130,494 times</span></dd>"),
    ] {
        let html = shown(lang, true, &[], |store, edition| {
            FigureItem(FigureItemProps { store, edition, at })
        });
        has_in_order(&html, &["<dd class=\"exact\">", exact]);
    }
}

/// How often an HTML text says that it shows what our source text reads, and that this is no error
/// of the publisher's.
fn source_notes(html: &str) -> (usize, usize) {
    let count = |text: Message| html.matches(text.get(Lang::Ko)).count();
    (count(Message::SourceText), count(Message::SourceTextLead))
}

#[test]
fn source_notes_stand_where_they_belong_and_never_among_the_errata() {
    let report = &library().reports[0];
    let index = |id: &str| report.card_index(id).expect("the white paper has this card");

    // About a figure: in its trace, and not in that of another.
    let card = index("gubbi-notices");
    let traces = (0_u16..).zip(&report.cards[card as usize].figures).map(|(figure, of)| {
        let at = FigureRef { card, figure };
        (of.id, korean(&[], |store, edition| FigureItem(FigureItemProps { store, edition, at })))
    });
    for (id, html) in traces {
        let expected = usize::from(id == "gubbi-messages");
        assert_eq!(source_notes(&html), (expected, expected), "{id}");
        assert_eq!(html.contains("국민비서 ‘구베’ 관련"), id == "gubbi-messages", "{id}");
    }

    // About a headline, or about the opening of its part: in its receipt.
    for (no, reads) in [(2, "이용횟수 메시지 발송건수"), (5, "곳곳하게")] {
        let part = report.part(no).expect("the white paper has this part");
        let notes = part.headlines.iter().zip(0_u16..).map(|(_, index)| {
            korean(&[], |store, edition| {
                HeadlineItem(HeadlineItemProps { store, edition, part, index })
            })
        });
        let with: Vec<bool> = notes.map(|html| html.contains(reads)).collect();
        assert_eq!(with.iter().filter(|has| **has).count(), 1, "part {no}");
        assert!(with[0], "part {no}");
    }

    // About the rest of a section: on its card, once, beside none of its figures.
    let index = index("gubbi-chatbot");
    let html = korean(&[], |store, edition| CardItem(CardItemProps { store, edition, index }));
    assert_eq!(source_notes(&html), (2, 1), "{html}");
    has_in_order(
        &html,
        &[
            "class=\"printed\"",
            "class=\"source-note\"",
            "국민비서 구뵈가",
            Message::Reading.get(Lang::Ko),
            "<cite>",
        ],
    );

    // About the document: below the list of errata, which has none.
    let html = korean(&[], |store, _| App(AppProps { store }));
    has_in_order(
        &html,
        &["id=\"errata\"", "</section>", "카카오 코로나 백신, 두 번째 이야기", "part=\"footer\""],
    );
    let list = korean(&[], |store, edition| {
        ErrataSection(ErrataSectionProps { store, edition }).expect("the white paper has errata")
    });
    assert_eq!(source_notes(&list), (0, 0));
    let cards = report.cards.iter().flat_map(|card| &card.source_text);
    let parts = report.parts.iter().flat_map(|part| &part.source_text);
    let all = cards.chain(parts).chain(&report.source_text).count();
    assert_eq!(source_notes(&html).0, all, "each of them once");
}

#[test]
fn the_timeline_offers_the_years_of_the_report() {
    let html = korean(&[Action::ToggleFilter(Facet::Year, "2021".to_owned())], |store, edition| {
        Timeline(TimelineProps { store, edition }).expect("the white paper has dates")
    });
    has_in_order(&html, &["data-year=\"2020\" aria-pressed=\"false\"", "data-year=\"2021\""]);
    has_in_order(&html, &["data-years=\"2021\""]);
}

#[test]
fn what_needs_the_program_is_not_written_into_the_page() {
    let filters = korean(&[], |store, edition| Filters(FiltersProps { store, edition }));
    has_in_order(&filters, &["part=\"facets\"", "class=\"groups\"></div>", "class=\"done\""]);
}

#[test]
fn a_headline_says_what_it_is_made_of_in_a_bar_and_in_a_sentence() {
    let report = &library().reports[0];
    for part in &report.parts {
        for (headline, index) in part.headlines.iter().zip(0_u16..) {
            let html = korean(&[], |store, edition| {
                HeadlineItem(HeadlineItemProps { store, edition, part, index })
            });
            let composition = crate::number::Composition::of(report, headline).expect("a tally");
            let (card, share) = composition.largest().expect("a term");
            let title = report.cards[card as usize].title.ko;
            has_in_order(&html, &["<summary", "aria-hidden=\"true\"", &share, title, "</summary>"]);
            let has_remainder = composition.remainder > 0;
            assert_eq!(html.contains("class=\"rest\""), has_remainder, "{html}");
            assert_eq!(html.contains("설명되지 않습니다"), has_remainder, "{html}");
        }
    }
}

#[test]
fn a_card_shows_its_share_its_series_or_its_small_number_and_that_the_document_contradicts_itself()
{
    let report = &library().reports[0];
    let shown = |id: &str| {
        let index = report.card_index(id).expect("the white paper has this card");
        let html = korean(&[], |store, edition| CardItem(CardItemProps { store, edition, index }));
        let (summary, _) = html.split_once("</summary>").expect("a summary");
        summary.to_owned()
    };
    let share = shown("covid-status");
    has_in_order(&share, &["class=\"lead\"", "대상: 모두", "class=\"bar\"", "1부 수치의 91.4%"]);
    has_in_order(&share, &["class=\"mark\"", "title=\"서로 다른 곳 5\"", ">5</span>"]);
    let series = shown("autopay");
    has_in_order(&series, &["class=\"bar columns\" ", "class=\"most\"", "2019년 1분기 23%"]);
    assert_eq!(series.matches("V1000").count(), 3, "{series}");
    // Three organisations, and a hundred in rows; a piece is 10 wide, a gap 2.
    has_in_order(&shown("oecd"), &["class=\"count\" viewBox=\"0 0 34 10\"", "d=\"M0 5H34\""]);
    has_in_order(&shown("contactless-sales"), &["viewBox=\"0 0 238 58\"", "d=\"M0 5H238M0 17H238"]);
    let neither = shown("farm-produce");
    assert!(!neither.contains("<svg"), "{neither}");
}

#[test]
fn a_part_says_what_it_has_and_leads_to_its_neighbours_and_to_the_top() {
    let results = |store, edition| Results(ResultsProps { store, edition });
    let html = korean(&[], results);
    let brief = "서비스와 활동 3가지 · 대상: 택시·대리 기사, 승객 · 2018년부터";
    has_in_order(&html, &[brief, "href=\"#part-4\"", "href=\"#part-6\"", "href=\"#top\""]);
    assert_eq!(html.matches("class=\"part-end\"").count(), 7);
    let html = korean(&[Action::ToggleFilter(Facet::Part, "5".to_owned())], results);
    assert!(html.contains("<div hidden class=\"part-end\""), "{html}");
}

#[test]
fn a_filter_of_many_values_is_folded_until_more_are_asked_for() {
    let filters = |store, _: Edition| FilterGroups(FilterGroupsProps { store, lang: Lang::Ko });
    let folded = |html: &str| html.matches("values folded").count();
    let all = folded(&korean(&[], filters));
    assert!(all > 1);
    let unfold = Action::FoldFilter(Facet::Theme);
    assert_eq!(folded(&korean(std::slice::from_ref(&unfold), filters)), all - 1);
    assert_eq!(folded(&korean(&[unfold.clone(), unfold], filters)), all);
}

#[test]
fn errata_are_counted_and_filtered_by_kind() {
    use crate::state::errata::{choices, listed};
    let report = &library().reports[0];
    let section = |store, edition| {
        ErrataSection(ErrataSectionProps { store, edition }).expect("the white paper has errata")
    };
    let choice = choices(report)[0];
    let html = korean(&[Action::FilterErrata(choice)], section);
    let count = format!("data-errata-count=\"{}\"", listed(report, choice).len());
    has_in_order(&html, &["aria-pressed=\"true\"", &count]);
}

#[test]
fn the_footer_has_tools_only_where_they_are_offered() {
    let footer = |store, edition| Footer(FooterProps { store, edition });
    let html = korean(&[], footer);
    has_in_order(
        &html,
        &["class=\"share-view\"", "class=\"export\"", "class=\"embed\"", "SHA-256"],
    );
    let html = shown(Lang::Ko, false, &[], footer);
    assert!(!html.contains("<button") && html.contains("SHA-256"), "{html}");
}

#[test]
fn a_notice_speaks_the_readers_language() {
    let notice = |store, _: Edition| Notices(NoticesProps { store });
    let copied = [Action::Notify(Message::Copied)];
    assert!(korean(&copied, notice).contains(Message::Copied.get(Lang::Ko)));
    assert!(shown(Lang::En, true, &copied, notice).contains(Message::Copied.get(Lang::En)));
}

#[test]
fn a_year_says_how_many_cards_its_filter_gives() {
    let timeline = |store, edition| Timeline(TimelineProps { store, edition }).unwrap();
    let html = korean(&[], timeline);
    let index = Index::new(&library().reports[0]);
    let chips: Vec<&str> = html.split("data-year=\"").skip(1).collect();
    assert!(!chips.is_empty());
    for chip in chips {
        let year = chip.split('"').next().unwrap();
        let mut route = RouteState::default();
        route.toggle(Facet::Year, year);
        let request = Request { query: "", filters: &route.filters, sort: Sort::Report };
        let found = index.search(&request).cards.len();
        assert!(chip.contains(&format!("<span class=\"n\">{found}</span>")), "{year}: {chip}");
    }
}

#[test]
fn dialogs_show_what_they_are_about() {
    let dialog = |store, _: Edition| DialogHost(DialogHostProps { store });
    assert!(!korean(&[], dialog).contains("<dialog"));
    let html = korean(&[Action::OpenDialog(Dialog::Embed)], dialog);
    has_in_order(&html, &["dialog embed", "data-snippet=\"element\"", "data-snippet=\"frame\""]);
    let card = Action::OpenDialog(Dialog::Export(ExportSubject::Card(6)));
    let html = korean(std::slice::from_ref(&card), dialog);
    has_in_order(&html, &["export-dialog", "data-take=\"copyCsv\"", "data-take=\"copyKo\""]);
    assert!(!korean(&[card, Action::CloseDialog], dialog).contains("<dialog"));
}

/// The actions that choose two cards of one unit to be compared.
fn two_chosen() -> [Action; 2] {
    ["public-masks", "screening-clinics"].map(|id| {
        let card = library().reports[0].card_index(id).expect("the white paper has this card");
        Action::ToggleChosen(card)
    })
}

#[test]
fn the_bar_says_how_many_cards_are_chosen() {
    let bar = |store, _: Edition| Notices(NoticesProps { store });
    assert!(!korean(&[], bar).contains("<button"));
    has_in_order(&korean(&two_chosen(), bar), &["카드 2개", "비교하기", "모두 지우기"]);
}

#[test]
fn a_comparison_shows_names_sources_bars_and_values() {
    let dialog = |store, _: Edition| DialogHost(DialogHostProps { store });
    let [one, other] = two_chosen();
    let html = korean(&[one, other, Action::OpenDialog(Dialog::Compare)], dialog);
    has_in_order(
        &html,
        &[
            "dialog compare",
            "href=\"#card-public-masks\"",
            "쪽",
            "<data value=\"48130494\">4813만 494회</data>",
            "class=\"bar\"",
            "href=\"#card-screening-clinics\"",
            "class=\"bar\"",
        ],
    );
}

#[test]
fn a_story_tells_its_place_its_number_and_its_source_on_each_screen() {
    let dialog = |store, _: Edition| DialogHost(DialogHostProps { store });
    let html = korean(&[Action::OpenDialog(Dialog::Story)], dialog);
    has_in_order(
        &html,
        &[
            "dialog story-dialog",
            "1 / 12",
            "코로나19 관련 정보 조회",
            "value=\"2297309797\"",
            "class=\"bar\"",
            "href=\"#part-1/",
            "5쪽",
            "12 / 12",
        ],
    );
}

#[test]
fn the_app_is_the_whole_page_in_one_language() {
    for (lang, title) in [(Lang::Ko, library().reports[0].title.ko), (Lang::En, "White Paper")] {
        let html = shown(lang, true, &[], |store, _| App(AppProps { store }));
        let lang = format!("lang=\"{}\"", lang.tag());
        has_in_order(&html, &["class=\"widget\"", &lang, title, "part=\"footer\""]);
    }
}
