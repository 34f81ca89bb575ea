import { fold } from '../../text/fold.ts';

/**
 * Words of template slots ("[COMPANY NAME]", "[şirket adı]"), folded; `x*` begins with. What a slot is for decides how
 * much is missing: who and where the controller is, and dates, are content the law asks for.
 */
const IDENTITY = words(
  'company companies business organisation organization controller name names owner app application address ' +
    'email mail phone telephone tel fax date day month year dpo contact period duration number registration ' +
    'sirket* firma* unvan* adi ad isim adres* eposta posta telefon* tarih* kurum* isletme* veri sorumlusu sure sicil no ' +
    'uznemum* nosaukum* adrese* datum* talrun* epast* past* vard* registracijas numur* sabiedrib* personas ' +
    'firmenname* unternehmen* anschrift* strasse* ort plz name* telefonnummer* ' +
    'nom entreprise societe adresse date telephone raison sociale ' +
    'nombre empresa direccion fecha telefono correo razon social ' +
    'nazwa nazwe firmy adres data telefon numer imie nazwisko',
);
const OTHER = words(
  'jurisdiction country state city province website site url link domain service product law court region department ' +
    'street postcode zip title position ' +
    'ulke* sehir* il ilce site* web internet alan mahkeme* baglanti* ' +
    'valst* pilset* timekla vietne* vietnes saite* ' +
    'land stadt webseite* website* gericht* ' +
    'pays ville juridiction pais ciudad sitio kraj miasto strona',
);
const FILLERS = words(
  'the a an of our your full legal official last updated effective insert here and or to in e ve ile bir bu jusu ihr ihre ' +
    'der die das von votre de la du des su sus el y twoja i trade registered main office head primary contact privacy ' +
    'ticaret resmi web yururluk guncelleme son juridiska',
);
const INSTRUCTIONS = words(
  'insert enter fill specify replace todo tbd tba tbc fixme placeholder ' +
    'eklenecek* doldur* yazin* yaziniz giriniz girin ekleyin ekleyiniz belirtin* tamamlan* ' +
    'jaregistre* japapildina* jaaizpilda* jaievada* jaieraksta* janorada* ievadiet ierakstiet ' +
    'einfugen erganzen eintragen einsetzen ausfullen ' +
    'inserer completer preciser remplir insertar completar rellenar indicar ' +
    'wstaw wpisz uzupelnij uzupelnic',
);
/** What a template tells its user to write, in front: "[List organizations that receive data]"; in some languages behind. */
const ORDERS = words(
  'add list describe provide state specify explain include mention ajouter lister decrire indiquer anadir enumerar ' +
    'describir indicar dodaj opisz wymien podaj pievienojiet aprakstiet noradiet uzskaitiet',
);
const ORDERS_BEHIND = words('beschreiben angeben auflisten aufzahlen nennen siralayin aciklayin');
/** Fewer words are a button ("[Add to cart]"), and behind "list" an "of" makes it a thing ("[List of partners]"). */
const FEWEST_OF_ORDER = 4;
const MOST_OF_ORDER = 16;
const YOUR = words('your sizin jusu ihr ihre ihren votre vos su sus twoj twoja panstwa');

function words(list: string) {
  const exact = new Set<string>();
  const stems: string[] = [];
  for (const word of list.split(' ')) {
    if (word.endsWith('*')) stems.push(word.slice(0, -1));
    else exact.add(word);
  }
  return (word: string) => exact.has(word) || stems.some((stem) => word.startsWith(stem));
}

/** What an author writes to himself where something is still to come: "(to be completed)", "[à compléter : liste]". Folded. */
const TO_COME =
  /^(?:to be (?:completed|confirmed|inserted|added|filled in|determined|specified|advised)|please (?:complete|insert|fill in) (?:here|the|with|company|name|address)|insert (?:here|the |your |name|address|date|company|link|url|details)|bitte (?:erganzen|einfugen|eintragen|einsetzen|anpassen)|(?:noch )?zu erganzen|hier (?:bitte )?(?:einfugen|eintragen|einsetzen|erganzen)|wird (?:noch )?erganzt|a (?:completer|preciser|inserer|renseigner|definir)|(?:a|por) (?:completar|rellenar|definir|determinar|insertar)|(?:completar|rellenar|insertar) (?:aqui|con|el|la)|do (?:uzupelnienia|wpisania|ustalenia)|(?:prosze |nalezy )?(?:uzupelnic|wpisac|wstawic)|(?:te |seit )?(?:japapildina|jaaizpilda|jaieraksta|janorada|japrecize|jaievieto))(?![\p{L}])/u;
