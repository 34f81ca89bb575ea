import type { Element, Nodes } from 'hast';
import { hostOf, isLinkList, isWritten, measure, type Measures } from './measure.ts';
import { attribute, find, headingLevel, isElement } from './tags.ts';

const CHROME_TAGS = new Set(['nav', 'footer', 'aside', 'dialog']);
const CHROME_ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tooltip status'.split(
    ' ',
  ),
);
/** Names of classes and ids that page furniture goes by. Accordion panels (`collapse`, `hidden`) are none. */
const CHROME_NAMES =
  /(?:^|[\s_-])(?:cookie-?(?:banner|consent|notice|bar|popup|modal|law|overlay|wall|alert|message)|consent-?(?:banner|modal|popup|bar)|onetrust|cookiebot|cc-window|cc-banner|gdpr-?(?:banner|popup|modal)|navbar|navigation|nav|main-?menu|mobile-?menu|menu|site-?(?:header|footer|nav)|page-?footer|footer|breadcrumbs?|sidebar|skip-?(?:link|to-content)|share|social(?:-?(?:links|icons|media))?|popup|modal|newsletter|off-?canvas|back-?to-?top|chat-?widget|whatsapp)(?=$|[\s_-])/i;

const SKIP_LINK = /(?:^|[\s_-])skip(?:$|[\s_-]?(?:link|nav|to|content))/i;
/** Of these only what is made of links is furniture: tools call the panels of an accordion `nav` and `menu` too. */
const NAVIGATION = /^(?:nav|navigation|navbar|menu|menubar)$/;
const NAVIGATION_NAMES = /^[\s_-]?(?:navbar|navigation|nav|main-?menu|mobile-?menu|menu)$/i;

/** What holds less than this share of the page's text may be furniture; what holds more is the policy. */
const MAX_SHARE = 0.25;

/** Tells page furniture from policy text. */
export class Chrome {
  readonly #measures: Measures = new Map();
  readonly #whole: number;

  /** `root` is the whole page; shares are of its body. */
  constructor(root: Nodes) {
    const body = find(root, (e) => e.tagName === 'body') ?? root;
    this.#whole = measure(body, this.#measures, hostOf(root)).length;
  }

  share(node: Nodes): number {
    return this.#whole === 0 ? 0 : (this.#measures.get(node)?.length ?? 0) / this.#whole;
  }

  /** Whether an element is a menu, banner, footer or the like. `inside` is true within the main content. */
  is(element: Element, inside: boolean): boolean {
    const role = attribute(element, 'role');
    if (role === 'main' || element.tagName === 'main' || element.tagName === 'article' || element.tagName === 'body')
      return false;
    if (this.share(element) >= MAX_SHARE) return false;
    const measured = this.#measures.get(element);
    return this.#isNamed(element, role, inside) || (measured !== undefined && isLinkList(element, measured));
  }

  #isNamed(element: Element, role: string, inside: boolean): boolean {
    const measured = this.#measures.get(element);
    const written = measured !== undefined && isWritten(measured);
    if (NAVIGATION.test(element.tagName) || NAVIGATION.test(role)) return !written;
    if (element.tagName === 'aside' && inside) return !written;
    if (CHROME_TAGS.has(element.tagName) || CHROME_ROLES.has(role)) return true;
    if (element.tagName === 'header' && !inside) return true;
    if (element.tagName === 'a') return SKIP_LINK.test(attribute(element, 'className'));
    if (headingLevel(element) > 0) return false;
    const name = CHROME_NAMES.exec(`${attribute(element, 'className')} ${attribute(element, 'id')}`);
    return name !== null && !(written && NAVIGATION_NAMES.test(name[0]));
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
