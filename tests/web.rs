//! The widget in a browser, without `element.js`: mounted, updated, taken off
//! again; alone and side by side; over and over. What stays behind would stay
//! in the pages of others.

#![cfg(target_family = "wasm")]

#[path = "web/stage.rs"]
mod stage;

use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::HtmlElement;

use stage::{Stage, document, settle};

wasm_bindgen_test_configure!(run_in_browser);

const CARDS: &str = "[data-card]";
const MASKS: &str = "[data-facet=theme][data-value=masks]";

/// How many elements the whole page holds.
fn elements() -> u32 {
    document().query_selector_all("*").expect("a selector").length()
}

fn count_shown(stage: &Stage) -> Option<u32> {
    stage.find("[data-result-count]")?.get_attribute("data-result-count")?.parse().ok()
}

#[wasm_bindgen_test]
async fn a_mounted_widget_shows_the_whole_report_and_says_so() {
    let stage = Stage::mount(&[]);
    settle().await;
    assert_eq!(stage.count("[data-part]"), 7);
    assert_eq!(stage.count(CARDS), 47);
    assert_eq!(count_shown(&stage), Some(47));
    assert_eq!(
        stage.count("[data-headline] data[value]"),
        stage.count("[data-headline]") + rows(&stage)
    );
    assert_eq!(stage.messages(), ["report-ready"]);
}

/// Values in the sums of the great numbers.
fn rows(stage: &Stage) -> u32 {
    stage.count("[data-headline] .sum data[value]")
}

#[wasm_bindgen_test]
async fn an_attribute_set_anew_is_drawn_in_place_and_reported() {
    let stage = Stage::mount(&[]);
    settle().await;
    let field = stage.find("input[type=search]").expect("a field");
    let title = stage.text("h2");

    stage.set("filters", Some("theme:masks")).await;
    let masks = stage.count(CARDS);
    assert!(masks > 0 && masks < 47, "{masks} cards about masks");
    assert_eq!(count_shown(&stage), Some(masks));
    assert!(stage.find("input[type=search]").is_some_and(|now| now == field));
    assert_eq!(stage.messages(), ["report-ready", "report-change"]);

    stage.set("filters", None).await;
    assert_eq!(stage.count(CARDS), 47);

    stage.set("lang", Some("en")).await;
    assert_ne!(stage.text("h2"), title);
    stage.set("report", Some("story-2021")).await;
    assert_eq!(stage.count("[data-part]"), 4);
    stage.set("report", None).await;
    assert_eq!(stage.count("[data-part]"), 7);
}

#[wasm_bindgen_test]
async fn a_bad_attribute_is_complained_about_and_its_default_holds() {
    let stage = Stage::mount(&[("report", "annual-1999"), ("part", "99"), ("lang", "tlh")]);
    settle().await;
    let messages = stage.messages();
    assert_eq!(messages.len(), 4, "{messages:?}");
    assert!(messages[..3].iter().all(|words| words.contains("is not known")), "{messages:?}");
    assert_eq!(count_shown(&stage), Some(47));
}

#[wasm_bindgen_test]
async fn an_unmounted_widget_leaves_no_node_behind() {
    let before = elements();
    let mut stage = Stage::mount(&[("query", "마스크"), ("card", "safe-workplace")]);
    settle().await;
    stage.click(MASKS).await;
    assert!(elements() > before + 100);
    stage.unmount().await;
    assert!(!stage.has_nodes());
    assert_eq!(elements(), before + 1, "the place itself");
}

#[wasm_bindgen_test]
async fn an_unmounted_widget_hears_and_tells_nothing() {
    let mut stage = Stage::mount(&[]);
    settle().await;
    let button = stage.find(MASKS).expect("a filter");
    stage.unmount().await;
    let messages = stage.messages();
    button.unchecked_into::<HtmlElement>().click();
    settle().await;
    assert_eq!(stage.messages(), messages);
}

#[wasm_bindgen_test]
async fn two_widgets_are_independent() {
    let mut first = Stage::mount(&[]);
    let second = Stage::mount(&[("report", "story-2021"), ("lang", "en")]);
    settle().await;
    let title = second.text("h2");
    let cards = second.count(CARDS);

    first.click(MASKS).await;
    first.set("query", Some("마스크")).await;
    assert!(first.count(CARDS) < 47);
    assert_eq!((second.text("h2"), second.count(CARDS)), (title.clone(), cards));
    assert_eq!(second.messages(), ["report-ready"]);

    first.unmount().await;
    assert_eq!((second.text("h2"), second.count(CARDS)), (title, cards));
    second.click(MASKS).await;
    assert!(second.count(CARDS) < cards);
}

