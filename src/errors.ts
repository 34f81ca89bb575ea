/** A mistake of the user's: told in one clear line, without a stack; the command line ends with exit code 2. */
export class UserError extends Error {
  override name = 'UserError';
}
