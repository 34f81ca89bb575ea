import type { FactsDocument, ReportedFact } from './json.ts';

/**
 * The W3C Data Privacy Vocabulary as JSON-LD: one `dpv:Process` that says what the policy states, and one Web Annotation
 * (`oa:Annotation`) for each fact that says where. KVKK has no vocabulary; its terms get `kvkk:` names of our own.
 */

const CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  'eu-gdpr': 'https://w3id.org/dpv/legal/eu/gdpr#',
  loc: 'https://w3id.org/dpv/loc#',
  kvkk: 'urn:policylint:kvkk:',
  dct: 'http://purl.org/dc/terms/',
  oa: 'http://www.w3.org/ns/oa#',
  schema: 'https://schema.org/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** `eu-gdpr:SCCByCommission` and the other transfer tools of DPV; KVKK's own and rarer ones keep our names. */
const MECHANISMS: Record<string, string> = {
  scc: 'eu-gdpr:SCCByCommission',
  bcr: 'eu-gdpr:BindingCorporateRules',
  adequacy: 'eu-gdpr:A45-3',
  dpf: 'eu-gdpr:A45-3',
  // Art. 49 as a whole has no term: its nine cases have one each.
  derogation: 'dpv:DataTransferLegalBasis',
  consent: 'eu-gdpr:A49-1-a',
  'kvkk-standard-contract': 'kvkk:9-4-c',
  taahhutname: 'kvkk:9-4-ç',
};
/** Adequacy, consent and derogations are legal bases of a transfer in DPV, the others measures. */
const TRANSFER_BASES: ReadonlySet<string> = new Set(['adequacy', 'dpf', 'derogation', 'consent']);
const BASES: Record<string, string> = {
  consent: 'dpv:Consent',
  contract: 'dpv:Contract',
  'legal-obligation': 'dpv:LegalObligation',
  'vital-interests': 'dpv:VitalInterest',
  'public-task': 'dpv:PublicInterest',
  'legitimate-interests': 'dpv:LegitimateInterest',
};

type Node = Record<string, unknown>;

/** Facts of one policy as JSON-LD. Offsets are UTF-16 code units of the file as read. Pure. */
export function toDpv(document: FactsDocument) {
  const process: Node = { '@id': '_:process', '@type': 'dpv:Process' };
  const graph: Node[] = [process];
  const add = (property: string, value: unknown) => {
    const list = (process[property] ??= []) as unknown[];
    if (!list.some((known) => JSON.stringify(known) === JSON.stringify(value))) list.push(value);
  };
  document.facts.forEach((fact, i) => {
    const told = propertyOf(fact, i);
    if (!told) return;
    const [property, body, nodes] = told;
    // What a policy denies is annotated, not asserted.
    if (fact.polarity !== 'denied') add(property, body);
    graph.push(...nodes, annotation(document.path, fact, body, i));
  });
  graph.unshift({
    '@id': `urn:policylint:${encodeURIComponent(document.path)}`,
    '@type': 'dpv:PrivacyNotice',
    'dct:language': document.language,
    ...dates(document.facts),
    'dpv:hasProcess': { '@id': '_:process' },
  });
  return { '@context': CONTEXT, '@graph': graph };
}

function dates(facts: readonly ReportedFact[]): Node {
  const value = (type: ReportedFact['type']) => facts.find((f) => f.type === type)?.value;
  const node: Node = {};
  const typed = (date: string) => ({ '@value': date, '@type': date.length > 7 ? 'xsd:date' : 'xsd:gYearMonth' });
  const [modified, valid] = [value('last-updated'), value('effective-date')];
  if (modified) node['dct:modified'] = typed(modified);
  if (valid) node['dct:valid'] = typed(valid);
  return node;
}

