// The normal forms C, D, KC and KD of each text of a file, one JSON string a line, as one JSON array a line. Usage: node normalize.mjs FILE.
import { readFileSync } from 'node:fs';

for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  if (line) console.log(JSON.stringify(['NFC', 'NFD', 'NFKC', 'NFKD'].map(form => JSON.parse(line).normalize(form))));
}
