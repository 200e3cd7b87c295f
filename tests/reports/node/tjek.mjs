// Which features of a mail's HTML some large mail program does not support, by caniemail's data.
import { readFileSync } from "node:fs";
import { caniemail } from "caniemail";

const clients = ["apple-mail.*", "gmail.*", "outlook.*", "samsung-email.*", "thunderbird.macos", "yahoo.*"];
const { issues } = caniemail({ clients, html: readFileSync(0, "utf-8") });
const fejl = {};
for (const [client, fundne] of issues.errors) {
  for (const { title } of fundne) (fejl[title] ??= []).push(client);
}
console.log(JSON.stringify(fejl));
