/** The concept that a rule's own phrases make. */
export function detectConcept(rule: string, key: string): string {
  return key === 'default' ? rule : `${rule}#${key}`;
}
