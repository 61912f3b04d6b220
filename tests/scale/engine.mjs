// The query of the README over a folder of exports, by an engine that knows nothing of the handbook.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";

const README = fileURLToPath(new URL("../../README.md", import.meta.url));

// The query as the README gives it.
export async function query() {
  const text = await readFile(README, "utf8");
  const found = text.match(/```sql\n([\s\S]*?)```/);
  if (!found) throw new Error("the README has no query");
  return found[1];
}

// The rows of the query over a folder; whole numbers as numbers.
export async function table(folder) {
  const sql = (await query()).replace("exports/**/*.json", `${folder}/**/*.json`);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(sql);
    return reader.getRowObjectsJson().map(row =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, number(value)])));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const number = value => (typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value);
