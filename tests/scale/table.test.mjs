// 261 files as a superior committee receives them: the engine's table is the handbook's, row by row.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { table } from "./engine.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const example = (name, ...rest) =>
  execFileSync("cargo", ["run", "--quiet", "--example", name, "--", ...rest], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 28 });

test("one query over a folder of exports gives the table of the app", async () => {
  const folder = await mkdtemp(join(tmpdir(), "cells-"));
  try {
    const written = JSON.parse(example("cells", "261", folder, "--wrong", "20", "--seed", "11"));
    assert.equal(written.files, 249);
    const own = example("overview", folder).trim().split("\n").map(line => JSON.parse(line));
    const rows = await table(folder);
    assert.equal(rows.length, 249);
    assert.equal(own.filter(row => row.findings > 0).length, 20);
    const sorted = own.map(({ findings, ...row }) => row).sort((one, other) => (one.organisation < other.organisation ? -1 : 1));
    assert.deepEqual(rows, sorted);
    assert.equal(rows.filter(row => ["held", "reported", "ratified"].includes(row.stage)).length, 38);
  } finally {
    await rm(folder, { recursive: true });
  }
});
