import { UpdateFault } from "./update-source.ts";
import type { UpdateSource } from "./update-source.ts";

/** A server that says nothing for so long is given up; what has come by then is kept. */
const SILENCE_MS = 30_000;

/** A folder on a server. It asks for the manifest and the files named in it, below the one address, and follows no redirect: the app
 * speaks to no other place. Nothing about the person or the machine is sent along. */
export function feedSource(address: string, manifestName: string, silenceMs = SILENCE_MS): UpdateSource {
  const ask = (name: string, headers: Record<string, string>, signal: AbortSignal) =>
    answerOf(new URL(name, address).href, headers, AbortSignal.any([signal, AbortSignal.timeout(silenceMs)]));
  return {
    async readManifest(limit, signal) {
      const response = await ask(manifestName, {}, signal);
      if (response.status !== 200 || !response.body) throw await gone(response, "no-manifest");
      return readAtMost(response.body, limit);
    },
    async openFile(name, from, signal) {
      // The time for an answer is bounded here, the silence between two pieces by whoever reads them.
      const response = await answerWithin(new URL(name, address).href, { from, signal, silenceMs });
      if (!response.body || (response.status !== 200 && response.status !== 206))
        throw await gone(response, "file-gone");
      const begins = response.status === 206 ? beginOf(response) : 0;
      if (begins !== 0 && begins !== from) throw new UpdateFault("failed");
      return { from: begins, pieces: withoutSilence(response.body, silenceMs) };
    },
  };
}

async function readAtMost(body: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of body) {
      pieces.push(piece);
      size += piece.length;
      if (size > limit) break;
    }
  } catch {
    throw new UpdateFault("unreachable");
  }
  if (size > limit) throw new UpdateFault("manifest-unreadable");
  return Buffer.concat(pieces);
}

async function answerOf(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetch(url, { headers, signal, redirect: "error", cache: "no-store", credentials: "omit" });
  } catch {
    throw new UpdateFault("unreachable");
  }
}

async function answerWithin(
  url: string,
  {
    from,
    signal,
    silenceMs,
  }: { readonly from: number; readonly signal: AbortSignal; readonly silenceMs: number },
): Promise<Response> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), silenceMs);
  try {
    const headers: Record<string, string> = from > 0 ? { Range: `bytes=${from}-` } : {};
    const response = await answerOf(url, headers, AbortSignal.any([signal, late.signal]));
    // The kept beginning is no beginning of this file: the whole of it is asked for.
    if (response.status !== 416) return response;
    await response.body?.cancel();
    return await answerOf(url, {}, AbortSignal.any([signal, late.signal]));
  } finally {
    clearTimeout(timer);
  }
}

function beginOf(response: Response): number {
  const match = /^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "");
  return match ? Number(match[1]) : -1;
}

async function gone(response: Response, problem: "no-manifest" | "file-gone"): Promise<UpdateFault> {
  await response.body?.cancel().catch(() => undefined);
  return new UpdateFault(response.status === 404 || response.status === 410 ? problem : "unreachable");
}

/** The pieces of a body as they come; a pause that is too long is an interruption. */
async function* withoutSilence(
  body: ReadableStream<Uint8Array>,
  silenceMs: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), silenceMs);
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new UpdateFault("interrupted")), ms);
    promise.then(resolve, () => reject(new UpdateFault("interrupted"))).finally(() => clearTimeout(timer));
  });
}
