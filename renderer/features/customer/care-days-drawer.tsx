import { CARE_DAYS, careDaysOf } from "../../../core/customer/care.ts";
import { editCareDays } from "../../../core/customer/edit-care-days.ts";
import { message } from "../../../core/base/message.ts";
import { commonValues } from "../../../core/customer/record-choices.ts";
import { settingsOf } from "../../../core/vault/workspace.ts";
import { runFromField } from "../../storage/run-in-place.ts";
import { useWorkspace } from "../../storage/workspace-store.ts";
import { Drawer } from "../../ui/drawer.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useWords } from "../../ui/words-context.tsx";

/** How long customers of each level may go without contact. */
export function CareDaysDrawer({ onClose }: { onClose(): void }) {
  const words = useWords();
  const workspace = useWorkspace();
  const settings = settingsOf(workspace);
  const levels = [
    ...new Set([
      ...Object.keys(CARE_DAYS).filter((level) => level !== ""),
      ...Object.keys(settings.careDays ?? {}).filter((level) => level !== ""),
      ...commonValues(workspace.facts.customers, "customers", "level"),
    ]),
  ];
  return (
    <Drawer open title={words.text("customer.care.days.title")} onClose={onClose}>
      <p className="quiet">{words.text("customer.care.days.hint")}</p>
      <div className="record-fields">
        {[...levels, ""].map((level) => (
          <TextField
            key={level}
            label={level === "" ? words.text("customer.care.days.others") : level}
            value={String(level === "" ? careDaysOf(settings, undefined) : careDaysOf(settings, level))}
            suffix={words.text("customer.care.days.unit")}
            onCommit={(text) =>
              runFromField(words, message("customer.care.days.record"), (now) =>
                editCareDays(settingsOf(now), { level, text }),
              )
            }
          />
        ))}
      </div>
    </Drawer>
  );
}
