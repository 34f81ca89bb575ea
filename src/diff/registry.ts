import type { ChangeRule, Direction, Level, Op, Topic } from './types.ts';

const GDPR = (point: string) => `GDPR Art. ${point}`;
const KVKK = (point: string) => `KVKK Art. ${point}`;

type Row = [
  id: string,
  topic: Topic,
  op: Op,
  direction: Direction,
  level: Level,
  law: string[],
  mirror: string,
  en: string,
  tr: string,
  why: string,
];

const IDENTITY = [GDPR('13(1)(a)'), KVKK('10(1)(a)')];
const EXERCISE = [GDPR('12(2)'), GDPR('13(1)(a)'), KVKK('13(1)')];
const PURPOSE = [GDPR('13(3)'), GDPR('13(1)(c)'), KVKK('10(1)(b)'), 'Aydınlatma Tebliği m. 5/1-b'];
const BASIS = [GDPR('13(1)(c)'), KVKK('10(1)(ç)'), 'Aydınlatma Tebliği m. 5/1-h'];
const CONSENT_BASIS = [GDPR('13(1)(c)'), GDPR('7(3)'), KVKK('10(1)(ç)'), 'Aydınlatma Tebliği m. 5/1-h'];
const RECIPIENT = [GDPR('13(1)(e)'), KVKK('10(1)(c)')];
const TRANSFER = [GDPR('13(1)(f)'), KVKK('9')];
const RETENTION = [GDPR('13(2)(a)'), KVKK('4(2)(d)')];
const RIGHT = [GDPR('13(2)(b)'), KVKK('11(1)')];
const LESS_RIGHT = [GDPR('13(2)(b)'), GDPR('12(2)'), KVKK('11(1)')];
const CITED = [GDPR('13(1)(c)'), GDPR('13(1)(f)')];
const JOINT = [GDPR('26(2)')];
const BY_USE = [GDPR('4(11)'), 'Aydınlatma Tebliği m. 5/1-f'];
const COOKIE = ['Directive 2002/58/EC Art. 5(3)', KVKK('5(1)–(2), 10')];

