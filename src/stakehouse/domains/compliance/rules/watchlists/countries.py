"""Countries as lists write them: by code, or by an English name."""

_NAMED = """
AF Afghanistan;AL Albania;DZ Algeria;AO Angola;AR Argentina;AM Armenia;AU Australia;AT Austria;
AZ Azerbaijan;BH Bahrain;BD Bangladesh;BY Belarus;BE Belgium;BZ Belize;BA Bosnia and Herzegovina;
BR Brazil;BG Bulgaria;MM Burma;MM Myanmar;BI Burundi;KH Cambodia;CM Cameroon;CA Canada;
CF Central African Republic;TD Chad;CL Chile;CN China;CO Colombia;CD Congo, Democratic Republic of the;
CR Costa Rica;HR Croatia;CU Cuba;CY Cyprus;CZ Czech Republic;CZ Czechia;DK Denmark;DO Dominican Republic;
EC Ecuador;EG Egypt;SV El Salvador;EE Estonia;ER Eritrea;ET Ethiopia;FI Finland;FR France;GE Georgia;
DE Germany;GH Ghana;GR Greece;GT Guatemala;GN Guinea;HT Haiti;HN Honduras;HK Hong Kong;HU Hungary;
IN India;ID Indonesia;IR Iran;IQ Iraq;IE Ireland;IL Israel;IT Italy;CI Cote d Ivoire;JM Jamaica;JP Japan;
JO Jordan;KZ Kazakhstan;KE Kenya;KP Korea, North;KP North Korea;KR Korea, South;KR South Korea;XK Kosovo;
KW Kuwait;KG Kyrgyzstan;LV Latvia;LB Lebanon;LR Liberia;LY Libya;LT Lithuania;LU Luxembourg;
MK North Macedonia;MY Malaysia;ML Mali;MT Malta;MX Mexico;MD Moldova;MC Monaco;ME Montenegro;MA Morocco;
MZ Mozambique;NL Netherlands;NZ New Zealand;NI Nicaragua;NE Niger;NG Nigeria;NO Norway;OM Oman;
PK Pakistan;PA Panama;PY Paraguay;PE Peru;PH Philippines;PL Poland;PT Portugal;QA Qatar;RO Romania;
RU Russia;RU Russian Federation;RW Rwanda;SA Saudi Arabia;SN Senegal;RS Serbia;SL Sierra Leone;
SG Singapore;SK Slovakia;SI Slovenia;SO Somalia;ZA South Africa;SS South Sudan;ES Spain;LK Sri Lanka;
SD Sudan;SE Sweden;CH Switzerland;SY Syria;TW Taiwan;TJ Tajikistan;TZ Tanzania;TH Thailand;TN Tunisia;
TR Turkey;TR Turkiye;TM Turkmenistan;UG Uganda;UA Ukraine;AE United Arab Emirates;GB United Kingdom;
US United States;UY Uruguay;UZ Uzbekistan;VE Venezuela;VN Vietnam;YE Yemen;ZM Zambia;ZW Zimbabwe;
PS Palestinian
"""

_CODES = {
    name.strip().lower(): code
    for code, name in (part.strip().split(" ", 1) for part in _NAMED.replace("\n", "").split(";"))
}
_KNOWN = frozenset(_CODES.values())
CODE_LENGTH = 2


def country_code(text: str) -> str | None:
    """The two-letter code of a country that is given by code or name; ``None`` if it is not known."""
    bare = text.strip().lower()
    if len(bare) == CODE_LENGTH and bare.isalpha():
        return bare.upper()
    return _CODES.get(bare)
