/** Inputs that make Markdown parsers slow: the kinds that hang one of the peers, of 1–2 MB unless a parser hangs on less. */
export function pathological(): Record<string, string> {
  const times = (text: string, count: number) => text.repeat(count);
  const build = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i)).join('');
  return {
    angle50k: times('<', 50_000),
    angleletters: times('<a ', 400_000),
    backticks: build(2000, (i) => `e${times('`', i + 1)}`),
    backticks50k: build(50_000, (i) => `a \`b${i} `),
    blank1m: times('\n', 1_000_000),
    brackets200k: times('[', 200_000),
    brackets20k: times('[', 20_000) + 'a' + times(']', 20_000),
    entities50k: times('&amp; &#65; &copy; ', 80_000),
    headings50k: build(50_000, (i) => `# Heading number ${i}\n\nText.\n\n`),
    htmlopen50k: times('<div><p class="a">\n', 50_000),
    imgopen50k: times('![a](', 50_000),
    letters2m: times('a', 2_000_000),
    line1m: times('one long line of words without an end ', 27_000),
    links50k: build(50_000, (i) => `[link ${i}](https://example.org/${i}) `),
    linksopen50k: times('[a](', 50_000),
    nestlist: build(1_400, (i) => `${times(' ', 2 * i)}- item\n`),
    nestlist200: times(build(200, (i) => `${times('  ', i)}* a\n`) + '\n', 20),
    nestquote10k: times('> ', 10_000) + 'text\n',
    nestquote1k: times(times('> ', 1_000) + 'text\n', 500),
    refdefs20k:
      build(20_000, (i) => `[label ${i}]: https://example.org/${i} "title"\n`) +
      build(20_000, (i) => `see [label ${i}] `),
    softlines: times('a line of a paragraph\n', 50_000),
    stars200k: times('*', 200_000),
    starsa100k: times('*a ', 100_000) + times('a* ', 100_000),
    starstar: times('*a **a ', 100_000),
    table10kx10: `|${times(' a |', 10)}\n|${times('---|', 10)}\n` + times(`|${times(' cell |', 10)}\n`, 20_000),
    table2x5000: `|${times(' a |', 5_000)}\n|${times('-|', 5_000)}\n` + times(`|${times(' b |', 5_000)}\n`, 40),
    tildes: times('~a ', 300_000),
    quotesLazy: times('> a\nb\n', 150_000),
    fencesOpen: times('- ```\n\n', 100_000),
    comments: times('<!-- a ', 150_000),
    escapes: times('\\*', 500_000),
    liquid: times('{%% ', 300_000),
    kramdown: times('a {:b} ', 150_000),
    footnotes: build(3_000, (i) => `[^${i}]: note\n\n`) + build(3_000, (i) => `a[^${i}] `),
  };
}
