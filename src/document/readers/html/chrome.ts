import type { Element, Nodes } from 'hast';
import { attribute, find, headingLevel, isElement, measure } from './tags.ts';

const CHROME_TAGS = new Set(['nav', 'footer', 'aside', 'dialog']);
const CHROME_ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tooltip status'.split(
    ' ',
  ),
);
/** Names of classes and ids that page furniture goes by. Accordion panels (`collapse`, `hidden`) are none. */
const CHROME_NAMES =
  /(?:^|[\s_-])(?:cookie-?(?:banner|consent|notice|bar|popup|modal|law|overlay|wall|alert|message)|consent-?(?:banner|modal|popup|bar)|onetrust|cookiebot|cc-window|cc-banner|gdpr-?(?:banner|popup|modal)|navbar|navigation|nav|main-?menu|mobile-?menu|menu|site-?(?:header|footer|nav)|page-?footer|footer|breadcrumbs?|sidebar|skip-?(?:link|to-content)|share|social(?:-?(?:links|icons|media))?|popup|modal|newsletter|off-?canvas|back-?to-?top|chat-?widget|whatsapp)(?=$|[\s_-])/i;

/** What holds less than this share of the page's text may be furniture; what holds more is the policy. */
const MAX_SHARE = 0.25;

/** Tells page furniture from policy text. */
export class Chrome {
  readonly #lengths = new Map<Nodes, number>();
  readonly #whole: number;

  constructor(root: Nodes) {
    this.#whole = measure(root, this.#lengths);
  }

  share(node: Nodes): number {
    return this.#whole === 0 ? 0 : (this.#lengths.get(node) ?? 0) / this.#whole;
  }

  /** Whether an element is a menu, banner, footer or the like. `inside` is true within the main content. */
  is(element: Element, inside: boolean): boolean {
    const role = attribute(element, 'role');
    if (role === 'main' || element.tagName === 'main' || element.tagName === 'article' || element.tagName === 'body')
      return false;
    const named =
      CHROME_TAGS.has(element.tagName) ||
      (element.tagName === 'header' && !inside) ||
      CHROME_ROLES.has(role) ||
      (headingLevel(element) === 0 &&
        element.tagName !== 'a' &&
        CHROME_NAMES.test(`${attribute(element, 'className')} ${attribute(element, 'id')}`));
    return named && this.share(element) < MAX_SHARE;
  }
}

/** The part of a page that holds the policy: `main`, a lone `article`, else the body. */
export function mainContent(root: Nodes, chrome: Chrome): Nodes {
  const main = find(root, (e) => e.tagName === 'main' || attribute(e, 'role') === 'main');
  if (main && chrome.share(main) >= 0.4) return main;
  const article = find(root, (e) => e.tagName === 'article');
  if (article && chrome.share(article) >= 0.6) return article;
  return find(root, (e) => e.tagName === 'body') ?? root;
}

/** The page's `h1` where it stands above the main content, in a header of its own. */
export function outerTitle(root: Nodes, main: Nodes): Element | undefined {
  if (find(main, (e) => e.tagName === 'h1')) return undefined;
  let title: Element | undefined;
  const search = (node: Nodes): boolean => {
    if (node === main) return true;
    if (isElement(node, 'nav', 'footer', 'aside', 'dialog')) return false;
    if (isElement(node, 'h1')) title ??= node;
    return 'children' in node && node.children.some(search);
  };
  search(root);
  return title;
}
