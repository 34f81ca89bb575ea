import { bare, packName, type GazetteerName, type GazetteerTable } from '../text/entities/gazetteer.ts';
import type { AuthorityInfo, CookieInfo, DurationWords, EntityTables, VendorInfo } from '../text/entities/tables.ts';
import { type PhraseSource, compileLanguage } from '../text/phrases/compile.ts';
import type { CompiledLanguage } from '../text/phrases/types.ts';
import { fold } from '../text/fold.ts';
import { tokenize } from '../text/tokens.ts';
import type { RuleFiles } from './build.ts';

interface VendorSource extends VendorInfo {
  name: string;
  names?: string[];
  /** The name is an ordinary word too: all names of one word, or the listed ones. */
  common?: boolean | string[];
}
interface AuthoritySource extends AuthorityInfo {
  id: string;
  names: string[];
}
interface FormSource {
  country: string;
  place: 'suffix' | 'prefix' | 'both';
  forms: string[];
}
interface CountrySource {
  synonyms: Record<string, string[]>;
  not: string[];
  eea: string[];
  regions: Record<string, string[]>;
}

/** Languages whose names of countries are known to Intl.DisplayNames and looked for. */
const COUNTRY_LANGUAGES = ['en', 'tr', 'lv', 'de', 'fr', 'es', 'pl'];
/** Languages that inflect names: the last letters may differ. */
const INFLECTED: Record<string, number> = { lv: 1, pl: 1, tr: 0, de: 0 };
const MIN_NAME = 4;
const MIN_STEM = 5;
/** Letters of an ending: longer ones make another word ("Chil-dren"). */
const MAX_ENDING = 3;

/** Facts told from words, by language: `rules/entities/vocabulary/<language>.yaml`; a concept is `kind term`. */
export function buildVocabularies(files: RuleFiles): Map<string, CompiledLanguage> {
  const result = new Map<string, CompiledLanguage>();
  for (const [path, data] of files) {
    const language = /^entities\/vocabulary\/([^/]+)\.ya?ml$/.exec(path)?.[1];
    if (!language) continue;
    const phrases: PhraseSource[] = [];
    for (const [kind, terms] of Object.entries(data as Record<string, Record<string, string[]>>))
      for (const [term, list] of Object.entries(terms))
        for (const phrase of list) phrases.push({ concept: `${kind} ${term}`, role: 'phrases', phrase });
    // "l'exécution", "d'adresse": an article written to its word hides none.
    const { elisions } = (files.get(`phrases/${language}/_language.yaml`) ?? {}) as { elisions?: string[] };
    result.set(language, compileLanguage({ language, ...(elisions ? { elisions } : {}) }, phrases));
  }
  return result;
}

/** What `rules/entities/` compiles to. Country names come from Intl at build time: the same on every machine afterwards. */
export function buildEntities(files: RuleFiles): EntityTables {
  const file = <T>(name: string, missing: T): T => (files.get(`entities/${name}.yaml`) as T | undefined) ?? missing;
  const names = new TableBuilder();
  const forms = new TableBuilder();
  const cues = new TableBuilder();
  const vendors: Record<string, VendorInfo> = {};
  const authorities: Record<string, AuthorityInfo> = {};

  for (const [category, list] of Object.entries(file<Record<string, VendorSource[]>>('vendors', {})))
    for (const vendor of list) {
      const kind = category === 'product' ? 'product' : 'vendor';
      if (kind === 'vendor')
        vendors[vendor.name] = { category, ...(vendor.country ? { country: vendor.country } : {}) };
      names.add(vendor.name, kind, vendor.name, isCommon(vendor, vendor.name));
      for (const name of vendor.names ?? [])
        names.add(name, kind, vendor.name, name.search(/[ \p{N}]/u) < 0 && isCommon(vendor, name));
    }
  for (const authority of file<AuthoritySource[]>('authorities', [])) {
    const domains = (authority.domains ?? []).filter(Boolean);
    authorities[authority.id] = { country: authority.country, name: authority.name, domains };
    for (const name of [authority.name, ...authority.names]) names.add(name, 'authority', authority.id);
  }
  const countries = file<CountrySource>('countries', { synonyms: {}, not: [], eea: [], regions: {} });
  addCountries(names, countries);
  for (const { country, place, forms: written } of file<FormSource[]>('legal-forms', []))
    for (const form of written) forms.add(form, place, country);
  for (const [cue, lists] of Object.entries(file<Record<string, string[][]>>('cues', {})))
    for (const word of lists.flat()) cues.add(word, cue, cue);
  const cookies: CookieInfo[] = Object.entries(file<Record<string, string[]>>('cookies', {})).flatMap(
    ([provider, list]) => list.map((name) => ({ name, provider })),
  );
  return {
    names: names.table(),
    forms: forms.table(),
    cues: cues.table(),
    durations: durationsOf(file('durations', {})),
    months: monthsOf(file('months', {})),
    vendors,
    authorities,
    cookies,
    eea: countries.eea,
    bases: file<{ 'legal-basis'?: EntityTables['bases'] }>('terms', {})['legal-basis'] ?? {},
    notInNames: [...new Set(file<string[][]>('not-in-names', []).flat().map(fold))],
  };
}

