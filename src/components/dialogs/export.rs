//! Figures as CSV, JSON and XLSX, citations, a link and a picture: of a card, of a chart, or of all that
//! is shown. Whatever can be downloaded can be copied too, since web views inside other apps drop
//! downloads.

use std::sync::Arc;

use leptos::prelude::*;
use maud::html;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::frame::DialogFrame;
use super::subject::{Subject, citation_in};
use crate::components::controls::aria;
use crate::components::host::{HostHandle, Outcome, PictureUse, host};
use crate::export::BYTE_ORDER_MARK;
use crate::i18n::{self, Message};
use crate::report::Lang;
use crate::store::dialog::{ExportSubject, Shape};
use crate::store::{Action, Store};
use crate::view::{
    BoxedView, IntoBoxed, LazyHtml, derive, follow, hook, lazy_html, on_click, with_element,
};

/// What can be done with what is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ExportAction {
    CopyCsv,
    SaveCsv,
    CopyJson,
    SaveJson,
    SaveXlsx,
    CopyCitation(Lang),
    CopyLink,
    SetShape(Shape),
    UsePicture(PictureUse),
}

/// What the parts of the dialog share.
#[derive(Clone)]
struct Export {
    store: Store,
    host: Option<HostHandle>,
    subject: Arc<Subject>,
}

/// The "Export" dialog.
#[component]
pub fn ExportDialog(store: Store, subject: ExportSubject) -> BoxedView {
    let lang = store.current_lang();
    let host = host();
    let subject = Arc::new(Subject::new(store, &subject, host));
    let export = Export { store, host, subject };
    let languages = export.subject.citations.iter().map(|(lang, _)| *lang);
    let sections: Vec<_> = [figures(&export)]
        .into_iter()
        .chain(picture(&export))
        .chain((0..).zip(languages).map(|(at, lang)| citation(&export, lang, at == 0)))
        .chain(link(&export))
        .collect();
    let what = export.subject.what.clone();
    let content = view! {
        <div>
            <p>{what}</p>
            {sections}
            <p class="small">{Message::InApps.get(lang)}</p>
            <Uncopied store/>
        </div>
    }
    .built();
    view! { <DialogFrame store class="export-dialog" title=Message::Export.get(lang) content/> }
        .built()
}

/// The figures, as CSV and JSON.
fn figures(export: &Export) -> BoxedView {
    let (lang, count) = (export.lang(), export.subject.count);
    let text = if count == 0 { Message::NoFiguresHere } else { Message::ExactValues };
    let text = lazy_html(move || {
        html! {
            h3 { (i18n::figures(count, lang)) } p { (text.get(lang)) }
        }
    });
    let actions: &[_] = match count {
        0 => &[],
        _ => &[
            ("copyCsv", Message::CopyCsv, ExportAction::CopyCsv),
            ("saveCsv", Message::SaveCsv, ExportAction::SaveCsv),
            ("copyJson", Message::CopyJson, ExportAction::CopyJson),
            ("saveJson", Message::SaveJson, ExportAction::SaveJson),
            ("saveXlsx", Message::SaveXlsx, ExportAction::SaveXlsx),
        ],
    };
    section(export, text, actions)
}

/// A citation in one language; the first has the heading of all.
fn citation(export: &Export, of: Lang, is_first: bool) -> BoxedView {
    let (lang, citation) = (export.lang(), citation_in(&export.subject.citations, of).to_owned());
    let text = lazy_html(move || {
        html! {
            @if is_first { h3 { (Message::Citation.get(lang)) } }
            cite lang=(of.tag()) { (citation) }
        }
    });
    let action = match of {
        Lang::Ko => ("copyKo", Message::CopyKorean, ExportAction::CopyCitation(of)),
        Lang::En => ("copyEn", Message::CopyEnglish, ExportAction::CopyCitation(of)),
        Lang::Other(_) => ("copyOther", Message::CopyCitation, ExportAction::CopyCitation(of)),
    };
    section(export, text, &[action])
}

/// The link that others can follow.
fn link(export: &Export) -> Option<BoxedView> {
    let (lang, link) = (export.lang(), export.subject.link.clone()?);
    let text = lazy_html(move || {
        html! {
            h3 { (Message::Link.get(lang)) } p.address { (link) }
        }
    });
    Some(section(export, text, &[("copyLink", Message::CopyLink, ExportAction::CopyLink)]))
}

/// The picture in the shape that is chosen, and what can be done with it.
fn picture(export: &Export) -> Option<BoxedView> {
    let lang = export.lang();
    export.subject.picture.as_ref()?;
    let text = lazy_html(move || html! { h3 { (Message::Image.get(lang)) } });
    let shapes = [
        ("wide", Message::Wide, ExportAction::SetShape(Shape::Wide)),
        ("tall", Message::Tall, ExportAction::SetShape(Shape::Tall)),
    ];
    let uses = [
        ("copyImage", Message::CopyImage, ExportAction::UsePicture(PictureUse::Copy)),
        ("saveImage", Message::SaveImage, ExportAction::UsePicture(PictureUse::Save)),
        ("shareImage", Message::ShareImage, ExportAction::UsePicture(PictureUse::Share)),
    ];
    let drawing = export.clone();
    let draw = hook(move |element| {
        let (export, mut drawn) = (drawing.clone(), None);
        follow(move || {
            let shape = export.shape();
            let host = export.host.and_then(HostHandle::get);
            let (Some(host), Some(picture)) = (host, &export.subject.picture) else { return };
            if drawn.replace(shape) != Some(shape) {
                let store = export.store;
                let after_drawing =
                    Box::new(move |can_share| store.dispatch(Action::SetShareable(can_share)));
                host.draw_picture(&element, shape, picture, after_drawing);
            }
        });
    });
    let picture = view! {
        <div>
            {section(export, text, &shapes)}
            <div class="picture" use:with_element=draw></div>
            {section(export, lazy_html(|| html! {}), &uses)}
        </div>
    };
    Some(picture.built())
}

