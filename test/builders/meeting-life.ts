/* Members whose targets do not know of a leaving or a longer stay, for the tests and examples of this room. */
export { leavingTree, stayingTree, visitTarget } from "./target-book.ts";
