import { posix } from 'node:path';
import type { Nodes as HastNodes } from 'hast';
import type { Nodes, Root } from 'mdast';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toHast } from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';

/** Pages of the navigation, in order: path in `docs/` → its name there. Pages that do not exist are left out. */
const NAVIGATION: readonly [path: string, name: string][] = [
  ['README.md', 'Start'],
  ['rules/README.md', 'Rules'],
  ['changes/README.md', 'Changes'],
  ['changes.md', 'How changes are weighed'],
  ['configuration.md', 'Configuration'],
  ['hooks.md', 'Hooks'],
  ['github-action.md', 'GitHub'],
  ['gitlab.md', 'GitLab'],
  ['packs.md', 'Packs'],
  ['phrases.md', 'Phrases'],
  ['plugins.md', 'Plugins'],
  ['library.md', 'Library'],
  ['facts.md', 'Facts'],
  ['scale.md', 'Many policies'],
  ['accuracy.md', 'Accuracy'],
];

/** A static site of Markdown pages: no scripts, relative links only, so it works from any host and from a folder. */
export function sitePages(docs: ReadonlyMap<string, string>): Map<string, string> {
  const pages = new Map([['style.css', STYLE]]);
  for (const [path, markdown] of docs) pages.set(htmlPath(path), htmlPage(path, markdown, docs));
  return pages;
}

/** `rules/README.md` → `rules/index.html`. */
function htmlPath(path: string): string {
  return path.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html');
}

function htmlPage(path: string, markdown: string, docs: ReadonlyMap<string, string>): string {
  const root = fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  relink(root, path, docs);
  nameHeadings(root);
  const title = toString(root.children.find((node) => node.type === 'heading') ?? { type: 'text', value: 'policylint' });
  const to = (target: string) => posix.relative(posix.dirname(path), target) || posix.basename(target);
  const links = NAVIGATION.filter(([target]) => docs.has(target)).map(
    ([target, name]) =>
      `<a href="${to(htmlPath(target))}"${target === path ? ' aria-current="page"' : ''}>${name}</a>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · policylint</title>
<link rel="stylesheet" href="${to('style.css')}">
</head>
<body>
<nav><strong>policylint</strong> ${links.join(' ')}</nav>
<main>
${toHtml(toHast(root) as HastNodes)}
</main>
</body>
</html>
`;
}

/** Links to other pages of the site lead to their HTML; links to files outside it keep only their words. */
function relink(node: Nodes, path: string, docs: ReadonlyMap<string, string>): void {
  if (!('children' in node)) return;
  for (const [i, child] of node.children.entries()) {
    relink(child, path, docs);
    if (child.type !== 'link' || /^(?:[a-z]+:|#)/.test(child.url)) continue;
    const [file = '', anchor] = child.url.split('#');
    const named = posix.join(posix.dirname(path), file);
    const target = [named, posix.join(named, 'README.md')].find((candidate) => docs.has(candidate));
    if (target) child.url = posix.relative(posix.dirname(path), htmlPath(target)) + (anchor ? `#${anchor}` : '');
    else (node.children as Nodes[])[i] = { type: 'emphasis', children: child.children };
  }
}

/** Headings get the names that links on GitHub use. */
function nameHeadings(root: Root): void {
  for (const node of root.children)
    if (node.type === 'heading') node.data = { hProperties: { id: slug(toString(node)) } };
}

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

const STYLE = `:root { color-scheme: light dark; --line: light-dark(#d8dee4, #3d444d); --box: light-dark(#f6f8fa, #151b23); --link: light-dark(#0550ae, #79b8ff); }
body { margin: 0; font: 16px/1.6 system-ui, sans-serif; background: light-dark(#fff, #0d1117); color: light-dark(#1f2328, #e6edf3); }
nav { display: flex; flex-wrap: wrap; gap: .3rem 1rem; padding: .8rem 1.2rem; border-bottom: 1px solid var(--line); }
main { max-width: 52rem; margin: 0 auto; padding: 1rem 1.2rem 4rem; overflow-wrap: break-word; }
a { color: var(--link); }
nav a { text-decoration: none; }
nav a[aria-current] { font-weight: 600; color: inherit; }
h1, h2, h3 { line-height: 1.25; margin-top: 1.8em; }
h1 { margin-top: .8em; }
h2 { font-size: 1.2rem; }
code, pre { font: .875em/1.5 ui-monospace, monospace; background: var(--box); border-radius: 5px; }
code { padding: .15em .35em; }
pre { padding: .9rem; overflow-x: auto; border: 1px solid var(--line); }
pre code { padding: 0; background: none; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid var(--line); }
`;