function isCommon({ common }: VendorSource, name: string): boolean {
  return Array.isArray(common) ? common.includes(name) : Boolean(common);
}

function addCountries(names: TableBuilder, source: CountrySource): void {
  const not = new Set(source.not.map(fold));
  for (const language of COUNTRY_LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of regionCodes()) {
      const name = display.of(code);
      if (!name || name === code || /[()&]/.test(name)) continue;
      const folded = fold(name);
      if (folded.length < MIN_NAME || not.has(folded)) continue;
      names.add(inflected(name, language), 'country', code, false, MAX_ENDING);
    }
  }
  for (const [code, list] of [...Object.entries(source.synonyms), ...Object.entries(source.regions)])
    for (const name of list) names.add(name, 'country', code, false, MAX_ENDING);
}

/** All words of a name as stems where the language declines them, the name itself elsewhere. */
function inflected(name: string, language: string): string {
  const cut = INFLECTED[language];
  if (cut === undefined) return name;
  return name
    .split(/\s+/)
    .map((word) => {
      const stem = cut ? word.slice(0, -cut) : word;
      return stem.length >= MIN_STEM && /^\p{Lu}/u.test(word) ? `${stem}*` : word;
    })
    .join(' ');
}

function regionCodes(): string[] {
  const display = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const codes: string[] = [];
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (const a of letters)
    for (const b of letters) {
      const code = a + b;
      // Regions that are no country: the European Union, the Eurozone, the United Nations, private use, retired codes.
      if (/^(?:EU|EZ|UN|Q.|X[A-JL-Z]|ZZ|AA|AC|CP|CQ|DG|EA|IC|TA)$/.test(code)) continue;
      const canonical = Intl.getCanonicalLocales(`und-${code}`)[0]!.slice(4);
      if (canonical === code && display.of(code)) codes.push(code);
    }
  return codes;
}

function durationsOf(source: Record<string, { units: Record<string, string[]>; numbers: Record<string, number> }>) {
  const result: Record<string, DurationWords> = {};
  for (const [language, { units, numbers }] of Object.entries(source)) {
    const words: DurationWords = { units: {}, numbers: {} };
    for (const [unit, list] of Object.entries(units)) for (const word of list) words.units[fold(word)] = unit;
    for (const [word, value] of Object.entries(numbers)) words.numbers[fold(word)] = value;
    result[language] = words;
  }
  return result;
}

function monthsOf(source: Record<string, string[]>): Record<string, number> {
  const months: Record<string, number> = {};
  for (const [month, list] of Object.entries(source)) for (const word of list) months[fold(word)] = Number(month);
  return months;
}

class TableBuilder {
  readonly #words = new Map<string, GazetteerName[]>();
  readonly #stems = new Map<string, GazetteerName[]>();
  readonly #seen = new Set<string>();

  /** `name` as the YAML writes it: `=X` exactly so, `x*` a stem. */
  add(name: string, kind: string, value: string, common = false, ending?: number): void {
    const exact = name.startsWith('=');
    const plain = exact ? name.slice(1) : name;
    const raw = wordsOf(plain);
    if (raw.length === 0) throw new Error(`no word in the name "${name}" of ${value}`);
    const folded = raw.map(fold);
    const key = `${kind} ${exact ? raw.join(' ') : folded.join(' ')}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const first = folded[0]!;
    const entry: GazetteerName = {
      rest: folded.slice(1),
      kind,
      value,
      ...(exact ? { exact: raw } : {}),
      ...(common ? { common } : {}),
      ...(ending !== undefined && folded.some((word) => word.endsWith('*')) ? { ending } : {}),
    };
    const stem = first.endsWith('*');
    const into = stem ? this.#stems : this.#words;
    const at = stem ? first.slice(0, -1) : first;
    into.set(at, [...(into.get(at) ?? []), entry]);
  }

  table(): GazetteerTable {
    const sorted = (map: Map<string, GazetteerName[]>) =>
      Object.fromEntries(
        [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, names]) => [word, names.map(packName).join('\n')]),
      );
    return { words: sorted(this.#words), stems: sorted(this.#stems) };
  }
}

/** The words of a name as the text's own tokens, asterisks kept. */
function wordsOf(name: string): string[] {
  const tokens = tokenize(name);
  const words: string[] = [];
  for (let t = 0; t < tokens.count; t++) {
    const star = name[tokens.end[t]!] === '*' ? '*' : '';
    words.push(bare(name.slice(tokens.start[t], tokens.end[t])) + star);
  }
  return words;
}
