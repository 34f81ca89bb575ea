import type { FactsDocument, ReportedFact } from './json.ts';

/**
 * The Transparency Information Language (Grünewald and Pallas 2021): a JSON document of GDPR Art. 13–15 information. Every
 * field it requires is there; what the policy does not state is empty or false. TILT has no place for spans, so each
 * entry carries one under `_source`, which its schema allows.
 */

export interface TiltOptions {
  /** Where the policy is published; a `urn:` of its path when left out, as the schema wants a URI. */
  url?: string;
  /** SHA-256 of the policy, 64 hexadecimal digits; zeros when left out. */
  hash?: string;
  /** The day called today, `YYYY-MM-DD`, for policies that tell no date. */
  now?: string;
}

interface Source {
  text: string;
  line: number;
  start: number;
  end: number;
}

/** A reserved name (RFC 2606): the schema requires an address, and the policy states none. */
export const NO_EMAIL = 'not-stated@policylint.invalid';
const NO_COUNTRY = 'ZZ';
const NO_HASH = '0'.repeat(64);
const NO_DATE = '1970-01-01';

export type Tilt = ReturnType<typeof toTilt>;

/** Facts of one policy as one TILT document. Pure. */
export function toTilt(document: FactsDocument, options: TiltOptions = {}) {
  const facts = document.facts.filter((fact) => fact.polarity !== 'denied');
  const of = (type: ReportedFact['type']) => facts.filter((fact) => fact.type === type);
  const first = (type: ReportedFact['type']) => of(type)[0]?.value;
  const controller = of('controller')[0];
  const email = ownEmail(facts);
  const address = first('postal-address') ?? '';
  const country = controllerCountry(controller, of('postal-address')[0], of('country'));
  const changed = first('last-updated') ?? first('effective-date') ?? options.now ?? NO_DATE;
  const representative = of('representative');
  const dpo = of('dpo');
  const right = (...ids: string[]) => rightOf(of('right'), ids, email);
  return {
    meta: {
      _id: `policylint:${document.path}`,
      name: controller?.value ?? '',
      created: first('effective-date') ?? changed,
      modified: changed,
      version: 1,
      language: /^[a-z]{2}$/.test(document.language) ? document.language : 'en',
      status: 'active',
      url: options.url ?? `urn:policylint:${encodeURIComponent(document.path)}`,
      _hash: options.hash ?? NO_HASH,
    },
    controller: {
      name: controller?.value ?? '',
      address,
      country,
      representative: {
        name: representative.find((r) => !r.value.includes('@'))?.value ?? '',
        email: representative.find((r) => r.value.includes('@'))?.value ?? NO_EMAIL,
      },
      ...(controller ? { _source: sourceOf(controller) } : {}),
    },
    dataProtectionOfficer: {
      name: dpo.find((d) => /^\p{Lu}/u.test(d.value))?.value ?? '',
      address: '',
      country,
      email: dpo.find((d) => d.value.includes('@'))?.value ?? '',
      phone: dpo.find((d) => d.value.startsWith('+'))?.value ?? '',
      ...(dpo[0] ? { _source: sourceOf(dpo[0]) } : {}),
    },
    dataDisclosed: disclosed(of),
    thirdCountryTransfers: transfers(of('country'), of('transfer-mechanism')),
    accessAndDataPortability: {
      ...right('right-access', 'right-portability'),
      administrativeFee: { amount: 0, currency: 'EUR' },
      dataFormat: '',
      dataFormats: [] as string[],
    },
    sources: [] as unknown[],
    rightToInformation: right('right-access', 'right-information', 'right-know-processing'),
    rightToRectificationOrDeletion: right('right-rectification', 'right-erasure'),
    rightToDataPortability: right('right-portability'),
    rightToWithdrawConsent: right('withdraw-consent'),
    rightToComplain: {
      ...right('complaint', 'board-complaint'),
      email: '',
      supervisoryAuthority: authorityOf(of('authority')[0]),
    },
    automatedDecisionMaking: { inUse: false, logicInvolved: '', scopeAndIntendedEffects: '' },
    changesOfPurpose: [] as unknown[],
  };
}

function sourceOf(fact: ReportedFact): Source {
  const { start, end } = fact.position;
  return { text: fact.text, line: start.line, start: start.offset, end: end.offset };
}

/** The first address that is none of an authority's, an officer's or a representative's. */
function ownEmail(facts: readonly ReportedFact[]): string {
  const others = new Set(facts.filter((f) => f.type === 'dpo' || f.type === 'representative').map((f) => f.value));
  const authorities = facts.filter((f) => f.type === 'authority').map((f) => f.position.start.line);
  const emails = facts.filter((f) => f.type === 'email' && !authorities.includes(f.position.start.line));
  return (emails.find((f) => !others.has(f.value)) ?? emails[0])?.value ?? '';
}

