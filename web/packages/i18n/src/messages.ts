import type { AccountMessages } from "./generated/account.gen";
import type { BackofficeMessages } from "./generated/backoffice.gen";
import type { CareMessages } from "./generated/care.gen";
import type { CashierMessages } from "./generated/cashier.gen";
import type { HouseMessages } from "./generated/house.gen";
import type { PlayMessages } from "./generated/play.gen";
import type { PlayerMessages } from "./generated/player.gen";
import type { SecurityMessages } from "./generated/security.gen";
import type { SharedMessages } from "./generated/shared.gen";

/** Every message id with the parameters its text asks for; made from the English catalogues by `npm run gen`. */
export interface Messages
  extends SharedMessages,
    PlayerMessages,
    PlayMessages,
    AccountMessages,
    CareMessages,
    CashierMessages,
    SecurityMessages,
    BackofficeMessages,
    HouseMessages {}

export type MessageId = keyof Messages;
