/** The words that generated reports are made of: Korean and English, and ids where they have some. */

/** Filters: an id, and its name in both languages. */
export const BRANDS = [
  ["kakaotalk", ["카카오톡", "KakaoTalk"]],
  ["kakaomap", ["카카오맵", "KakaoMap"]],
  ["kakaopay", ["카카오페이", "KakaoPay"]],
  ["kakao-t", ["카카오 T", "Kakao T"]],
  ["kakaobank", ["카카오뱅크", "KakaoBank"]],
  ["talk-channel", ["톡채널", "KakaoTalk Channel"]],
  ["talk-store", ["톡스토어", "Talk Store"]],
  ["daum", ["다음", "Daum"]],
  ["melon", ["멜론", "Melon"]],
  ["brunch", ["브런치", "brunch"]],
  ["together", ["같이가치", "Together Value"]],
  ["page", ["카카오페이지", "KakaoPage"]],
];

export const AUDIENCES = [
  ["everyone", ["시민", "citizens"]],
  ["small-shops", ["소상공인", "small shops"]],
  ["drivers", ["택시 기사", "taxi drivers"]],
  ["children", ["어린이", "children"]],
  ["students", ["대학생", "students"]],
  ["parents", ["학부모", "parents"]],
  ["seniors", ["어르신", "seniors"]],
  ["medics", ["의료진", "medical staff"]],
  ["farmers", ["농가", "farmers"]],
  ["artists", ["예술가", "artists"]],
];

export const THEMES = [
  ["masks", ["마스크", "Masks"]],
  ["vaccine", ["백신", "Vaccine"]],
  ["check-in", ["출입 확인", "Check-in"]],
  ["school", ["온라인 수업", "Remote lessons"]],
  ["donation", ["기부", "Donations"]],
  ["market", ["장보기", "Shopping"]],
  ["news", ["소식", "News"]],
  ["health", ["마음 건강", "Mental health"]],
];

/** What a card is about: the theme it belongs to, and the words. */
export const SUBJECTS = [
  ["masks", ["마스크 재고", "mask stocks"]],
  ["masks", ["면 마스크", "cloth masks"]],
  ["masks", ["방역 물품", "hygiene supplies"]],
  ["vaccine", ["잔여백신", "unused vaccine"]],
  ["vaccine", ["백신 예약", "vaccine booking"]],
  ["vaccine", ["접종 증명서", "vaccination certificates"]],
  ["check-in", ["QR체크인", "QR check-in"]],
  ["check-in", ["전자출입명부", "entry registers"]],
  ["check-in", ["안심 전화", "safe calls"]],
  ["school", ["원격 수업", "remote lessons"]],
  ["school", ["학급 채팅방", "class chat rooms"]],
  ["school", ["방학 강좌", "holiday courses"]],
  ["donation", ["응원 댓글 기부", "cheering comments"]],
  ["donation", ["성금", "relief funds"]],
  ["donation", ["도시락 나눔", "lunch boxes"]],
  ["market", ["전통시장 장보기", "market shopping"]],
  ["market", ["농산물 판매", "farm produce"]],
  ["market", ["지역 상품권", "local vouchers"]],
  ["news", ["확진자 통계", "case statistics"]],
  ["news", ["선별진료소 위치", "testing sites"]],
  ["news", ["재난문자", "emergency messages"]],
  ["health", ["마음 상담", "counselling"]],
  ["health", ["집콕 운동", "home exercise"]],
  ["health", ["자가격리 안내", "quarantine guidance"]],
];

export const DEEDS = [
  ["알림", "notices"],
  ["지도", "maps"],
  ["지원", "support"],
  ["이벤트", "events"],
  ["특별전", "special sale"],
  ["설문", "surveys"],
  ["생중계", "live broadcasts"],
  ["상담창구", "help desk"],
  ["모금", "fundraiser"],
  ["교육", "training"],
  ["배달", "deliveries"],
  ["공동구매", "group buying"],
  ["챗봇", "chatbot"],
  ["캠페인", "campaign"],
  ["할인", "discounts"],
  ["공모전", "contest"],
];

export const PLACES = [
  ["서울", "Seoul"],
  ["부산", "Busan"],
  ["대구", "Daegu"],
  ["인천", "Incheon"],
  ["광주", "Gwangju"],
  ["대전", "Daejeon"],
  ["울산", "Ulsan"],
  ["세종", "Sejong"],
  ["수원", "Suwon"],
  ["춘천", "Chuncheon"],
  ["강릉", "Gangneung"],
  ["청주", "Cheongju"],
  ["전주", "Jeonju"],
  ["목포", "Mokpo"],
  ["여수", "Yeosu"],
  ["포항", "Pohang"],
  ["창원", "Changwon"],
  ["진주", "Jinju"],
  ["제주", "Jeju"],
  ["서귀포", "Seogwipo"],
];

export const ORGANISATIONS = [
  ["시장", "Market"],
  ["초등학교", "Elementary School"],
  ["의원", "Clinic"],
  ["도서관", "Library"],
  ["협회", "Association"],
  ["빵집", "Bakery"],
  ["복지관", "Welfare Centre"],
  ["보건소", "Health Centre"],
  ["협동조합", "Cooperative"],
  ["재단", "Foundation"],
];

/** A unit's name in the files, and its Korean counter. */
export const UNITS = [
  ["people", "명"],
  ["times", "회"],
  ["views", "회"],
  ["cases", "건"],
  ["messages", "건"],
  ["won", "원"],
  ["items", "개"],
  ["sheets", "장"],
];

/** What names are put together of: Hangul and its romanisation. */
export const SYLLABLES = [
  "가:ga 강:gang 고:go 금:geum 나:na 남:nam 노:no 단:dan 도:do 동:dong 라:ra 람:ram",
  "로:ro 린:rin 마:ma 명:myeong 모:mo 문:mun 미:mi 바:ba 별:byeol 보:bo 봄:bom 산:san",
  "새:sae 서:seo 솔:sol 수:su 숲:sup 아:a 양:yang 연:yeon 오:o 온:on 우:u 월:wol",
  "은:eun 인:in 정:jeong 지:ji 찬:chan 천:cheon 평:pyeong 하:ha 한:han 해:hae 호:ho 희:hui",
].join(" ").split(" ").map((pair) => pair.split(":"));
