/** A rules file that cannot be used; the message names the file and the place in it. */
export class PackError extends Error {
  constructor(
    /** Path inside the rules folder. */
    readonly file: string,
    /** Keys down to the place, as `requirements/3/severity`; empty for the whole file. */
    readonly place: string,
    readonly detail: string,
  ) {
    super(`${file}${place ? `: ${place}` : ''}: ${detail}`);
    this.name = 'PackError';
  }
}
