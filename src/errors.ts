/** A mistake of the user's: told in one clear line, without a stack; the command line ends with exit code 2. */
export class UserError extends Error {
  override name = 'UserError';
}

const CAUSES: Record<string, string> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
};

/** What went wrong with a file, without the path and the jargon of the system. */
export function causeOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  return CAUSES[code ?? ''] ?? message;
}