// One line per change id. `{…}` are arguments; `docs/changes.md` is generated from this table.
// prettier-ignore
const ROWS: Row[] = [
  ['controller-changed', 'controller', 'changed', 'none', 'material', IDENTITY, 'controller-changed', 'The controller changed from {old} to {new}', 'Veri sorumlusu {old} yerine {new} oldu', 'Who answers for the data must always be told (WP260 ¶29).'],
  ['controller-renamed', 'controller', 'changed', 'none', 'substantive', IDENTITY, 'controller-renamed', 'The name {old} became {new}', '{old} adı {new} olarak değişti', 'A new name of the same controller or service.'],
  ['controller-added', 'controller', 'added', 'none', 'substantive', IDENTITY, 'controller-removed', 'The controller is now named: {new}', 'Veri sorumlusu artık belirtiliyor: {new}', 'The notice now says who the controller is.'],
  ['controller-removed', 'controller', 'removed', 'none', 'material', IDENTITY, 'controller-added', 'The controller is no longer named: {old}', 'Veri sorumlusu artık belirtilmiyor: {old}', 'Without it nobody knows whom to turn to.'],
  ['joint-controller-added', 'joint-controller', 'added', 'none', 'material', JOINT, 'joint-controller-removed', 'A joint controller was added: {new}', 'Ortak veri sorumlusu eklendi: {new}', 'Somebody else answers for the data as well; the essence of the arrangement must be available.'],
  ['joint-controller-removed', 'joint-controller', 'removed', 'none', 'material', JOINT, 'joint-controller-added', 'What was said about joint controllers was removed: {old}', 'Ortak veri sorumlusu bilgisi kaldırıldı: {old}', 'Who answers for the data must always be told (WP260 ¶29).'],
  ['joint-controller-changed', 'joint-controller', 'changed', 'none', 'material', JOINT, 'joint-controller-changed', 'What is said about joint controllers changed: {old} → {new}', 'Ortak veri sorumluları hakkında söylenen değişti: {old} → {new}', 'Who answers for the data must always be told (WP260 ¶29).'],
  ['contact-email-changed', 'contact', 'changed', 'none', 'material', EXERCISE, 'contact-email-changed', 'The e-mail address changed from {old} to {new}', 'E-posta adresi {old} yerine {new} oldu', 'How rights can be exercised must always be told (WP260 ¶29).'],
  ['contact-email-added', 'contact', 'added', 'none', 'substantive', EXERCISE, 'contact-email-removed', 'An e-mail address was added: {new}', 'E-posta adresi eklendi: {new}', 'One more way to reach the controller.'],
  ['contact-email-removed', 'contact', 'removed', 'none', 'material', EXERCISE, 'contact-email-added', 'The e-mail address {old} was removed', '{old} e-posta adresi kaldırıldı', 'One way fewer to exercise rights (WP260 ¶29).'],
  ['contact-phone-changed', 'contact', 'changed', 'none', 'substantive', EXERCISE, 'contact-phone-changed', 'The telephone number changed from {old} to {new}', 'Telefon numarası {old} yerine {new} oldu', 'A contact detail of the controller.'],
  ['contact-phone-added', 'contact', 'added', 'none', 'substantive', EXERCISE, 'contact-phone-removed', 'A telephone number was added: {new}', 'Telefon numarası eklendi: {new}', 'One more way to reach the controller.'],
  ['contact-phone-removed', 'contact', 'removed', 'none', 'substantive', EXERCISE, 'contact-phone-added', 'The telephone number {old} was removed', '{old} telefon numarası kaldırıldı', 'One way fewer to reach the controller.'],
  ['contact-address-changed', 'contact', 'changed', 'none', 'material', EXERCISE, 'contact-address-changed', 'The postal address changed from {old} to {new}', 'Posta adresi {old} yerine {new} oldu', 'Letters about rights go to this address (WP260 ¶29).'],
  ['contact-address-added', 'contact', 'added', 'none', 'substantive', EXERCISE, 'contact-address-removed', 'A postal address was added: {new}', 'Posta adresi eklendi: {new}', 'One more way to reach the controller.'],
  ['contact-address-removed', 'contact', 'removed', 'none', 'material', EXERCISE, 'contact-address-added', 'The postal address {old} was removed', '{old} posta adresi kaldırıldı', 'One way fewer to exercise rights (WP260 ¶29).'],
  ['contact-added', 'contact', 'added', 'none', 'substantive', EXERCISE, 'contact-removed', 'A way to get in touch was added: {new}', 'İletişim yolu eklendi: {new}', 'One more way to reach the controller.'],
  ['contact-removed', 'contact', 'removed', 'none', 'material', EXERCISE, 'contact-added', 'A way to get in touch was removed: {old}', 'İletişim yolu kaldırıldı: {old}', 'How rights can be exercised must always be told (WP260 ¶29).'],
  ['contact-changed', 'contact', 'changed', 'none', 'material', EXERCISE, 'contact-changed', 'How to get in touch changed: {old} → {new}', 'İletişim bilgisi değişti: {old} → {new}', 'How rights can be exercised must always be told (WP260 ¶29).'],
  ['dpo-added', 'dpo', 'added', 'none', 'substantive', [GDPR('13(1)(b)')], 'dpo-removed', 'A data protection officer was added: {new}', 'Veri koruma görevlisi eklendi: {new}', 'The officer’s contact details are now given.'],
  ['dpo-removed', 'dpo', 'removed', 'none', 'material', [GDPR('13(1)(b)')], 'dpo-added', 'The data protection officer was removed: {old}', 'Veri koruma görevlisi kaldırıldı: {old}', 'It affects how rights are exercised (WP260 ¶29).'],
  ['dpo-changed', 'dpo', 'changed', 'none', 'substantive', [GDPR('13(1)(b)')], 'dpo-changed', 'The data protection officer’s details changed: {old} → {new}', 'Veri koruma görevlisi bilgileri değişti: {old} → {new}', 'It affects how rights are exercised (WP260 ¶29).'],
  ['representative-added', 'representative', 'added', 'none', 'substantive', [GDPR('13(1)(a)'), GDPR('27'), KVKK('10(1)(a)')], 'representative-removed', 'A representative was added: {new}', 'Temsilci eklendi: {new}', 'People can turn to somebody near them where the controller has no establishment.'],
  ['representative-removed', 'representative', 'removed', 'none', 'material', [GDPR('13(1)(a)'), GDPR('27'), KVKK('10(1)(a)')], 'representative-added', 'The representative was removed: {old}', 'Temsilci kaldırıldı: {old}', 'People lose whom to turn to where the controller has no establishment.'],
  ['representative-changed', 'representative', 'changed', 'none', 'substantive', [GDPR('13(1)(a)'), GDPR('27'), KVKK('10(1)(a)')], 'representative-changed', 'The representative changed: {old} → {new}', 'Temsilci değişti: {old} → {new}', 'People turn to somebody else where the controller has no establishment.'],
  ['purpose-added', 'purpose', 'added', 'wider', 'material', PURPOSE, 'purpose-removed', 'A purpose was added: {new}', 'Yeni bir amaç eklendi: {new}', 'A new purpose must be told before the data are used for it.'],
  ['purpose-removed', 'purpose', 'removed', 'narrower', 'substantive', [GDPR('13(1)(c)'), KVKK('10(1)(b)')], 'purpose-added', 'A purpose was removed: {old}', 'Bir amaç kaldırıldı: {old}', 'Favourable to the person, to be listed.'],
  ['purpose-widened', 'purpose', 'changed', 'wider', 'material', PURPOSE, 'purpose-narrowed', 'A purpose was widened: {old} → {new}', 'Bir amaç genişletildi: {old} → {new}', 'A wider purpose must be told before the data are used for it.'],
  ['purpose-narrowed', 'purpose', 'changed', 'narrower', 'substantive', [GDPR('13(1)(c)'), KVKK('10(1)(b)')], 'purpose-widened', 'A purpose was narrowed: {old} → {new}', 'Bir amaç daraltıldı: {old} → {new}', 'Favourable to the person, to be listed.'],
  ['purpose-changed', 'purpose', 'changed', 'none', 'substantive', [GDPR('13(1)(c)'), KVKK('10(1)(b)')], 'purpose-changed', 'A purpose is described differently: {old} → {new}', 'Bir amaç farklı anlatılıyor: {old} → {new}', 'If the purpose itself is another one, it must be told in advance.'],
  ['legal-basis-changed', 'legal-basis', 'changed', 'none', 'material', BASIS, 'legal-basis-changed', 'The legal basis changed: {old} → {new}', 'Hukuki sebep değişti: {old} → {new}', 'The basis decides which rights people have (Art. 7(3), 20, 21).'],
  ['legal-basis-consent-dropped', 'legal-basis', 'changed', 'weaker', 'material', CONSENT_BASIS, 'legal-basis-consent-required', 'Processing no longer rests on consent: {old} → {new}', 'İşleme artık açık rızaya dayanmıyor: {old} → {new}', 'People lose the choice that consent gave them.'],
  ['legal-basis-consent-required', 'legal-basis', 'changed', 'stronger', 'material', CONSENT_BASIS, 'legal-basis-consent-dropped', 'Processing now rests on consent: {old} → {new}', 'İşleme artık açık rızaya dayanıyor: {old} → {new}', 'Consent must be asked before the processing goes on.'],
  ['legal-basis-added', 'legal-basis', 'added', 'none', 'material', BASIS, 'legal-basis-removed', 'A legal basis was added: {new}', 'Hukuki sebep eklendi: {new}', 'A new reliance changes the rights people have.'],
  ['legal-basis-removed', 'legal-basis', 'removed', 'none', 'material', BASIS, 'legal-basis-added', 'A legal basis was removed: {old}', 'Hukuki sebep kaldırıldı: {old}', 'The notice no longer says what the processing rests on.'],
  ['legitimate-interest-added', 'legitimate-interest', 'added', 'none', 'material', [GDPR('13(1)(d)')], 'legitimate-interest-removed', 'A legitimate interest was added: {new}', 'Meşru menfaat eklendi: {new}', 'A new reliance on legitimate interests opens the right to object.'],
  ['legitimate-interest-removed', 'legitimate-interest', 'removed', 'none', 'substantive', [GDPR('13(1)(d)')], 'legitimate-interest-added', 'A legitimate interest was removed: {old}', 'Meşru menfaat kaldırıldı: {old}', 'The interests pursued must be named where they are relied on.'],
  ['legitimate-interest-changed', 'legitimate-interest', 'changed', 'none', 'substantive', [GDPR('13(1)(d)')], 'legitimate-interest-changed', 'A legitimate interest is described differently: {old} → {new}', 'Meşru menfaat farklı anlatılıyor: {old} → {new}', 'The interests pursued must be named.'],
  ['data-category-added', 'data-category', 'added', 'wider', 'material', [GDPR('14(1)(d)')], 'data-category-removed', 'Data that are collected were added: {new}', 'İşlenen veri eklendi: {new}', 'More data about people are processed (WP260 ¶29).'],
  ['data-category-removed', 'data-category', 'removed', 'narrower', 'substantive', [GDPR('14(1)(d)')], 'data-category-added', 'Data that are collected were removed: {old}', 'İşlenen veri kaldırıldı: {old}', 'Favourable to the person, to be listed.'],
  ['data-category-changed', 'data-category', 'changed', 'none', 'substantive', [GDPR('14(1)(d)')], 'data-category-changed', 'The data that are collected are described differently: {old} → {new}', 'İşlenen veri farklı anlatılıyor: {old} → {new}', 'If more data are meant, people must be told.'],
  ['data-source-added', 'data-source', 'added', 'wider', 'material', [GDPR('14(2)(f)')], 'data-source-removed', 'A source of data was added: {new}', 'Veri kaynağı eklendi: {new}', 'People do not expect data from others (Art. 14).'],
  ['data-source-removed', 'data-source', 'removed', 'narrower', 'substantive', [GDPR('14(2)(f)')], 'data-source-added', 'A source of data was removed: {old}', 'Veri kaynağı kaldırıldı: {old}', 'Favourable to the person, to be listed.'],
  ['data-source-changed', 'data-source', 'changed', 'none', 'substantive', [GDPR('14(2)(f)')], 'data-source-changed', 'Where data come from changed: {old} → {new}', 'Verinin kaynağı değişti: {old} → {new}', 'If a new source is meant, people must be told.'],
  ['recipient-added', 'recipient', 'added', 'wider', 'material', RECIPIENT, 'recipient-removed', 'A recipient of the data was added: {new}', 'Veri alıcısı eklendi: {new}', 'An enlargement of the recipients is told well in advance (WP260 ¶30).'],
  ['recipient-removed', 'recipient', 'removed', 'narrower', 'substantive', RECIPIENT, 'recipient-added', 'A recipient of the data was removed: {old}', 'Veri alıcısı kaldırıldı: {old}', 'Favourable to the person, to be listed.'],
  ['recipient-replaced', 'recipient', 'changed', 'none', 'substantive', RECIPIENT, 'recipient-replaced', 'A recipient was replaced: {old} by {new}', 'Bir alıcı değişti: {old} yerine {new}', 'Another vendor does the same work.'],
  ['recipient-changed', 'recipient', 'changed', 'none', 'substantive', RECIPIENT, 'recipient-changed', 'What is said about recipients changed: {old} → {new}', 'Alıcılar hakkında söylenen değişti: {old} → {new}', 'If more recipients are meant, people must be told in advance.'],
  ['recipient-widened', 'recipient', 'changed', 'wider', 'material', RECIPIENT, 'recipient-narrowed', 'Disclosure was widened: {old} → {new}', 'Paylaşım genişletildi: {old} → {new}', 'An enlargement of the recipients is told well in advance (WP260 ¶30).'],
  ['recipient-narrowed', 'recipient', 'changed', 'narrower', 'substantive', RECIPIENT, 'recipient-widened', 'Disclosure was narrowed: {old} → {new}', 'Paylaşım daraltıldı: {old} → {new}', 'Favourable to the person, to be listed.'],
  ['recipient-denial-removed', 'recipient', 'removed', 'reversed', 'material', RECIPIENT, 'recipient-denial-added', 'The promise not to share was removed: {old}', 'Paylaşmama taahhüdü kaldırıldı: {old}', 'People relied on it and do not expect the contrary (WP260 ¶29).'],
  ['recipient-denial-added', 'recipient', 'added', 'reversed', 'substantive', RECIPIENT, 'recipient-denial-removed', 'A promise not to share was added: {new}', 'Paylaşmama taahhüdü eklendi: {new}', 'Favourable to the person, to be listed.'],
  ['transfer-added', 'transfer', 'added', 'wider', 'material', TRANSFER, 'transfer-removed', 'A transfer to a third country was added: {new}', 'Yurt dışına aktarım eklendi: {new}', 'The introduction of a transfer is told well in advance (WP260 ¶30).'],
  ['transfer-removed', 'transfer', 'removed', 'narrower', 'substantive', TRANSFER, 'transfer-added', 'What was said about transfers abroad was removed: {old}', 'Yurt dışına aktarım bilgisi kaldırıldı: {old}', 'If transfers go on, the notice must still say so.'],
  ['transfer-changed', 'transfer', 'changed', 'none', 'substantive', TRANSFER, 'transfer-changed', 'What is said about transfers abroad changed: {old} → {new}', 'Yurt dışına aktarım bilgisi değişti: {old} → {new}', 'If a new country or a lost safeguard is meant, people must be told.'],
  ['transfer-country-added', 'transfer', 'added', 'wider', 'material', TRANSFER, 'transfer-country-removed', 'A country was added: {new}', 'Ülke eklendi: {new}', 'Data go to one more country (WP260 ¶30).'],
  ['transfer-country-removed', 'transfer', 'removed', 'narrower', 'substantive', TRANSFER, 'transfer-country-added', 'A country was removed: {old}', 'Ülke kaldırıldı: {old}', 'Favourable to the person, to be listed.'],
  ['transfer-country-changed', 'transfer', 'changed', 'none', 'material', TRANSFER, 'transfer-country-changed', 'A country changed from {old} to {new}', 'Ülke {old} yerine {new} oldu', 'Data go to another country (WP260 ¶30).'],
  ['transfer-safeguard-added', 'transfer', 'added', 'stronger', 'substantive', [GDPR('13(1)(f)'), GDPR('46'), KVKK('9')], 'transfer-safeguard-removed', 'A safeguard for transfers was added: {new}', 'Aktarım güvencesi eklendi: {new}', 'The safeguards of a transfer must be named.'],
  ['transfer-safeguard-removed', 'transfer', 'removed', 'weaker', 'material', [GDPR('13(1)(f)'), GDPR('46'), KVKK('9')], 'transfer-safeguard-added', 'A safeguard for transfers was removed: {old}', 'Aktarım güvencesi kaldırıldı: {old}', 'A safeguard that is lost concerns everybody whose data are transferred.'],
  ['transfer-safeguard-changed', 'transfer', 'changed', 'none', 'substantive', [GDPR('13(1)(f)'), GDPR('46'), KVKK('9')], 'transfer-safeguard-changed', 'The safeguard for transfers changed from {old} to {new}', 'Aktarım güvencesi {old} yerine {new} oldu', 'The safeguards of a transfer must be named.'],
  ['transfer-denial-removed', 'transfer', 'removed', 'reversed', 'material', TRANSFER, 'transfer-denial-added', 'The promise not to transfer abroad was removed: {old}', 'Yurt dışına aktarmama taahhüdü kaldırıldı: {old}', 'People relied on it (WP260 ¶29, ¶30).'],
  ['transfer-denial-added', 'transfer', 'added', 'reversed', 'substantive', TRANSFER, 'transfer-denial-removed', 'A promise not to transfer abroad was added: {new}', 'Yurt dışına aktarmama taahhüdü eklendi: {new}', 'Favourable to the person, to be listed.'],
  ['retention-lengthened', 'retention', 'changed', 'longer', 'material', RETENTION, 'retention-shortened', 'Retention{of} lengthened from {old} to {new}', 'Saklama süresi{of} {old} yerine {new} oldu (uzadı)', 'Data about people are kept longer.'],
  ['retention-shortened', 'retention', 'changed', 'shorter', 'substantive', RETENTION, 'retention-lengthened', 'Retention{of} shortened from {old} to {new}', 'Saklama süresi{of} {old} yerine {new} oldu (kısaldı)', 'Favourable to the person, to be listed.'],
  ['retention-made-vague', 'retention', 'changed', 'weaker', 'material', RETENTION, 'retention-made-specific', 'A period was replaced by vague words: {old} → {new}', 'Süre yerine belirsiz ifade geldi: {old} → {new}', 'The information the law asks for is lost.'],
  ['retention-made-specific', 'retention', 'changed', 'stronger', 'substantive', RETENTION, 'retention-made-vague', 'Vague words were replaced by a period: {old} → {new}', 'Belirsiz ifade yerine süre geldi: {old} → {new}', 'People now learn the period.'],
  ['retention-added', 'retention', 'added', 'none', 'substantive', RETENTION, 'retention-removed', 'A retention period was added: {new}', 'Saklama süresi eklendi: {new}', 'People now learn how long data are kept.'],
  ['retention-removed', 'retention', 'removed', 'none', 'material', RETENTION, 'retention-added', 'A retention period was removed: {old}', 'Saklama süresi kaldırıldı: {old}', 'The information the law asks for is lost.'],
  ['retention-changed', 'retention', 'changed', 'none', 'substantive', RETENTION, 'retention-changed', 'How long data are kept is described differently: {old} → {new}', 'Saklama süresi farklı anlatılıyor: {old} → {new}', 'If data are kept longer, people must be told.'],
  ['right-added', 'right', 'added', 'stronger', 'substantive', RIGHT, 'right-removed', 'A right was added: {new}', 'Hak eklendi: {new}', 'Favourable to the person, to be listed.'],
  ['right-removed', 'right', 'removed', 'weaker', 'material', LESS_RIGHT, 'right-added', 'A right was removed: {old}', 'Hak kaldırıldı: {old}', 'How rights can be exercised must always be told (WP260 ¶29).'],
  ['right-weakened', 'right', 'changed', 'weaker', 'material', LESS_RIGHT, 'right-strengthened', 'A right was limited: {old} → {new}', 'Bir hak sınırlandı: {old} → {new}', 'How rights can be exercised must always be told (WP260 ¶29).'],
  ['right-strengthened', 'right', 'changed', 'stronger', 'substantive', RIGHT, 'right-weakened', 'A right was strengthened: {old} → {new}', 'Bir hak güçlendi: {old} → {new}', 'Favourable to the person, to be listed.'],
  ['right-changed', 'right', 'changed', 'none', 'substantive', RIGHT, 'right-changed', 'What is said about rights changed: {old} → {new}', 'Haklar hakkında söylenen değişti: {old} → {new}', 'How rights can be exercised matters to everybody (WP260 ¶29).'],
  ['answer-time-lengthened', 'right', 'changed', 'longer', 'substantive', [GDPR('12(3)'), KVKK('13(2)')], 'answer-time-shortened', 'The time to answer requests grew from {old} to {new}', 'Başvuruları yanıtlama süresi {old} yerine {new} oldu (uzadı)', 'The law allows one month (GDPR), thirty days (KVKK).'],
  ['answer-time-shortened', 'right', 'changed', 'shorter', 'substantive', [GDPR('12(3)'), KVKK('13(2)')], 'answer-time-lengthened', 'The time to answer requests shrank from {old} to {new}', 'Başvuruları yanıtlama süresi {old} yerine {new} oldu (kısaldı)', 'Favourable to the person, to be listed.'],
  ['consent-opt-out', 'consent', 'changed', 'weaker', 'material', [GDPR('4(11)'), GDPR('7'), KVKK('5(1)')], 'consent-opt-in', 'Opt-in became opt-out: {old} → {new}', 'Önceden onay yerine itiraz usulü geldi: {old} → {new}', 'Silence is not consent.'],
  ['consent-opt-in', 'consent', 'changed', 'stronger', 'substantive', [GDPR('4(11)'), GDPR('7'), KVKK('5(1)')], 'consent-opt-out', 'Opt-out became opt-in: {old} → {new}', 'İtiraz usulü yerine önceden onay geldi: {old} → {new}', 'Favourable to the person, to be listed.'],
  ['consent-added', 'consent', 'added', 'none', 'substantive', [GDPR('7(3)'), GDPR('13(2)(c)')], 'consent-removed', 'What is said about consent was added: {new}', 'Rıza hakkında bilgi eklendi: {new}', 'Consent and its withdrawal must be told.'],
  ['consent-removed', 'consent', 'removed', 'none', 'material', [GDPR('7(3)'), GDPR('13(2)(c)')], 'consent-added', 'What was said about consent was removed: {old}', 'Rıza hakkında bilgi kaldırıldı: {old}', 'People must be told that they can withdraw consent.'],
  ['consent-changed', 'consent', 'changed', 'none', 'material', [GDPR('7(3)'), GDPR('13(2)(c)')], 'consent-changed', 'What is said about consent changed: {old} → {new}', 'Rıza hakkında söylenen değişti: {old} → {new}', 'People must be told how to withdraw consent.'],
  ['consent-by-use-added', 'consent', 'added', 'weaker', 'material', BY_USE, 'consent-by-use-removed', 'Mere use is now taken as consent: {new}', 'Yalnızca kullanım artık rıza sayılıyor: {new}', 'Silence or inactivity is not consent, and changes must be told (WP260 ¶29).'],
  ['consent-by-use-removed', 'consent', 'removed', 'stronger', 'substantive', BY_USE, 'consent-by-use-added', 'Mere use is no longer taken as consent: {old}', 'Yalnızca kullanım artık rıza sayılmıyor: {old}', 'Favourable to the person, to be listed.'],
  ['complaint-added', 'complaint', 'added', 'none', 'substantive', [GDPR('13(2)(d)'), KVKK('14(1)')], 'complaint-removed', 'The way to complain was added: {new}', 'Şikâyet yolu eklendi: {new}', 'People now learn where to complain.'],
  ['complaint-removed', 'complaint', 'removed', 'none', 'material', [GDPR('13(2)(d)'), KVKK('14(1)')], 'complaint-added', 'The way to complain was removed: {old}', 'Şikâyet yolu kaldırıldı: {old}', 'The information the law asks for is lost.'],
  ['complaint-changed', 'complaint', 'changed', 'none', 'substantive', [GDPR('13(2)(d)'), KVKK('14(1)')], 'complaint-changed', 'The way to complain changed: {old} → {new}', 'Şikâyet yolu değişti: {old} → {new}', 'People turn to the authority that is named.'],
  ['complaint-authority-changed', 'complaint', 'changed', 'none', 'material', [GDPR('13(2)(d)'), KVKK('14(1)')], 'complaint-authority-changed', 'The supervisory authority changed from {old} to {new}', 'Denetim makamı {old} yerine {new} oldu', 'People turn to the authority that is named.'],
  ['automated-decision-added', 'automated-decision', 'added', 'wider', 'material', [GDPR('13(2)(f)'), GDPR('22'), KVKK('11(1)(g)')], 'automated-decision-removed', 'Automated decisions or profiling were added: {new}', 'Otomatik karar veya profilleme eklendi: {new}', 'Their logic and consequences must be told.'],
  ['automated-decision-removed', 'automated-decision', 'removed', 'narrower', 'substantive', [GDPR('13(2)(f)'), GDPR('22'), KVKK('11(1)(g)')], 'automated-decision-added', 'What was said about automated decisions was removed: {old}', 'Otomatik karar bilgisi kaldırıldı: {old}', 'If they go on, the notice must still say so.'],
  ['automated-decision-changed', 'automated-decision', 'changed', 'none', 'substantive', [GDPR('13(2)(f)'), GDPR('22'), KVKK('11(1)(g)')], 'automated-decision-changed', 'What is said about automated decisions changed: {old} → {new}', 'Otomatik karar bilgisi değişti: {old} → {new}', 'If their scope is wider, people must be told.'],
  ['automated-decision-denial-removed', 'automated-decision', 'removed', 'reversed', 'material', [GDPR('13(2)(f)'), GDPR('22'), KVKK('11(1)(g)')], 'automated-decision-denial-added', 'The promise not to decide automatically was removed: {old}', 'Otomatik karar vermeme taahhüdü kaldırıldı: {old}', 'People relied on it.'],
  ['automated-decision-denial-added', 'automated-decision', 'added', 'reversed', 'substantive', [GDPR('13(2)(f)'), GDPR('22'), KVKK('11(1)(g)')], 'automated-decision-denial-removed', 'A promise not to decide automatically was added: {new}', 'Otomatik karar vermeme taahhüdü eklendi: {new}', 'Favourable to the person, to be listed.'],
  ['children-age-raised', 'children', 'changed', 'higher', 'material', [GDPR('8')], 'children-age-lowered', 'The minimum age rose from {old} to {new}', 'Asgari yaş {old} yerine {new} oldu (yükseldi)', 'It decides who may use the service and whose parents are asked.'],
  ['children-age-lowered', 'children', 'changed', 'lower', 'material', [GDPR('8')], 'children-age-raised', 'The minimum age fell from {old} to {new}', 'Asgari yaş {old} yerine {new} oldu (düştü)', 'It decides who may use the service and whose parents are asked.'],
  ['children-added', 'children', 'added', 'none', 'material', [GDPR('8')], 'children-removed', 'What is said about children was added: {new}', 'Çocuklar hakkında bilgi eklendi: {new}', 'Age and parental consent concern every family.'],
  ['children-removed', 'children', 'removed', 'none', 'material', [GDPR('8')], 'children-added', 'What was said about children was removed: {old}', 'Çocuklar hakkında bilgi kaldırıldı: {old}', 'Age and parental consent concern every family.'],
  ['children-changed', 'children', 'changed', 'none', 'material', [GDPR('8')], 'children-changed', 'What is said about children changed: {old} → {new}', 'Çocuklar hakkında söylenen değişti: {old} → {new}', 'Age and parental consent concern every family.'],
  ['cookie-added', 'cookie', 'added', 'wider', 'material', COOKIE, 'cookie-removed', 'Cookies or tracking were added: {new}', 'Çerez veya izleme eklendi: {new}', 'New storage on the device needs information and, as a rule, consent.'],
  ['cookie-removed', 'cookie', 'removed', 'narrower', 'substantive', COOKIE, 'cookie-added', 'Cookies or tracking were removed: {old}', 'Çerez veya izleme kaldırıldı: {old}', 'Favourable to the person, to be listed.'],
  ['cookie-changed', 'cookie', 'changed', 'none', 'substantive', COOKIE, 'cookie-changed', 'What is said about cookies changed: {old} → {new}', 'Çerezler hakkında söylenen değişti: {old} → {new}', 'If more is stored, consent must be asked again.'],
  ['cookie-lifetime-lengthened', 'cookie', 'changed', 'longer', 'material', COOKIE, 'cookie-lifetime-shortened', 'The lifetime of a cookie{of} grew from {old} to {new}', 'Çerez ömrü{of} {old} yerine {new} oldu (uzadı)', 'Consent covered the shorter time (EDPB 05/2020 ¶110).'],
  ['cookie-lifetime-shortened', 'cookie', 'changed', 'shorter', 'substantive', COOKIE, 'cookie-lifetime-lengthened', 'The lifetime of a cookie{of} shrank from {old} to {new}', 'Çerez ömrü{of} {old} yerine {new} oldu (kısaldı)', 'Favourable to the person, to be listed.'],
  ['provision-added', 'provision', 'added', 'none', 'material', [GDPR('13(2)(e)')], 'provision-removed', 'A duty to provide data was added: {new}', 'Veri verme zorunluluğu eklendi: {new}', 'What was optional may now be required.'],
  ['provision-removed', 'provision', 'removed', 'none', 'material', [GDPR('13(2)(e)')], 'provision-added', 'What was said about the duty to provide data was removed: {old}', 'Veri verme zorunluluğu bilgisi kaldırıldı: {old}', 'People must know what happens when they give no data.'],
  ['provision-changed', 'provision', 'changed', 'none', 'material', [GDPR('13(2)(e)')], 'provision-changed', 'The duty to provide data changed: {old} → {new}', 'Veri verme zorunluluğu değişti: {old} → {new}', 'What was optional may now be required.'],
  ['security-added', 'security', 'added', 'stronger', 'substantive', [GDPR('32'), KVKK('12(1)')], 'security-removed', 'A security measure was added: {new}', 'Güvenlik tedbiri eklendi: {new}', 'Not part of Art. 13; still a promise to people.'],
  ['security-removed', 'security', 'removed', 'weaker', 'substantive', [GDPR('32'), KVKK('12(1)')], 'security-added', 'A security measure was removed: {old}', 'Güvenlik tedbiri kaldırıldı: {old}', 'Not part of Art. 13; still a promise to people.'],
  ['security-changed', 'security', 'changed', 'none', 'substantive', [GDPR('32'), KVKK('12(1)')], 'security-changed', 'What is said about security changed: {old} → {new}', 'Güvenlik hakkında söylenen değişti: {old} → {new}', 'Not part of Art. 13; still a promise to people.'],
  ['change-clause-added', 'change-clause', 'added', 'none', 'substantive', [GDPR('12(1)'), GDPR('13(3)')], 'change-clause-removed', 'What is said about changes of the notice was added: {new}', 'Metnin değişmesi hakkında bilgi eklendi: {new}', 'People learn how changes are told.'],
  ['change-clause-removed', 'change-clause', 'removed', 'none', 'substantive', [GDPR('12(1)'), GDPR('13(3)')], 'change-clause-added', 'What was said about changes of the notice was removed: {old}', 'Metnin değişmesi hakkında bilgi kaldırıldı: {old}', 'People no longer learn how changes are told.'],
  ['change-clause-weakened', 'change-clause', 'changed', 'weaker', 'material', [GDPR('12(1)'), GDPR('13(3)')], 'change-clause-strengthened', 'The promise to tell people of changes was weakened: {old} → {new}', 'Değişiklikleri bildirme taahhüdü zayıfladı: {old} → {new}', 'Changes must be communicated, not merely posted (WP260 ¶29).'],
  ['change-clause-strengthened', 'change-clause', 'changed', 'stronger', 'substantive', [GDPR('12(1)'), GDPR('13(3)')], 'change-clause-weakened', 'The promise to tell people of changes was strengthened: {old} → {new}', 'Değişiklikleri bildirme taahhüdü güçlendi: {old} → {new}', 'Favourable to the person, to be listed.'],
  ['change-clause-changed', 'change-clause', 'changed', 'none', 'substantive', [GDPR('12(1)'), GDPR('13(3)')], 'change-clause-changed', 'How changes are told changed: {old} → {new}', 'Değişikliklerin bildirilmesi değişti: {old} → {new}', 'People rely on being told.'],
  ['citation-added', 'citation', 'added', 'none', 'substantive', CITED, 'citation-removed', 'A law or provision was added: {new}', 'Mevzuat atfı eklendi: {new}', 'It says which law the notice follows.'],
  ['citation-removed', 'citation', 'removed', 'none', 'substantive', CITED, 'citation-added', 'A law or provision was removed: {old}', 'Mevzuat atfı kaldırıldı: {old}', 'It says which law the notice follows.'],
  ['citation-changed', 'citation', 'changed', 'none', 'substantive', CITED, 'citation-changed', 'A citation changed from {old} to {new}', 'Mevzuat atfı {old} yerine {new} oldu', 'The practice is the same, the law it rests on is told differently.'],
  ['date-changed', 'date', 'changed', 'none', 'editorial', [], 'date-changed', 'The date or version changed: {old} → {new}', 'Tarih veya sürüm değişti: {old} → {new}', 'A date alone changes nothing for people.'],
  ['date-added', 'date', 'added', 'none', 'editorial', [], 'date-removed', 'A date or version was added: {new}', 'Tarih veya sürüm eklendi: {new}', 'A date alone changes nothing for people.'],
  ['date-removed', 'date', 'removed', 'none', 'editorial', [], 'date-added', 'A date or version was removed: {old}', 'Tarih veya sürüm kaldırıldı: {old}', 'A date alone changes nothing for people.'],
  ['language-changed', 'language', 'changed', 'none', 'substantive', [GDPR('12(1)')], 'language-changed', 'The language changed from {old} to {new}', 'Metnin dili {old} yerine {new} oldu', 'A text in another language cannot be compared sentence by sentence.'],
  ['placeholder-added', 'placeholder', 'added', 'none', 'substantive', [GDPR('12(1)')], 'placeholder-filled', 'An unfinished passage appeared: {new}', 'Tamamlanmamış bir bölüm eklendi: {new}', 'The notice is not ready to be published.'],
  ['placeholder-filled', 'placeholder', 'changed', 'none', 'substantive', [GDPR('12(1)')], 'placeholder-added', 'An unfinished passage was completed: {old}', 'Tamamlanmamış bir bölüm tamamlandı: {old}', 'What was missing is now said or gone.'],
  ['text-added', 'text', 'added', 'none', 'substantive', [], 'text-removed', 'Text was added: {new}', 'Metin eklendi: {new}', 'No topic explains it: read it.'],
  ['text-removed', 'text', 'removed', 'none', 'substantive', [], 'text-added', 'Text was removed: {old}', 'Metin kaldırıldı: {old}', 'No topic explains it: read it.'],
  ['text-changed', 'text', 'changed', 'none', 'substantive', [], 'text-changed', 'Text was changed: {old} → {new}', 'Metin değişti: {old} → {new}', 'No topic explains it: read it.'],
  ['text-reversed', 'text', 'changed', 'reversed', 'material', [], 'text-reversed', 'A statement was turned into its opposite: {old} → {new}', 'Bir ifade tersine döndü: {old} → {new}', 'People relied on the contrary.'],
  ['wording-changed', 'text', 'changed', 'none', 'editorial', [], 'wording-changed', 'Wording: {old} → {new}', 'İfade: {old} → {new}', 'Spelling, grammar, the same in other words (WP260 ¶29).'],
  ['term-replaced', 'text', 'renamed', 'none', 'editorial', [], 'term-replaced', 'The word {old} became {new} throughout', '{old} sözcüğü her yerde {new} oldu', 'One word for another everywhere, nothing else.'],
  ['link-changed', 'text', 'changed', 'none', 'editorial', [], 'link-changed', 'A web address changed: {old} → {new}', 'Bağlantı değişti: {old} → {new}', 'Where a page lies, not what is said.'],
  ['text-moved', 'text', 'moved', 'none', 'editorial', [], 'text-moved', 'Moved without a change: {new}', 'Değişmeden taşındı: {new}', 'The same content in another place.'],
  ['section-moved', 'text', 'moved', 'none', 'editorial', [], 'section-moved', 'The section {new} was moved', '{new} bölümü taşındı', 'The same content in another place.'],
  ['section-renamed', 'text', 'renamed', 'none', 'editorial', [], 'section-renamed', 'A heading changed from {old} to {new}', 'Başlık {old} yerine {new} oldu', 'Headings say nothing themselves (WP260 ¶29).'],
  ['section-split', 'text', 'changed', 'none', 'editorial', [], 'section-merged', 'The section {old} was split: {new} is now a section of its own', '{old} bölümü ayrıldı: {new} artık ayrı bir bölüm', 'The same text under one heading more.'],
  ['section-merged', 'text', 'changed', 'none', 'editorial', [], 'section-split', 'The section {old} was merged into {new}', '{old} bölümü {new} bölümüyle birleştirildi', 'The same text under one heading fewer.'],
  ['section-promoted', 'text', 'moved', 'none', 'editorial', [], 'section-demoted', 'The section {new} moved up in the hierarchy', '{new} bölümü bir üst düzeye çıktı', 'The same text at another level.'],
  ['section-demoted', 'text', 'moved', 'none', 'editorial', [], 'section-promoted', 'The section {new} moved down in the hierarchy', '{new} bölümü bir alt düzeye indi', 'The same text at another level.'],
  ['section-renumbered', 'text', 'changed', 'none', 'editorial', [], 'section-renumbered', 'Headings with another number: {count}, from {old} → {new} on', 'Numarası değişen başlık: {count}, ilki {old} → {new}', 'Numbers follow the order of sections; references to them may need a look.'],
  ['heading-added', 'text', 'added', 'none', 'editorial', [], 'heading-removed', 'A heading was added: {new}', 'Başlık eklendi: {new}', 'What stands under it is reported by itself.'],
  ['heading-removed', 'text', 'removed', 'none', 'editorial', [], 'heading-added', 'A heading was removed: {old}', 'Başlık kaldırıldı: {old}', 'What stood under it is reported by itself.'],
];

