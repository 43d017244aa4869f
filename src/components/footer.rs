//! The foot of the widget: tools, citation and terms, and which version of the data this is.

use leptos::prelude::*;
use maud::html;

use super::controls::Button;
use crate::bundle::VERSION;
use crate::html::{external_link, fact};
use crate::i18n::Message;
use crate::report::Edition;
use crate::store::dialog::{Dialog, ExportSubject};
use crate::store::{Action, Store};
use crate::view::{BoxedView, Handler, IntoBoxed, handler, lazy_html};

/// Sharing, exporting and copying, where they are offered; citation and rights.
#[component]
pub fn Footer(store: Store, edition: Edition) -> BoxedView {
    let (report, lang) = (edition.report, edition.lang);
    let digest = store.library.digest;
    let has_tools = store.config.has_tools;
    let tools = has_tools.then(|| view! { <Tools store edition/> }.boxed());
    let copy = has_tools.then(|| {
        let press = dispatch(store, Action::Copy(digest.to_owned()));
        view! { <Button class="copy-digest" text=Message::Copy.get(lang) press/> }.boxed()
    });
    view! {
        <footer class="foot" part="footer">
            {tools}
            <dl inner_html=lazy_html(move || html! {
                (fact(Message::Cite.get(lang), report.citation.get(lang), lang))
                (fact(Message::Rights.get(lang), report.rights.get(lang), lang))
                @if let Some(document) = &report.document {
                    div {
                        dt { (Message::Document.get(lang)) }
                        dd {
                            (external_link(document.url, document.url))
                            @if let Some(digest) = document.sha256 { " · SHA-256 " code { (digest) } }
                        }
                    }
                }
                div.version {
                    dt { (Message::DataDigest.get(lang)) }
                    dd { (VERSION) " · SHA-256 " code { (digest) } }
                }
            })></dl>
            {copy}
        </footer>
    }
    .boxed()
}

#[component]
fn Tools(store: Store, edition: Edition) -> BoxedView {
    let (report, lang) = (edition.report, edition.lang);
    let citation = report.citation.get(lang).to_owned();
    let export = Dialog::Export(ExportSubject::Results);
    view! {
        <div class="tools">
            <Button class="share-view" text=Message::Share.get(lang) press=dispatch(store, Action::Share)/>
            <Button class="export" text=Message::Export.get(lang) press=dispatch(store, Action::OpenDialog(export))/>
            <Button class="embed" text=Message::Embed.get(lang) press=dispatch(store, Action::OpenDialog(Dialog::Embed))/>
            <Button class="copy-citation" text=Message::CopyCitation.get(lang) press=dispatch(store, Action::Copy(citation))/>
        </div>
    }
    .boxed()
}

fn dispatch(store: Store, action: Action) -> Handler {
    handler(move || store.dispatch(action.clone()))
}