#[wasm_bindgen_test]
async fn two_hundred_widgets_come_and_go_without_a_trace() {
    let before = elements();
    for time in 0..200 {
        let stage = Stage::mount(&[("filters", "part:7")]);
        settle().await;
        assert_eq!(stage.count(CARDS), 2);
        drop(stage);
        assert_eq!(elements(), before, "after {time}");
    }
}

/// What a press does: what is pressed, what is looked at then, and what is seen before and after.
type Press = (&'static str, fn(&Stage) -> String, &'static str, &'static str);

fn title(stage: &Stage) -> String {
    stage.text("h2")
}

fn cards(stage: &Stage) -> String {
    count_shown(stage).unwrap_or_default().to_string()
}

fn chips(stage: &Stage) -> String {
    stage.count(".chips li").to_string()
}

fn open_cards(stage: &Stage) -> String {
    stage.count("[data-card][open]").to_string()
}

fn open_traces(stage: &Stage) -> String {
    stage.count("[data-trace][open]").to_string()
}

fn last_message(stage: &Stage) -> String {
    let message = stage.messages().pop().unwrap_or_default();
    message.split(' ').next().unwrap_or_default().to_owned()
}

fn dialogs(stage: &Stage) -> String {
    stage.count("dialog[open]").to_string()
}

fn open_lists(stage: &Stage) -> String {
    stage.count(":is([data-errata], .timeline-section)[open]").to_string()
}

fn kinds(stage: &Stage) -> String {
    stage.count(".kinds [aria-pressed=true]").to_string()
}

fn units(stage: &Stage) -> String {
    (stage.count(".unit:not([hidden])") > 0).to_string()
}

/// What a reader enters into a field: where, what, the event, what is looked at then, and what is
/// seen before and after.
type Entry =
    (&'static str, &'static str, &'static str, fn(&Stage) -> String, &'static str, &'static str);

#[wasm_bindgen_test]
async fn what_is_entered_is_searched_and_sorted() {
    const FIELD: &str = "input[type=search]";
    let stage = Stage::mount(&[]);
    settle().await;
    let entries: [Entry; 5] = [
        (FIELD, "마스크", "input", cards, "47", "7"),
        (FIELD, "카톡", "input", cards, "7", "17"),
        (FIELD, "", "input", cards, "17", "47"),
        ("select", "size", "change", units, "false", "true"),
        ("select", "report", "change", units, "true", "false"),
    ];
    for (field, value, event, seen, before, after) in entries {
        assert_eq!(seen(&stage), before, "before {value} in {field}");
        stage.enter(field, value, event).await;
        settle().await;
        assert_eq!(seen(&stage), after, "after {value} in {field}");
    }
    let asked = stage.messages().into_iter().filter(|message| message == "search-terms").count();
    assert_eq!(asked, 1, "index terms are asked for once");
}

#[wasm_bindgen_test]
async fn every_control_does_what_it_says() {
    let white_paper = "카카오 코로나 백서, 두 번째 이야기";
    let story = "카카오의 약속과 책임, 첫 번째 이야기: 코로나19";
    let english = "Kakao COVID-19 White Paper: The Second Story";
    let presses: [Press; 24] = [
        ("[data-report=story-2021]", title, white_paper, story),
        ("[data-report=white-paper-2022]", title, story, white_paper),
        ("[data-lang=en]", title, white_paper, english),
        ("[data-lang=ko]", title, english, white_paper),
        (MASKS, chips, "0", "1"),
        (".chips .chip", chips, "1", "0"),
        (MASKS, chips, "0", "1"),
        (".chips .clear", cards, "3", "47"),
        ("[data-year=\"2021\"]", chips, "0", "1"),
        ("[data-year=\"2021\"]", chips, "1", "0"),
        ("[data-card=public-masks] > summary", open_cards, "0", "1"),
        ("[data-headline] > .trace > summary", open_traces, "0", "1"),
        (".sum a", open_cards, "1", "2"),
        (".copy-citation", last_message, "report-change", "copy"),
        (".share-view", last_message, "copy", "share"),
        (".foot .embed", dialogs, "0", "1"),
        ("dialog .close", dialogs, "1", "0"),
        (".foot .export", dialogs, "0", "1"),
        ("dialog .close", dialogs, "1", "0"),
        ("[data-errata] > summary", open_lists, "0", "1"),
        (".timeline-section > summary", open_lists, "1", "2"),
        (".kinds button", kinds, "0", "1"),
        (".kinds button", kinds, "1", "0"),
        (".see a[data-report-link]", title, white_paper, story),
    ];
    let stage = Stage::mount(&[]);
    settle().await;
    for (pressed, seen, before, after) in presses {
        assert_eq!(seen(&stage), before, "before {pressed}");
        stage.click(pressed).await;
        // Disclosures and dialogs report their changes in a task of their own.
        settle().await;
        settle().await;
        assert_eq!(seen(&stage), after, "after {pressed}");
    }
}
