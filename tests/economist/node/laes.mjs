// Opens a DuckDB file read-only and answers the queries on stdin (JSON: name -> SQL), every value as text.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const database = await DuckDBInstance.create(process.argv[2], { access_mode: 'READ_ONLY' });
const forbindelse = await database.connect();
const svar = {};
for (const [navn, sql] of Object.entries(JSON.parse(readFileSync(0, 'utf8')))) {
  const laest = await forbindelse.runAndReadAll(sql);
  svar[navn] = laest.getRowsJson();
}
process.stdout.write(JSON.stringify(svar));