/** The property a fact fills, what fills it, and further nodes it needs. */
function propertyOf(fact: ReportedFact, index: number): [string, Node, Node[]] | undefined {
  const id = `_:fact${index}`;
  const entity = (property: string, type: string, more: Node = {}): [string, Node, Node[]] => [
    property,
    { '@id': id },
    [{ '@id': id, '@type': type, 'schema:name': fact.value, ...more }],
  ];
  const term = (property: string, name: string): [string, Node, Node[]] => [property, { '@id': name }, []];
  switch (fact.type) {
    case 'purpose':
      return term('dpv:hasPurpose', fact.value);
    case 'data-category':
      return term('dpv:hasPersonalData', fact.value);
    case 'legal-basis':
      return term('dpv:hasLegalBasis', basis(fact));
    case 'right':
      return term(
        'dpv:hasRight',
        fact.detail?.gdpr ? `eu-gdpr:${fact.detail.gdpr}` : `kvkk:${fact.detail?.kvkk ?? fact.value}`,
      );
    case 'transfer-mechanism':
      return term(
        TRANSFER_BASES.has(fact.value) ? 'dpv:hasLegalBasis' : 'dpv:hasTechnicalOrganisationalMeasure',
        MECHANISMS[fact.value] ?? `urn:policylint:mechanism:${fact.value}`,
      );
    case 'country':
      return term(fact.detail?.role === 'transfer' ? 'dpv:hasThirdCountry' : 'dpv:hasLocation', `loc:${fact.value}`);
    case 'controller':
      return entity(
        'dpv:hasDataController',
        'dpv:DataController',
        fact.detail ? { 'schema:identifier': fact.detail } : {},
      );
    case 'dpo':
      return entity('dpv:hasDataProtectionOfficer', 'dpv:DataProtectionOfficer');
    case 'representative':
      return entity('dpv:hasRepresentative', 'dpv:Representative');
    case 'authority':
      return entity('dpv:hasAuthority', 'dpv:DataProtectionAuthority', {
        'schema:alternateName': fact.detail?.name ?? '',
      });
    case 'recipient':
      // A processor is a recipient and no third party, and a policy seldom says which of the two.
      return entity('dpv:hasRecipient', 'dpv:Recipient');
    case 'retention':
      return [
        'dpv:hasStorageCondition',
        { '@id': id },
        [
          {
            '@id': id,
            '@type': fact.duration ? 'dpv:StorageDuration' : 'dpv:StorageCondition',
            ...(fact.duration ? { 'dpv:hasDuration': { '@value': fact.duration, '@type': 'xsd:duration' } } : {}),
            ...(fact.criterion ? { 'dct:description': fact.criterion } : {}),
            ...(fact.subject ? { 'dct:subject': fact.subject } : {}),
          },
        ],
      ];
    case 'postal-address':
      return entity('dpv:hasAddress', 'schema:PostalAddress');
    case 'email':
    case 'phone':
      return entity('dpv:hasContact', 'schema:ContactPoint');
    default:
      return undefined;
  }
}

function basis(fact: ReportedFact): string {
  const gdpr = /^GDPR-(\d.*)$/.exec(fact.value);
  if (gdpr) return `eu-gdpr:A${gdpr[1]}`;
  const kvkk = /^KVKK-(.+)$/.exec(fact.value);
  return kvkk ? `kvkk:${kvkk[1]}` : (BASES[fact.detail?.basis ?? ''] ?? 'dpv:LegalBasis');
}

function annotation(path: string, fact: ReportedFact, body: Node, index: number): Node {
  const { start, end } = fact.position;
  return {
    '@id': `_:annotation${index}`,
    '@type': 'oa:Annotation',
    'oa:hasBody': body,
    ...(fact.polarity === 'denied' ? { 'schema:negated': true } : {}),
    'oa:hasTarget': {
      'oa:hasSource': { '@id': `urn:policylint:${encodeURIComponent(path)}` },
      'oa:hasSelector': [
        { '@type': 'oa:TextPositionSelector', 'oa:start': start.offset, 'oa:end': end.offset },
        { '@type': 'oa:TextQuoteSelector', 'oa:exact': fact.text },
      ],
    },
  };
}
