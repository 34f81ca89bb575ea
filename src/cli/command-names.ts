/** Every command, in the order of the help. */
export const COMMAND_NAMES = [
  'lint',
  'facts',
  'diff',
  'changelog',
  'rules',
  'explain',
  'test',
  'init',
  'completion',
  'schema',
] as const;

export type CommandName = (typeof COMMAND_NAMES)[number];
