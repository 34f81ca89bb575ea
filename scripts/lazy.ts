import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/**
 * Regular expressions, sets and maps of our own modules are made when they are first used: a short run uses a third of
 * them, and making them all costs as much as reading the policy. `const WORD = /\p{L}+/u` becomes `let WORD`, and what
 * stands for it `(WORD ??= /\p{L}+/u)`.
 */
export const lazy: Plugin = {
  name: 'lazy',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]src[/\\]\w+[/\\].*\.ts$/, namespace: 'file' }, ({ path }) => ({
      contents: withLazyConstants(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** The source of a module with such constants made lazily; the others stay as they are. */
export function withLazyConstants(source: string): string {
  const file = ts.createSourceFile('module.ts', source, ts.ScriptTarget.Latest, true);
  const uses = identifiersOf(file);
  const edits: Edit[] = [];
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || statement.modifiers || !isConst(statement)) continue;
    const { declarations } = statement.declarationList;
    const [declaration] = declarations;
    if (declarations.length !== 1 || !declaration?.initializer || !ts.isIdentifier(declaration.name)) continue;
    const { name, initializer } = declaration;
    const others = (uses.get(name.text) ?? []).filter((use) => use !== name);
    if (!isDear(initializer) || !others.every(isPlainUse)) continue;
    if (others.length > 1 && initializer.getWidth() > LONGEST_REPEATED) continue;
    // In a lazy constant there may be another one: the edits must not overlap.
    if (others.some((use) => edits.some((edit) => use.pos >= edit.start && use.end <= edit.end))) continue;
    if (identifiersIn(initializer).some((inner) => edits.some((edit) => edit.start === inner.getStart()))) continue;
    const value = initializer.getText();
    edits.push({ start: statement.getStart(), end: statement.end, text: `let ${name.text};` });
    for (const use of others) edits.push({ start: use.getStart(), end: use.end, text: `(${name.text} ??= ${value})` });
  }
  edits.sort((a, b) => b.start - a.start);
  return edits.reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), source);
}

function isConst({ declarationList }: ts.VariableStatement): boolean {
  return (declarationList.flags & ts.NodeFlags.Const) !== 0;
}

/** Longer ones would make the program longer wherever they are used. */
const LONGEST_REPEATED = 400;

/** A regular expression, or a set or map that is made from something, or a list with one of them. */
function isDear(node: ts.Expression): boolean {
  if (ts.isRegularExpressionLiteral(node)) return true;
  if (ts.isArrayLiteralExpression(node)) return node.elements.some(isDear);
  if (!ts.isNewExpression(node) || !ts.isIdentifier(node.expression) || !node.arguments?.length) return false;
  return ['RegExp', 'Set', 'Map'].includes(node.expression.text);
}

/** Read as a value inside of a function: no type, no name of a property, no other variable of the same name. */
function isPlainUse(use: ts.Identifier): boolean {
  const { parent } = use;
  const isValue =
    (ts.isPropertyAccessExpression(parent) && parent.expression === use) ||
    (ts.isElementAccessExpression(parent) && parent.expression === use) ||
    ts.isCallExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isForOfStatement(parent) ||
    ts.isSpreadElement(parent) ||
    (ts.isPropertyAssignment(parent) && parent.initializer === use) ||
    ts.isBinaryExpression(parent);
  return isValue && ts.findAncestor(use, (node) => ts.isFunctionLike(node)) !== undefined;
}

function identifiersOf(file: ts.SourceFile): Map<string, ts.Identifier[]> {
  const found = new Map<string, ts.Identifier[]>();
  for (const identifier of identifiersIn(file)) {
    const all = found.get(identifier.text);
    if (all) all.push(identifier);
    else found.set(identifier.text, [identifier]);
  }
  return found;
}

/** All identifiers but the names of properties. */
function identifiersIn(node: ts.Node): ts.Identifier[] {
  if (ts.isIdentifier(node)) return [node];
  if (ts.isPropertyAccessExpression(node)) return identifiersIn(node.expression);
  const found: ts.Identifier[] = [];
  ts.forEachChild(node, (child) => {
    const isName =
      'name' in node && node.name === child && (ts.isPropertyAssignment(node) || ts.isMethodDeclaration(node));
    if (!isName) found.push(...identifiersIn(child));
  });
  return found;
}
