// Made by `npm run gen`; do not edit.
export interface BackofficeMessages {
  "backoffice.title": null;
}
