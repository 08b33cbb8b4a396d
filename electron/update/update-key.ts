/** The public half of the key that signs releases: 32 bytes as base64. The app takes a release from anywhere, if this key has
 * signed it, and from nowhere otherwise. Changing it cuts off every installed app, so an exchange is announced by a release that
 * was still signed with the former one. */
export const UPDATE_PUBLIC_KEY = "HUeWuXkRwFk8zVTBqnyAA16Fzo7oDWcr/Y/xkJ7epJE=";
