"""The SQL of identity: users, members, registrations, sessions."""
