/* Somebody whose targets do not know of a leaving, for the examples of this room. */
export { leavingTree } from "./target-book.ts";
