//! A workbook that another program has opened and saved is the same report.

use std::path::Path;

use report_workbook::{Locale, Workbook, import, template};

#[test]
fn a_workbook_that_another_program_has_saved_is_the_same_report() {
    let expected = import(Workbook::Xlsx(&template())).expect("the template is valid");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/resaved");
    for name in ["libreoffice-7.4.7.xlsx", "gnumeric-1.12.55.xlsx"] {
        let bytes = std::fs::read(folder.join(name)).expect(name);
        let found = import(Workbook::Xlsx(&bytes)).unwrap_or_else(|found| {
            let lines: Vec<_> = found.iter().map(|it| it.message(Locale::En)).collect();
            panic!("{name}: {lines:#?}")
        });
        assert_eq!((found.name, found.files), (expected.name.clone(), expected.files.clone()));
    }
}
