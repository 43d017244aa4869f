//! Short names between the program and its module.
//!
//! wasm-bindgen gives each import a name with a hash in it, which no packing makes smaller, and
//! which stands in both files. Numbers do as well, and readers load 2 kB less.

use super::Staging;
use super::modules::{CODE, PROGRAM};
use crate::fault::Fault;
use crate::project;
use std::collections::BTreeMap;
use std::fs;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, ImportSectionReader, Parser};

/// Names that others than the program's module know: it calls what is exported by this.
const OBJECT: &str = "wasm.";
/// What tests and tools look for by its name.
const KEPT: &str = "memory";

/// Gives imports and exports short names, in the program and in its module alike.
pub fn shorten(staging: &Staging) -> Result<(), Fault> {
    let (code, script) = (staging.folder.join(CODE), staging.folder.join(PROGRAM));
    let program = fs::read(&code).map_err(Fault::file(&code))?;
    let mut names = Names::default();
    let mut module = Module::new();
    names
        .parse_core_module(&mut module, Parser::new(0), &program)
        .map_err(|error| Fault::content(code.clone(), error.to_string()))?;
    let renamed = names
        .rename(&project::read(&script)?)
        .map_err(|what| Fault::content(script.clone(), what))?;
    project::write(&code, module.finish())?;
    project::write(&script, renamed)
}

/// The long names, each with its short one.
#[derive(Debug, Default)]
struct Names {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    /// The module's script with the short names.
    fn rename(&self, script: &str) -> Result<String, String> {
        let mut renamed = String::with_capacity(script.len());
        // The script need not call all that is exported, but has to give all that is imported.
        let mut missing: Vec<&String> = self.imports.keys().collect();
        let mut rest = script;
        while !rest.is_empty() {
            let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$');
            let other = rest.find(is_part).unwrap_or(rest.len());
            let (before, from_word) = rest.split_at(other);
            renamed.push_str(before);
            let end = from_word.find(|letter| !is_part(letter)).unwrap_or(from_word.len());
            let (word, after) = from_word.split_at(end);
            let exported = self.exports.get(word).filter(|_| renamed.ends_with(OBJECT));
            let short = exported.or_else(|| self.imports.get(word));
            if short.is_some() {
                missing.retain(|name| *name != word);
            }
            renamed.push_str(short.map_or(word, String::as_str));
            rest = after;
        }
        match missing.first() {
            Some(name) => Err(format!("lacks `{name}`, which the program calls")),
            None => Ok(renamed),
        }
    }
}

impl Reencode for Names {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            let next = format!("_{}", self.imports.len());
            let short = self.imports.entry(import.name.to_owned()).or_insert(next).clone();
            imports.import(import.module, &short, self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), Error<Self::Error>> {
        let short = match export.name {
            KEPT => KEPT.to_owned(),
            name => {
                let next = format!("_{}", self.exports.len());
                self.exports.entry(name.to_owned()).or_insert(next).clone()
            }
        };
        let index = self.external_index(export.kind, export.index)?;
        exports.export(&short, self.export_kind(export.kind)?, index);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(imports: &[&str], exports: &[&str]) -> Names {
        let numbered = |names: &[&str]| {
            names.iter().zip(0..).map(|(name, no)| ((*name).to_owned(), format!("_{no}"))).collect()
        };
        Names { imports: numbered(imports), exports: numbered(exports) }
    }

    #[test]
    fn imports_are_renamed_wherever_they_stand_and_exports_where_they_are_called() {
        let names = names(&["__wbg_set_34", "__wbg_set_3"], &["mount", "mounted_free"]);
        let script = "export function mount(a) { return wasm.mount(a); }\n\
            const imports = { __wbg_set_34: function() {}, __wbg_set_3: set };\n\
            wasm.mounted_free(ptr, '한글');";
        let expected = "export function mount(a) { return wasm._0(a); }\n\
            const imports = { _0: function() {}, _1: set };\n\
            wasm._1(ptr, '한글');";
        assert_eq!(names.rename(script).unwrap(), expected);
    }

    #[test]
    fn a_script_that_belongs_to_another_program_is_refused() {
        let told = names(&["__wbg_set_34"], &["never_called"]).rename("__wbg_set_35").unwrap_err();
        assert_eq!(told, "lacks `__wbg_set_34`, which the program calls");
    }

    #[test]
    fn a_program_keeps_all_but_its_names() {
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./here.js", "__wbg_long_0123", wasm_encoder::EntityType::Function(0));
        let mut memories = wasm_encoder::MemorySection::new();
        memories.memory(wasm_encoder::MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut exports = ExportSection::new();
        exports.export("mounted_free", wasm_encoder::ExportKind::Func, 0);
        exports.export("memory", wasm_encoder::ExportKind::Memory, 0);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&memories).section(&exports);

        let mut names = Names::default();
        let mut short = Module::new();
        names.parse_core_module(&mut short, Parser::new(0), &module.finish()).unwrap();
        let short = short.finish();
        let mut told = Vec::new();
        for payload in Parser::new(0).parse_all(&short) {
            match payload.unwrap() {
                wasmparser::Payload::ImportSection(section) => {
                    told.extend(section.into_imports().map(|import| import.unwrap().name));
                }
                wasmparser::Payload::ExportSection(section) => {
                    told.extend(section.into_iter().map(|export| export.unwrap().name));
                }
                _ => {}
            }
        }
        assert_eq!(told, ["_0", "_0", "memory"]);
        assert_eq!(names.imports["__wbg_long_0123"], "_0");
        assert_eq!(names.exports["mounted_free"], "_0");
    }
}
