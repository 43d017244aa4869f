//! The steps from a template to a delivery. A new step is a function, and a line in [`STEPS`].

use std::fmt;
use std::str::{self, FromStr};

use report_model::Library;

use crate::attach::attach;
use crate::names::{CODE, SEARCH_TERMS, VERSION};
use crate::{Files, Reports, TemplateError};
use crate::{copies, hosts, integrity, lists, pages, policy, single};

/// The kinds of bundles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Made again on every change, by `trunk serve`.
    Debug,
    /// Made to be delivered.
    Release,
    /// The program of a release on a page of its own: what stands beside the program, and would
    /// take minutes at a size that only measurements have, is left out.
    Measured,
}

impl Profile {
    /// All kinds, with their names on a command line.
    const NAMES: [(Self, &str); 3] =
        [(Self::Debug, "debug"), (Self::Release, "release"), (Self::Measured, "measured")];
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = Self::NAMES.into_iter().find(|(profile, _)| profile == self);
        f.write_str(name.map_or("", |(_, name)| name))
    }
}

impl FromStr for Profile {
    type Err = String;

    fn from_str(given: &str) -> Result<Self, String> {
        let found = Self::NAMES.into_iter().find(|(_, name)| *name == given);
        found
            .map(|(profile, _)| profile)
            .ok_or_else(|| "expected debug, release or measured".into())
    }
}

/// The app's components without a browser.
pub trait Renderer {
    /// The version of the program whose pages these are.
    fn version(&self) -> &str;

    /// The files of charts.
    fn charts(&self, library: &'static Library) -> Files;

    /// The pages of every report in every language, and the files whose words come from the reports,
    /// made of files of the template.
    ///
    /// # Errors
    /// Says what the template lacks.
    fn pages(&self, template: &Files, library: &'static Library) -> Result<Files, String>;
}

/// A bundle in the making.
pub struct Bundle<'a> {
    /// What there is so far.
    pub files: Files,
    /// The reports that it is made for.
    pub reports: &'a Reports,
    /// What writes the pages.
    pub renderer: &'a dyn Renderer,
    /// Its kind.
    pub profile: Profile,
}

type Step = fn(&mut Bundle) -> Result<(), TemplateError>;

const EVERY: &[Profile] = &[Profile::Debug, Profile::Release, Profile::Measured];
const PROGRAM: &[Profile] = &[Profile::Release, Profile::Measured];
const MEASURED: &[Profile] = &[Profile::Measured];
const READ: &[Profile] = &[Profile::Debug, Profile::Release];
const DELIVERED: &[Profile] = &[Profile::Release];

/// The steps in their order, and the bundles that they belong to.
const STEPS: &[(&str, &[Profile], Step)] = &[
    ("attaching the reports to the program", EVERY, attach_reports),
    ("drawing charts and writing index terms", READ, write_on_demand),
    ("writing empty index terms", MEASURED, write_no_terms),
    ("tying the element to its files", DELIVERED, integrity::tie),
    ("prerendering the reports", DELIVERED, prerender),
    // The single file is one of those pages, with its program in it.
    ("writing the single file", DELIVERED, single::write),
    ("checking the pages", PROGRAM, pages::check),
    ("writing VERSION", EVERY, lists::write_version),
    ("writing _headers", EVERY, policy::write_headers),
    ("writing hosts/", DELIVERED, hosts::write),
    // The list is of finished files, so little can come after it.
    ("listing what is kept for reading offline", EVERY, lists::write_offline),
    ("writing integrity.json", DELIVERED, lists::write_integrity),
    // Compressed copies are made of finished files, so this stays the last.
    ("compressing copies", DELIVERED, copies::write),
];

/// How far a bundle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The step that begins, in English.
    pub step: &'static str,
    /// How many steps are done.
    pub done: usize,
    /// How many there are.
    pub total: usize,
}

