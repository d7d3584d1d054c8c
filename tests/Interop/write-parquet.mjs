#!/usr/bin/env node
// Writes files with DuckDB for our reader: node write-parquet.mjs FOLDER
// One file per codec and format version (version 2 brings its own pages and the delta encodings).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { duckdb } from './readers.mjs';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node write-parquet.mjs FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const database = await duckdb();
const rows = `
  select
    'id-' || i as id, i::int as n, i * 1000000007 as big, i * 0.37::double as d, (i * 0.25)::float as f, i % 3 = 0 as flag,
    case when i % 5 > 0 then 'topic ' || (i % 7) || ' ü€😀' end as topic,
    [{role: 'user', content: 'question ' || i}, {role: 'assistant', content: repeat('step ' || i || ' ', i % 40)}][: i % 3] as messages,
    case when i % 11 > 0 then [x::int - 3 for x in range(i % 6)] end as numbers,
    {a: i, b: [i::varchar, null], c: case when i % 2 = 0 then {e: i * 1.5::double} end} as nested,
    encode('blob' || i) as bytes, [[1, i], [], null, [3]] as lists, null::int as nothing
  from range(4000) t(i)`;
for (const codec of ['uncompressed', 'snappy', 'gzip', 'brotli', 'zstd']) {
  for (const version of ['V1', 'V2']) {
    const path = join(folder, `duckdb-${codec}-${version.toLowerCase()}.parquet`).replaceAll("'", "''");
    await database.run(`copy (${rows}) to '${path}' (format parquet, compression ${codec}, parquet_version ${version}, row_group_size 2048)`);
  }
}
