import type { Evidence } from '../../evidence/types.ts';
import type { DiffModel } from '../model.ts';
import type { Topic } from '../types.ts';

/** Concepts that nearly every sentence touches say little about what a sentence is for. */
export const COMMON = new Set(['purposes', 'data-categories', 'rights-channel', 'change-notification']);

/** Conditions of rules: a sentence is about something else that touches them. */
export const HINTS = new Set([
  'foreign-vendor',
  'marketing',
  'tracking',
  'minors',
  'contract-basis',
  'public-task-basis',
  'other-sources',
  'dpo-mentioned',
  'definitions',
]);

/** What a sentence says of these it is about, wherever it stands. */
export const TELLING = new Set([
  'recipients',
  'third-country-transfer',
  'transfer-abroad',
  'retention',
  'automated-decisions',
  'children',
  'data-source',
  'complaint',
  'board-complaint',
  'cookies',
  'dpo-contact',
  'joint-controllers',
  'representative',
]);

/** Sentences about something else touch these as well: they count where nothing is said of the heading's topic. */
export const SUGGESTING = new Set(['purposes', 'data-categories', 'change-notification', 'security']);

/** To name these is news even where their requirement asks for more than the bare mention. */
const NAMED_IS_TOLD = new Set(['automated-decisions']);

/** Whether evidence says something of its concept, and does not only touch it. */
export function tells({ concept, strength }: Evidence): boolean {
  return strength === 'strong' || NAMED_IS_TOLD.has(concept);
}

/** Whom a law applies to: never the subject of a sentence. */
const TRIGGERS = new Set(['eu-users', 'eu-controller', 'eu-authority', 'non-eu-controller', 'turkish-controller']);

/** A concept sentences are about: no condition of a law, and none that a single rule keeps to itself (`rule#name`). */
export function isSubject(concept: string): boolean {
  return !TRIGGERS.has(concept) && !concept.includes('#');
}

/** The topic of the change model a concept belongs to. */
export function topicOfConcept(concept: string, model: DiffModel): Topic {
  return (model.revision.context.packs.rules.concepts[concept]?.topic ?? 'text') as Topic;
}
