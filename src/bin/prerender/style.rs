//! The style of a page whose report stands outside a shadow root.

use report_widget::views::{PRINT, STYLES};

use super::still::without;

/// What stands around the report, on every page of the site.
const PAGE: &str = include_str!("../../../assets/page.css");

/// What differs while no program runs.
const STILL: &str = include_str!("still.css");

/// The file that holds the rules for paper.
pub const PRINTED: &str = "page-print.css";

/// The element, seen from outside.
const ELEMENT: &str = "report-widget";

/// The whole style sheet.
pub fn sheet() -> String {
    let mut sheet = from_outside(STYLES);
    for more in [PAGE, STILL] {
        sheet.push_str(&without(more, "/*", "*/"));
    }
    sheet.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rules for paper: a file of its own, which no first paint waits for.
pub fn printed() -> String {
    from_outside(PRINT)
}

/// The widget's style sheet as it has to read outside its shadow root:
/// `:host(x)` is `report-widgetx` there.
fn from_outside(styles: &str) -> String {
    let mut out = String::with_capacity(styles.len());
    let mut rest = styles;
    while let Some((before, after)) = rest.split_once(":host") {
        out.push_str(before);
        out.push_str(ELEMENT);
        rest = after;
        if let Some(inside) = after.strip_prefix('(') {
            let mut open = 1;
            let end = inside.find(|c| {
                open += i32::from(c == '(') - i32::from(c == ')');
                open == 0
            });
            let (condition, tail) = inside.split_at(end.unwrap_or(inside.len()));
            out.push_str(condition);
            rest = tail.strip_prefix(')').unwrap_or(tail);
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_about_the_host_become_rules_about_the_element() {
        for (inside, outside) in [
            (":host{display:block}", "report-widget{display:block}"),
            (":host([hidden]){}", "report-widget[hidden]{}"),
            (
                ":host(:not([theme=\"light\"])) .inside{}",
                "report-widget:not([theme=\"light\"]) .inside{}",
            ),
            (".card{}", ".card{}"),
        ] {
            assert_eq!(from_outside(inside), outside);
        }
    }

    #[test]
    fn no_sheet_names_a_shadow_root_or_ends_the_style_element() {
        for sheet in [sheet(), printed()] {
            assert!(!sheet.contains(":host") && !sheet.contains("/*") && !sheet.contains('<'));
        }
    }
}
