//! The components of the studio.

use leptos::prelude::*;
use report_model::Locale;
use wasm_bindgen::JsValue;
use web_sys::{DragEvent, HtmlInputElement};

use crate::intake;
use crate::messages::{self, Source, Task};
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
            <Sources studio/>
            <Problems studio/>
            <Show when=move || studio.outcome.get() == Outcome::Ready>
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
        if let Some(data) = event.data_transfer() {
            studio.take_drop(intake::dropped(&data));
        }
    };
    let chosen = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let files = intake::files_of_input(input.files());
        if !files.is_empty() {
            studio.take(files);
        }
        // The same file can be chosen again after it was edited.
        input.set_value("");
    };
    view! {
        <section class="intake" class:over=move || is_over.get()
            on:dragover=over on:dragleave=move |_| is_over.set(false) on:drop=dropped>
            <p>{move || words().drop}</p>
            <p class="buttons">
                <label class="button primary">
                    <input type="file" multiple accept=".xlsx,.csv,.json,.png,.svg" on:change=chosen/>
                    {move || words().choose}
                </label>
                <label class="button">
                    <input type="file" multiple=true prop:webkitdirectory=true on:change=chosen/>
                    {move || words().choose_folder}
                </label>
                <button type="button" on:click=move |_| studio.begin(Task::Create)>
                    {move || words().new_workbook}
                </button>
            </p>
            <p class="about">{move || words().again}</p>
        </section>
    }
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
            (None, Outcome::Faulty) => {
                let problems = sources(studio).iter().map(|source| source.problems.len()).sum();
                (words().problems)(problems)
            }
            (None, Outcome::Ready) => words().no_problems.to_owned(),
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

/// The reports and the pictures, each with a way to remove it.
#[component]
fn Sources(studio: Studio) -> impl IntoView {
    let words = move || Words::of(studio.lang.get());
    let has_several = move || studio.reports.with(Vec::len) > 1;
    let report = move |(index, report): (usize, Source)| {
        let name = report.title.clone().unwrap_or_else(|| report.name.clone());
        let details = report.id.as_ref().map(|id| format!("{id} · {}", report.name));
        let count = report.problems.len();
        let (first, removed) = (report.clone(), report.clone());
        let is_labelled = move |label: &str, name: &str| format!("{label}: {name}");
        let (name_of_first, name_of_removed) = (name.clone(), name.clone());
        view! {
            <li>
                <div class="source">
                    <strong>{name}</strong>
                    {details.map(|details| view! { <span>{details}</span> })}
                </div>
                <Show when=move || { count > 0 }>
                    <span class="count">{move || (words().problems)(count)}</span>
                </Show>
                {(index == 0).then(|| view! {
                    <Show when=has_several><span class="badge">{move || words().first}</span></Show>
                })}
                {(index > 0).then(|| view! {
                    <button type="button" on:click=move |_| studio.put_first(&first)
                        aria-label=move || is_labelled(words().put_first, &name_of_first)>
                        {move || words().put_first}
                    </button>
                })}
                <button type="button" on:click=move |_| studio.remove(&removed)
                    aria-label=move || is_labelled(words().remove, &name_of_removed)>
                    {move || words().remove}
                </button>
            </li>
        }
    };
    let reports = move || studio.reports.get().into_iter().enumerate().map(report).collect_view();
    let picture = move |picture: Source| {
        let name = picture.name.clone();
        let is_faulty = !picture.problems.is_empty();
        view! {
            <li class:faulty=is_faulty>
                <span>{picture.name.clone()}</span>
                <button type="button" on:click=move |_| studio.remove(&picture)
                    aria-label=move || format!("{}: {name}", words().remove)>
                    "×"
                </button>
            </li>
        }
    };
    let pictures = move || studio.pictures.get().into_iter().map(picture).collect_view();
    view! {
        <Show when=move || !studio.reports.with(Vec::is_empty)>
            <section class="sources">
                <h2>{move || words().reports}</h2>
                <ol>{reports}</ol>
                <Show when=has_several><p class="about">{move || words().order}</p></Show>
            </section>
        </Show>
        <Show when=move || !studio.pictures.with(Vec::is_empty)>
            <section class="sources">
                <h2>{move || words().pictures}</h2>
                <ul class="pictures">{pictures}</ul>
            </section>
        </Show>
    }
}

/// The reports and the pictures.
fn sources(studio: Studio) -> Vec<Source> {
    [studio.reports.get(), studio.pictures.get()].concat()
}

/// All that is wrong: the file, the place in it, and what it is.
#[component]
fn Problems(studio: Studio) -> impl IntoView {
    let problem = |line: &String| {
        let (place, text) = split_place(line);
        view! { <li><code>{place}</code> <span>{text}</span></li> }
    };
    let of_source = move |source: Source| {
        let lines = source.problems.iter().map(problem).collect_view();
        view! { <h3>{source.name}</h3> <ol>{lines}</ol> }
    };
    let faulty = move || {
        sources(studio).into_iter().filter(|source| !source.problems.is_empty()).collect::<Vec<_>>()
    };
    view! {
        <Show when=move || !faulty().is_empty()>
            <section class="problems">
                <p>{move || Words::of(studio.lang.get()).drop_again}</p>
                {move || faulty().into_iter().map(of_source).collect_view()}
            </section>
        </Show>
    }
}

/// `Figures!C12: what is wrong`, or with a file and a place in it; a problem of the whole file has none.
fn split_place(line: &str) -> (String, String) {
    let is_place = |(place, _): &(&str, &str)| !place.contains(' ');
    let Some((place, text)) = line.split_once(": ").filter(is_place) else {
        return (String::new(), line.to_owned());
    };
    let inside = text.split_once(": ").filter(|_| place.contains(".json")).filter(is_place);
    inside.map_or_else(
        || (place.to_owned(), text.to_owned()),
        |(inside, text)| (format!("{place} {inside}"), text.to_owned()),
    )
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
                <small role="alert">
                    {move || studio.refused_address.get().map(|why| (words().refused)(&why))}
                </small>
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
            studio.shown.with_untracked(|shown| messages::show(&window, files, shown, lang, theme));
        }
    };
    // The frame is loaded anew with every bundle: a page has one program.
    let loaded = move |_| {
        studio.is_preview_loaded.set_value(true);
        show(studio.preview.get_untracked().unwrap_or_default());
    };
    Effect::watch(
        move || (studio.lang.get(), studio.is_dark.get(), studio.shown.get()),
        move |_, _, _| {
            if studio.is_preview_loaded.get_value() {
                show(JsValue::UNDEFINED);
            }
        },
        false,
    );
    let options = move || {
        let option = |report: Source| {
            let id = report.id.unwrap_or_default();
            let is_shown = studio.shown.with_untracked(|shown| *shown == id);
            view! { <option value=id selected=is_shown>{report.title}</option> }
        };
        studio.reports.get().into_iter().map(option).collect_view()
    };
    let print = move |_| {
        let window = frame.get_untracked().and_then(|frame| frame.content_window());
        // A browser that does not print has said so itself.
        drop(window.map(|window| window.print()));
    };
    view! {
        <section class="preview">
            <h2>{move || words().preview}</h2>
            <Show when=move || studio.reports.with(|reports| reports.len() > 1)>
                <label class="which">
                    <span>{move || words().report}</span>
                    <select on:change=move |event| studio.shown.set(event_target_value(&event))>
                        {options}
                    </select>
                </label>
            </Show>
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
