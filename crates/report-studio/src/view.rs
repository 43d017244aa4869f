//! The components of the studio.

use leptos::prelude::*;
use report_model::Locale;
use wasm_bindgen::JsValue;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

use crate::messages::{self, Task};
use crate::state::{Outcome, Studio, Width};
use crate::words::Words;

/// The language of the browser if the studio speaks it, else English.
fn language_of_browser() -> Locale {
    let tag = window().navigator().language();
    tag.as_deref().and_then(Locale::from_tag).unwrap_or(Locale::En)
}

/// The studio.
#[component]
pub fn App() -> impl IntoView {
    let studio = Studio::new(language_of_browser());
    let words = move || Words::of(studio.lang.get());
    Effect::new(move || {
        let lang = studio.lang.get();
        document().set_title(Words::of(lang).title);
        if let Some(root) = document().document_element() {
            // A page without a language is no reason to stop.
            drop(root.set_attribute("lang", lang.tag()));
        }
    });
    view! {
        <header>
            <h1>{move || words().title}</h1>
            <Languages studio/>
        </header>
        <main>
            <p class="lead">{move || words().lead}</p>
            <Intake studio/>
            <Status studio/>
            <Problems studio/>
            <Show when=move || matches!(studio.outcome.get(), Outcome::Ready(_))>
                <div class="result" class:beside=move || studio.width.get() == Width::Phone>
                    <Downloads studio/>
                    <Preview studio/>
                </div>
            </Show>
        </main>
    }
}

#[component]
fn Languages(studio: Studio) -> impl IntoView {
    let button = move |lang: Locale| {
        view! {
            <button type="button" lang=lang.tag()
                aria-pressed=move || (studio.lang.get() == lang).to_string()
                on:click=move |_| studio.speak(lang)>
                {Words::of(lang).name}
            </button>
        }
    };
    view! {
        <div class="choice" role="group" aria-label=move || Words::of(studio.lang.get()).language>
            {Locale::ALL.map(button)}
        </div>
    }
}

/// Where files are dropped or chosen.
#[component]
fn Intake(studio: Studio) -> impl IntoView {
    let words = move || Words::of(studio.lang.get());
    let is_over = RwSignal::new(false);
    let over = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(true);
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        is_over.set(false);
        let files = event.data_transfer().and_then(|data| data.files());
        studio.choose(list(files));
    };
    let chosen = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        studio.choose(list(input.files()));
        // The same file can be chosen again after it was edited.
        input.set_value("");
    };
    view! {
        <section class="intake" class:over=move || is_over.get()
            on:dragover=over on:dragleave=move |_| is_over.set(false) on:drop=dropped>
            <p>{move || words().drop}</p>
            <p class="buttons">
                <label class="button primary">
                    <input type="file" multiple accept=".xlsx,.csv,.json" on:change=chosen/>
                    {move || words().choose}
                </label>
                <button type="button" on:click=move |_| studio.begin(Task::Create)>
                    {move || words().new_workbook}
                </button>
            </p>
            <p class="names">{move || studio.names.get().join(", ")}</p>
        </section>
    }
}

fn list(files: Option<FileList>) -> Vec<File> {
    let files = files.into_iter();
    files.flat_map(|files| (0..files.length()).filter_map(move |index| files.get(index))).collect()
}

/// What is being done, or how it ended; announced.
#[component]
fn Status(studio: Studio) -> impl IntoView {
    let words = move || Words::of(studio.lang.get());
    let is_busy = move || studio.work.get().is_some();
    let text = move || match (studio.work.get(), studio.outcome.get()) {
        (Some(work), _) if work.task == Task::Check => words().checking.to_owned(),
        (Some(_), _) => words().bundling.to_owned(),
        (None, Outcome::Failed(message)) => format!("{}: {message}", words().failed),
        (None, outcome) => match (studio.downloaded.get(), outcome) {
            (Some(name), _) => format!("{}: {name}", words().downloaded),
            (None, Outcome::Problems(problems)) => (words().problems)(problems.len()),
            (None, Outcome::Ready(_)) => words().no_problems.to_owned(),
            (None, Outcome::Nothing | Outcome::Failed(_)) => String::new(),
        },
    };
    let step = move || studio.work.get().and_then(|work| work.step);
    view! {
        <div class="status">
            <p role="status">{text}</p>
            <Show when=is_busy>
                <progress aria-label=move || words().bundling
                    max=move || step().map(|step| step.total.to_string())
                    value=move || step().map(|step| step.done.to_string())>
                </progress>
                <button type="button" on:click=move |_| studio.cancel()>
                    {move || words().cancel}
                </button>
            </Show>
        </div>
    }
}

