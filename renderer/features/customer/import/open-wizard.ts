import { goTo, placeHref } from "../../../platform/place.ts";

/** Goes to the wizard, from wherever an import is offered. */
export function openWizard(): void {
  goTo(placeHref("customer", "imports/new"));
}
