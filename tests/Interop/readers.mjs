// Readers by name: each gives a file's column names and calls back with every row as an array of plain values.
import { readFileSync } from 'node:fs';
import { DuckDBBlobValue, DuckDBInstance, DuckDBListValue, DuckDBMapValue, DuckDBStructValue } from '@duckdb/node-api';
import { StructRow, tableFromIPC, Vector } from 'apache-arrow';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { readParquet } from 'parquet-wasm/node';

let connection;

export async function duckdb() {
  return connection ??= await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
}

export const readers = {
  async duckdb(path, onRow) {
    const result = await (await duckdb()).stream(`select * from read_parquet('${path.replaceAll("'", "''")}')`);
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      for (const row of chunk.getRows()) onRow(row.map(plain));
    }
    return result.columnNames();
  },

  async hyparquet(path, onRow) {
    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadataAsync(file);
    await parquetRead({ file, metadata, compressors, utf8: false, onComplete: rows => rows.forEach(onRow) });
    return topLevelNames(metadata.schema);
  },

  async 'parquet-wasm'(path, onRow) {
    const table = tableFromIPC(readParquet(readFileSync(path)).intoIPCStream());
    const columns = table.schema.fields.map((_, i) => table.getChildAt(i));
    for (let i = 0; i < table.numRows; i++) onRow(columns.map(column => plain(column.get(i))));
    return table.schema.fields.map(field => field.name);
  },
};

function plain(value) {
  if (value instanceof DuckDBListValue) return value.items.map(plain);
  if (value instanceof DuckDBStructValue) return Object.fromEntries(Object.entries(value.entries).map(([k, v]) => [k, plain(v)]));
  if (value instanceof DuckDBMapValue) return value.entries.map(({ key, value }) => ({ key: plain(key), value: plain(value) }));
  if (value instanceof DuckDBBlobValue) return value.bytes;
  if (value instanceof Vector) return Array.from(value, plain);
  if (value instanceof StructRow) return Object.fromEntries(Array.from(value, ([k, v]) => [k, plain(v)]));
  return value;
}

function topLevelNames(schema) {
  const names = [];
  for (let at = 1; at < schema.length; at = skip(schema, at)) names.push(schema[at].name);
  return names;
}

function skip(schema, at) {
  let next = at + 1;
  for (let left = schema[at].num_children ?? 0; left > 0; left--) next = skip(schema, next);
  return next;
}
