//! The commands.

use std::path::Path;

use anyhow::{Context, Result, bail};
use fs_err as fs;
use report_authoring::Problems;
use report_validation::{Folder, library};
use report_workbook::Locale;

use crate::input;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It did what was asked.
    Done,
    /// The report has problems, which are printed.
    Problems,
}

/// Writes a new workbook.
pub fn new(file: &Path) -> Result<Outcome> {
    if file.exists() {
        bail!("{} is already there; choose another name", file.display());
    }
    fs::write(file, report_workbook::template())?;
    println!("{}", file.display());
    Ok(Outcome::Done)
}

/// Checks a report.
pub fn check(path: &Path, lang: Locale) -> Result<Outcome> {
    match input::report(path)? {
        Ok(folder) if is_json(path) => check_json(path, &folder, lang),
        Ok(folder) => {
            say_valid(&folder.name, lang);
            Ok(Outcome::Done)
        }
        Err(problems) => Ok(print_problems(&problems, lang)),
    }
}

/// Writes the workbook of a report.
pub fn export(folder: &Path, xlsx: &Path) -> Result<Outcome> {
    fs::write(xlsx, report_workbook::export(&input::folder(folder)?)?)?;
    println!("{}", xlsx.display());
    Ok(Outcome::Done)
}

/// Writes the JSON files of a workbook. Nothing is written if the workbook has problems.
pub fn import(path: &Path, out: &Path, lang: Locale) -> Result<Outcome> {
    if is_json(path) {
        bail!("{} has JSON files already", path.display());
    }
    let folder = match input::report(path)? {
        Ok(folder) => folder,
        Err(problems) => return Ok(print_problems(&problems, lang)),
    };
    let name = out.file_name().unwrap_or_default().to_string_lossy();
    if name != folder.name {
        bail!(
            "the folder of a report has the name of its id: --out {}",
            out.with_file_name(&folder.name).display()
        );
    }
    refuse_other_parts(out, &folder)?;
    fs::create_dir_all(out)?;
    for (file, text) in &folder.files {
        let file = out.join(file);
        fs::write(&file, text)?;
        println!("{}", file.display());
    }
    Ok(Outcome::Done)
}

/// Whether a report needs no importing.
fn is_json(path: &Path) -> bool {
    path.join("report.json").is_file()
}

/// Parts of an earlier version that the workbook no longer has would be built with it.
fn refuse_other_parts(out: &Path, folder: &Folder) -> Result<()> {
    if !out.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(out)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_part = name.starts_with("part-");
        if is_part && folder.files.iter().all(|(file, _)| *file != name) {
            bail!("{} is no part of the workbook; remove it first", out.join(name).display());
        }
    }
    Ok(())
}

/// Checks JSON files together with the reports beside them, to which links may lead.
fn check_json(path: &Path, folder: &Folder, lang: Locale) -> Result<Outcome> {
    let mut folders = vec![folder.clone()];
    let path = fs::canonicalize(path)?;
    let beside = path.parent().context("a folder of a report stands in another folder")?;
    for entry in fs::read_dir(beside)? {
        let other = entry?.path();
        if other != path && other.join("report.json").is_file() {
            folders.push(input::folder(&other)?);
        }
    }
    let own = format!("{}/", folder.name);
    let found = library(&folders).err().unwrap_or_default();
    let found: Vec<_> = found.iter().filter(|it| it.file.starts_with(&own)).collect();
    for diagnostic in &found {
        println!("{}", diagnostic.message(lang));
    }
    if found.is_empty() {
        say_valid(&folder.name, lang);
        Ok(Outcome::Done)
    } else {
        say_count(found.len(), lang);
        Ok(Outcome::Problems)
    }
}

/// Prints the problems of a report.
pub fn print_problems(problems: &Problems, lang: Locale) -> Outcome {
    let messages = problems.messages(lang);
    for message in &messages {
        println!("{message}");
    }
    say_count(messages.len(), lang);
    Outcome::Problems
}

/// Says how many problems there are.
fn say_count(count: usize, lang: Locale) {
    match (lang, count) {
        (Locale::Ko, _) => eprintln!("고칠 곳 {count}개"),
        (Locale::En, 1) => eprintln!("1 problem"),
        (Locale::En, _) => eprintln!("{count} problems"),
    }
}

fn say_valid(name: &str, lang: Locale) {
    match lang {
        Locale::Ko => println!("{name}: 고칠 곳이 없습니다."),
        Locale::En => println!("{name}: no problems."),
    }
}
