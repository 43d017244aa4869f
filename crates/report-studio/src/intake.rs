//! Files that are dropped or chosen, with the folders that they lie in.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemEntry, FileSystemFileEntry,
};

/// A file, and its name behind those of the folders that were given with it.
#[derive(Clone, Debug)]
pub struct GivenFile {
    /// Such as `my-report/report.json`.
    pub path: String,
    /// The file, which is read when it is needed.
    pub file: File,
}

/// What was dropped: it has to be taken at once, and folders can be read afterwards.
pub struct Dropped {
    files: Vec<GivenFile>,
    folders: Vec<FileSystemEntry>,
}

/// What the event of a drop carries.
pub fn dropped(data: &DataTransfer) -> Dropped {
    let items = data.items();
    let items = (0..items.length()).filter_map(|index| items.get(index));
    let entries = items.filter_map(|item| item.webkit_get_as_entry().ok().flatten());
    let folders: Vec<_> = entries.filter(FileSystemEntry::is_directory).collect();
    // Folders are among the files, too, and cannot be read as such.
    let is_file = |file: &GivenFile| folders.iter().all(|folder| folder.name() != file.path);
    let files = files_of(data.files()).filter(is_file).collect();
    Dropped { files, folders }
}

/// All files of what was dropped, also those in folders.
///
/// # Errors
/// The browser's, when a folder cannot be read.
pub async fn files_of_drop(dropped: Dropped) -> Result<Vec<GivenFile>, JsValue> {
    let Dropped { mut files, folders } = dropped;
    // What is still to be read, with its path.
    let mut entries: Vec<_> = folders.into_iter().map(|folder| (folder.name(), folder)).collect();
    while let Some((path, entry)) = entries.pop() {
        if entry.is_directory() {
            for inside in entries_of(entry.unchecked_ref()).await? {
                entries.push((format!("{path}/{}", inside.name()), inside));
            }
        } else {
            let entry: &FileSystemFileEntry = entry.unchecked_ref();
            let file = called_back(|found, failed| {
                entry.file_with_callback_and_callback(found, failed);
                Ok(())
            });
            files.push(GivenFile { path, file: file.await?.unchecked_into() });
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

/// The files of an input.
pub fn files_of_input(files: Option<FileList>) -> Vec<GivenFile> {
    let mut given: Vec<_> = files_of(files).collect();
    given.sort_by(|one, other| one.path.cmp(&other.path));
    given
}

/// Files by their name, or by their path where a folder was chosen.
fn files_of(files: Option<FileList>) -> impl Iterator<Item = GivenFile> {
    let files = files
        .into_iter()
        .flat_map(|files| (0..files.length()).filter_map(move |index| files.get(index)));
    files.map(|file| {
        let path = js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok();
        let path = path.and_then(|path| path.as_string()).filter(|path| !path.is_empty());
        GivenFile { path: path.unwrap_or_else(|| file.name()), file }
    })
}

/// What lies in a folder; browsers hand it over in pieces, the last of which is empty.
async fn entries_of(folder: &FileSystemDirectoryEntry) -> Result<Vec<FileSystemEntry>, JsValue> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let piece = called_back(|found, failed| {
            reader.read_entries_with_callback_and_callback(found, failed)
        });
        let piece: Array = piece.await?.unchecked_into();
        if piece.length() == 0 {
            return Ok(entries);
        }
        entries.extend(piece.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

/// What is handed to the first of two functions, or the error that is handed to the second.
fn called_back(mut call: impl FnMut(&Function, &Function) -> Result<(), JsValue>) -> JsFuture {
    JsFuture::from(Promise::new(&mut |found, failed| {
        if let Err(error) = call(&found, &failed) {
            // A promise that is settled already takes no notice.
            drop(failed.call1(&JsValue::UNDEFINED, &error));
        }
    }))
}
