/**
 * Measures how well requirements are found in labelled policies and writes the figures into `docs/accuracy.md`.
 *
 *     npx tsx scripts/accuracy.ts NAME=FOLDER…
 *
 * A folder holds documents and, beside each `<id>.<ext>`, its labels `<id>.json` (see `Gold`). The sets are not part of
 * this repository.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { lint } from '../src/index.ts';
import { tables, withFigures, type Figures } from './accuracy/report.ts';
import { score, type Gold, type Labelled } from './accuracy/score.ts';

const PAGE = fileURLToPath(new URL('../docs/accuracy.md', import.meta.url));
const LAWS = ['gdpr', 'kvkk'];

/** Figures of a folder of labelled documents under every law its labels speak of. */
export async function measure(set: string, folder: string): Promise<Figures[]> {
  const names = readdirSync(folder).sort();
  const figures: Figures[] = [];
  for (const law of LAWS) {
    const documents: Labelled[] = [];
    for (const name of names.filter((n) => n.endsWith('.json'))) {
      const gold = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Gold;
      if (!Object.keys(gold.requirements).some((id) => id.startsWith(`${law}/`))) continue;
      const path = names.find((n) => n !== name && n.startsWith(`${basename(name, '.json')}.`));
      if (!path) throw new Error(`No document beside ${join(folder, name)}.`);
      const report = await lint(readFileSync(join(folder, path), 'utf8'), { path, laws: [law] });
      documents.push({ gold, report });
    }
    if (documents.length === 0) continue;
    const middle = Math.ceil(documents.length / 2);
    const halves = [documents.slice(0, middle), documents.slice(middle)].map((half) => score(half, law));
    figures.push({ set, law, all: score(documents, law), halves: [halves[0]!, halves[1]!] });
  }
  return figures;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sets = process.argv.slice(2).map((argument) => {
    const at = argument.indexOf('=');
    return at > 0 ? [argument.slice(0, at), argument.slice(at + 1)] : [basename(argument), argument];
  });
  if (sets.length === 0) throw new Error('Name at least one folder of labelled documents: NAME=FOLDER…');
  const figures: Figures[] = [];
  for (const [name, folder] of sets) figures.push(...(await measure(name!, folder!)));
  const page = withFigures(readFileSync(PAGE, 'utf8'), tables(figures));
  writeFileSync(PAGE, await format(page, { parser: 'markdown', printWidth: 120 }));
}
