// Writes what Unicode normalisation needs to know of characters, as src/SynthFarm.Inference/Tokenization/Text/normalization.txt has it,
// from the Unicode tables of this Node.
const forms = (text) => ({ c: text.normalize('NFC'), d: text.normalize('NFD'), kd: text.normalize('NFKD') });
const hex = (text) => [...text].map((c) => c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')).join(' ');

// One character of each combining class there is.
const known = [
  [1, 0x334], [6, 0x16ff0], [7, 0x93c], [8, 0x3099], [9, 0x94d], [10, 0x5b0], [11, 0x5b1], [12, 0x5b2], [13, 0x5b3], [14, 0x5b4], [15, 0x5b5],
  [16, 0x5b6], [17, 0x5b7], [18, 0x5b8], [19, 0x5b9], [20, 0x5bb], [21, 0x5bc], [22, 0x5bd], [23, 0x5bf], [24, 0x5c1], [25, 0x5c2], [26, 0xfb1e],
  [27, 0x64b], [28, 0x64c], [29, 0x64d], [30, 0x64e], [31, 0x64f], [32, 0x650], [33, 0x651], [34, 0x652], [35, 0x670], [36, 0x711], [84, 0xc55],
  [91, 0xc56], [103, 0xe38], [107, 0xe48], [118, 0xeb8], [122, 0xec8], [129, 0xf71], [130, 0xf72], [132, 0xf74], [202, 0x321], [214, 0x1dce],
  [216, 0x31b], [218, 0x302a], [220, 0x316], [222, 0x59a], [224, 0x302e], [226, 0x1d16d], [228, 0x5ae], [230, 0x301], [232, 0x315], [233, 0x35c],
  [234, 0x35d], [240, 0x345],
].map(([number, code]) => [number, String.fromCodePoint(code)]);
const swaps = (first, second) => `a${first}${second}`.normalize('NFD') !== `a${first.normalize('NFD')}${second.normalize('NFD')}`;

function combiningClass(c) {
  const same = known.filter(([, other]) => !swaps(other, c) && !swaps(c, other));
  if (same.length === known.length) return 0;
  if (same.length !== 1) throw new Error(`U+${hex(c)} has a combining class that is not listed`);
  return same[0][0];
}

console.log(`# Derived from the Unicode Character Database ${process.versions.unicode}.0; see https://www.unicode.org/license.txt (Unicode License v3).`);
console.log('# "=" a character and the two it is made of; "-" one that is taken apart and never put together; "~" what it stands for in the');
console.log('# compatibility forms; "^" a combining class and the characters that have it. Hangul syllables follow a rule. Made by tests/Interop/make-normalization.mjs.');
const classes = new Map();
for (let code = 0x80; code < 0x110000; code++) {
  if ((code >= 0xd800 && code < 0xe000) || (code >= 0xac00 && code < 0xd7a4)) continue;
  const c = String.fromCodePoint(code);
  const { c: composed, d, kd } = forms(c);
  if (d !== c) {
    const parts = [...d];
    if (composed === c) console.log(`= ${hex(c)} ${hex(parts.slice(0, -1).join('').normalize('NFC'))} ${hex(parts.at(-1))}`);
    else console.log(`- ${hex(c)} ${hex(d)}`);
  } else if (/^\p{M}$/u.test(c)) {
    const number = combiningClass(c);
    if (number > 0) classes.set(number, [...(classes.get(number) ?? []), code]);
  }
  if (kd !== d) console.log(`~ ${hex(c)} ${hex(kd)}`);
}
for (const [number, codes] of [...classes].sort(([a], [b]) => a - b)) {
  const ranges = [];
  for (const code of codes) {
    if (ranges.at(-1)?.[1] === code - 1) ranges.at(-1)[1] = code;
    else ranges.push([code, code]);
  }
  console.log(`^ ${number} ${ranges.map(([from, to]) => [...new Set([from, to])].map((code) => hex(String.fromCodePoint(code))).join('..')).join(' ')}`);
}