/// The delivery of a template with these reports. `progress` is called when a step begins.
///
/// # Errors
/// When the template is not what the build of this program leaves.
pub fn bundle(
    template: Files,
    reports: &Reports,
    renderer: &dyn Renderer,
    profile: Profile,
    mut progress: impl FnMut(Progress),
) -> Result<Files, TemplateError> {
    let mut bundle = Bundle { files: template, reports, renderer, profile };
    let (found, expected) = (bundle.text(VERSION)?.trim(), renderer.version());
    if found != expected {
        return Err(TemplateError::new(format!(
            "the template is of version {found}, this program of {expected}"
        )));
    }
    let steps: Vec<_> =
        STEPS.iter().filter(|(_, profiles, _)| profiles.contains(&profile)).collect();
    for (done, &&(step, _, work)) in steps.iter().enumerate() {
        progress(Progress { step, done, total: steps.len() });
        work(&mut bundle)?;
    }
    Ok(bundle.files)
}

fn attach_reports(bundle: &mut Bundle) -> Result<(), TemplateError> {
    let program = attach(bundle.read(CODE)?, &bundle.reports.section)?;
    bundle.write(CODE, program);
    Ok(())
}

#[expect(clippy::unnecessary_wraps, reason = "every step may fail")]
fn write_on_demand(bundle: &mut Bundle) -> Result<(), TemplateError> {
    bundle.files.extend(bundle.renderer.charts(bundle.reports.library));
    bundle.write(SEARCH_TERMS, bundle.reports.search_terms.as_bytes());
    Ok(())
}

/// Generated reports have no index terms; the element asks for the file all the same.
#[expect(clippy::unnecessary_wraps, reason = "every step may fail")]
fn write_no_terms(bundle: &mut Bundle) -> Result<(), TemplateError> {
    bundle.write(SEARCH_TERMS, "");
    Ok(())
}

fn prerender(bundle: &mut Bundle) -> Result<(), TemplateError> {
    let pages = bundle.renderer.pages(&bundle.files, bundle.reports.library)?;
    bundle.files.extend(pages);
    Ok(())
}

impl Bundle<'_> {
    /// The content of a file that has to be there.
    pub fn read(&self, name: &str) -> Result<&[u8], TemplateError> {
        let file = self.files.get(name).map(Vec::as_slice);
        file.ok_or_else(|| TemplateError::new(format!("{name} is missing")))
    }

    /// The same as text.
    pub fn text(&self, name: &str) -> Result<&str, TemplateError> {
        let text = str::from_utf8(self.read(name)?);
        text.map_err(|error| TemplateError::new(format!("{name}: {error}")))
    }

    /// Writes a file, also in the place of another.
    pub fn write(&mut self, name: &str, content: impl Into<Vec<u8>>) {
        self.files.insert(name.to_owned(), content.into());
    }
}

/// Replaces what has to be there exactly once.
pub fn replace_once(text: &str, old: &str, new: &str) -> Result<String, TemplateError> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        times => Err(TemplateError::new(format!("`{old}` stands {times} times, expected once"))),
    }
}

