import { readDocument } from '../../src/document/read.ts';
import { builtinPacks } from '../../src/packs/builtin.ts';
import { findEntities, prepareEntities } from '../../src/text/entities/find.ts';
import type { EntityName } from '../../src/text/entities/types.ts';

/** Values of the entities of one kind in a text of one language, as `value` or `value=words`. */
export async function entitiesOf(text: string, name: EntityName, language = 'en'): Promise<string[]> {
  const document = await readDocument('policy.md', 'markdown', text);
  for (const block of document.blocks) block.language = language;
  const packs = await builtinPacks(['en', language]);
  await prepareEntities(text);
  return findEntities(document, (code) => packs.language(code), packs.entities!)
    .filter((entity) => entity.name === name)
    .map((entity) => entity.value);
}
