import type { Day } from "../../../core/base/day.ts";
import type { Money, Ppm } from "../../../core/base/money.ts";
import type { Customer, Deal, Order } from "../../../core/customer/records.ts";
import type { Words } from "../../../core/words/words.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { useWords } from "../../ui/words-context.tsx";
import { momentText } from "./moment-text.ts";
import { OwnerRepair } from "./owner-repair.tsx";

type AnyRecord = Customer | Deal | Order;

/** One line of a record: which field, and what it says. */
interface RecordLine {
  /** The field in the record, for who wrote it. */
  readonly property: string;
  readonly label: string;
  readonly text: string | undefined;
}

export function OrderDrawer({ order, onClose }: { readonly order: Order; onClose(): void }) {
  const words = useWords();
  return (
    <RecordDrawer
      title={order.number}
      record={order}
      onClose={onClose}
      lines={[
        line(words, ["customerName", "customer"], order.customerName),
        line(words, ["on", "date"], dayText(words, order.on)),
        line(words, ["amount", "amount"], moneyText(words, order.amount)),
        line(words, ["paid", "paid"], moneyText(words, order.paid)),
        line(words, ["refunded", "refunded"], moneyText(words, order.refunded)),
        line(words, ["dueOn", "due"], dayText(words, order.dueOn)),
        line(words, ["product", "product"], order.product),
      ]}
    />
  );
}

export function DealDrawer({ deal, onClose }: { readonly deal: Deal; onClose(): void }) {
  const words = useWords();
  return (
    <RecordDrawer
      title={deal.name || deal.id}
      record={deal}
      onClose={onClose}
      lines={[
        line(words, ["customerName", "customer"], deal.customerName),
        line(words, ["stage", "stage"], deal.stage),
        {
          property: "category",
          label: words.text("customer.deal.state"),
          text: words.text(`customer.category.${deal.category}`),
        },
        line(words, ["amount", "amount"], moneyText(words, deal.amount)),
        line(words, ["probability", "probability"], percentText(words, deal.probability)),
        line(words, ["expectedCloseOn", "expectedClose"], dayText(words, deal.expectedCloseOn)),
        line(words, ["closedOn", "closed"], dayText(words, deal.closedOn)),
        line(words, ["createdOn", "created"], dayText(words, deal.createdOn)),
        line(words, ["product", "product"], deal.product),
        line(words, ["leadSource", "source"], deal.leadSource),
        line(words, ["dealType", "type"], deal.dealType),
        line(words, ["lossReason", "lossReason"], deal.lossReason),
        line(words, ["nextStep", "nextStep"], deal.nextStep),
      ]}
    />
  );
}

export function CustomerDrawer({ customer, onClose }: { readonly customer: Customer; onClose(): void }) {
  const words = useWords();
  return (
    <RecordDrawer
      title={customer.name}
      record={customer}
      onClose={onClose}
      lines={[
        line(words, ["industry", "industry"], customer.industry),
        line(words, ["level", "level"], customer.level),
        line(words, ["region", "region"], customer.region),
        line(words, ["leadSource", "source"], customer.leadSource),
        line(words, ["createdOn", "created"], dayText(words, customer.createdOn)),
      ]}
    />
  );
}

function RecordDrawer(props: {
  readonly title: string;
  readonly record: AnyRecord;
  readonly lines: readonly RecordLine[];
  onClose(): void;
}) {
  const { title, record, lines, onClose } = props;
  const words = useWords();
  const shown = [line(words, ["ownerName", "owner"], record.ownerName), ...lines].filter(
    ({ text }) => text !== undefined,
  );
  return (
    <Drawer open title={title} onClose={onClose}>
      <OwnerRepair ownerName={record.ownerName} />
      <dl className="record-facts">
        {shown.map(({ property, label, text }) => (
          <div key={property}>
            <dt>{label}</dt>
            <dd>
              {text}
              <Writer record={record} property={property} />
            </dd>
          </div>
        ))}
      </dl>
      <Origin record={record} />
    </Drawer>
  );
}

/** Who wrote a field, where it was not the import that wrote the rest. */
function Writer({ record, property }: { readonly record: AnyRecord; readonly property: string }) {
  const words = useWords();
  const { batches } = useWorkspace().rows;
  const writer = record.by?.[property];
  if (writer === undefined) return null;
  const text =
    writer === "typed"
      ? words.text("customer.origin.typed")
      : words.text("customer.origin.field", { file: batches.get(writer)?.fileName ?? writer });
  return <small>{text}</small>;
}

/** Which file and line the record came from. */
function Origin({ record }: { readonly record: AnyRecord }) {
  const words = useWords();
  const { batches } = useWorkspace().rows;
  const batch = record.batchId === undefined ? undefined : batches.get(record.batchId);
  const source = words.text(`customer.source.${record.source}`);
  return (
    <section className="record-origin">
      <h3>{words.text("customer.origin.title")}</h3>
      <p>
        {batch === undefined
          ? words.text("customer.origin.typed")
          : words.text("customer.origin.file", { file: batch.fileName, line: record.line ?? "" })}
      </p>
      <p className="quiet">
        {[
          source,
          record.sourceId === undefined
            ? undefined
            : words.text("customer.origin.id", { id: record.sourceId }),
          batch === undefined ? undefined : momentText(batch.at),
        ]
          .filter((part) => part !== undefined)
          .join(" · ")}
      </p>
    </section>
  );
}

function line(
  words: Words,
  [property, field]: readonly [property: string, field: string],
  text: string | undefined,
): RecordLine {
  return { property, label: words.text(`customer.field.${field}`), text };
}

function dayText(words: Words, day: Day | undefined): string | undefined {
  return day === undefined ? undefined : words.day(day);
}

function moneyText(words: Words, value: Money | undefined): string | undefined {
  return value === undefined ? undefined : words.quantity({ unit: "money", value }, "full");
}

function percentText(words: Words, value: Ppm | undefined): string | undefined {
  return value === undefined ? undefined : words.quantity({ unit: "percent", value: value / 1_000_000 });
}
