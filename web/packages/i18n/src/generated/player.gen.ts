// Made by `npm run gen`; do not edit.
export interface PlayerMessages {
  "player.title": null;
}
