/**
 * Words whose exchange turns a sentence, per language, folded (no case, no diacritics). `x*` is a stem, `*x` an ending,
 * `*x*` a part, `x+y` two words that stand together. A language that is not listed is compared word by word without these classes.
 */
export interface WordLists {
  /** Words that carry no content of their own: their change alone is editorial. */
  function: string;
  negators: string;
  /** Leaves it open: "may", "can". */
  may: string;
  /** Binds: "must", "shall", "required". */
  must: string;
  /** States or promises: "will". */
  will: string;
  /** Leave a period, a recipient or a purpose undefined. */
  vague: string;
  /** Widen or narrow a statement. */
  widening: string;
  narrowing: string;
  optIn: string;
  optOut: string;
  /** Last words of what introduces a list of purposes: "We use your data to:". */
  purposeLead: string;
  /** What measures of security are for: "to protect your data". */
  protective: string;
  /** Costs nothing, and costs something: a fee for a right is a limit of it. */
  free: string;
  fee: string;
  /** Keeping and deleting, which a list of periods leaves out: "Log files: 30 days". */
  keeping: string;
  conjunction: string;
  /** "You have the right to A and B" promises more than "A or B". */
  disjunction: string;
  /** Addresses and numbers, and the words that only classify them: "e-mail" is "e-mail address". */
  channel: string;
  classifier: string;
  /** The house and the reader, in any case, and what is theirs. */
  we: string;
  you: string;
  /** The way something goes. */
  towards: string;
  away: string;
  /** "Your personal data" are "your data". */
  personal: string;
  data: string;
}