const rule = (row: Row): ChangeRule => {
  const [id, topic, op, direction, level, law, mirror, en, tr, why] = row;
  return { id, topic, op, direction, level, law, mirror, summary: { en, tr }, why };
};

const NAMES: [topic: Topic, law: readonly string[], en: string, tr: string][] = [
  ['controller', IDENTITY, 'the controller', 'veri sorumlusu'],
  ['joint-controller', JOINT, 'joint controllers', 'ortak veri sorumluları'],
  ['contact', EXERCISE, 'contacts', 'iletişim'],
  ['dpo', [GDPR('13(1)(b)')], 'the data protection officer', 'veri koruma görevlisi'],
  ['representative', IDENTITY, 'the representative', 'temsilci'],
  ['purpose', PURPOSE, 'purposes', 'amaçlar'],
  ['legal-basis', BASIS, 'the legal basis', 'hukuki sebep'],
  ['legitimate-interest', [GDPR('13(1)(d)')], 'legitimate interests', 'meşru menfaat'],
  ['data-category', [GDPR('14(1)(d)')], 'the data that are collected', 'işlenen veriler'],
  ['data-source', [GDPR('14(2)(f)')], 'the source of data', 'verinin kaynağı'],
  ['recipient', RECIPIENT, 'recipients', 'alıcılar'],
  ['transfer', TRANSFER, 'transfers abroad', 'yurt dışına aktarım'],
  ['retention', RETENTION, 'retention', 'saklama'],
  ['right', RIGHT, 'rights', 'haklar'],
  ['consent', [GDPR('7')], 'consent', 'rıza'],
  ['complaint', [GDPR('13(2)(d)'), KVKK('14(1)')], 'complaints', 'şikâyet'],
  ['automated-decision', [GDPR('13(2)(f)'), GDPR('22'), KVKK('11(1)(g)')], 'automated decisions', 'otomatik kararlar'],
  ['children', [GDPR('8')], 'children', 'çocuklar'],
  ['cookie', COOKIE, 'cookies', 'çerezler'],
  ['provision', [GDPR('13(2)(e)')], 'the duty to provide data', 'veri verme zorunluluğu'],
  ['security', [GDPR('32'), KVKK('12(1)')], 'security', 'güvenlik'],
  ['change-clause', [GDPR('13(3)')], 'changes of the notice', 'metnin değişmesi'],
];

