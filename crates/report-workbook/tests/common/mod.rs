//! Small reports for the tests.

use report_workbook::{Folder, Workbook, import, template};

/// The template as JSON files.
pub fn template_folder() -> Folder {
    import(Workbook::Xlsx(&template())).expect("the template is valid")
}

/// A report with an entry of every list.
pub fn small_report() -> Folder {
    let report = r#"{
      "id": "small", "name": {"ko": "작은", "en": "Small"}, "title": {"ko": "작은 보고서", "en": "A small report"},
      "subtitle": {"ko": "부제", "en": "Subtitle"}, "publisher": {"ko": "발행처", "en": "Publisher"},
      "published": "2022-05-24", "period": {"from": "2020-02", "to": null}, "pages": 9,
      "rights": {"ko": "권리", "en": "Rights"}, "citation": {"ko": "인용", "en": "Citation"},
      "brands": [{"id": "talk", "name": {"ko": "톡", "en": "Talk"}}],
      "audiences": [{"id": "everyone", "name": {"ko": "모두", "en": "Everyone"}}],
      "themes": [{"id": "masks", "name": {"ko": "마스크", "en": "Masks"}}],
      "errata": [{"id": "wide", "about": "report", "kind": "name", "says": ["a"],
        "reading": {"ko": "읽기", "en": "Reading"}, "why": {"ko": "근거", "en": "Report-wide reason"}}]
    }"#;
    let part = r#"{
      "no": 1, "title": {"ko": "첫째", "en": "First"}, "summary": {"ko": "요약", "en": "Part summary"}, "page": 2,
      "headlines": [{"id": "total", "label": {"ko": "합", "en": "Total"}, "value": "10", "unit": "people",
        "printed": ["10명"], "basis": {"ko": "기준", "en": "Basis"}, "page": 2}],
      "cards": [{"id": "masks", "page": 3, "brands": ["talk"], "audiences": ["everyone"], "themes": ["masks"],
        "title": {"ko": "마스크", "en": "Masks"}, "printed_title": "마스크", "summary": {"ko": "요약", "en": "Summary"},
        "dates": [], "partners": [{"ko": "가", "en": "Partner A"}, {"ko": "나", "en": "Partner B"}],
        "awards": [{"ko": "상", "en": "Award"}], "figures": [],
        "series": [{"id": "shares", "kind": "breakdown", "label": {"ko": "비율", "en": "Shares"}, "unit": "percent",
          "points": [{"at": "half", "label": {"ko": "반", "en": "Half"}, "value": "50"},
            {"at": "rest", "label": {"ko": "나머지", "en": "Rest"}, "value": "50"}]}],
        "source_text": [{"about": "title", "reads": ["마스쿠"], "reading": {"ko": "'마스크'", "en": "Masks"}}]}]
    }"#;
    let terms = r#"{"cards": {"masks": ["보급"]}, "parts": {}}"#;
    let files = [("report.json", report), ("part-1.json", part), ("index-terms.json", terms)];
    Folder {
        name: "small".to_owned(),
        files: files.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec(),
    }
}
