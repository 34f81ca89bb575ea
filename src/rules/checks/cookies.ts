import { fold } from '../../text/fold.ts';
import type { Block, Document } from '../../document/types.ts';
import type { Check } from '../types.ts';
import { textOf } from './support.ts';

/** Cookies that count, follow or advertise: no service a reader asks for needs them. */
const NOT_ESSENTIAL =
  /^(?:_ga|_gid|_gat|_gcl_.*|_fbp|_fbc|fr|IDE|NID|_hj.*|__gads|__gpi|_uet.*|MUID|test_cookie|_pin_.*|_tt.*|_clck|_clsk|li_.*|bcookie|_scid|YSC|VISITOR_INFO1_LIVE|DSID|ANID)$/;
const ESSENTIAL =
  /\b(?:strictly necessary|essential|necessary|zorunlu|kesinlikle gerekli|nepieciesam\w*|obligat\w*|technisch notwendig\w*|notwendig\w*|unbedingt erforderlich\w*|essentiel\w*|necessaires?|necesari\w*|niezbedn\w*)\b/;
const OTHER_CLASS =
  /\b(?:non|not|nicht|nav|degil|disi|nie|analytic\w*|analytik\w*|analitik\w*|analit\w*|analys\w*|statisti\w*|performan\w*|marketing\w*|advertis\w*|target\w*|reklam\w*|pazarlama\w*|hedef\w*|werbung\w*|funktional\w*|functional|preference\w*|publicit\w*|optional|tercih\w*|islevsel\w*|unclassified|mahrem\w*)\b/;

/** Analytics and advertising cookies that are called necessary, in their row or by the heading above them. */
export const cookies: Check = {
  rules: ['cookies/not-essential'],
  *run({ document, factsOf }) {
    for (const fact of factsOf('cookie')) {
      if (!NOT_ESSENTIAL.test(fact.value.replace(/\*$/, ''))) continue;
      const block = blockAt(document, fact.source.start);
      if (!block || !isCalledEssential(document, block, fact.value)) continue;
      yield { rule: 'cookies/not-essential', args: { name: fact.value }, source: fact.source };
    }
  },
};

function blockAt(document: Document, sourceOffset: number): Block | undefined {
  return document.blocks.find((b) => b.source.start <= sourceOffset && sourceOffset < b.source.end);
}

/** The row says it of itself; otherwise the nearest heading must, and name no other class. */
function isCalledEssential(document: Document, block: Block, name: string): boolean {
  if (block.kind === 'row') {
    const cells = (block.cells ?? []).map((cell) => fold(textOf(document, cell)));
    const label = cells.find(
      (cell) => cell.split(' ').length <= 4 && ESSENTIAL.test(cell) && !cell.includes(fold(name)),
    );
    if (label) return !cells.some((cell) => cell.split(' ').length <= 6 && OTHER_CLASS.test(cell));
    if (cells.some((cell) => cell.split(' ').length <= 3 && OTHER_CLASS.test(cell))) return false;
  } else if (block.kind !== 'item') return false;
  const title = fold(document.sections[block.section]!.title);
  return ESSENTIAL.test(title) && !OTHER_CLASS.test(title);
}
