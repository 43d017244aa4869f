//! The foot of the widget: tools, citation and terms, and which version of the data this is.

use leptos::prelude::*;
use maud::html;

use super::controls::Button;
use crate::bundle::{DATA, VERSION};
use crate::edition::Edition;
use crate::html::fact;
use crate::store::dialog::{Dialog, ExportSubject};
use crate::store::{Action, Store};
use crate::view::{BoxedView, Handler, IntoBoxed, handler, lazy_html};
use crate::words;

/// Sharing, exporting and copying, where they are offered; citation and rights.
#[component]
pub fn Footer(store: Store, edition: Edition) -> BoxedView {
    let (report, lang) = (edition.report, edition.lang);
    let has_tools = store.config.has_tools;
    let tools = has_tools.then(|| view! { <Tools store edition/> }.boxed());
    let copy = has_tools.then(|| {
        let press = dispatch(store, Action::Copy(DATA.to_owned()));
        view! { <Button class="copy-digest" text=words::COPY.get(lang) press/> }.boxed()
    });
    view! {
        <footer class="foot" part="footer">
            {tools}
            <dl inner_html=lazy_html(move || html! {
                (fact(words::CITE.get(lang), report.citation.get(lang), lang))
                (fact(words::RIGHTS.get(lang), report.rights.get(lang), lang))
                div.version {
                    dt { (words::FROZEN.get(lang)) }
                    dd { (VERSION) " · SHA-256 " code { (DATA) } }
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
            <Button class="share-view" text=words::SHARE.get(lang) press=dispatch(store, Action::Share)/>
            <Button class="export" text=words::EXPORT.get(lang) press=dispatch(store, Action::OpenDialog(export))/>
            <Button class="embed" text=words::EMBED.get(lang) press=dispatch(store, Action::OpenDialog(Dialog::Embed))/>
            <Button class="copy-citation" text=words::COPY_CITATION.get(lang) press=dispatch(store, Action::Copy(citation))/>
        </div>
    }
    .boxed()
}

fn dispatch(store: Store, action: Action) -> Handler {
    handler(move || store.dispatch(action.clone()))
}
