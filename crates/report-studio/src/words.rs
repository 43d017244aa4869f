//! The texts of the studio; a missing one does not compile.

/// The languages of the studio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Korean.
    Ko,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ko, Self::En];

    /// As `lang` attributes write it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ko => "ko",
            Self::En => "en",
        }
    }

    /// As its speakers call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ko => "한국어",
            Self::En => "English",
        }
    }

    /// That of a browser.
    pub fn of_browser(tag: Option<&str>) -> Self {
        if tag.is_some_and(|tag| tag.starts_with("ko")) { Self::Ko } else { Self::En }
    }

    /// The texts in this language.
    pub fn words(self) -> &'static Words {
        match self {
            Self::Ko => &KO,
            Self::En => &EN,
        }
    }
}

/// The texts in a language.
pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    pub language: &'static str,
    pub drop: &'static str,
    pub choose: &'static str,
    pub new_workbook: &'static str,
    pub checking: &'static str,
    pub bundling: &'static str,
    pub cancel: &'static str,
    pub no_problems: &'static str,
    pub drop_again: &'static str,
    pub failed: &'static str,
    pub preview: &'static str,
    pub width: &'static str,
    pub phone: &'static str,
    pub wide: &'static str,
    pub theme: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
    pub print: &'static str,
    pub downloads: &'static str,
    pub zip: &'static str,
    pub zip_about: &'static str,
    pub single: &'static str,
    pub single_about: &'static str,
    pub workbook: &'static str,
    pub workbook_about: &'static str,
    pub address: &'static str,
    pub address_about: &'static str,
    pub downloaded: &'static str,
    /// How many problems there are.
    pub problems: fn(usize) -> String,
}

const KO: Words = Words {
    title: "보고서 스튜디오",
    lead: "통합 문서를 놓으면 고칠 곳을 알려 드리고 보고서를 미리 보여 드립니다. 파일은 이 브라우저를 떠나지 않습니다.",
    language: "언어",
    drop: "통합 문서(.xlsx), CSV 시트 또는 JSON 파일을 여기에 놓으세요",
    choose: "파일 고르기",
    new_workbook: "예시 통합 문서 받기",
    checking: "확인하고 있습니다",
    bundling: "파일을 만들고 있습니다",
    cancel: "취소",
    no_problems: "고칠 곳이 없습니다.",
    drop_again: "파일을 고친 뒤 다시 놓으세요.",
    failed: "작업을 마치지 못했습니다",
    preview: "미리 보기",
    width: "너비",
    phone: "휴대전화",
    wide: "넓은 화면",
    theme: "색",
    light: "밝게",
    dark: "어둡게",
    print: "인쇄",
    downloads: "내려받기",
    zip: "폴더 전체 (ZIP)",
    zip_about: "어느 웹 호스트에나 올릴 수 있는 파일 모두입니다.",
    single: "파일 하나 (HTML)",
    single_about: "두 번 눌러 열고, 메일로 보낼 수 있습니다.",
    workbook: "통합 문서 (XLSX)",
    workbook_about: "CSV나 JSON으로 시작한 보고서도 통합 문서로 이어서 고칠 수 있습니다.",
    address: "게시할 주소 (선택)",
    address_about: "적으면 검색 엔진과 링크 미리 보기가 보고서를 알아봅니다.",
    downloaded: "내려받았습니다",
    problems: |count| format!("고칠 곳 {count}개"),
};

const EN: Words = Words {
    title: "Report studio",
    lead: "Drop a workbook to see what needs fixing and how the report looks. Nothing leaves your browser.",
    language: "Language",
    drop: "Drop a workbook (.xlsx), CSV sheets or JSON files here",
    choose: "Choose files",
    new_workbook: "Download an example workbook",
    checking: "Checking",
    bundling: "Making the files",
    cancel: "Cancel",
    no_problems: "No problems.",
    drop_again: "Edit the file and drop it again.",
    failed: "This could not be finished",
    preview: "Preview",
    width: "Width",
    phone: "Phone",
    wide: "Wide",
    theme: "Colours",
    light: "Light",
    dark: "Dark",
    print: "Print",
    downloads: "Downloads",
    zip: "The whole folder (ZIP)",
    zip_about: "Every file, for any web host.",
    single: "One file (HTML)",
    single_about: "Opens by a double click, travels by mail.",
    workbook: "The workbook (XLSX)",
    workbook_about: "Also for reports that began as CSV or JSON.",
    address: "Address of publication (optional)",
    address_about: "With it, search engines and link previews know the report.",
    downloaded: "Downloaded",
    problems: |count| if count == 1 { "1 problem".to_owned() } else { format!("{count} problems") },
};
