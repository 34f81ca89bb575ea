import type { FactType } from '../../facts/types.ts';
import type { Entity } from '../../text/entities/types.ts';
import { fold } from '../../text/fold.ts';
import { placeOfAbsent } from '../places.ts';
import { NOTICES } from '../requirements.ts';
import type { Check, CheckContext, RawFinding } from '../types.ts';
import { invalidEmail } from './invalid-email.ts';
import { obfuscatedEmail } from './obfuscated-email.ts';
import { textOf } from './support.ts';

const CONTACT_LINK = /contact|iletisim|bize-ulas|kontakt|sazin|contacto|support|help-?center|basvuru|feedback|destek/;
/** North American free lines are known by their first digits; elsewhere a bare number needs a word beside it. */
const FREE_LINE = /(?<![\d-])(?:1[-. ])?\(?8(?:00|33|44|55|66|77|88)\)?[-. ]\d{3}[-. ]\d{4}(?![\d-])/;
const CONTACT_WORDS =
  /contact form|contact us (?:page|section)|iletisim formu|kontaktformular|kontaktu form|formulaire de contact|formulario de contacto|formularz kontaktow|support ticket|helpdesk/;

/** No way at all to reach the controller; addresses and numbers that are examples. */
export const contact: Check = {
  rules: ['contact/missing', 'contact/dummy'],
  *run(context) {
    for (const entity of context.entities) {
      const message =
        entity.name === 'email'
          ? dummyEmail(entity, context)
          : entity.name === 'phone'
            ? dummyPhone(entity)
            : undefined;
      if (message)
        yield {
          rule: 'contact/dummy',
          message,
          args: { text: textOf(context.document, entity) },
          source: context.document.sourceSpan(entity),
        };
    }
    yield* muster(context);
    if (isMissing(context)) {
      const source = placeOfAbsent(context.document, context.evidence, 'controller-contact');
      yield { rule: 'contact/missing', source, anchor: '' };
    }
  },
};

function isMissing(context: CheckContext): boolean {
  const { document, factsOf, evidence, packs } = context;
  if (!NOTICES.includes(context.kind)) return false;
  // A law that asks for the controller's contact, or for where to apply, tells it with its article.
  const told = context.laws.some((law) =>
    packs.rules.laws[law]?.requirements.some((r) =>
      r.concepts.some((c) => c === 'controller-contact' || c === 'application-channels'),
    ),
  );
  if (told || ['email', 'phone', 'postal-address', 'dpo'].some((type) => factsOf(type as FactType).length > 0))
    return false;
  if (
    ['controller-contact', 'dpo-contact', 'application-channels', 'rights-channel'].some((c) =>
      evidence.of(c).some((e) => e.strength === 'strong'),
    )
  )
    return false;
  if (document.links.some((link) => CONTACT_LINK.test(fold(`${link.url} ${textOf(document, link.text)}`))))
    return false;
  if (CONTACT_WORDS.test(fold(document.text)) || FREE_LINE.test(document.text)) return false;
  return [...obfuscatedEmail.run(context), ...invalidEmail.run(context)].length === 0;
}

/** Reserved for examples (RFC 2606), or what templates put where a name belongs. */
const EXAMPLE_DOMAINS =
  /(?:^|\.)(?:example\.(?:com|org|net|edu)|example|test|invalid|(?:your|my|our)-?(?:company|domain|website|site|business|app|email|organi[sz]ation)(?:-?name)?\.[a-z.]{2,10}|(?:domain|yourname|companyname|company-name|websitename|sitename)\.(?:com|org|net)|(?:sirketadi|sirketiniz|firmaadi|firmaniz|alanadi|alanadiniz|siteadi|ornek|orneksite|ornek-site|ornekfirma)\.com(?:\.tr)?|(?:muster(?:firma|mann)?|beispiel|musterdomain|ihre-domain|ihredomain|deine-domain)\.(?:de|com)|piemers\.lv|(?:exemple|votredomaine|votre-domaine)\.(?:fr|com)|(?:ejemplo|tudominio|midominio)\.(?:es|com)|(?:przyklad|twojadomena)\.pl)$/;
const EXAMPLE_WORDS =
  /(?:for example|such as|e\.?g\.?|for instance|ornegin|mesela|piemeram|z\.? ?b\.?|beispiel|par exemple|por ejemplo|na przyklad|np\.|like|format|in the form|in der form|sous la forme|en la forma|w postaci|w formie|formata)[\s,:(]*["“']?$/;
/** "ad@ornek.com biçiminde": some languages say behind it that it is a pattern. */
const EXAMPLE_BEHIND = /^["”’'»)\s]{0,3}(?:bicimin|seklin|format|gibi|veida)/;

function dummyEmail(entity: Entity, { document }: CheckContext): string | undefined {
  const [local, domain] = entity.value.split('@') as [string, string];
  if (
    !EXAMPLE_DOMAINS.test(domain) &&
    !(local === 'test' && domain === 'test.com') &&
    !/^(?:your|sizin)-?(?:name|email|mail)$/.test(local)
  )
    return undefined;
  const before = fold(document.text.slice(Math.max(0, entity.start - 30), entity.start));
  const after = fold(document.text.slice(entity.end, entity.end + 20));
  return EXAMPLE_WORDS.test(before) || EXAMPLE_BEHIND.test(after) ? undefined : 'default';
}

/** Free and service lines are sold with numbers that are easy to remember ("0800 1234567"). */
const SERVICE_LINE = /^(?:(?:49|44|90|371|33|34|48|1)?0?(?:800|808|850|180\d|900|700)\d|444)/;

function dummyPhone(entity: Entity): string | undefined {
  const digits = entity.value.replace(/\D/g, '');
  const national = digits.slice(-7);
  if (SERVICE_LINE.test(digits)) return undefined;
  if (
    /^(\d)\1{6}$/.test(national) ||
    /(?:0?1234567(?:89?)?0?|123123\d?|12345678)$/.test(digits) ||
    /0{7,}/.test(digits)
  )
    return 'phone';
  // The North American block for fiction.
  return digits.length === 11 && /^1\d{3}55501\d\d$/.test(digits) ? 'phone' : undefined;
}

const MUSTER =
  /(?<![\p{L}])(?:Max Mustermann|Erika Mustermann|Musterstra(?:ß|ss)e(?: \d+[a-z]?)?|Musterstadt|Muster(?:firma)? (?:GmbH|AG|UG)|Mustermann GmbH|Jane Doe|John Doe|Jan Kowalski sp\. z o\.o\.)(?![\p{L}])/gu;

/** A plain look at a text spares most the search. */
const MAYBE_MUSTER = /Muster|Doe|Kowalski/;

/** Names and streets that stand for any name and street. */
function* muster({ document }: CheckContext): Generator<RawFinding> {
  if (!MAYBE_MUSTER.test(document.text)) return;
  for (const block of document.blocks) {
    const text = textOf(document, block);
    for (const match of text.matchAll(MUSTER)) {
      const before = fold(text.slice(Math.max(0, match.index - 30), match.index));
      if (EXAMPLE_WORDS.test(before) || /["“„‘]$/.test(before.trimEnd())) continue;
      const start = block.start + match.index;
      yield {
        rule: 'contact/dummy',
        message: 'name',
        args: { text: match[0] },
        source: document.sourceSpan({ start, end: start + match[0].length }),
      };
    }
  }
}
