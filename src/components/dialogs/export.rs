//! Figures as CSV and JSON, citations, a link and a picture: of a card, of a chart, or of all that
//! is shown. Whatever can be downloaded can be copied too, since web views inside other apps drop
//! downloads.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::frame::DialogFrame;
use super::subject::{Picture, Subject};
use crate::components::controls::aria;
use crate::components::host::{Host, PictureUse, host};
use crate::export::BYTE_ORDER_MARK;
use crate::report::{Lang, Text};
use crate::store::dialog::{ExportSubject, Shape};
use crate::store::{Action, Store};
use crate::view::{
    BoxedView, Handler, IntoBoxed, derive, follow, handler, hook, on_click, with_element,
};
use crate::words;

/// What the parts of the dialog share.
#[derive(Clone, Copy)]
struct Context {
    store: Store,
    lang: Lang,
    host: Option<Host>,
}

/// The "Export" dialog.
#[component]
pub fn ExportDialog(store: Store, subject: ExportSubject) -> BoxedView {
    let lang = store.current_lang();
    let host = host();
    let location = host.and_then(|host| host.ask(|host| (host.location)()));
    let to_json = |rows: &_| host.and_then(|host| host.ask(|host| (host.json)(rows)));
    let to_json = |rows: &_| to_json(rows).unwrap_or_default();
    let subject = Subject::new(store, &subject, location.as_ref(), &to_json);
    let context = Context { store, lang, host };
    let Subject { file, what, count, csv, json, citations, link, picture } = subject;
    let picture = picture.map(|picture| {
        let content = view! { <PictureActions context file=file.clone() picture/> }.boxed();
        view! { <Part title=words::IMAGE.get(lang).to_owned() content/> }.boxed()
    });
    let link = link.map(|link| {
        let content = view! { <LinkActions context link/> }.boxed();
        view! { <Part title=words::LINK.get(lang).to_owned() content/> }.boxed()
    });
    let figures = view! { <FigureActions context file count csv json/> }.boxed();
    let citations = view! { <Citations context citations/> }.boxed();
    let content = view! {
        <div>
            <p>{what}</p>
            <Part title=words::figures(count, lang) content=figures/>
            {picture}
            <Part title=words::CITATION.get(lang).to_owned() content=citations/>
            {link}
            <section><p>{words::IN_APPS.get(lang)}</p></section>
            <Uncopied context/>
        </div>
    }
    .boxed();
    view! { <DialogFrame store class="export-dialog" title=words::EXPORT.get(lang) content/> }
        .boxed()
}

/// One part of the dialog.
#[component]
fn Part(title: String, content: BoxedView) -> BoxedView {
    view! { <section><h3>{title}</h3>{content}</section> }.boxed()
}

/// A button of the dialog.
#[component]
fn ActionButton(name: &'static str, text: Text, context: Context, press: Handler) -> BoxedView {
    view! {
        <button type="button" data-take=name on:click=on_click(press)>{text.get(context.lang)}</button>
    }
    .boxed()
}

#[component]
fn FigureActions(
    context: Context,
    file: String,
    count: usize,
    csv: String,
    json: String,
) -> BoxedView {
    let lang = context.lang;
    if count == 0 {
        return view! { <p>{words::NO_FIGURES_HERE.get(lang)}</p> }.boxed();
    }
    // The mark belongs to a file; in a text it would be a letter.
    let csv_text = csv.trim_start_matches(BYTE_ORDER_MARK).to_owned();
    let (csv_file, json_file) = (format!("{file}.csv"), format!("{file}.json"));
    let json_text = json.clone();
    let copy_csv = handler(move || context.copy(&csv_text));
    let save_csv = handler(move || context.save(&csv_file, "text/csv", &csv));
    let copy_json = handler(move || context.copy(&json_text));
    let save_json = handler(move || context.save(&json_file, "application/json", &json));
    view! {
        <div>
            <p>{words::EXACT_VALUES.get(lang)}</p>
            <div class="actions">
                <ActionButton name="copyCsv" text=words::COPY_CSV context press=copy_csv/>
                <ActionButton name="saveCsv" text=words::SAVE_CSV context press=save_csv/>
                <ActionButton name="copyJson" text=words::COPY_JSON context press=copy_json/>
                <ActionButton name="saveJson" text=words::SAVE_JSON context press=save_json/>
            </div>
        </div>
    }
    .boxed()
}

#[component]
fn Citations(context: Context, citations: [String; 2]) -> BoxedView {
    let names = [("copyKo", words::COPY_KOREAN), ("copyEn", words::COPY_ENGLISH)];
    let citations: Vec<_> = Lang::ALL
        .into_iter()
        .zip(citations)
        .zip(names)
        .map(|((lang, citation), (name, text))| {
            let copied = citation.clone();
            let press = handler(move || context.copy(&copied));
            view! {
                <div>
                    <cite lang=lang.tag()>{citation}</cite>
                    <div class="actions"><ActionButton name text context press/></div>
                </div>
            }
            .boxed()
        })
        .collect();
    view! { <div>{citations}</div> }.boxed()
}

