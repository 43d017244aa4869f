//! Several modules become one: what the element imports are values, and the element is the script
//! around them.
//!
//! This knows the ways in which wasm-bindgen and our own modules export, and stops at any other: a
//! module that is joined wrongly would only fail in a reader's browser.

/// How the element imports a module.
const IMPORT: (&str, &str) = ("import(\"./", "\")");

/// How these modules import from each other: `import { a, b } from "./c.js";`.
const FROM: (&str, &str, &str) = ("import { ", " } from \"./", "\";");

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
    let mut values = Values { read: &read, names: Vec::new(), written: String::new() };
    for piece in pieces {
        let (name, rest) =
            piece.split_once(IMPORT.1).ok_or("an import has no end that could be found")?;
        let value = values.of(name)?;
        script.push(format!("Promise.resolve({value}){rest}"));
    }
    Ok(format!("{}{in_page}\n{}", values.written, script.concat()))
}

/// The modules as values, each after those that it imports from.
struct Values<'a> {
    read: &'a dyn Fn(&str) -> Result<String, String>,
    names: Vec<String>,
    written: String,
}

impl Values<'_> {
    /// The name of a module's value, which is written where it is not yet.
    fn of(&mut self, name: &str) -> Result<String, String> {
        let known = self.names.iter().position(|known| known == name);
        if known.is_none() {
            let value = (self.read)(name).and_then(|module| self.value(&module));
            let value = value.map_err(|what| format!("{name}: {what}"))?;
            let place = self.names.len();
            self.written.push_str(&["const ", &joined_name(place), " = ", &value, ";\n"].concat());
            self.names.push(name.to_owned());
        }
        Ok(joined_name(known.unwrap_or(self.names.len() - 1)))
    }

    /// A module as an expression: an object of what it exports.
    fn value(&mut self, module: &str) -> Result<String, String> {
        let mut body = String::with_capacity(module.len());
        let mut exports: Vec<String> = Vec::new();
        for line in module.lines() {
            if let Some((list, name)) = imported(line) {
                let value = self.of(name)?;
                body.push_str(&["const { ", list, " } = ", &value, ";\n"].concat());
                continue;
            }
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
}

/// The name under which a module's value stands in the script.
fn joined_name(place: usize) -> String {
    format!("joined_{place}")
}

/// What an import lists, and the module it imports from.
fn imported(line: &str) -> Option<(&str, &str)> {
    let (list, name) = line.strip_prefix(FROM.0)?.split_once(FROM.1)?;
    Some((list, name.strip_suffix(FROM.2).filter(|_| !list.contains(" as "))?))
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

    /// A module without others.
    fn value(module: &str) -> Result<String, String> {
        let read = |name: &str| Err(format!("{name} is not there"));
        Values { read: &read, names: Vec::new(), written: String::new() }.value(module)
    }

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
            "import { a as b } from \"./a.js\";",
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
    fn a_module_comes_after_those_that_it_imports_from_and_only_once() {
        let element = "import(\"./a.js\");\nimport(\"./b.js\");\n\
            fetch(new URL(name, import.meta.url), options);\n";
        let read = |name: &str| {
            Ok(match name {
                "a.js" => "import { c, d } from \"./c.js\";\nexport const a = c;",
                "b.js" => "import { c } from \"./c.js\";\nexport const b = c;",
                _ => "export const c = 1, d = 2;\nexport { d };",
            }
            .to_owned())
        };
        let expected = "const joined_0 = (() => {\nconst c = 1, d = 2;\nreturn { c, d };\n})();\n\
            const joined_1 = (() => {\nconst { c, d } = joined_0;\nconst a = c;\nreturn { a };\n})();\n\
            const joined_2 = (() => {\nconst { c } = joined_0;\nconst b = c;\nreturn { b };\n})();\n\
            \n\
            Promise.resolve(joined_1);\nPromise.resolve(joined_2);\nin_page(name);\n";
        assert_eq!(joined(element, "", read).as_deref(), Ok(expected));
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
