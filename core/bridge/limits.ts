/** The largest file that the bridge carries in one message. Above it a copy in both processes would be felt. */
export const MAX_FILE_BYTES = 512 * 1024 * 1024;
/** The largest piece of a picked file in one answer. */
export const MAX_CHUNK_BYTES = 8 * 1024 * 1024;
/** The most files that are saved in one go: one for each person of a large team. */
export const MAX_FOLDER_FILES = 1000;