/// A text with what can be done with it.
fn section(
    export: &Export,
    text: LazyHtml,
    actions: &[(&'static str, Message, ExportAction)],
) -> BoxedView {
    let lang = export.lang();
    let buttons: Vec<_> = actions
        .iter()
        .map(|(name, text, action)| {
            let (name, text, action) = (*name, text.get(lang), *action);
            let (pressing, showing, hiding) = (export.clone(), export.clone(), export.clone());
            let pressed = aria(derive(move || action == ExportAction::SetShape(showing.shape())));
            let hidden = derive(move || {
                action == ExportAction::UsePicture(PictureUse::Share) && !hiding.can_share()
            });
            let press = on_click(move || pressing.run(action));
            if matches!(action, ExportAction::SetShape(_)) {
                view! {
                    <button type="button" data-take=name aria-pressed=pressed on:click=press>{text}</button>
                }
                .built()
            } else {
                view! {
                    <button type="button" data-take=name hidden=hidden on:click=press>{text}</button>
                }
                .built()
            }
        })
        .collect();
    view! { <section><div inner_html=text></div><div class="actions">{buttons}</div></section> }
        .built()
}

/// A text that could not be copied, selected to be copied by hand.
#[component]
fn Uncopied(store: Store) -> BoxedView {
    let show = hook(move |area| {
        let area: HtmlTextAreaElement = area.unchecked_into();
        follow(move || {
            let ui = store.ui.read();
            let text = ui.dialog.as_ref().and_then(|dialog| dialog.uncopied.as_deref());
            area.set_hidden(text.is_none());
            if let Some(text) = text {
                area.set_value(text);
                // Where focus is refused the text is still there to be read.
                let _ = area.focus();
                area.select();
            }
        });
    });
    let label = Message::TextToCopy.get(store.current_lang());
    view! {
        <textarea
            aria-label=label
            readonly=""
            spellcheck="false"
            hidden=""
            use:with_element=show
        ></textarea>
    }
    .built()
}

impl Export {
    fn lang(&self) -> Lang {
        self.store.current_lang()
    }

    fn shape(&self) -> Shape {
        self.store.ui.read().dialog.as_ref().map_or(Shape::Wide, |dialog| dialog.shape)
    }

    fn can_share(&self) -> bool {
        self.store.ui.read().dialog.as_ref().is_some_and(|dialog| dialog.can_share)
    }

    fn run(&self, action: ExportAction) {
        let Subject { file, csv, json, citations, link, .. } = &*self.subject;
        match action {
            // The mark belongs to a file; in a text it would be a letter.
            ExportAction::CopyCsv => self.copy(csv.trim_start_matches(BYTE_ORDER_MARK)),
            ExportAction::SaveCsv => self.save(&format!("{file}.csv"), "text/csv", csv),
            ExportAction::CopyJson => self.copy(json),
            ExportAction::SaveJson => self.save(&format!("{file}.json"), "application/json", json),
            ExportAction::SaveXlsx => self.save_workbook(&format!("{file}.xlsx")),
            ExportAction::CopyCitation(lang) => self.copy(citation_in(citations, lang)),
            ExportAction::CopyLink => self.copy(link.as_deref().unwrap_or_default()),
            ExportAction::SetShape(shape) => self.store.dispatch(Action::SetShape(shape)),
            ExportAction::UsePicture(picture_use) => self.use_picture(picture_use),
        }
    }

    fn copy(&self, text: &str) {
        let store = self.store;
        store.dispatch(Action::DialogMessage(None));
        let kept = text.to_owned();
        let outcome = Box::new(move |worked| {
            store.dispatch(if worked {
                Action::DialogMessage(Some(Message::CopiedSentence))
            } else {
                Action::NotCopied(Message::NotCopiedSentence, kept)
            });
        });
        if let Some(host) = self.host.and_then(HostHandle::get) {
            host.copy(text, outcome);
        }
    }

    fn save(&self, name: &str, kind: &str, text: &str) {
        if let Some(host) = self.host.and_then(HostHandle::get) {
            host.save(name, kind, text);
        }
        self.store.dispatch(Action::DialogMessage(Some(Message::DownloadStarted)));
    }

    fn save_workbook(&self, name: &str) {
        let outcome = self.outcome(Some(Message::DownloadStarted), Some(Message::FileNotMade));
        if let Some(host) = self.host.and_then(HostHandle::get) {
            host.save_workbook(name, &self.subject, self.lang(), outcome);
        }
    }

    fn use_picture(&self, picture_use: PictureUse) {
        let (worked, failed) = match picture_use {
            PictureUse::Copy => (Some(Message::CopiedSentence), Some(Message::ImageNotCopied)),
            PictureUse::Save => (Some(Message::DownloadStarted), Some(Message::FileNotMade)),
            // The system tells how sharing ended; thinking better of it is no fault.
            PictureUse::Share => (None, None),
        };
        let outcome = self.outcome(worked, failed);
        let name = format!("{}.png", self.subject.file);
        if let Some(host) = self.host.and_then(HostHandle::get) {
            host.use_picture(picture_use, &name, outcome);
        }
    }

    /// Takes the message away, and says how something ended once it has.
    fn outcome(&self, worked: Option<Message>, failed: Option<Message>) -> Outcome {
        let store = self.store;
        store.dispatch(Action::DialogMessage(None));
        Box::new(move |has_worked| {
            store.dispatch(Action::DialogMessage(if has_worked { worked } else { failed }));
        })
    }
}
