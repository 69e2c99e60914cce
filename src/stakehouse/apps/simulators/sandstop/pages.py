"""Sandstop's one page: the desk from which its operator plays fate."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final, Protocol

_STYLE: Final = """
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{max-width:44rem;margin:2rem auto;padding:0 1rem}
form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:0 0 1rem}
label{display:grid;gap:.2rem;font-size:.875rem}
input,button,select{font:inherit;padding:.4rem .6rem}
table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.35rem .5rem .35rem 0}
td form{margin:0}code{overflow-wrap:anywhere}
"""
_FIELDS: Final = (
    ("firstName", "First name", "text"),
    ("lastName", "Last name", "text"),
    ("dateOfBirth", "Date of birth", "date"),
    ("email", "E-mail", "email"),
    ("postcode", "Postcode", "text"),
    ("mobile", "Mobile, if known", "tel"),
)


class Listed(Protocol):
    """Somebody on the register, as the page shows them."""

    person: dict[str, str]
    is_over: bool


def desk_page(mode: str, modes: Sequence[str], entries: Mapping[str, Listed], *, key: str = "") -> str:
    """Who is on the register, how it behaves, and keys for houses."""
    options = "".join(
        f"<option{' selected' if each == mode else ''}>{escape(each)}</option>" for each in modes
    )
    fields = "".join(
        f'<label>{title}<input name="{name}" type="{kind}"{"" if name == "mobile" else " required"}></label>'
        for name, title, kind in _FIELDS
    )
    given = f"<p>The key, shown once: <code>{escape(key)}</code></p>" if key else ""
    rows = "".join(_row(entry_id, entry) for entry_id, entry in entries.items())
    listed = f"<table><tbody>{rows}</tbody></table>" if rows else "<p>Nobody is on the register.</p>"
    return f"""<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Sandstop</title>
<style>{_STYLE}</style><h1>Sandstop</h1><p>A simulated national register of exclusions.</p>
<h2>How it behaves</h2><form method="post" action="/operator/mode"><label>Today it is
<select name="mode">{options}</select></label><button>Set</button></form>
<h2>Who is on it</h2>{listed}
<form method="post" action="/operator/people">{fields}<button>Put on the register</button></form>
<h2>A key for a house</h2><form method="post" action="/operator/keys"><label>House
<input name="house" required pattern="[a-z0-9-]+"></label><button>Give a key</button></form>{given}</html>"""


def _row(entry_id: str, entry: Listed) -> str:
    person = entry.person
    name = f"{person['firstName']} {person['lastName']}".title()
    over = (
        "off, by their own wish"
        if entry.is_over
        else '<button name="act" value="over">Term over, wants off</button>'
    )
    return (
        f"<tr><td>{escape(name)}<br>{escape(person['dateOfBirth'])} · {escape(person['email'])}</td>"
        f'<td><form method="post" action="/operator/people/{escape(entry_id)}">{over}'
        '<button name="act" value="remove">Remove</button></form></td></tr>'
    )
