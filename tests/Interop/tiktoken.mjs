// Writes an encoding of tiktoken (gpt2, cl100k_base) as FOLDER/tokenizer.json in the format of Hugging Face, and encodes the texts of
// FOLDER/texts.jsonl, one JSON string a line, with tiktoken itself: one JSON array of ids a line. Usage: node tiktoken.mjs NAME FOLDER.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Tiktoken } from 'tiktoken/lite';

const [name, folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node tiktoken.mjs NAME FOLDER');
  process.exit(2);
}

const { bpe_ranks: text, special_tokens: specials, pat_str: pattern } = createRequire(import.meta.url)(`tiktoken/encoders/${name}.json`);
// "! 0 IQ== Ig==": a line's first word is a mark, the second the rank of its first token.
const ranks = new Map();
for (const line of text.split('\n')) {
  const [, first, ...tokens] = line.split(' ');
  tokens.forEach((token, i) => ranks.set(Buffer.from(token, 'base64').toString('latin1'), Number(first) + i));
}

// The byte-level alphabet: bytes that print stand for themselves, the others for U+0100 on.
const prints = byte => (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
const letters = [];
for (let byte = 0, next = 0x100; byte < 256; byte++) letters.push(String.fromCharCode(prints(byte) ? byte : next++));
const spelt = bytes => [...bytes].map(byte => letters[byte.charCodeAt(0)]).join('');

/** The two tokens that a token is merged from: what merging its bytes by lower ranks alone leaves. */
function merge(token, rank) {
  const parts = [...token];
  while (parts.length > 2) {
    let best = -1;
    let lowest = rank;
    for (let i = 0; i + 1 < parts.length; i++) {
      const merged = ranks.get(parts[i] + parts[i + 1]) ?? Infinity;
      if (merged < lowest) [best, lowest] = [i, merged];
    }
    parts.splice(best, 2, parts[best] + parts[best + 1]);
  }
  return parts.map(spelt);
}

const ordered = [...ranks].sort(([, a], [, b]) => a - b);
const byteLevel = { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: name === 'gpt2' };
const split = { type: 'Split', pattern: { Regex: pattern }, behavior: 'Isolated', invert: false };
writeFileSync(path.join(folder, 'tokenizer.json'), JSON.stringify({
  version: '1.0',
  added_tokens: Object.entries(specials).map(([content, id]) => ({ id, content, special: true, normalized: false })),
  normalizer: null,
  pre_tokenizer: name === 'gpt2' ? byteLevel : { type: 'Sequence', pretokenizers: [split, byteLevel] },
  post_processor: null,
  decoder: byteLevel,
  model: {
    type: 'BPE',
    vocab: Object.fromEntries(ordered.map(([token, rank]) => [spelt(token), rank])),
    merges: ordered.filter(([token]) => token.length > 1).map(([token, rank]) => merge(token, rank)),
  },
}));

const encoding = new Tiktoken(text, specials, pattern);
for (const line of readFileSync(path.join(folder, 'texts.jsonl'), 'utf8').split('\n')) {
  if (line) console.log(JSON.stringify([...encoding.encode_ordinary(JSON.parse(line))]));
}
