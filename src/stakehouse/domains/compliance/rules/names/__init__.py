"""Names of people, compared across scripts, languages and ways of writing them down.

``spelling`` turns a name into tokens and each token into one spelling, whatever alphabet it came in;
``variants`` knows which given names and surnames are one name; ``matching`` compares two names and
says which token met which, and how; ``evaluation`` measures all of it against pairs that people judged.
"""
