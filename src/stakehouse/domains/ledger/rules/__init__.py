"""Pure decisions of the ledger: the books of a group, and the arithmetic of seals."""
