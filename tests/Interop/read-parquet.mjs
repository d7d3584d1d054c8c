#!/usr/bin/env node
// Reads every Parquet file under a folder with every reader of readers.mjs.
//   node read-parquet.mjs FOLDER            one JSON line per file and reader: {file, reader, rows, columns: {name: sha256}}
//   node read-parquet.mjs --rows FILE       the rows of one file as canonical text, one reader's after the other's
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ColumnHashes, text } from './canonical.mjs';
import { readers } from './readers.mjs';

const [first, second] = process.argv.slice(2);
if (!first || (first === '--rows' && !second)) {
  console.error('usage: node read-parquet.mjs FOLDER | --rows FILE');
  process.exit(2);
}
if (first === '--rows') await printRows(second);
else await printHashes(first);

async function printRows(file) {
  for (const [name, read] of Object.entries(readers)) {
    await read(file, row => console.log(`${name} ${row.map(text).join(' | ')}`));
  }
}

async function printHashes(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.parquet'))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) {
    for (const [reader, read] of Object.entries(readers)) {
      const line = { file: relative(folder, file).replaceAll('\\', '/'), reader };
      try {
        const hashes = new ColumnHashes();
        let rows = 0;
        const columns = await read(file, row => {
          rows++;
          row.forEach((value, i) => hashes.add(i, value));
        });
        const byIndex = hashes.result(columns.map((_, i) => i));
        Object.assign(line, { rows, columns: Object.fromEntries(columns.map((name, i) => [name, byIndex[i]])) });
      } catch (error) {
        line.error = String(error.message ?? error);
        process.exitCode = 1;
      }
      console.log(JSON.stringify(line));
    }
  }
}
