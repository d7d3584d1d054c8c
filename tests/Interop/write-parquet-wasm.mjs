#!/usr/bin/env node
// Writes files with parquet-wasm (the Rust implementation of Arrow) for our reader: node write-parquet-wasm.mjs FOLDER
// One file per codec and format version with dictionaries, and one per version with the encodings that go without.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as arrow from 'apache-arrow';
import { Compression, Encoding, Table, WriterPropertiesBuilder, WriterVersion, writeParquet } from 'parquet-wasm/node';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node write-parquet-wasm.mjs FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const field = (name, type, nullable = true) => new arrow.Field(name, type, nullable);
const list = (element, nullable = true) => new arrow.List(field('element', element, nullable));
const struct = fields => new arrow.Struct(fields);
const message = struct([field('role', new arrow.Utf8(), false), field('content', new arrow.Utf8())]);
const types = {
  id: new arrow.Utf8(), n: new arrow.Int32(), big: new arrow.Int64(), f: new arrow.Float32(), d: new arrow.Float64(), flag: new arrow.Bool(),
  topic: new arrow.Utf8(), bytes: new arrow.Binary(), nothing: new arrow.Int32(), numbers: list(new arrow.Int32()),
  messages: list(message), nested: struct([field('a', new arrow.Int64()), field('b', list(new arrow.Utf8()))]), lists: list(list(new arrow.Int32())),
};
const row = i => ({
  id: `id-${i}`, n: i % 9 === 0 ? null : i * 7 - 3000, big: BigInt(i) * 1000000007n, f: i * 0.25, d: i * 0.37, flag: i % 3 === 0,
  topic: i % 5 > 0 ? `topic ${i % 7} ü€😀` : null, bytes: new TextEncoder().encode(`blob${i}`), nothing: null,
  numbers: i % 11 > 0 ? Array.from({ length: i % 6 }, (_, x) => x - 3) : null,
  messages: [{ role: 'user', content: `question ${i}` }, { role: 'assistant', content: i % 4 ? `step ${i} `.repeat(i % 40) : null }].slice(0, i % 3),
  nested: i % 13 ? { a: BigInt(i), b: [`${i}`, null] } : null,
  lists: [[1, i], [], null, [3]],
});
const rows = Array.from({ length: 3000 }, (_, i) => row(i));
const columns = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, arrow.vectorFromArray(rows.map(r => r[name]), type)]));
const stream = arrow.tableToIPC(new arrow.Table(columns), 'stream');

for (const version of ['V1', 'V2']) {
  for (const codec of ['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'BROTLI', 'ZSTD']) {
    write(`wasm-${codec}-${version}`, properties(version).setCompression(Compression[codec]));
  }
  write(`wasm-encodings-${version}`, Object.entries({
    id: 'DELTA_BYTE_ARRAY', topic: 'DELTA_LENGTH_BYTE_ARRAY', n: 'DELTA_BINARY_PACKED', big: 'DELTA_BINARY_PACKED',
    f: 'BYTE_STREAM_SPLIT', d: 'BYTE_STREAM_SPLIT', flag: 'RLE', bytes: 'DELTA_BYTE_ARRAY',
  }).reduce((builder, [column, encoding]) => builder.setColumnEncoding(column, Encoding[encoding]),
    properties(version).setCompression(Compression.ZSTD).setDictionaryEnabled(false)));
}

function properties(version) {
  return new WriterPropertiesBuilder().setWriterVersion(WriterVersion[version]).setMaxRowGroupSize(1700).setDataPageSizeLimit(1 << 13);
}

function write(name, builder) {
  writeFileSync(join(folder, `${name.toLowerCase()}.parquet`), writeParquet(Table.fromIPCStream(stream), builder.build()));
}