/** A statement about a topic that was turned into its opposite: at least material, whatever it is about. */
const REVERSED: ChangeRule[] = NAMES.map(([topic, law, en, tr]) => ({
  id: `${topic}-reversed`,
  topic,
  op: 'changed',
  direction: 'reversed',
  level: 'material',
  law,
  mirror: `${topic}-reversed`,
  summary: {
    en: `A statement about ${en} was turned into its opposite: {old} → {new}`,
    tr: `Bir ifade tersine döndü (${tr}): {old} → {new}`,
  },
  why: 'People relied on the contrary and do not expect it (WP260 ¶29).',
}));

const PROMISES: [topic: Topic, law: readonly string[], en: string, tr: string][] = [
  ['purpose', PURPOSE, 'not to use data for something', 'Veriyi bir amaçla kullanmama taahhüdü'],
  ['data-category', [GDPR('14(1)(d)')], 'not to collect certain data', 'Belirli verileri toplamama taahhüdü'],
  ['data-source', [GDPR('14(2)(f)')], 'not to take data from others', 'Başkalarından veri almama taahhüdü'],
  ['cookie', COOKIE, 'not to use certain cookies or tracking', 'Belirli çerez veya izlemeyi kullanmama taahhüdü'],
];

/** A promise not to do something: whoever drops it may be about to do it. */
const DENIALS: ChangeRule[] = PROMISES.flatMap(([topic, law, en, tr]) => [
  {
    id: `${topic}-denial-removed`,
    topic,
    op: 'removed',
    direction: 'reversed',
    level: 'material',
    law,
    mirror: `${topic}-denial-added`,
    summary: { en: `The promise ${en} was removed: {old}`, tr: `${tr} kaldırıldı: {old}` },
    why: 'People relied on it and do not expect the contrary (WP260 ¶29).',
  },
  {
    id: `${topic}-denial-added`,
    topic,
    op: 'added',
    direction: 'reversed',
    level: 'substantive',
    law,
    mirror: `${topic}-denial-removed`,
    summary: { en: `A promise ${en} was added: {new}`, tr: `${tr} eklendi: {new}` },
    why: 'Favourable to the person, to be listed.',
  },
]);

/** `material-change-without-new-date` judges the other changes, so it has no opposite. */
const LATE: ChangeRule = {
  id: 'material-change-without-new-date',
  topic: 'date',
  op: 'changed',
  direction: 'none',
  // Neither the GDPR nor WP260 asks for a date: told, never weighed.
  level: 'editorial',
  law: [],
  mirror: '',
  waiver: 'It is a remark about the version as a whole; without a material change there is nothing to remark.',
  summary: {
    en: 'There are material changes, but the date of the notice is still {old}',
    tr: 'Önemli değişiklikler var, ancak metnin tarihi hâlâ {old}',
  },
  why: 'People who compare dates would not notice that something changed.',
};

/** Every change id policylint can report, in the order of the documentation. */
export const CHANGES: ReadonlyMap<string, ChangeRule> = new Map(
  [...ROWS.map(rule), ...REVERSED, ...DENIALS, LATE].map((entry) => [entry.id, entry]),
);

export function changeRule(id: string): ChangeRule {
  const found = CHANGES.get(id);
  if (!found) throw new Error(`no change ${id}`);
  return found;
}
