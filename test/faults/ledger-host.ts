import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createFileLedger } from "../../electron/vault/file-ledger.ts";
import type { FileLedger } from "../../electron/vault/file-ledger.ts";
import { decodeValue, encodeValue } from "../desktop/stand-in/codec.ts";

/* The desktop's ledgers in a process that is killed together with the browser: `node ledger-host.ts <folder>`. Each address
   `/<workspace>` is a ledger of its own. */

const folder = process.argv[2]!;
const ledgers = new Map<string, FileLedger>();

const server = createServer((request, response) => {
  response.setHeader("access-control-allow-origin", "*");
  answer(request)
    .then((value) => response.end(encodeValue(value)))
    .catch((error: unknown) => response.writeHead(500).end(String(error)));
});

async function answer(request: IncomingMessage): Promise<unknown> {
  const name = request.url!.slice(1);
  const ledger = ledgers.get(name) ?? createFileLedger(join(folder, name));
  ledgers.set(name, ledger);
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const [op, ...args] = decodeValue(Buffer.concat(pieces)) as [keyof FileLedger, ...unknown[]];
  return (ledger[op] as (...given: unknown[]) => Promise<unknown>)(...args);
}

server.listen(0, "127.0.0.1", () => process.send!((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit());
