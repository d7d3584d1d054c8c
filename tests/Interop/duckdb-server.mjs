#!/usr/bin/env node
// DuckDB for the benchmarks: a JSON line {kind: "run" | "query", sql} on stdin, a JSON line back. "run" answers {wall, cpu} in
// seconds, both around the statement alone, cpu over all threads of this process; "query" answers {value}, the first value of the first row.
import { createInterface } from 'node:readline';
import { DuckDBInstance } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
for await (const line of createInterface({ input: process.stdin })) {
  const { kind, sql } = JSON.parse(line);
  let answer;
  try {
    answer = kind === 'run' ? await run(sql) : { value: String((await connection.runAndReadAll(sql)).getRows()[0]?.[0]) };
  } catch (error) {
    answer = { error: String(error.message ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}

async function run(sql) {
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  await connection.run(sql);
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1e6 };
}
