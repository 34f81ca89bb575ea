/** Words of a text, by the white space between them. */
export function wordCount(text: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 32 || text.charCodeAt(i) === 0xa0;
    if (!space && !inside) count++;
    inside = !space;
  }
  return count;
}