const TO_COME_LAST =
  /(?:buraya (?:yaz|ekle|gir|yapistir)\p{L}*|(?:bitte|hier) (?:erganzen|einfugen|eintragen|einsetzen)|to be (?:completed|confirmed|inserted|added)|(?:yazilacak|eklenecek|doldurulacak|tamamlanacak|girilecek)(?:tir)?)$/u;
/** Whoever fills in a form is told so in the same words. */
const BY_READER =
  /\b(?:by (?:the |you)|tarafindan|par (?:le|la|l|vous)|por (?:el|la)|przez (?:wniosk|uzytk|klient|osob|kandyd)|vom|von der)/;
const MOST_OF_NOTE = 9;

/** The kind of gap a note in brackets tells of, if it is a note of the author to himself. */
export function instructionOf(inner: string): Slot | undefined {
  const words = inner
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .map(fold);
  if (words.length === 0 || words.length > MOST_OF_NOTE) return undefined;
  const text = words.join(' ');
  const slotWords = words.some(IDENTITY);
  if (BY_READER.test(text)) return undefined;
  if (TO_COME.test(text)) return kind(slotWords);
  return TO_COME_LAST.test(text) && (slotWords || words.some(OTHER) || words.includes('buraya'))
    ? kind(slotWords)
    : undefined;
}

/** "[name of our privacy lead]": what the slot is for stands behind. */
const NAME_OF = /^(?:name|names|address|nom|nombre|nazwa|imie|direccion|adresse|adres) (?:of|de|du|des|del|der) /;

export type Slot = 'identity' | 'other';

/** "[Trust name]", "[tel]": short, without a verb or a mark, and it ends or begins with what is to be put in. */
export function mayBeSlot(inner: string): boolean {
  if (!/^[\p{L}][\p{L} '’/-]{1,30}$/u.test(inner)) return false;
  const folded = inner.split(/[\s/-]+/).map(fold);
  return folded.length <= 3 && [folded[0]!, folded.at(-1)!].some(IDENTITY);
}

const MAX_WORDS = 8;

/** Whether the words inside brackets are a slot to be filled, and of what kind. */
export function slotOf(inner: string): Slot | undefined {
  const raw = inner.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => /\p{L}/u.test(word));
  if (raw.length === 0 || raw.length > MOST_OF_ORDER) return undefined;
  const folded = raw.map(fold);
  return (raw.length <= MAX_WORDS ? named(raw, folded) : undefined) ?? (isOrder(folded) ? 'other' : undefined);
}

/** A slot by what is to be put in. */
function named(raw: readonly string[], folded: readonly string[]): Slot | undefined {
  if (NAME_OF.test(folded.join(' '))) return 'identity';
  const identity = folded.some(IDENTITY);
  const other = folded.some(OTHER);
  if (folded.some(INSTRUCTIONS))
    return raw.length > 1 || /^(?:todo|tbd|fixme|placeholder)$/.test(folded[0]!) ? kind(identity) : undefined;
  if (!identity && !other) return undefined;
  if (folded.length > 1 && folded.some(YOUR)) return kind(identity);
  const known = folded.every((word) => IDENTITY(word) || OTHER(word) || FILLERS(word));
  if (!known) return undefined;
  const shouted = raw.every((word) => word === word.toUpperCase());
  const titled = /^\p{Lu}/u.test(raw[0]!);
  if (folded.length === 1)
    return shouted && raw[0]!.length > 2
      ? kind(identity)
      : titled && identity && !/^(?:e?mail|phone|address|name|contact|app|application)$/.test(folded[0]!)
        ? 'identity'
        : undefined;
  return kind(identity);
}

function isOrder(words: readonly string[]): boolean {
  const [first, second] = words;
  if (words.length < FEWEST_OF_ORDER) return false;
  return (ORDERS(first!) && second !== 'of') || ORDERS_BEHIND(words.at(-1)!);
}

function kind(identity: boolean): Slot {
  return identity ? 'identity' : 'other';
}
