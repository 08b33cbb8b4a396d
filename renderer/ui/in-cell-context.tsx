import { createContext, useContext } from "react";

/** Whether a part stands inside a grid's cell: there the cell takes the focus and Enter presses the part. */
export const InCellContext = createContext(false);

/** The tab index for something pressable: out of the tab order inside a cell. */
export function usePressableTabIndex(): 0 | -1 {
  return useContext(InCellContext) ? -1 : 0;
}
