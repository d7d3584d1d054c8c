// One text per value, the same in every implementation that reads a file: numbers as the bits of a double, 64-bit integers in
// decimal, bytes in hex, anything but plain ASCII escaped. Its twin is Samples/Canonical.cs of SynthFarm.Parquet.Tests.
import { createHash } from 'node:crypto';

const view = new DataView(new ArrayBuffer(8));

export function text(value) {
  if (value === null || value === undefined) return 'null';
  switch (typeof value) {
    case 'boolean': return value ? 'true' : 'false';
    case 'number': return number(value);
    case 'bigint': return `${value}n`;
    case 'string': return string(value);
  }
  if (value instanceof Uint8Array) return 'x' + Buffer.from(value).toString('hex');
  if (Array.isArray(value)) return `[${value.map(v => text(v) + ',').join('')}]`;
  return `{${Object.entries(value).map(([name, v]) => `${string(name)}:${text(v)},`).join('')}}`;
}

/** SHA-256 over the texts of each column's values, one per line. */
export class ColumnHashes {
  #hashes = new Map();

  add(column, value) {
    let state = this.#hashes.get(column);
    if (!state) this.#hashes.set(column, state = { hash: createHash('sha256'), pending: '' });
    state.pending += text(value) + '\n';
    if (state.pending.length > 1 << 16) flush(state);
  }

  result(columns) {
    return Object.fromEntries(columns.map(c => [c, flush(this.#hashes.get(c) ?? { hash: createHash('sha256'), pending: '' }).digest('hex')]));
  }
}

function flush(state) {
  state.hash.update(state.pending);
  state.pending = '';
  return state.hash;
}

function number(value) {
  if (Number.isNaN(value)) return '#nan';
  view.setFloat64(0, value);
  return '#' + view.getBigUint64(0).toString(16).padStart(16, '0');
}

function string(value) {
  return '"' + value.replace(/[^ !#-[\]-~]/g, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')) + '"';
}
