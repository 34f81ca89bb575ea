import type { Document } from '../../document/types.ts';
import type { CompiledLanguage } from '../phrases/types.ts';
import { findDurations } from './durations.ts';
import { findAddresses } from './links.ts';
import type { Entity } from './types.ts';

/** Entities of a document in reading order. `language` gives the compiled language of a block, if there is one. */
export function findEntities(document: Document, language: (code: string) => CompiledLanguage | undefined): Entity[] {
  const entities: Entity[] = [];
  for (const sentence of document.sentences) {
    const compiled = language(document.blocks[sentence.block]!.language) ?? language('en');
    if (compiled) findDurations(document.text, document.tokens, sentence.tokens, compiled, entities);
  }
  for (const block of document.blocks) findAddresses(document.text, block, entities);
  return entities.sort((a, b) => a.start - b.start || b.end - a.end);
}