/** Where a register is kept that a number is told of. */
const REGISTERS: Record<string, string> = {
  mersis: 'TR',
  hrb: 'DE',
  rcs: 'FR',
  siren: 'FR',
  krs: 'PL',
  nip: 'PL',
  lv: 'LV',
  nif: 'ES',
};
/** Legal forms that one country alone has. */
const FORMS: Record<string, string> = {
  SAS: 'FR',
  SASU: 'FR',
  EURL: 'FR',
  SIA: 'LV',
  UAB: 'LT',
  'sp. z o.o.': 'PL',
  'S.L.': 'ES',
  'S.L.U.': 'ES',
  SLU: 'ES',
  'A.Ş.': 'TR',
  'Anonim Şirketi': 'TR',
  'Ltd. Şti.': 'TR',
  'Limited Şirketi': 'TR',
  'B.V.': 'NL',
  BV: 'NL',
  ApS: 'DK',
  Oy: 'FI',
  'e.V.': 'DE',
  'Pty Ltd': 'AU',
  LLC: 'US',
  'Inc.': 'US',
  Inc: 'US',
};
/** Characters from a controller's name or address to its country. */
const NEAR = 250;

/** Where the controller sits: a country beside its name or address, or the country of its register. */
function controllerCountry(
  controller: ReportedFact | undefined,
  address: ReportedFact | undefined,
  countries: readonly ReportedFact[],
): string {
  const isBeside = (country: ReportedFact, fact: ReportedFact | undefined) => {
    const distance = fact ? country.position.start.offset - fact.position.start.offset : -1;
    return distance >= 0 && distance < NEAR;
  };
  const own = countries.find(
    (c) => c.detail?.role !== 'transfer' && c.value.length === 2 && (isBeside(c, controller) || isBeside(c, address)),
  );
  if (own) return own.value;
  const register = Object.keys(controller?.detail ?? {}).find((name) => REGISTERS[name]);
  const postcode = /\b([A-Z]{2})-\d{4}/.exec(address?.value ?? '')?.[1];
  const form = FORMS[controller?.detail?.['legal-form'] ?? ''];
  return (register && REGISTERS[register]) ?? form ?? controller?.detail?.vat?.slice(0, 2) ?? postcode ?? NO_COUNTRY;
}

/**
 * One entry for each data category. A policy rarely ties purposes, bases, recipients and periods to single categories,
 * so each entry lists all of them; a period is an entry's own when its subject names the category.
 */
function disclosed(of: (type: ReportedFact['type']) => ReportedFact[]) {
  const purposes = of('purpose').map((p) => ({ purpose: p.value, description: p.text, _source: sourceOf(p) }));
  const legalBases = of('legal-basis')
    .filter((b) => /^[A-Z]+-/.test(b.value))
    .map((b) => ({ reference: b.value, description: b.text, _source: sourceOf(b) }));
  const recipients = of('recipient').map((r) =>
    r.detail?.kind === 'category'
      ? { category: r.value, _source: sourceOf(r) }
      : {
          name: r.value,
          category: r.detail?.category ?? 'recipient',
          ...(r.detail?.country ? { country: r.detail.country } : {}),
          _source: sourceOf(r),
        },
  );
  const interests = of('legal-basis').filter((b) => b.detail?.basis === 'legitimate-interests');
  const categories = of('data-category');
  const rows = categories.length ? categories : of('retention').slice(0, 1);
  return rows.map((row, i) => ({
    _id: String(i + 1),
    category: row.type === 'data-category' ? row.value : (row.subject ?? 'personal data'),
    purposes,
    legalBases,
    legitimateInterests: interests.map((b) => ({ exists: true, reasoning: b.text })),
    recipients,
    storage: [storage(of('retention'))],
    nonDisclosure: {
      legalRequirement: false,
      contractualRegulation: false,
      obligationToProvide: false,
      consequences: '',
    },
    _source: sourceOf(row),
  }));
}

function storage(retention: readonly ReportedFact[]) {
  return {
    temporal: retention
      .filter((r) => r.duration)
      .map((r) => ({
        description: [r.subject, r.start].filter(Boolean).join(', '),
        ttl: r.duration!,
        _source: sourceOf(r),
      })),
    purposeConditional: retention.filter((r) => !r.duration && r.criterion).map((r) => r.criterion!),
    legalBasisConditional: [] as string[],
    aggregationFunction: 'max',
  };
}

function transfers(countries: readonly ReportedFact[], mechanisms: readonly ReportedFact[]) {
  const told = (...ids: string[]) => {
    const found = mechanisms.find((m) => ids.includes(m.value));
    return { available: found !== undefined, description: found?.text ?? '' };
  };
  return countries
    .filter((c) => c.detail?.role === 'transfer')
    .map((c) => ({
      country: c.value,
      adequacyDecision: told('adequacy', 'dpf'),
      appropriateGuarantees: told('scc', 'bcr', 'idta', 'kvkk-standard-contract', 'taahhutname'),
      presenceOfEnforceableRightsAndEffectiveRemedies: { available: false, description: '' },
      standardDataProtectionClause: told('scc', 'kvkk-standard-contract'),
      _source: sourceOf(c),
    }));
}

function rightOf(rights: readonly ReportedFact[], ids: readonly string[], email: string) {
  const found = rights.find((r) => ids.includes(r.value));
  return {
    available: found !== undefined,
    description: found?.text ?? '',
    url: '',
    email: found ? email : '',
    identificationEvidences: [] as string[],
    ...(found ? { _source: sourceOf(found) } : {}),
  };
}

function authorityOf(fact: ReportedFact | undefined) {
  return {
    name: fact?.detail?.name ?? '',
    address: '',
    country: fact?.detail?.country ?? NO_COUNTRY,
    email: '',
    phone: '',
    ...(fact ? { _source: sourceOf(fact) } : {}),
  };
}
