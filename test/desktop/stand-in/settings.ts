/** What the launcher tells the stand-in, as JSON in `JIUGONG_STAND_IN`. */
export interface StandInSettings {
  /** The folder of this machine's application data; `userData` lies in it. */
  readonly appData: string;
  readonly documents: string;
  readonly locale: string;
}

/** An answer that a test gives to a native dialog before or while it is open. `null`: the person cancels. */
export type DialogAnswer =
  | { readonly dialog: "open"; readonly path: string | null }
  | { readonly dialog: "save"; readonly path: string | null }
  | { readonly dialog: "message"; readonly button: number };

/** A dialog that the app showed, for the test to look at. */
export interface ShownDialog {
  readonly dialog: DialogAnswer["dialog"];
  readonly options: unknown;
}

/** What a test may do to the stand-in. */
export type Command =
  | { readonly do: "answer"; readonly answer: DialogAnswer }
  | { readonly do: "click-menu"; readonly id: string }
  | { readonly do: "close-window" }
  | { readonly do: "open-file"; readonly path: string }
  | { readonly do: "crash-page" }
  | { readonly do: "power"; readonly event: "lock-screen" | "suspend" | "resume" }
  | { readonly do: "look" };

export interface WindowLook {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly isVisible: boolean;
  readonly isFocused: boolean;
  readonly focusCount: number;
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly backgroundColor: string;
}

/** What a test may see of the stand-in. */
export interface Look {
  readonly windows: readonly WindowLook[];
  readonly menu: readonly string[];
  readonly dialogs: readonly ShownDialog[];
  readonly clipboard: string;
  readonly opened: readonly string[];
  /** Console errors and uncaught errors of all pages since the start. */
  readonly problems: readonly string[];
}

export interface CommandMessage {
  readonly number: number;
  readonly command: Command;
}
export type ReplyMessage =
  | { readonly number: number; readonly look: Look }
  | { readonly number: number; readonly error: string }
  | { readonly endpoint: string };
