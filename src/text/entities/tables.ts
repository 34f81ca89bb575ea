import { Gazetteer, type GazetteerTable } from './gazetteer.ts';

/** Units and number words of one language: folded unit (`x*` for stems) → ISO 8601 designator; word → value. */
export interface DurationWords {
  units: Record<string, string>;
  numbers: Record<string, number>;
}

export interface VendorInfo {
  /** What a recipient of this kind does: `hosting`, `analytics`, `payment` … */
  category?: string;
  country?: string;
}

export interface AuthorityInfo {
  country: string;
  name: string;
  domains: string[];
}

export interface CookieInfo {
  /** Cookie name; `*` at the end stands for anything. */
  name: string;
  provider: string;
}

/** What entity recognisers look words up in: `rules/entities/`, compiled; plain JSON. */
export interface EntityTables {
  /** Names: vendors, countries, authorities. */
  names: GazetteerTable;
  /** Legal forms of companies; the value is the country, `kind` tells where the form stands (`suffix`, `prefix`). */
  forms: GazetteerTable;
  /** Ordinary words that tell what a number or a date is about ("last updated", "years of age"); any language. */
  cues: GazetteerTable;
  durations: Record<string, DurationWords>;
  /** Folded month word or stem (`x*`) → 1–12, any language. */
  months: Record<string, number>;
  vendors: Record<string, VendorInfo>;
  authorities: Record<string, AuthorityInfo>;
  cookies: CookieInfo[];
  /** Codes of the members of the European Economic Area, and of the Area and the Union themselves. */
  eea: string[];
  /** Legal basis → the article it comes from, as DPV and the KVKK number it (`A6-1-a`, `5-2-c`). */
  bases: Record<string, { gdpr?: string; kvkk?: string }>;
  /** Words that begin a sentence or a title in front of a company's name without belonging to it. */
  notInNames: string[];
}

const NO_NAMES: GazetteerTable = { words: {}, stems: {} };

/** For packs without entities: addresses and numbers are found, names are not. */
export const NO_TABLES: EntityTables = {
  names: NO_NAMES,
  forms: NO_NAMES,
  cues: NO_NAMES,
  durations: {},
  months: {},
  vendors: {},
  authorities: {},
  cookies: [],
  eea: [],
  bases: {},
  notInNames: [],
};

/** The tables with their dictionaries, built once. */
export interface EntityLexicon {
  tables: EntityTables;
  names: Gazetteer;
  forms: Gazetteer;
  cues: Gazetteer;
  notInNames: ReadonlySet<string>;
  /** Duration words by language, merged with those of the language's own file. */
  durations: Map<string, { compiled: unknown; words: DurationWords }>;
}

const lexicons = new WeakMap<EntityTables, EntityLexicon>();

export function lexiconOf(tables: EntityTables): EntityLexicon {
  const known = lexicons.get(tables);
  if (known) return known;
  const lexicon: EntityLexicon = {
    tables,
    names: new Gazetteer(tables.names, 'capital'),
    forms: new Gazetteer(tables.forms, 'capital-or-short'),
    cues: new Gazetteer(tables.cues, 'any'),
    notInNames: new Set(tables.notInNames),
    durations: new Map(),
  };
  lexicons.set(tables, lexicon);
  return lexicon;
}
