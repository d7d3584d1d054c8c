#!/usr/bin/env node
// Walks every page of every Parquet file under a folder with hyparquet's metadata and zlib's CRC-32: no code of ours has a part in it.
//   node check-pages.mjs FOLDER     one JSON line per file: {file, pages, faults, keyValues}
// A fault is a page without a true checksum, one that the offset index does not place, or a chunk whose index counts other rows or nulls.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { crc32 } from 'node:zlib';
import { parquetMetadata } from 'hyparquet';
import { readColumnIndex, readOffsetIndex } from 'hyparquet/src/indexes.js';
import { deserializeTCompactProtocol } from 'hyparquet/src/thrift.js';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node check-pages.mjs FOLDER');
  process.exit(2);
}
for (const name of readdirSync(folder).filter(name => name.endsWith('.parquet')).sort()) {
  const bytes = readFileSync(join(folder, name));
  const metadata = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const leaves = metadata.schema.filter(element => element.type);
  const result = { file: relative(folder, join(folder, name)), pages: 0, faults: [], keyValues: metadata.key_value_metadata ?? [] };
  metadata.row_groups.forEach((group, g) => group.columns.forEach((chunk, c) => checkChunk(bytes, group, chunk, leaves[c], result, `group ${g}, column ${c}`)));
  console.log(JSON.stringify(result, (_, value) => typeof value === 'bigint' ? Number(value) : value));
}

function checkChunk(bytes, group, chunk, leaf, result, where) {
  const about = chunk.meta_data;
  const first = Number(about.dictionary_page_offset ?? about.data_page_offset);
  const end = first + Number(about.total_compressed_size);
  const dataPages = [];
  let values = 0;
  for (let at = first; at < end;) {
    const reader = readerAt(bytes, at);
    const header = deserializeTCompactProtocol(reader);
    const body = bytes.subarray(at + reader.offset, at + reader.offset + header.field_3);
    if (header.field_4 === undefined || (header.field_4 >>> 0) !== crc32(body)) result.faults.push(`${where}: the page at ${at} has checksum ${header.field_4} where its bytes have ${crc32(body) | 0}`);
    const size = reader.offset + header.field_3;
    if (header.field_1 === 0) {
      dataPages.push({ offset: at, size });
      values += header.field_5.field_1;
    }
    result.pages++;
    at += size;
  }
  if (values !== Number(about.num_values)) result.faults.push(`${where}: the pages hold ${values} values, the footer says ${about.num_values}`);
  checkIndex(bytes, group, chunk, leaf, dataPages, text => result.faults.push(`${where}: ${text}`));
}

function checkIndex(bytes, group, chunk, leaf, pages, fault) {
  if (chunk.offset_index_offset === undefined) return fault('no offset index');
  const places = readOffsetIndex(readerAt(bytes, Number(chunk.offset_index_offset))).page_locations;
  const expected = pages.map(page => `${page.offset}+${page.size}`).join(' ');
  const found = places.map(place => `${place.offset}+${place.compressed_page_size}`).join(' ');
  if (found !== expected) fault(`the offset index has ${found} where the pages lie at ${expected}`);
  const rows = places.map(place => Number(place.first_row_index));
  if (rows[0] !== 0 || rows.some((row, i) => i > 0 && row <= rows[i - 1]) || rows.at(-1) >= Number(group.num_rows)) fault(`the offset index starts pages at rows ${rows}`);
  if (chunk.column_index_offset === undefined) return; // only floating-point columns with a page of nothing but NaN
  const index = readColumnIndex(readerAt(bytes, Number(chunk.column_index_offset)), leaf);
  const nulls = index.null_counts.reduce((sum, count) => sum + Number(count), 0);
  const total = Number(chunk.meta_data.statistics.null_count);
  if (index.null_pages.length !== pages.length) fault(`the column index has ${index.null_pages.length} pages of ${pages.length}`);
  if (nulls !== total) fault(`the column index counts ${nulls} nulls where the footer has ${total}`);
}

function readerAt(bytes, at) {
  return { view: new DataView(bytes.buffer, bytes.byteOffset + at, bytes.length - at), offset: 0 };
}
