//! The snippets that show the present view in another page, as an element and as an iframe.

use leptos::prelude::*;
use maud::Render;

use super::frame::DialogFrame;
use crate::components::host::{HostHandle, host};
use crate::i18n::Message;
use crate::location::Location;
use crate::report::Lang;
use crate::state::{RouteState, address};
use crate::store::{Action, Store};
use crate::view::{BoxedView, IntoBoxed, on_click};

/// The "Embed" dialog.
#[component]
pub fn EmbedDialog(store: Store) -> BoxedView {
    let lang = store.current_lang();
    let location = host().and_then(HostHandle::get).map(|host| host.location());
    let snippets = location.map(|location| Snippets::new(store, &location)).unwrap_or_default();
    let content = view! {
        <div>
            <p>{Message::EmbedLead.get(lang)}</p>
            <Snippet store name="element" title=Message::EmbedElement text=snippets.element note=None/>
            <Snippet store name="frame" title=Message::EmbedFrame text=snippets.frame note=Some(Message::EmbedNote)/>
        </div>
    }
    .built();
    view! { <DialogFrame store class="embed" title=Message::EmbedTitle.get(lang) content/> }.built()
}

/// One snippet, with a button that copies it.
#[component]
fn Snippet(
    store: Store,
    name: &'static str,
    title: Message,
    text: String,
    note: Option<Message>,
) -> BoxedView {
    let lang = store.current_lang();
    let (id, label) = (format!("embed-{name}"), format!("embed-{name}-label"));
    let note = note.map(|note| view! { <p>{note.get(lang)}</p> }.built());
    let copied = text.clone();
    let host = host();
    let copy = on_click(move || {
        store.dispatch(Action::DialogMessage(None));
        let after_copy = move |copied| {
            let message = if copied { Message::Copied } else { Message::EmbedNotCopied };
            store.dispatch(Action::DialogMessage(Some(message)));
        };
        if let Some(host) = host.and_then(HostHandle::get) {
            host.copy(&copied, Box::new(after_copy));
        }
    });
    view! {
        <section>
            <label for=id.clone() id=label.clone()>{title.get(lang)}</label>
            <button type="button" data-snippet=name aria-describedby=label on:click=copy>
                {Message::Copy.get(lang)}
            </button>
            <textarea id=id.clone() readonly="" spellcheck="false" rows="5">{text}</textarea>
            {note}
        </section>
    }
    .built()
}

/// The lines of both ways to embed.
#[derive(Debug, Default, PartialEq, Eq)]
struct Snippets {
    element: String,
    frame: String,
}

impl Snippets {
    fn new(store: Store, location: &Location) -> Self {
        let route = store.route.get_untracked();
        let report = store.current_report();
        let lang = store.current_lang();
        let title = report.title.get(lang);
        let attributes = attributes(&route, report.id, lang, location, store);
        let in_element = attributes.iter().fold(String::new(), |out, (name, value)| {
            out + &format!(" {name}=\"{}\"", escaped(value))
        });
        let query =
            address::query_string(attributes.iter().map(|(name, value)| (*name, value.as_str())));
        let file = |name: &str| escaped(&format!("{}{name}", location.bundle));
        Self {
            element: format!(
                "<script type=\"module\" src=\"{}\"></script>\n<report-widget{in_element}>\n  <a href=\"{}\">{}</a>\n</report-widget>",
                file("report-widget.js"),
                file(""),
                escaped(title),
            ),
            frame: format!(
                "<iframe src=\"{}\" title=\"{}\" data-report-frame loading=\"lazy\" width=\"100%\" height=\"640\" sandbox=\"allow-scripts allow-popups allow-downloads\" allow=\"clipboard-write\"></iframe>\n<script src=\"{}\" defer></script>",
                file(&format!("embed.html?{query}")),
                escaped(title),
                file("report-frame.js"),
            ),
        }
    }
}

/// The attributes that show a view.
fn attributes(
    route: &RouteState,
    report: &str,
    lang: Lang,
    location: &Location,
    store: Store,
) -> Vec<(&'static str, String)> {
    let view = address::values(route, store.library);
    let of_view =
        |name: &str| view.iter().find(|(other, _)| *other == name).map(|(_, value)| value.clone());
    let all = [
        ("report", Some(report.to_owned())),
        ("lang", Some(lang.tag().to_owned())),
        ("theme", location.theme.clone()),
        ("part", of_view("part")),
        ("query", of_view("query")),
        ("filters", of_view("filters")),
        ("card", of_view("card")),
        ("motion", location.motion.clone()),
    ];
    let given = all.into_iter().filter_map(|(name, value)| Some((name, value?)));
    given.filter(|(_, value)| !value.is_empty()).collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    text.render_to(&mut out);
    out
}
