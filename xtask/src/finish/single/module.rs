//! Several modules become one: what the element imports are values, and the element is the script
//! around them.
//!
//! This knows the ways in which wasm-bindgen and our own modules export, and stops at any other: a
//! module that is joined wrongly would only fail in a reader's browser.

/// How the element imports a module.
const IMPORT: (&str, &str) = ("import(\"./", "\")");

/// Where the element loads a file, and what stands there when the file is in the page.
const FETCH: (&str, &str) = ("fetch(new URL(name, import.meta.url), options)", "in_page(name)");

/// One module that needs no other; the fault says what cannot be joined.
pub fn joined(
    element: &str,
    in_page: &str,
    read: impl Fn(&str) -> Result<String, String>,
) -> Result<String, String> {
    match element.matches(FETCH.0).count() {
        1 => {}
        times => return Err(format!("`{}` stands {times} times, expected once", FETCH.0)),
    }
    let element = element.replace(FETCH.0, FETCH.1);

    let mut pieces = element.split(IMPORT.0);
    let mut script = vec![pieces.next().unwrap_or_default().to_owned()];
    let mut names = Vec::new();
    let mut values = Vec::new();
    for piece in pieces {
        let (name, rest) =
            piece.split_once(IMPORT.1).ok_or("an import has no end that could be found")?;
        let place = names.iter().position(|known| *known == name).unwrap_or(names.len());
        if place == names.len() {
            let value = value(&read(name)?).map_err(|what| format!("{name}: {what}"))?;
            values.push(format!("const joined_{place} = {value};\n"));
            names.push(name);
        }
        script.push(format!("Promise.resolve(joined_{place}){rest}"));
    }
    Ok(format!("{}{in_page}\n{}", values.concat(), script.concat()))
}

/// A module as an expression: an object of what it exports.
fn value(module: &str) -> Result<String, String> {
    let mut body = String::with_capacity(module.len());
    let mut exports: Vec<String> = Vec::new();
    for line in module.lines() {
        let declared = line.strip_prefix("export ");
        if let Some(list) = declared.and_then(|rest| rest.strip_prefix('{')) {
            let list = list.trim_end().strip_suffix("};").ok_or_else(|| unknown(line))?;
            exports.extend(list.split(',').map(listed));
            continue;
        }
        if let Some(declaration) = declared {
            exports.push(declared_name(declaration).ok_or_else(|| unknown(line))?.to_owned());
        } else if line.starts_with("import ") || line.starts_with("export") {
            return Err(unknown(line));
        }
        body.push_str(declared.unwrap_or(line));
        body.push('\n');
    }
    Ok(format!("(() => {{\n{body}return {{ {} }};\n}})()", exports.join(", ")))
}

/// `a` stays, and `a as b` becomes the property `b: a`.
fn listed(export: &str) -> String {
    let export = export.trim();
    export
        .split_once(" as ")
        .map_or_else(|| export.to_owned(), |(inside, outside)| format!("{outside}: {inside}"))
}

/// The name that a declaration gives.
fn declared_name(declaration: &str) -> Option<&str> {
    let kinds = ["function ", "async function ", "class ", "const "];
    let rest = kinds.iter().find_map(|kind| declaration.strip_prefix(kind))?;
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$')?;
    (end > 0).then_some(&rest[..end])
}

fn unknown(line: &str) -> String {
    format!("a single file cannot join `{line}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_becomes_an_object_of_its_exports() {
        let module = "let a;\nexport class B {\n}\nexport function c(d) {\n}\n\
            export { e, f as default };\n";
        let expected = "(() => {\nlet a;\nclass B {\n}\nfunction c(d) {\n}\n\
            return { B, c, e, default: f };\n})()";
        assert_eq!(value(module).as_deref(), Ok(expected));
    }

    #[test]
    fn stops_at_what_it_does_not_know() {
        for line in [
            "import { a } from './snippets/a.js';",
            "export * from './a.js';",
            "export let a = 1;",
            "export const { a } = b;",
            "export default function () {}",
            "export { a } from './a.js';",
        ] {
            assert_eq!(value(line), Err(unknown(line)));
        }
    }

    #[test]
    fn modules_come_before_the_element_that_imports_them() {
        let element = "const a = import(\"./a.js\"), b = import(\"./b.js\");\n\
            let c = import(\"./a.js\");\n\
            fetch(new URL(name, import.meta.url), options);\n";
        let read = |name: &str| Ok(format!("export const {} = 1;", &name[..1]));
        let expected = "const joined_0 = (() => {\nconst a = 1;\nreturn { a };\n})();\n\
            const joined_1 = (() => {\nconst b = 1;\nreturn { b };\n})();\n\
            in_page;\n\
            const a = Promise.resolve(joined_0), b = Promise.resolve(joined_1);\n\
            let c = Promise.resolve(joined_0);\nin_page(name);\n";
        assert_eq!(joined(element, "in_page;", read).as_deref(), Ok(expected));
    }

    #[test]
    fn the_element_of_this_project_can_be_joined() {
        let assets = crate::project::root().join("assets");
        let read = |name: &str| match name {
            "report-widget-program.js" => Ok("export { a as default };".to_owned()),
            name => crate::project::read(&assets.join(name)).map_err(|fault| fault.to_string()),
        };
        let joined = joined(&read("element.js").unwrap(), "", read).unwrap();
        for away in ["import(", "fetch(", "\nexport ", "\nimport "] {
            assert!(!joined.contains(away), "{away}");
        }
    }

    #[test]
    fn says_when_the_element_loads_its_code_in_another_way() {
        let told = joined("fetch('a.wasm')", "", |_| Ok(String::new())).unwrap_err();
        assert!(told.ends_with("0 times, expected once"), "{told}");
    }
}