/// All that is wrong: the place, and what it is.
#[component]
fn Problems(studio: Studio) -> impl IntoView {
    let problems = move || match studio.outcome.get() {
        Outcome::Problems(problems) => problems,
        _ => Vec::new(),
    };
    let problem = |line: String| {
        // `Figures!C12: what is wrong`; a problem of the whole file has no place.
        let place = line.split_once(": ").filter(|(place, _)| !place.contains(' '));
        let (place, text) = place.map_or(("", line.as_str()), |parts| parts);
        view! { <li><code>{place.to_owned()}</code> <span>{text.to_owned()}</span></li> }
    };
    view! {
        <Show when=move || !problems().is_empty()>
            <section class="problems">
                <p>{move || Words::of(studio.lang.get()).drop_again}</p>
                <ol>{move || problems().into_iter().map(problem).collect_view()}</ol>
            </section>
        </Show>
    }
}

#[component]
fn Downloads(studio: Studio) -> impl IntoView {
    let words = move || Words::of(studio.lang.get());
    let offer =
        move |task: Task, name: fn(&Words) -> &'static str, about: fn(&Words) -> &'static str| {
            view! {
                <li>
                    <button type="button" data-download=format!("{task:?}").to_lowercase()
                        disabled=move || studio.work.get().is_some()
                        on:click=move |_| studio.begin(task)>
                        {move || name(words())}
                    </button>
                    <span>{move || about(words())}</span>
                </li>
            }
        };
    view! {
        <section class="downloads">
            <h2>{move || words().downloads}</h2>
            <ul>
                {offer(Task::Zip, |words| words.zip, |words| words.zip_about)}
                {offer(Task::Single, |words| words.single, |words| words.single_about)}
                {offer(Task::Workbook, |words| words.workbook, |words| words.workbook_about)}
            </ul>
            <label class="address">
                <span>{move || words().address}</span>
                <input type="url" placeholder="https://example.com/report/" autocomplete="off"
                    on:input=move |event| studio.address.set(event_target_value(&event))/>
                <small>{move || words().address_about}</small>
            </label>
        </section>
    }
}

/// The report as readers will see it, in a frame.
#[component]
fn Preview(studio: Studio) -> impl IntoView {
    let words = move || Words::of(studio.lang.get());
    let frame = NodeRef::<leptos::html::Iframe>::new();
    let show = move |files: JsValue| {
        let window = frame.get_untracked().and_then(|frame| frame.content_window());
        let theme = if studio.is_dark.get_untracked() { "dark" } else { "light" };
        let lang = studio.lang.get_untracked().tag();
        if let Some(window) = window {
            messages::show(&window, files, lang, theme);
        }
    };
    // The frame is loaded anew with every report: a page has one program.
    let loaded = move |_| show(studio.preview.get_untracked().unwrap_or_default());
    Effect::watch(
        move || (studio.lang.get(), studio.is_dark.get()),
        move |_, _, _| show(JsValue::UNDEFINED),
        false,
    );
    let print = move |_| {
        let window = frame.get_untracked().and_then(|frame| frame.content_window());
        // A browser that does not print has told its user so.
        drop(window.map(|window| window.print()));
    };
    view! {
        <section class="preview">
            <h2>{move || words().preview}</h2>
            <div class="controls">
                <Choice label=Signal::derive(move || words().width) options=vec![
                    (Width::Phone, Signal::derive(move || words().phone)),
                    (Width::Wide, Signal::derive(move || words().wide)),
                ] chosen=studio.width/>
                <Choice label=Signal::derive(move || words().theme) options=vec![
                    (false, Signal::derive(move || words().light)),
                    (true, Signal::derive(move || words().dark)),
                ] chosen=studio.is_dark/>
                <button type="button" on:click=print>{move || words().print}</button>
            </div>
            <iframe node_ref=frame title=move || words().preview
                src=move || format!("preview.html?{}", studio.revision.get())
                class:phone=move || studio.width.get() == Width::Phone
                on:load=loaded>
            </iframe>
        </section>
    }
}

/// A few buttons of which one is pressed.
#[component]
fn Choice<T>(
    label: Signal<&'static str>,
    options: Vec<(T, Signal<&'static str>)>,
    chosen: RwSignal<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let button = move |(value, name): (T, Signal<&'static str>)| {
        view! {
            <button type="button" aria-pressed=move || (chosen.get() == value).to_string()
                on:click=move |_| chosen.set(value)>
                {move || name.get()}
            </button>
        }
    };
    view! {
        <div class="choice" role="group" aria-label=move || label.get()>
            {options.into_iter().map(button).collect_view()}
        </div>
    }
}