export const WORDS: Record<string, WordLists> = {
  en: {
    function:
      "a an the this that these those which who it its it's to of in on at by for from with as into upon within through via about and or also then so thus here there is are was were be been being has have had do does did please such both own our your their his her we you they us i etc",
    negators:
      "not no never neither nor without cannot none nobody nothing don't doesn't didn't won't can't isn't aren't",
    may: 'may might can could',
    must: 'must shall required requires obliged mandatory',
    will: 'will would',
    vague:
      'necessary needed required appropriate reasonable reasonably sometimes generally occasionally certain various',
    widening: 'any all other including additional further example every',
    narrowing: 'only solely strictly limited exclusively unless except',
    optIn: 'opt*+in consent* agree* permission*',
    optOut: 'opt*+out object* unsubscrib* disabl*',
    purposeLead: 'to purposes for purpose reasons',
    protective: 'protect* secur* safeguard* prevent* detect*',
    free: 'free+of gratis no+charge no+fee no+fees no+cost without+charge without+cost without+fee',
    fee: 'fee fees charge charges',
    keeping:
      'keep keeps kept keeping retain retains retained retaining store stores stored storing delete deletes deleted deleting deletion erase erases erased erasing erasure after',
    conjunction: 'and',
    disjunction: 'or',
    channel: 'email emails e-mail mail mails phone telephone mobile',
    classifier: 'address number',
    we: 'we us our',
    you: 'you your',
    towards: 'to into',
    away: 'from',
    personal: 'personal',
    data: 'data information',
  },
  tr: {
    function: 've ile de da ki bu su o bir olarak icin gibi veya ayrica ise hem olan olup sizin bizim lutfen',
    negators:
      'degil* yok* hic* asla olmadan olmaks* *maz *mez *mazlar *mezler *memekte* *mamakta* *meyecek* *mayacak* *miyor* *muyor* *medi *madi *mayan *meyen *maksizin *meksizin *memis* *mamis* *mamasi* *memesi*',
    may: '*abilir *ebilir *abilmekte* *ebilmekte* mumkun*',
    must: 'zorun* gerek* mecbur* sart* *meli *mali *melidir *malidir',
    will: '*ecek *acak *ecektir *acaktir *ecegiz *acagiz',
    vague: 'gerekli uygun makul belirli cesitli genellikle bazen zaman',
    widening: 'her tum diger dahil ek herhangi vb vs',
    narrowing: 'yalnizca sadece sinirli haric munhasiran ancak',
    optIn: 'onay* riza* izin*',
    optOut: 'itiraz* vazgec* abonelikten reddet*',
    purposeLead: 'amac* nedenlerle sebeplerle',
    protective: 'koru* guven* onle* engelle*',
    free: 'ucretsiz* bedelsiz* ucret+almadan ucret+alinmaksizin',
    fee: 'ucret ucreti ucretini ucretli ucretler* bedel bedeli bedelini',
    keeping: 'sakla* muhafaza* sonra',
    conjunction: 've',
    disjunction: 'veya',
    channel: 'email e-mail mail eposta e-posta telefon',
    classifier: 'adres adresi adresin adresini adresine adresinden numara numarasi',
    we: 'biz bize bizi bizden bizimle',
    you: 'siz size sizi sizden sizinle',
    towards: '',
    away: '',
    personal: 'kisisel',
    data: 'veri veriler*',
  },
  de: {
    function:
      'der die das den dem des ein eine einen einem einer eines und oder sowie zu zur zum im in an am auf aus bei mit von vom fur als wir sie ihre ihr ihnen ihrer unser unsere ist sind wird werden wurde es auch dies diese dieser dieses hier bitte ihren ihrem ihres unseren unserem unseres du dich dir dein deine deinen deinem deiner haben hat steht stehen',
    negators: 'nicht nichts kein* nie niemals niemand* nirgends ohne weder',
    may: 'kann kannst konnen konnt konnte konnten konntest darf durfen durfte durften mag mogen moglich* gegebenenfalls',
    must: 'muss mussen musst musste mussten verpflicht* erforderlich* zwingend* notwendigerweise vorgeschrieben*',
    will: 'werden wird wirst werdet wollen soll sollen',
    vague: 'notwendig notig angemessen* gegebenenfalls grundsatzlich gelegentlich bestimmte',
    widening: 'alle jede* andere weitere einschliesslich insbesondere beispielsweise',
    narrowing: 'nur ausschliesslich lediglich ausser',
    optIn: 'einwillig* eingewillig* zustimm* zugestimm* erlaubnis* opt+in',
    optOut: 'widerspr* abmeld* abgemeldet* abbestell* opt+out',
    purposeLead: 'zweck* um zu fur',
    protective: 'schutz* sicher* abwehr* verhinder* vermeid*',
    free: 'kostenlos* kostenfrei* unentgeltlich* gebuhrenfrei* ohne+kosten',
    fee: 'gebuhr* entgelt kostenpflichtig* kosten',
    keeping: 'speicher* gespeichert* aufbewahr* losch* geloscht* nach',
    conjunction: 'und sowie',
    disjunction: 'oder',
    channel: 'email emails e-mail mail mails telefon',
    classifier: 'adresse nummer',
    we: 'wir uns unser unsere unseren unserem unserer unseres',
    you: 'sie ihnen ihr ihre ihren ihrem ihrer ihres du dir dich dein deine deinen deinem deiner',
    towards: 'an',
    away: 'von',
    personal: 'personenbezogen*',
    data: 'daten informationen',
  },
  fr: {
    function:
      "le la les l' un une des de du d' et ou a au aux en dans par pour sur avec que qui ce cette ces nous vous votre vos notre nos est sont etre il elle se s' y ainsi ici tu te t' ton ta tes toi sera seront",
    negators: "ne n'* pas non jamais aucun* ni sans rien nul nulle nullement guere",
    may: 'peut peux peuvent pouvons pouvez pouvait pourrait pourraient pourra pourrons pourrez pourront puisse puissent possible* eventuel*',
    must: 'doit dois doivent devons devez devra devrons devrez devront obligat* oblige* tenu tenus tenue tenues exige* requis*',
    will: 'sera serons serez seront aura aurons auront *erons *irons',
    vague: 'necessaire* raisonnable* approprie* certain* parfois generalement',
    widening: 'tout toute tous toutes autre autres notamment compris exemple',
    narrowing: 'uniquement seulement exclusivement sauf strictement',
    optIn: 'consent* accord* autoris*',
    optOut: 'oppos* desabonn* refus* retrait',
    purposeLead: 'pour fins a finalites afin',
    protective: 'proteg* protection* secur* garanti* prevenir empecher',
    free: 'gratuit* sans+frais',
    fee: 'frais payant* redevance*',
    keeping: 'conserv* stock* effac* supprim* suppression* apres',
    conjunction: 'et',
    disjunction: 'ou',
    channel: 'email emails e-mail mail mails courriel telephone',
    classifier: 'adresse numero',
    we: 'nous notre nos',
    you: 'vous votre vos tu te toi ton ta tes',
    towards: 'a',
    away: 'de',
    personal: 'personnel* caractere',
    data: 'donnees informations',
  },
  es: {
    function:
      'el la los las un una unos unas de del y o a al en por para con que su sus se nos le les nuestro nuestra es son ser esta este estos estas aqui tambien tu tus te',
    negators: 'no nunca sin ningun* nadie nada ni jamas tampoco',
    may: 'puede puedes pueden podemos podeis podra podras podran podremos podria podrian podriamos pueda puedan posible* eventual*',
    must: 'debe debes deben debemos debera deberan deberemos obligat* obligad* requerid* exigid*',
    will: 'sera seran seremos haremos *aremos *eremos *iremos',
    vague: 'necesari* razonable* apropiad* cierto* generalmente',
    widening: 'todo* toda* otro* otra* incluid* cualquier*',
    narrowing: 'solo solamente unicamente exclusivamente salvo estrictamente',
    optIn: 'consent* consient* acepta* permis*',
    optOut: 'opon* oposic* cancelar* rechaz*',
    purposeLead: 'para fines finalidad* propositos',
    protective: 'proteg* protec* segur* garantizar prevenir evitar impedir',
    free: 'gratuit* gratis sin+coste sin+costo',
    fee: 'tasa tasas canon coste costes costo costos',
    keeping: 'conserv* almacen* suprim* supresion elimin* borr* tras',
    conjunction: 'y e',
    disjunction: 'o u',
    channel: 'email e-mail mail correo telefono',
    classifier: 'direccion numero',
    we: 'nos nosotros nuestro nuestra nuestros nuestras',
    you: 'le les usted ustedes te tu tus su sus',
    towards: 'a',
    away: 'de',
    personal: 'personal* caracter',
    data: 'datos informacion',
  },
  lv: {
    function:
      'un vai ka kas ar uz no par pie lai mes mums jus jums jusu musu si so tas to ir tiek tika ari sadi seit ludzu sis saja sada sadu attieciga',
    negators: 'nav ne nekad* nevien* bez netiek netika netiks nevar* nedrikst* nebus nebija nekas neko',
    may: 'var varam varat varetu varesim varesiet drikst drikstam drikstat iespejam*',
    must: 'jabut jasniedz jaiesniedz janorada jaievero japazino jasanem jadod javeic jadzes obligat* pienakum* nepieciesam*',
    will: 'bus busim tiks *sim *siet',
    vague: 'nepieciesams* saprati* piemerot*',
    widening: 'visi visu jebkur* jebkad* citi citas tostarp',
    narrowing: 'tikai vienigi iznemot',
    optIn: 'piekris*',
    optOut: 'iebil* atteik* atteikt*',
    purposeLead: 'noluk* merk* lai',
    protective: 'aizsarg* dros* noverst* noversan*',
    free: 'bezmaksas bez+maksas',
    fee: 'maksa maksu samaks*',
    keeping: 'glaba* uzglaba* dzes* izdzes* pec',
    conjunction: 'un',
    disjunction: 'vai',
    channel: 'epasta e-pasta epasts e-pasts talruna',
    classifier: 'adrese adresi adresu numurs numuru',
    we: 'mes mus mums musu',
    you: 'jus jums jusu tu tev tevi tavi tavu',
    towards: 'uz',
    away: 'no',
    personal: 'personas',
    data: 'dati datu datus datiem datos informacija informaciju',
  },
  pl: {
    function:
      'i oraz lub w we z ze na do od o u za przez dla po jest sa byc to ten ta te tego ktore ktory ktora nasz nasze panstwa panstwo panstwu pan pani pana panu sie takze rowniez tutaj prosze twoje twoj twoja twoich twoim ci cie',
    negators: 'nie niczego nikt nikomu nikogo bez nigdy zaden zadn* zadne* ani brak',
    may: 'moze mozesz moga mozemy mozecie mozna moglby moglibysmy mozliw* ewentual*',
    must: 'musi musisz musza musimy musicie nalezy trzeba obowiaz* zobowiaz* wymagan* wymaga wymagamy powinien powinna powinno powinni powinny',
    will: 'bedzie beda bedziemy bedziesz bedziecie',
    vague: 'niezbedn* koniecz* odpowiedni* uzasadnion* czasami',
    widening: 'wszelk* wszyst* inny* inne kazdy* tym',
    narrowing: 'tylko wylacznie jedynie chyba',
    optIn: 'zgod* zgadz* zezwol*',
    optOut: 'sprzeciw* rezygn* wypis*',
    purposeLead: 'cel* aby zeby',
    protective: 'chron* ochron* zabezpiecz* bezpieczen* zapobieg*',
    free: 'bezplatn* nieodplatn* darmow* bez+oplat',
    fee: 'oplat* odplatn*',
    keeping: 'przechow* usun* usuw* skasow* po',
    conjunction: 'i oraz',
    disjunction: 'lub albo',
    channel: 'email e-mail mail telefon',
    classifier: 'adres adresu numer numeru',
    we: 'my nas nam nami nasz nasze naszym naszych',
    you: 'panstwa panstwu panstwo pan pani pana panu ty ci cie tobie twoje twoj twoja twoich twoim',
    towards: 'do',
    away: 'od',
    personal: 'osobow*',
    data: 'dane danych danymi informacje informacji',
  },
};
