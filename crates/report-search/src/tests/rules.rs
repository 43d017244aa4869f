use super::*;
use crate::{Query, highlight};
use report_model::{About, FigureRef, Headline, Series, SourceNote, Tally};

/// Cards whose titles are the texts, named `a`, `b`, `c` and so on.
fn titles(titles: &[&'static str]) -> Index {
    let ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
    Index::new(report(ids.into_iter().zip(titles).map(|(id, title)| card(id, title)).collect()))
}

#[track_caller]
fn table(index: &Index, rows: &[(&str, &str, &str)]) {
    for (what, query, expected) in rows {
        assert_eq!(found(index, query), *expected, "{what}: {query:?}");
    }
}

#[test]
fn literal_words_are_found_in_either_case_with_or_without_spaces() {
    let index = titles(&[
        "카카오 코로나 백서",
        "카카오코로나백서",
        "QR체크인",
        "QR 체크인",
        "KF94 check-in",
    ]);
    table(
        &index,
        &[
            ("a word", "코로나", "a b"),
            ("spaces in the query", "코로나 백서", "a b"),
            ("none in the query", "코로나백서", "a b"),
            ("the whole title", "카카오 코로나 백서", "a b"),
            ("the whole title in one word", "카카오코로나백서", "a b"),
            ("lower case", "qr체크인", "c d"),
            ("the second half", "체크인", "d c"),
            ("a hyphen", "check-in", "e"),
            ("no hyphen", "checkin", "e"),
            ("a space for the hyphen", "CHECK IN", "e"),
            ("digits inside a word", "94", "e"),
            ("nothing typed", "", "a b c d e"),
            ("nothing but signs", " ·!? ", "a b c d e"),
            ("two syllables across a word's end are chance", "나백", "b"),
            ("not in order", "백서코로나", ""),
            ("every word must be there", "코로나 체크인", ""),
        ],
    );
}

#[test]
fn words_of_other_languages_are_found() {
    let index = titles(&[
        "Größere Büros und Straßen",
        "再生可能エネルギーの割合",
        "Безопасность труда",
        "Énergie renouvelable",
        "Tiếng Việt",
        "Łódź",
        "ενεργεια",
    ]);
    table(
        &index,
        &[
            ("a German word", "Büros", "a"),
            ("without its dots", "buros", "a"),
            ("with its ß", "straßen", "a"),
            ("the beginning of a Japanese text", "再生可能", "b"),
            ("inside of it", "エネルギー", "b"),
            ("Cyrillic in lower case", "безопасность", "c"),
            ("French without its accent", "energie", "d"),
            ("Vietnamese in capitals", "TIẾNG VIỆT", "e"),
            ("Polish in capitals", "ŁÓDŹ", "f"),
            ("Greek in capitals", "ΕΝΕΡΓΕΙΑ", "g"),
        ],
    );
}

#[test]
fn summaries_are_found_with_or_without_their_spaces() {
    let index = Index::new(report(vec![
        summary("a", "무료 예방 접종을 알립니다."),
        summary("b", "예방접종을 알립니다."),
        summary("c", "접종을 예방 뒤에"),
        summary("d", "QR 체크인과 손 씻기"),
        Card { themes: vec![0], ..summary("e", "백신 예약") },
    ]));
    table(
        &index,
        &[
            ("apart", "예방 접종", "a b c"),
            ("as one", "예방접종", "a b"),
            ("with a particle", "예방접종을", "a b"),
            ("across scripts", "QR체크인", "d"),
            ("a half that is a theme too", "백신예약", "e"),
            ("across any two words", "무료예방", "a"),
            ("two syllables are chance", "손씻", ""),
            ("three are not", "손씻기", "d"),
        ],
    );
}

#[test]
fn initial_consonants_stand_for_syllables() {
    let index = titles(&["잔여백신 예약", "공적 마스크", "카카오맵", "코로나 백서", "매번 손씻기"]);
    table(
        &index,
        &[
            ("초성", "ㅁㅅㅋ", "b"),
            ("초성", "ㅈㅇㅂㅅ", "a"),
            ("joined by an input method", "ㅈㅇㅄ", "a"),
            ("as it sounds", "ㅈㄴㅂㅅ", "a"),
            ("as nothing sounds", "ㅈㄱㅂㅅ", ""),
            ("from the middle of a word", "ㅂㅅㅇㅇ", "a"),
            ("across a space", "ㅋㄹㄴㅂㅅ", "d"),
            ("two words", "ㄱㅈ ㅁㅅㅋ", "b"),
            ("one letter begins a word", "ㅁ", "b e"),
            ("two letters begin a word", "ㅁㅅ", "b"),
            ("two letters in the middle are chance", "ㅇㅁ", ""),
            ("a syllable is no initial", "맵", "c"),
            ("wrong letters", "ㅁㅅㅌ", ""),
            ("a vowel is no initial", "ㅏㅣ", ""),
        ],
    );
    let index = Index::new(report(vec![summary("a", "매번 새로운 마스크"), card("b", "마스크")]));
    table(&index, &[("a single letter is too little for a summary", "ㅁ", "b")]);
}

#[test]
fn a_last_syllable_may_be_unfinished() {
    let index = titles(&[
        "잔여백신 예약",
        "공적 마스크",
        "가게 지원",
        "괴산 농가",
        "않는 감염",
        "매번 백신",
    ]);
    table(
        &index,
        &[
            ("a consonant begun", "마스ㅋ", "b"),
            ("no final consonant yet", "잔여배", "a"),
            ("a final consonant that moves on", "마슼", "b"),
            ("the first of two vowels", "고산", ""),
            ("the first of two vowels, last", "농가 고", "d"),
            ("the first of two final consonants", "안", "e"),
            ("a single syllable's end does not move", "맵", ""),
            ("a finished syllable stays as it is", "잔여밴", ""),
            ("only the last syllable is open", "자여백", ""),
            ("in a longer query", "예약 잔여배", "a"),
        ],
    );
    let index = titles(&["기부", "기분 전환"]);
    table(
        &index,
        &[("literal first, and alone", "기부", "a"), ("then what it may become", "기붕", "")],
    );
}

#[test]
fn what_is_found_stays_while_the_next_word_begins() {
    let index = Index::new(report(vec![
        summary("a", "공적 마스크 판매처"),
        summary("b", "공적 마스크 지도"),
        summary("c", "판매처 mask 2020"),
    ]));
    for typed in
        ["마스크", "마스크 ", "마스크 ㅍ", "마스크 파", "마스크 판", "마스크 판ㅁ", "마스크 판매"]
    {
        let found = found(&index, typed);
        assert!(found.starts_with('a'), "{typed}: {found}");
    }
    table(
        &index,
        &[
            ("a consonant asks for nothing yet", "마스크 ㅊ", "a b"),
            ("a Latin letter neither", "판매처 x", "a c"),
            ("a digit neither", "판매처 7", "a c"),
            ("a letter that is finished does", "판매처 x ", ""),
            ("a letter that is followed does", "x 판매처", ""),
            ("a syllable does", "마스크 파", "a"),
            ("a syllable alone", "파", "a c"),
        ],
    );
}

#[test]
fn words_typed_on_the_other_layout_are_understood() {
    let index = titles(&["공적 마스크", "kakao map", "잔여백신", "쓰기 연습", "do it"]);
    table(
        &index,
        &[
            ("Korean on an English layout", "aktmzm", "a"),
            ("with the phone's capital", "Aktmzm", "a"),
            ("in two words", "rhdwjr aktmzm", "a"),
            ("unfinished", "wksduqo", "c"),
            ("with Shift", "Tmrl", "d"),
            ("English on a Korean layout", "ㅏㅁㅏㅁㅐ", "b"),
            ("as an input method joins it", "ㅏ마매", "b"),
            ("English on a Korean layout", "ㅡ메", "b"),
            ("English that is found stays English", "do", "e"),
            ("one syllable is chance", "ak", ""),
            ("nothing that makes syllables", "qwer", ""),
        ],
    );
}

#[test]
fn numbers_are_found_in_any_form() {
    let mut views = card("views", "조회");
    views.figures = vec![figure("2297309797", Unit::Views)];
    let mut money = card("money", "지원금");
    money.figures = vec![figure("9343000000", Unit::Won)];
    let mut odd = card("odd", "마스크");
    odd.figures = vec![Figure { printed: vec!["59만595개"], ..figure("59595", Unit::Items) }];
    let mut share = card("share", "비율");
    share.series = vec![Series {
        id: "s",
        kind: report_model::SeriesKind::Breakdown,
        label: Text::new("", ""),
        unit: Unit::Percent,
        points: vec![report_model::Point {
            at: "p",
            label: Text::new("", ""),
            value: Decimal::new("4.1").expect("a decimal"),
        }],
    }];
    let mut dated = summary("dated", "22개 기관");
    dated.dates = vec![event("2020-02", Some("2022-05-09"))];
    let index = Index::new(report(vec![views, money, odd, share, dated]));
    table(
        &index,
        &[
            ("digits", "2297309797", "views"),
            ("digits begun", "22973", "views"),
            ("with commas", "2,297,309,797", "views"),
            ("as Korean writes it", "22억 9730만 9797회", "views"),
            ("begun in Korean", "22억 9730만", "views"),
            ("begun in Korean", "22억", "views"),
            ("without spaces", "22억9730만9797", "views"),
            ("short in Korean", "22.9억", "views"),
            ("short in English", "2.3 billion", "views"),
            ("with its counter", "93억4300만원", "money"),
            ("with another counter", "93억4300만회", ""),
            ("as misprinted", "59만595개", "odd"),
            ("as meant", "59595", "odd"),
            ("a point of a series", "4.1%", "share"),
            ("a year of a date", "2020", "dated"),
            ("a year of a date", "2020년", "dated"),
            ("a year between dates", "2021", "dated"),
            ("a month", "5월", "dated"),
            ("a day", "2022년 5월 9일", "dated"),
            ("two digits are not the beginning of all", "22", "views dated"),
            ("one digit", "2", ""),
            ("inside a number", "730979", ""),
            ("another year", "2019", ""),
            ("with words", "조회 22억", "views"),
        ],
    );
}

#[test]
fn a_headline_number_is_found_on_the_cards_that_make_it_up() {
    let card = |id, part| Card { part, ..card(id, "조회") };
    let mut cards = vec![card("a", 1), card("b", 1), card("c", 1), card("d", 2)];
    cards[0].figures = vec![figure("3", Unit::Views)];
    cards[2].figures = vec![figure("4", Unit::Views)];
    let headline = |value, terms: Option<&[u32]>| Headline {
        figure: Figure {
            label: Text::new("정보 조회", "Lookups"), ..figure(value, Unit::Views)
        },
        basis: Text::new("", ""),
        tally: terms.map(|terms| Tally {
            terms: terms.iter().map(|card| FigureRef { card: *card, figure: 0 }).collect(),
            remainder: Decimal::ZERO,
            note: None,
            caveat: None,
        }),
    };
    let mut report = report(cards).clone();
    report.parts[0].headlines = vec![headline("2297309797", Some(&[0, 2]))];
    report.parts[1].headlines = vec![headline("4318376636", None)];
    let index = Index::new(Box::leak(Box::new(report)));
    table(
        &index,
        &[
            ("in digits", "2297309797", "a c"),
            ("in Korean", "22억 9730만", "a c"),
            ("without a sum", "43억1837만6636회", "d"),
        ],
    );
}

#[test]
fn particles_are_taken_off() {
    let index = titles(&[
        "공적 마스크 5부제",
        "카카오맵",
        "전문가 상담",
        "전문 의료진",
        "지도",
        "어린 왕자",
    ]);
    table(
        &index,
        &[
            ("를", "마스크를", "a"),
            ("에서", "카카오맵에서", "b"),
            ("에서는", "카카오맵에서는", "b"),
            ("가, where nothing else is found", "마스크가", "a"),
            ("가 that belongs to the noun", "전문가", "c"),
            ("도 that belongs to the noun", "지도", "e"),
            ("a particle alone", "에서", ""),
            ("two in a query", "마스크를 공적으로", "a"),
        ],
    );
}

#[test]
fn english_words_are_found_by_their_beginning() {
    let mut brand = card("d", "지도");
    brand.brands = vec![1];
    let index = Index::new(report(vec![
        card("a", "Chatbot help"),
        card("b", "Health share"),
        summary("c", "A message on the map"),
        brand,
    ]));
    table(
        &index,
        &[
            ("the beginning", "he", "a b"),
            ("the word", "help", "a"),
            ("any case", "HEAL", "b"),
            ("two letters in the middle", "ha", ""),
            ("three letters in the middle of a name", "bot", "a"),
            ("three letters in the middle of a brand", "talk", "d"),
            ("the middle of a word in a summary", "age", ""),
            ("a summary's word", "mess", "c"),
            ("a single letter begins a name's word", "h", "a b"),
            ("a single letter in a summary", "o", ""),
        ],
    );
}

#[test]
fn names_are_found_as_they_are_printed_and_as_the_source_text_reads() {
    let mut garbled = card("a", "국민비서");
    garbled.printed_names = vec!["국민비서 ‘구뽀’"];
    garbled.source_text = vec![SourceNote {
        about: About::Title,
        reads: vec!["특채널"],
        reading: Text::new("톡채널", "톡채널"),
    }];
    let index = Index::new(report(vec![garbled, card("b", "구삐")]));
    table(
        &index,
        &[
            ("garbled", "구뽀", "a"),
            ("garbled", "특채널", "a"),
            ("right", "구삐", "b"),
            ("joined", "국민비서구뽀", "a"),
        ],
    );
}

#[test]
fn better_places_come_first() {
    let mut brand = card("brand", "지도");
    brand.themes = vec![1];
    let mut label = card("label", "배송");
    label.figures =
        vec![Figure { label: Text::new("마스크 수", "Sent"), ..figure("7", Unit::Sheets) }];
    let index = Index::new(report(vec![
        summary("text", "마스크를 보냈습니다."),
        label,
        brand,
        card("middle", "공적마스크"),
        card("start", "마스크를 만들다"),
        card("word", "공적 마스크"),
        card("exact", "마스크"),
        card("word2", "마스크 지도"),
    ]));
    table(
        &index,
        &[
            ("the order of places", "마스크", "exact word word2 start middle brand label text"),
            ("ranks add up", "마스크 지도", "word2 brand"),
            (
                "open readings rank alike",
                "마스ㅋ",
                "word exact word2 start middle brand label text",
            ),
        ],
    );
}

#[test]
fn the_longest_word_that_is_looked_for_in_halves_is_found_at_every_cut() {
    let word: Vec<char> = "가나다라마바사아자차카타파하거너더".chars().collect();
    let query: String = word.iter().collect();
    for cut in 1..word.len() {
        let (first, second): (String, String) =
            (word[..cut].iter().collect(), word[cut..].iter().collect());
        let apart = Box::leak(format!("{first} {second}").into_boxed_str());
        // The last syllable begins a word, and the first one ends one.
        let other = summary("other", "더욱 보가");
        let index = Index::new(report(vec![summary("apart", apart), other]));
        assert_eq!(found(&index, &query), "apart", "{apart}");
    }
}

#[test]
fn what_was_found_is_marked() {
    for (text, query, expected) in [
        ("공적 마스크 지도", "마스크", "공적 [마스크] 지도"),
        ("공적 마스크 지도", "ㅁㅅㅋ", "공적 [마스크] 지도"),
        ("공적 마스크 지도", "마스ㅋ", "공적 [마스크] 지도"),
        ("잔여백신", "잔여배", "[잔여백]신"),
        ("공적 마스크 지도", "aktmzm", "공적 [마스크] 지도"),
        ("코로나 백서", "코로나백서", "[코로나 백서]"),
        ("코로나 백서", "코로나 백서", "[코로나] [백서]"),
        ("마스크를 쓰다", "마스크에서", "[마스크]를 쓰다"),
        ("Chatbot help", "HEL", "Chatbot [hel]p"),
        ("Chatbot", "ha", "Chatbot"),
        ("check-in", "checkin", "[check-in]"),
        ("1,234명", "1234", "[1,234]명"),
        ("마스크 마스크", "마스크 스크", "[마스크] [마스크]"),
        ("마스크", "", "마스크"),
        ("", "마스크", ""),
        ("마\u{1109}\u{1173}크", "마스크", "[마\u{1109}\u{1173}크]"),
    ] {
        let marked: String = highlight(text, &Query::new(query))
            .iter()
            .map(
                |piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.to_owned() },
            )
            .collect();
        assert_eq!(marked, expected, "{text} {query}");
    }
}
