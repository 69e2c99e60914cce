/** The fewest letters of a password, as the house demands them. */
export const PASSWORD_LETTERS = 10;

/** How many digits a code by mail has. */
export const CODE_DIGITS = 6;
