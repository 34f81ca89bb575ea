import type { Block, Document } from '../../document/types.ts';
import { fold } from '../../text/fold.ts';
import type { Check, CheckContext } from '../types.ts';
import { textOf, wordCount } from './support.ts';
import { isCutOff } from './truncated.ts';

/** Words of a web page around a text: menus, chat windows, offers. Folded; each must be most of its line. */
const CHROME = [
  'open chat|close chat|chat with us|live chat|start chat|how can i help( you)?|hello|hi there|call now|call us now|whatsapp us',
  'back to top|scroll to top|skip to (main )?content|toggle navigation|main menu|menu|search|close|share|tweet|print|previous|next',
  'subscribe( to our newsletter)?|sign up( (now|today|for free))?|log ?in|sign in|get started( for free| now| today)?|start (your )?free trial|try (it )?(for )?free|book a demo|request a demo|get a demo|contact sales|download now|buy now|add to cart|learn more|read more|follow us( on .*)?',
  'accept( all)?( cookies)?|reject( all)?|cookie settings|manage (cookies|consent)',
  'sohbet(i)? (ac|baslat)|canli destek|hemen ara|yukari( cik)?|basa don|ucretsiz dene(yin)?|hemen basla(yin)?|giris yap|kayit ol|abone ol|teklif al|bize ulasin|menu|ara|kapat|paylas|icerige gec',
  'izmegini(et)?|sakt( tagad)?|pieteikties|registreties|ienakt|sanemiet bezmaksas .*|saciet .*bezmaksas .*|sazinaties|uz augsu|aizvert|meklet|izvelne',
  'nach oben|zum inhalt( springen)?|jetzt (kostenlos )?testen|kostenlos testen|anmelden|registrieren|menu|suche|schliessen',
  "haut de page|aller au contenu|essai gratuit|se connecter|s'inscrire|fermer|rechercher",
  'volver arriba|ir al contenido|prueba gratis|iniciar sesion|registrarse|cerrar|buscar',
  // Entries of a shop's menu that no table of contents has.
  'home|shop|cart( \\(\\d+\\))?|my account|checkout|wishlist|ana ?sayfa|sepet(im)?( \\(\\d+\\))?|hesabim|favorilerim|startseite|warenkorb|mein konto|merkzettel|accueil|panier|mon compte|boutique|inicio|tienda|carrito|mi cuenta|strona glowna|sklep|koszyk|moje konto|sakums|grozs|veikals|mans konts',
  'do gory|przejdz do tresci|zaloguj( sie)?|zarejestruj( sie)?|wyprobuj( za darmo)?|zamknij|szukaj',
].join('|');
const WHOLE = new RegExp(`^(?:${CHROME})[!?.…›»→ ]*$`);
const PART =
  /open chat|how can i help you|call now|free trial|bezmaksas izmegin|ucretsiz dene|kostenlos testen|essai gratuit|prueba gratis|bezplatny okres|subscribe to our newsletter|skip to (?:main )?content/;
/** A line of a menu or a chat window has few words; what ends a policy is a sentence. */
const LINE_WORDS = 10;
const MAX_TAIL = 40;
/** More words than a line of a page may have, one that calls out at the reader: looked at no further. */
const MOST_WORDS = 50;

/** Index of the first block of what a web page printed after the policy; the number of blocks when there is nothing. */
export function chromeFrom(context: CheckContext): number {
  let from = known.get(context.document);
  if (from === undefined) known.set(context.document, (from = findChrome(context)));
  return from;
}

/** Four checks ask for every document. */
const known = new WeakMap<Document, number>();

function findChrome(context: CheckContext): number {
  const { document } = context;
  const { blocks } = document;
  const first = Math.max(1, blocks.length - MAX_TAIL);
  const chrome = blocks.slice(first).map((block) => isChrome(context, block));
  if (!chrome.includes(true)) return blocks.length;
  const isTailFrom = (from: number, cut: boolean) =>
    isTail(document, blocks.slice(from), chrome.slice(from - first), cut);
  for (let cut = first; cut < blocks.length; cut++)
    if (isCutOff(document, blocks[cut - 1]!) && isTailFrom(cut, true)) return cut;
  for (let from = first; from < blocks.length; from++) if (chrome[from - first] && isTailFrom(from, false)) return from;
  return blocks.length;
}

/** Whether all blocks of a tail are lines of a page, at least two of them or one that nothing else can be. */
function isTail(document: Document, tail: readonly Block[], chrome: readonly boolean[], cut: boolean): boolean {
  const certain = chrome.filter(Boolean).length;
  if (certain === 0) return false;
  if (cut) return tail.length <= 12;
  return (
    certain * 2 >= tail.length &&
    tail.every((block) => wordCount(block) <= LINE_WORDS && block.kind !== 'row') &&
    (certain > 1 || tail.length === 1 || tail.length <= 3)
  );
}

function isChrome({ document }: CheckContext, block: Block): boolean {
  const words = wordCount(block);
  const written = textOf(document, block);
  if (words > (/[!?]/.test(written) ? MOST_WORDS : LINE_WORDS + 2)) return false;
  const shown = written.replace(/\s+/g, ' ').trim();
  // Folding takes marks away, at most one for each letter.
  if (shown.length > 320) return false;
  const text = fold(shown);
  if (text.length > 160) return false;
  return (
    WHOLE.test(text) ||
    (PART.test(text) && words <= LINE_WORDS + 2) ||
    text.split(/[!?.] /).some((piece) => piece.length < 60 && WHOLE.test(piece) && /[!?]/.test(text))
  );
}

/** Menus, chat windows and offers of the web page that came along when the text was copied. */
export const pageChrome: Check = {
  rules: ['structure/page-chrome'],
  *run(context) {
    const { blocks, document } = { blocks: context.document.blocks, document: context.document };
    const tail = chromeFrom(context);
    const head = headEnd(context);
    if (head > 0 && head < tail) yield chrome(context, 0, head);
    if (tail < blocks.length) yield chrome(context, tail, document.blocks.length);
  },
};

function chrome(context: CheckContext, from: number, to: number) {
  const { document } = context;
  const source = { start: document.blocks[from]!.source.start, end: document.blocks[to - 1]!.source.end };
  const text = textOf(document, document.blocks[from]!).trim();
  return { rule: 'structure/page-chrome', args: { text }, source, anchor: text };
}

/** Menu lines in front of the text: up to the first line that is none, when at least two certain ones stand there. */
function headEnd(context: CheckContext): number {
  let certain = 0;
  let end = 0;
  for (const block of context.document.blocks.slice(0, 12)) {
    if (wordCount(block) > LINE_WORDS) break;
    const written = textOf(context.document, block).trimEnd();
    if (isChrome(context, block)) {
      certain++;
      end = block.index + 1;
    } else if (/[.:]$/.test(written)) break;
  }
  return certain >= 2 ||
    (end === 1 &&
      certain === 1 &&
      /skip to|icerige gec|zum inhalt|aller au contenu/.test(
        fold(textOf(context.document, context.document.blocks[0]!)),
      ))
    ? end
    : 0;
}