/// The ending of a file's name: `js` of `a.min.js`.
pub fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// An app that writes nothing.
    pub struct Nothing;

    impl Renderer for Nothing {
        fn version(&self) -> &'static str {
            "1.2.3"
        }

        fn charts(&self, _: &'static Library) -> Files {
            Files::new()
        }

        fn pages(&self, template: &Files, _: &'static Library) -> Result<Files, String> {
            let has_page = template.contains_key("index.html");
            if has_page { Ok(Files::new()) } else { Err("there is no page".to_owned()) }
        }
    }

    /// Files from pairs of names and texts.
    pub fn files(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    /// A release with these files, and no report.
    pub fn release(named: &[(&str, &str)]) -> Bundle<'static> {
        let library = Box::leak(Box::new(Library { digest: "0a", reports: Vec::new() }));
        let section = report_model::section::encode(library);
        let reports = Reports { library, section, search_terms: "=a b\n".to_owned() };
        Bundle {
            files: files(named),
            reports: Box::leak(Box::new(reports)),
            renderer: &Nothing,
            profile: Profile::Release,
        }
    }

    /// What a template has at the least.
    const TEMPLATE: [(&str, &str); 8] = [
        ("VERSION", "1.2.3\n"),
        (CODE, "\0asm\x01\0\0\0"),
        ("report-widget.css", "p{}"),
        ("report-widget.js", r#"a('{"integrity":"of the build"}')"#),
        ("report-widget.html.mjs", r#"b('{"integrity":"of the build"}')"#),
        ("index.html", "<meta charset=utf-8>"),
        ("report-widget.html", "<head><meta charset=utf-8></head>"),
        ("sw.js", "work();"),
    ];

    fn bundled(template: Files, profile: Profile) -> Result<Files, TemplateError> {
        let reports = release(&[]).reports;
        bundle(template, reports, &Nothing, profile, |_| ())
    }

    fn template() -> Files {
        let mut template = files(&TEMPLATE);
        template.extend(files(&crate::names::CHARTS.map(|name| (name, "[]"))));
        template
    }

    #[test]
    fn a_delivery_has_its_reports_and_everything_that_depends_on_them() {
        let delivery = bundled(template(), Profile::Release).unwrap();
        let text = |name: &str| str::from_utf8(&delivery[name]).unwrap();
        assert_eq!(text("VERSION"), "report-widget 1.2.3\ndata sha256 0a\n");
        assert_eq!(text(SEARCH_TERMS), "=a b\n");
        assert!(text("report-widget.js").starts_with(r#"a('{"report-widget-charts-en.json":"sha"#));
        assert!(text("sw.js").starts_with("const FILES={\"index.html\":\"sha256-"));
        for name in ["_headers", "hosts/nginx.conf", "integrity.json", "sw.js.gz"] {
            assert!(delivery.contains_key(name), "{name}");
        }
        assert!(!delivery.contains_key("report-widget.html.mjs"));
        assert!(delivery[CODE].len() > template()[CODE].len());
    }

    #[test]
    fn the_same_template_and_reports_give_the_same_bytes() {
        let [one, other] = [(); 2].map(|()| bundled(template(), Profile::Release).unwrap());
        assert!(one == other);
    }

    #[test]
    fn a_build_that_is_not_delivered_has_no_compressed_copies_and_keeps_nothing_offline() {
        for profile in [Profile::Debug, Profile::Measured] {
            let files = bundled(template(), profile).unwrap();
            assert!(files.keys().all(|name| ending(name) != "br"), "{profile:?}");
            let worker = str::from_utf8(&files["sw.js"]).unwrap();
            assert!(worker.contains("unregister"), "{profile:?}");
        }
    }

    #[test]
    fn what_a_template_lacks_is_named() {
        for (name, expected) in [
            (CODE, "report-widget_bg.wasm is missing"),
            ("VERSION", "VERSION is missing"),
            ("index.html", "there is no page"),
            ("report-widget.html.mjs", "report-widget.html.mjs is missing"),
        ] {
            let mut template = template();
            template.remove(name);
            let error = bundled(template, Profile::Release).unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn a_template_of_another_version_is_refused() {
        let mut template = template();
        template.insert("VERSION".to_owned(), b"1.2.4\n".to_vec());
        let error = bundled(template, Profile::Release).unwrap_err();
        assert_eq!(error.to_string(), "the template is of version 1.2.4, this program of 1.2.3");
    }

    #[test]
    fn a_placeholder_that_stands_twice_is_refused() {
        for (text, times) in [("b", 0), ("aa", 2)] {
            let error = replace_once(text, "a", "c").unwrap_err().to_string();
            assert_eq!(error, format!("`a` stands {times} times, expected once"));
        }
    }
}
