import type { Bridge } from "../../core/bridge/contract.ts";
import type { BackupPort } from "./backup-port.ts";
import { valueOf } from "./read-picked-file.ts";

/** The main process makes backups of the ledger by itself; the page only asks and hears. */
export function createDesktopBackups(bridge: Bridge): BackupPort {
  let stopListening = () => undefined as void;
  return {
    can: { folder: true, encrypt: true, quit: true },
    async start(listener) {
      stopListening();
      stopListening = bridge.listen("backupsChanged", listener);
      listener(valueOf(await bridge.readBackupState(null)));
    },
    noteChange: () => undefined,
    stop: () => stopListening(),
    list: () => bridge.listBackups(null),
    folder: async () => valueOf(await bridge.readBackupState(null)).folder,
    reach: async () => undefined,
    backUpNow: async () => valueOf(await bridge.backUpNow(null)),
    choose: async (choice) => valueOf(await bridge.chooseBackups(choice)),
    open: (name, passphrase) => bridge.openBackup({ name, passphrase }),
  };
}
