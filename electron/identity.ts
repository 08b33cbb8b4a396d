/* Fixed for ever: Chromium and the operating systems find the person's data by these. Changing one loses it.
 * A test compares every value with a copy of its own. */

/** The application's id on Windows, macOS and Linux. */
export const APP_ID = "io.github.jiugong.app";
/** The name of the program and of its folders; Latin letters, because some tools still break on others in a path. */
export const PRODUCT_NAME = "Jiugong";
/** The folder under the operating system's folder for application data. */
export const USER_DATA_FOLDER = "Jiugong";
/** The page's address. IndexedDB belongs to the origin: another scheme or host is another, empty database. */
export const SCHEME = "app";
export const HOST = "jiugong";
export const ORIGIN = "app://jiugong";
/** The ending of backups, with which the operating system opens them in the app. */
export const BACKUP_EXTENSION = "jiugong";
