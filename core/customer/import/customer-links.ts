import type { BatchId, CustomerId } from "../../base/id.ts";
import { nameKey } from "../../team/name-key.ts";
import type { Customer, Source } from "../records.ts";
import { factId, keylessId } from "./fact-id.ts";
import type { Mention } from "./import-draft.ts";
import type { ImportBook } from "./import-book.ts";

/** Links rows to the customers they name. A customer that the book does not hold yet becomes a fact of the same source,
 * with its name and nothing else, so that customers are counted and shown even when their own file never comes. */
export class CustomerLinks {
  readonly #source: Source;
  readonly #batchId: BatchId;
  readonly #known = new Map<string, string>();
  readonly #idsByName = new Map<string, CustomerId[]>();
  /** Customers that another system's record stands for. */
  readonly #keptById = new Map<string, CustomerId>();
  readonly #added: Customer[] = [];

  constructor(book: Pick<ImportBook, "facts">, source: Source, batchId: BatchId) {
    this.#source = source;
    this.#batchId = batchId;
    for (const page of book.facts.customers.pages) for (const customer of page.rows) this.#index(customer);
    for (const page of book.facts.twins.pages) {
      for (const twin of page.rows) {
        if (twin.table !== "customers") continue;
        if (twin.id !== twin.keptId) this.#keptById.set(twin.id, twin.keptId as CustomerId);
        this.#index({ id: twin.id as CustomerId, name: twin.name });
      }
    }
  }

  /** Customers that rows named and the book did not hold. */
  get added(): readonly Customer[] {
    return this.#added;
  }

  /** The customer a row means: by id, else the only one of that name, of its own source before others; `undefined` when
   * the row names none or the name fits several. */
  find(mention: Mention): CustomerId | undefined {
    if (mention.sourceId !== undefined) {
      const id = factId(this.#source, "customers", mention.sourceId) as CustomerId;
      return this.#known.has(id) ? this.#kept(id) : undefined;
    }
    const ids = this.#idsByName.get(nameKey(mention.name ?? "")) ?? [];
    const own = ids.filter((id) => id.startsWith(`${this.#source}:`));
    return this.#onlyOne(own) ?? this.#onlyOne(ids);
  }

  /** The customer a row means, made when it is not there; `undefined` when the name fits several. */
  findOrAdd(mention: Mention, line: number): CustomerId | undefined {
    const found = this.find(mention);
    if (found !== undefined) return found;
    const name = mention.name ?? mention.sourceId ?? "";
    const isAmbiguous = mention.sourceId === undefined && this.#idsByName.has(nameKey(name));
    if (isAmbiguous || nameKey(name) === "") return undefined;
    const id = lightCustomerId(this.#source, mention);
    // It was renamed here since: it is still the one that the file means.
    if (this.#known.has(id)) return this.#kept(id);
    const added: Customer = {
      id,
      name,
      source: this.#source,
      ...(mention.sourceId === undefined ? {} : { sourceId: mention.sourceId }),
      batchId: this.#batchId,
      line,
    };
    this.#added.push(added);
    this.#index(added);
    return added.id;
  }

  /** What the customer of an id is called; `undefined` where the book does not hold it. */
  nameOf(id: unknown): string | undefined {
    return this.#known.get(String(id));
  }

  #kept(id: CustomerId): CustomerId {
    return this.#keptById.get(id) ?? id;
  }

  #onlyOne(ids: readonly CustomerId[]): CustomerId | undefined {
    const [first, ...rest] = ids.map((id) => this.#kept(id));
    return rest.every((id) => id === first) ? first : undefined;
  }

  #index(customer: Pick<Customer, "id" | "name">): void {
    this.#known.set(customer.id, customer.name);
    const key = nameKey(customer.name);
    const ids = this.#idsByName.get(key);
    if (ids) ids.push(customer.id);
    else this.#idsByName.set(key, [customer.id]);
  }
}

/** The id of a customer that is known from rows that name it.
 * @example lightCustomerId("generic", { name: "Acme" }) // => "generic:customers:~acme"
 */
export function lightCustomerId(source: Source, mention: Mention): CustomerId {
  const id =
    mention.sourceId === undefined
      ? keylessId(source, "customers", [mention.name ?? ""])
      : factId(source, "customers", mention.sourceId);
  return id as CustomerId;
}
