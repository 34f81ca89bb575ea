/** Depth of a heading that is only a paragraph in bold: below every marked heading. */
export const BOLD_HEADING = 7;
const LONGEST = 100;

/** Whether a paragraph all in bold reads as a heading, by its text. */
export function mayBeHeading(text: string): boolean {
  return text.length <= LONGEST && !/[.;,]$/.test(text);
}