#[component]
fn LinkActions(context: Context, link: String) -> BoxedView {
    let copied = link.clone();
    let press = handler(move || context.copy(&copied));
    view! {
        <div>
            <p class="address">{link}</p>
            <div class="actions"><ActionButton name="copyLink" text=words::COPY_LINK context press/></div>
        </div>
    }
    .boxed()
}

/// The picture in the shape that is chosen, and what can be done with it.
#[component]
fn PictureActions(context: Context, file: String, picture: Picture) -> BoxedView {
    let Context { store, lang, .. } = context;
    let shape =
        move || store.ui.with(|ui| ui.dialog.as_ref().map_or(Shape::Wide, |dialog| dialog.shape));
    let can_share =
        move || store.ui.with(|ui| ui.dialog.as_ref().is_some_and(|dialog| dialog.can_share));
    let shapes: Vec<_> = Shape::ALL
        .into_iter()
        .map(|choice| {
            let text = match choice {
                Shape::Wide => words::WIDE,
                Shape::Square => words::SQUARE,
            };
            let pressed = aria(derive(move || shape() == choice));
            let press = on_click(move || store.dispatch(Action::SetShape(choice)));
            view! {
                <button type="button" data-take=choice.id() aria-pressed=pressed on:click=press>
                    {text.get(lang)}
                </button>
            }
            .boxed()
        })
        .collect();
    let draw = hook(move |element| {
        let picture = picture.clone();
        let mut drawn = None;
        follow(move || {
            let shape = shape();
            if drawn.replace(shape) == Some(shape) {
                return;
            }
            let tell = Box::new(move |can_share| store.dispatch(Action::SetShareable(can_share)));
            if let Some(host) = context.host {
                host.ask(|host| (host.picture)(&element, shape, &picture, tell));
            }
        });
    });
    let name = format!("{file}.png");
    let (copied, saved, shared) = (name.clone(), name.clone(), name);
    let copy = handler(move || context.use_picture(PictureUse::Copy, &copied));
    let save = handler(move || context.use_picture(PictureUse::Save, &saved));
    let share = on_click(move || context.use_picture(PictureUse::Share, &shared));
    view! {
        <div>
            <div class="actions">{shapes}</div>
            <div class="picture" use:with_element=draw></div>
            <div class="actions">
                <ActionButton name="copyImage" text=words::COPY_IMAGE context press=copy/>
                <ActionButton name="saveImage" text=words::SAVE_IMAGE context press=save/>
                <button type="button" data-take="shareImage" hidden=derive(move || !can_share()) on:click=share>
                    {words::SHARE_IMAGE.get(lang)}
                </button>
            </div>
        </div>
    }
    .boxed()
}

/// A text that could not be copied, selected to be copied by hand.
#[component]
fn Uncopied(context: Context) -> BoxedView {
    let Context { store, lang, .. } = context;
    let uncopied =
        move || store.ui.with(|ui| ui.dialog.as_ref().and_then(|dialog| dialog.uncopied.clone()));
    let show = hook(move |area| {
        let area: HtmlTextAreaElement = area.unchecked_into();
        follow(move || {
            let text = uncopied();
            area.set_hidden(text.is_none());
            if let Some(text) = text {
                area.set_value(&text);
                // Where focus is refused the text is still there to be read.
                let _ = area.focus();
                area.select();
            }
        });
    });
    view! {
        <textarea
            aria-label=words::TEXT_TO_COPY.get(lang)
            readonly=""
            spellcheck="false"
            hidden=""
            use:with_element=show
        ></textarea>
    }
    .boxed()
}

impl Context {
    fn tell(self, message: Text) {
        self.store.dispatch(Action::DialogMessage(Some(message)));
    }

    fn copy(self, text: &str) {
        let store = self.store;
        store.dispatch(Action::DialogMessage(None));
        let kept = text.to_owned();
        let outcome = Box::new(move |worked| {
            store.dispatch(if worked {
                Action::DialogMessage(Some(words::COPIED_SENTENCE))
            } else {
                Action::NotCopied(words::NOT_COPIED_SENTENCE, kept)
            });
        });
        if let Some(host) = self.host {
            host.ask(|host| (host.copy)(text, outcome));
        }
    }

    fn save(self, name: &str, kind: &str, text: &str) {
        if let Some(host) = self.host {
            host.ask(|host| (host.save)(name, kind, text));
        }
        self.tell(words::DOWNLOAD_STARTED);
    }

    fn use_picture(self, picture_use: PictureUse, name: &str) {
        let store = self.store;
        store.dispatch(Action::DialogMessage(None));
        let outcome = Box::new(move |worked| {
            let message = match (picture_use, worked) {
                (PictureUse::Copy, true) => Some(words::COPIED_SENTENCE),
                (PictureUse::Copy, false) => Some(words::IMAGE_NOT_COPIED),
                (PictureUse::Save, _) => Some(words::DOWNLOAD_STARTED),
                // Sharing tells by itself how it ended; thinking better of it is no fault.
                (PictureUse::Share, _) => None,
            };
            store.dispatch(Action::DialogMessage(message));
        });
        if let Some(host) = self.host {
            host.ask(|host| (host.use_picture)(picture_use, name, outcome));
        }
    }
}
